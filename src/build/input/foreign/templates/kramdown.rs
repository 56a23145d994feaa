//! What kramdown, Jekyll's Markdown, has beyond ours: ids and classes behind a block, Markdown within HTML, abbreviations,
//! formulas between two dollars in a line.

use super::surrounding_lines;
use super::template_tag::{MAX_LENGTH, head};
use std::ops::Range;

/// An abbreviation and what it stands for: `*[HTML]: Hypertext Markup Language`.
pub struct Abbreviation<'a> {
    pub short: &'a str,
    pub long: &'a str,
}

/// All that a text defines.
pub fn abbreviations(text: &str) -> Vec<Abbreviation<'_>> {
    text.lines().filter_map(abbreviation).collect()
}

/// The definition on a line.
pub fn abbreviation(line: &str) -> Option<Abbreviation<'_>> {
    let (short, long) = line.strip_prefix("*[")?.split_once("]:")?;
    let long = long.trim();
    (!short.is_empty() && !long.is_empty()).then_some(Abbreviation { short, long })
}

impl Abbreviation<'_> {
    /// Whether it stands at a byte of the text, as a word of its own, and not within a tag or a URL.
    pub fn is_at(&self, text: &str, at: usize) -> bool {
        let Some(behind) = text[at..].strip_prefix(self.short) else {
            return false;
        };
        let before = &text[..at];
        let line = surrounding_lines::line_before(text, at);
        let is_of_word =
            |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '-' | '=' | '#' | '@' | '[');
        let is_in_tag = line.rfind('<') > line.rfind('>');
        let is_in_url = line.ends_with("](") || line.ends_with('<');
        !is_in_tag
            && !is_in_url
            && !before.ends_with(is_of_word)
            && !behind.starts_with(|c| is_of_word(c) || c == ']')
    }

    pub fn html(&self) -> String {
        let title = self.long.replace('&', "&amp;").replace('"', "&quot;");
        ["<abbr title=\"", &title, "\">", self.short, "</abbr>"].concat()
    }
}

/// The id in `#custom .wide`.
pub fn id(attributes: &str) -> Option<&str> {
    let mut words = attributes.split_whitespace();
    words
        .find_map(|word| word.strip_prefix('#'))
        .filter(|id| !id.is_empty())
}

/// Where the heading ends that stands on the line directly above a mark, which is alone on its own.
pub fn heading_above(text: &str, mark: &Range<usize>) -> Option<usize> {
    if !surrounding_lines::is_alone(text, mark) {
        return None;
    }
    let line_start = text[..mark.start].rfind('\n')?;
    let above = &text[..line_start];
    let heading = surrounding_lines::line_before(above, above.len());
    heading.starts_with('#').then_some(line_start)
}

/// Whether the mark is at the end of a heading.
pub fn is_in_heading(text: &str, mark: &Range<usize>) -> bool {
    surrounding_lines::line_before(text, mark.start).starts_with('#')
}

/// What is put in the place of the dollars of a formula in a line, if it is one: the formula between single ones.
pub fn formula_in_line(text: &str, part: &Range<usize>) -> Option<String> {
    let tex = text
        .get(part.clone())?
        .strip_prefix("$$")?
        .strip_suffix("$$")?;
    let is_in_line = !tex.contains('\n') && !surrounding_lines::is_alone(text, part);
    is_in_line.then(|| ["$", tex.trim(), "$"].concat())
}

/// The block of HTML that the walk is in.
#[derive(Default)]
pub struct HtmlBlock {
    pub range: Range<usize>,
    /// Everything in it stands as it is.
    pub is_pre: bool,
}

impl HtmlBlock {
    pub fn holds(&self, at: usize) -> bool {
        self.range.contains(&at)
    }
}

/// A tag of HTML: its name, its length, and whether what stands in it is Markdown.
pub struct HtmlTag<'a> {
    pub name: &'a str,
    pub length: usize,
    pub holds_markdown: bool,
    pub closes: bool,
}

/// The tag of a block that a text begins with.
pub fn html_tag(text: &str) -> Option<HtmlTag<'_>> {
    let text = head(text, MAX_LENGTH);
    let inner = text.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name = &inner[..inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(inner.len())];
    let length = text.find('>')? + 1;
    let attributes = &text[..length];
    let value = attributes
        .split_once("markdown=")
        .map(|(_, value)| value.trim_start_matches(['"', '\'']));
    let holds_markdown = value.is_some_and(|value| {
        ["1", "block", "span"]
            .iter()
            .any(|yes| value.starts_with(yes))
    });
    (!name.is_empty()).then_some(HtmlTag {
        name,
        length,
        holds_markdown,
        closes,
    })
}
