//! One template tag in a text: `{{< figure src="a.png" >}}`, `{{% note %}}`, `{{ youtube(id="x") }}`, `{% raw %}`,
//! `{: .note}`.

use std::ops::Range;

/// A tag as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    pub kind: Kind,
    /// Bytes of the text, with the braces.
    pub range: Range<usize>,
    /// With the braces.
    pub source: &'a str,
    /// What stands between the braces.
    pub inner: &'a str,
}

/// Whose tag it is, as far as its braces tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Hugo's `{{< … >}}` and `{{% … %}}`.
    Hugo,
    /// Hugo's `{{</* … */>}}` and Zola's `{{/* … */}}`, which show a tag and call nothing.
    Shown,
    /// Zola's `{{ name(…) }}`, and a value of Jekyll's: `{{ page.title }}`.
    Value,
    /// Zola's `{% name(…) %}`, and Jekyll's `{% name … %}`.
    Block,
    /// kramdown's `{: … }`, which says how what stands before it looks.
    Kramdown,
}

/// What stands at a place.
pub enum Found<'a> {
    Tag(Tag<'a>),
    /// A tag begins here and does not end in its paragraph. Its first braces.
    Unclosed(&'static str),
    Nothing,
}

/// Beginnings and ends, the longer ones first.
const BRACES: [(&str, &str, Kind); 11] = [
    ("{{</*", "*/>}}", Kind::Shown),
    ("{{%/*", "*/%}}", Kind::Shown),
    ("{{/*", "*/}}", Kind::Shown),
    ("{%/*", "*/%}", Kind::Shown),
    ("{{<", ">}}", Kind::Hugo),
    ("{{%", "%}}", Kind::Hugo),
    ("{{{", "}}}", Kind::Value),
    ("{{", "}}", Kind::Value),
    ("{%", "%}", Kind::Block),
    ("{::", "}", Kind::Kramdown),
    ("{:", "}", Kind::Kramdown),
];

/// Bytes of a tag, at most.
pub const MAX_LENGTH: usize = 4000;

/// Reads the tag that begins at a byte.
pub fn tag(text: &str, start: usize) -> Found<'_> {
    let rest = &text[start..];
    let Some((open, close, kind)) = BRACES.iter().find(|(open, ..)| rest.starts_with(open)) else {
        return Found::Nothing;
    };
    let body = paragraph(&rest[open.len()..]);
    let Some(end) = end_outside_quotes(body, close).or_else(|| body.find(close)) else {
        return match kind {
            Kind::Kramdown => Found::Nothing,
            _ => Found::Unclosed(open),
        };
    };
    // `{{-` and `-}}` eat the white space around them.
    let inner = body[..end].trim();
    let inner = match kind {
        Kind::Value | Kind::Block => inner.trim_start_matches('-').trim_end_matches('-').trim(),
        _ => inner,
    };
    let length = open.len() + end + close.len();
    Found::Tag(Tag {
        kind: *kind,
        range: start..start + length,
        source: &rest[..length],
        inner,
    })
}

/// Up to the next blank line, or as much as a tag may be long: a text full of beginnings must not be read to its end for
/// each of them.
fn paragraph(text: &str) -> &str {
    let text = head(text, MAX_LENGTH);
    text.find("\n\n").map_or(text, |end| &text[..end])
}

/// The first bytes of a text, to the end of a character.
pub fn head(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    &text[..end]
}

/// Where the closing braces come first that do not stand in a quoted text.
fn end_outside_quotes(body: &str, close: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in body.char_indices() {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None if body[at..].starts_with(close) => return Some(at),
            None if matches!(character, '"' | '\'' | '`') => quote = Some(character),
            None => {}
        }
    }
    None
}

impl<'a> Tag<'a> {
    /// The name that the tag calls: `figure`, `/highlight`, `endhighlight`.
    pub fn name(&self) -> &'a str {
        let inner = self.inner;
        let inner = inner.strip_prefix('/').map_or(inner, str::trim_start);
        let is_end = |c: char| c.is_whitespace() || matches!(c, '(' | '/' | '|' | '"' | '\'');
        let end = inner.find(is_end).unwrap_or(inner.len());
        &inner[..end]
    }

    /// Whether the tag ends what one before it has begun.
    pub fn closes(&self) -> bool {
        match self.kind {
            Kind::Hugo => self.inner.starts_with('/'),
            Kind::Block => {
                self.name().starts_with("end") || matches!(self.name(), "else" | "elsif" | "when")
            }
            _ => false,
        }
    }

    /// What stands behind the name.
    pub fn rest(&self) -> &'a str {
        let name_end = self.name().as_ptr() as usize + self.name().len();
        let rest = &self.inner[name_end - self.inner.as_ptr() as usize..];
        let rest = rest.trim();
        match self.kind {
            Kind::Hugo => rest.strip_suffix('/').unwrap_or(rest).trim_end(),
            _ => rest,
        }
    }
}
