//! What `render` answers with.

use serde::{Deserialize, Serialize};

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

/// A heading and the headings below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Heading {
    /// 2 to 6: the page's title is the only `h1`.
    pub level: u8,
    pub id: String,
    /// Plain text, not escaped.
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Heading>,
}

/// A remark for the writer: what is wrong; what to do. Line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub line: u32,
    pub column: u32,
    pub message: String,
}
