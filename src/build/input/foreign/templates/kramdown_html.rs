//! Blocks of HTML as kramdown has them: up to their end tag, however many blank lines and spaces stand within. Markdown
//! ends such a block at a blank line and takes lines after it that begin with four spaces for code.
//!
//! Rule: kramdown's `parser/html.rb` and `parser/kramdown/html.rb`, with `parse_block_html` as it is by default.

use super::kramdown::{self, HtmlBlock, HtmlTag};
use super::surrounding_lines;
use super::transpiler::Transpiler;

/// kramdown's elements of a block, without those that Recto leaves out or renames before.
const BLOCKS: [&str; 28] = [
    "address",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "article",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

impl Transpiler<'_> {
    /// Notes that a block begins, if a tag at the start of a line begins one.
    pub(super) fn begin_html_block(&mut self, start: usize) {
        let indent = surrounding_lines::line_before(self.text, start);
        let line_start = start - indent.len();
        if self.html_block.holds(start) || indent.len() > 3 || !indent.trim().is_empty() {
            return;
        }
        let Some(block) = html_block(self.text, start) else {
            return;
        };
        let above = self.text[..line_start].trim_end_matches('\n');
        let follows_text = line_start > 0 && above.len() + 1 == line_start;
        if block.is_pre && follows_text {
            self.replace(line_start, line_start, "\n");
        }
        self.html_block = block;
    }

    /// Whether a line end is followed by blank lines and one that only looks like code.
    pub(super) fn is_blank_within_html(&self, at: usize) -> bool {
        self.html_block.holds(at) && !self.html_block.is_pre && blank_lines(self.text, at).is_some()
    }

    pub(super) fn blank_within_html(&mut self, start: usize) {
        if let Some(end) = blank_lines(self.text, start) {
            self.replace(start, end, "");
        }
    }
}

/// Where the last of the blank lines behind a line end ends, if four spaces or a tab stand behind them.
fn blank_lines(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let last = at + rest[..rest.len() - rest.trim_start().len()].rfind('\n')?;
    let next = &text[last + 1..];
    let looks_like_code = next.starts_with("    ") || next.starts_with('\t');
    (last > at && looks_like_code).then_some(last)
}

/// The block that begins with a tag, up to the end tag, or to a `<pre>` in it, which is a block of its own here.
fn html_block(text: &str, start: usize) -> Option<HtmlBlock> {
    let opening = kramdown::html_tag(&text[start..]).filter(|tag| !tag.closes)?;
    let is_block = BLOCKS
        .iter()
        .any(|name| opening.name.eq_ignore_ascii_case(name));
    if !is_block {
        return None;
    }
    let is_pre = opening.name.eq_ignore_ascii_case("pre");
    let mut depth = 0;
    let mut at = start;
    loop {
        let tag = kramdown::html_tag(&text[at..]);
        at += match &tag {
            Some(tag) if tag.holds_markdown => return None,
            Some(tag) if is_same(tag, &opening) => {
                depth = if tag.closes { depth - 1 } else { depth + 1 };
                tag.length
            }
            Some(tag) if !is_pre && tag.name.eq_ignore_ascii_case("pre") => {
                return Some(HtmlBlock {
                    range: start..at,
                    is_pre,
                });
            }
            _ => 1,
        };
        if depth == 0 {
            return Some(HtmlBlock {
                range: start..at,
                is_pre,
            });
        }
        at += text[at..].find('<')?;
    }
}

fn is_same(tag: &HtmlTag, other: &HtmlTag) -> bool {
    tag.name.eq_ignore_ascii_case(other.name)
}
