//! What `render` answers with.

use crate::content::article::Heading;

/// One article as HTML, with all that a page shows beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rendered {
    /// Safe HTML from our own list of tags, attributes and classes.
    pub html: String,
    /// The headings that stand at the top level of the text, nested.
    pub outline: Vec<Heading>,
    /// Plain text of the first paragraphs: at most 200 characters, or all before `<!-- more -->`.
    pub excerpt: String,
    /// Words of the text; each Chinese or Japanese character counts as one, code blocks do not count.
    pub words: u32,
    /// What was shown otherwise than it was written, at most 100 of them, in the order of the text.
    pub warnings: Vec<Warning>,
}

/// A remark for the writer: what is wrong, and what to do. Line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub line: u32,
    pub column: u32,
    pub what: String,
    pub remedy: String,
}
