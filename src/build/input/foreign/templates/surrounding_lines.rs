//! A part of a text and the lines around it.

use std::ops::Range;

/// Whether nothing else stands on the lines of a part.
pub fn is_alone(text: &str, part: &Range<usize>) -> bool {
    let before = text[..part.start].trim_end_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')) && is_line_end(&text[part.end..])
}

/// What has to stand before and behind a part so that it is a paragraph: nothing, unless it stands on lines of its own
/// and the lines around these are not blank.
pub fn apart(text: &str, part: &Range<usize>) -> (String, &'static str) {
    if !is_alone(text, part) {
        return (String::new(), "");
    }
    let line_start = line_start(text, part.start);
    let above = text[..line_start].strip_suffix('\n');
    let before = match is_blank(above.and_then(|above| above.rsplit('\n').next())) {
        true => String::new(),
        // The next line is indented as this one is.
        false => ["\n", &text[line_start..part.start]].concat(),
    };
    let is_apart_below = is_blank(text[part.end..].split('\n').nth(1));
    (before, if is_apart_below { "" } else { "\n" })
}

/// Where the line above begins, if it is an item of a list; else the byte itself.
pub fn list_item_before(text: &str, start: usize) -> usize {
    let above = text[..start].trim_end_matches([' ', '\t']);
    let above = above.strip_suffix('\n').unwrap_or_default();
    let line_start = line_start(above, above.len());
    match above[line_start..].starts_with(['*', '-', '+', '1']) {
        true => line_start,
        false => start,
    }
}

/// Whether nothing but white space stands on the rest of the line.
pub fn is_line_end(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']);
    rest.is_empty() || rest.starts_with('\n')
}

/// What stands on the same line before a byte.
pub fn line_before(text: &str, at: usize) -> &str {
    &text[line_start(text, at)..at]
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn is_blank(line: Option<&str>) -> bool {
    line.is_none_or(|line| line.trim().is_empty())
}
