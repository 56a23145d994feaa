//! What MDX adds to Markdown: lines that import and export, components, and expressions between braces. None of it is
//! executed.

use super::arguments::Arguments;
use super::shortcodes;
use super::template_tag::{MAX_LENGTH, head};

/// A part of the text that is no Markdown.
pub struct Part {
    pub end: usize,
    /// What takes its place.
    pub markdown: String,
    /// What it is, if the writer should know that it is left out.
    pub told: Option<&'static str>,
}

/// What stands at a byte of an MDX text; an error where it does not end.
pub fn part(text: &str, start: usize) -> Result<Option<Part>, ()> {
    let whole = &text[start..];
    let rest = head(whole, MAX_LENGTH);
    let is_line_start = start == 0 || text[..start].ends_with('\n');
    if is_line_start && (rest.starts_with("import ") || rest.starts_with("export ")) {
        return Ok(begins_paragraph(text, start).then(|| Part {
            end: start + whole.find("\n\n").unwrap_or(whole.trim_end().len()),
            markdown: String::new(),
            told: Some("a line of JavaScript"),
        }));
    }
    match rest.as_bytes().first() {
        Some(b'{') if !text[..start].ends_with('\\') => expression(rest, start).map(Some),
        Some(b'<') => component(rest, start),
        _ => Ok(None),
    }
}

/// Whether only lines that import and export stand between a line and the blank line before it.
fn begins_paragraph(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches('\n');
    before.is_empty() || text[before.len()..start].len() > 1
}

fn expression(rest: &str, start: usize) -> Result<Part, ()> {
    let length = balanced(rest).ok_or(())?;
    let is_comment = rest[1..].trim_start().starts_with("/*");
    Ok(Part {
        end: start + length,
        markdown: String::new(),
        told: (!is_comment).then_some("an expression"),
    })
}

/// A tag with a capital letter, or `<>`. Those of HTML are none of ours.
fn component(rest: &str, start: usize) -> Result<Option<Part>, ()> {
    let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let is_component = |first: char| first.is_ascii_uppercase() || first == '>';
    if !name.starts_with(is_component) {
        return Ok(None);
    }
    let length = tag_length(rest).ok_or(())?;
    let name_end = name.find(|c: char| !c.is_alphanumeric() && c != '.');
    let (name, arguments) = name.split_at(name_end.unwrap_or(name.len()));
    let closes = rest.starts_with("</") || name.is_empty();
    let arguments = &arguments[..arguments.len().min(length)];
    let arguments = arguments.split('>').next().unwrap_or(arguments);
    let arguments = Arguments::read(arguments.trim_end_matches('/'));
    let known = shortcodes::markdown(&name.to_ascii_lowercase(), &arguments);
    let known = known.filter(|_| !closes && !rest[..length].contains('{'));
    Ok(Some(Part {
        end: start + length,
        told: (!closes && known.is_none()).then_some("a component"),
        markdown: known.unwrap_or_default(),
    }))
}

/// The length of a tag with its `>`, which does not stand in quotes or braces.
fn tag_length(rest: &str) -> Option<usize> {
    let mut at = 1;
    while at < rest.len() {
        match rest.as_bytes()[at] {
            b'>' => return Some(at + 1),
            b'{' => at += balanced(&rest[at..])?,
            quote @ (b'"' | b'\'') => at += 2 + rest[at + 1..].find(char::from(quote))?,
            _ => at += 1,
        }
    }
    None
}

/// The length of what stands between a brace and the one that closes it, with both. Braces in quotes do not count.
fn balanced(text: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '`') => quote = Some(character),
            (None, '{') => depth += 1,
            (None, '}') if depth == 1 => return Some(at + 1),
            (None, '}') => depth -= 1,
            _ => {}
        }
    }
    None
}
