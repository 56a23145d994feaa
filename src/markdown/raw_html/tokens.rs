//! Cuts HTML into tags, comments and text, as CommonMark defines a tag. What is not a tag is text.

use super::allowed::word;
use crate::markdown::scan::{after, cut, find, is_space, run};

/// Their content is not HTML to a browser; here it stays text up to their end tag.
const TEXT_ELEMENTS: &str =
    "script style textarea title xmp iframe noembed noframes noscript plaintext";

pub(crate) enum Token<'a> {
    Text(&'a str),
    /// `rest` is what stands between the name and the end of the tag.
    Open {
        name: &'a str,
        rest: &'a str,
        is_closed: bool,
    },
    Close {
        name: &'a str,
    },
    /// What stands between `<!--` and `-->`.
    Comment(&'a str),
    /// An element whose content is not HTML, up to its end tag.
    TextElement,
}

pub(crate) struct Tokens<'a> {
    rest: &'a str,
    /// No comment ends any more; so that not every `<!--` looks for the end anew.
    comments_are_over: bool,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        Tokens {
            rest: html,
            comments_are_over: false,
        }
    }

    /// The next token and its source.
    pub(crate) fn next(&mut self) -> Option<(Token<'a>, &'a str)> {
        let html = self.rest;
        if html.is_empty() {
            return None;
        }
        let token = self.tag(html).unwrap_or_else(|| {
            let tag = usize::from(html.starts_with('<'));
            let text = after(html, tag)
                .find('<')
                .map_or(html.len(), |length| tag + length);
            self.rest = after(html, text);
            Token::Text(cut(html, 0, text))
        });
        Some((token, cut(html, 0, html.len() - self.rest.len())))
    }

    fn tag(&mut self, html: &'a str) -> Option<Token<'a>> {
        let inner = html.strip_prefix('<')?;
        if let Some(inner) = inner.strip_prefix("!--") {
            return self.comment(inner);
        }
        if let Some(inner) = inner.strip_prefix('/') {
            let (name, rest) = split_name(inner)?;
            self.rest = rest.trim_ascii_start().strip_prefix('>')?;
            return Some(Token::Close { name });
        }
        let (name, all) = split_name(inner)?;
        let mut end = all;
        while let Some((_, _, rest)) = attribute(end) {
            end = rest;
        }
        let rest = cut(all, 0, all.len() - end.len());
        let end = end.trim_ascii_start();
        let open = end.strip_prefix('/').unwrap_or(end);
        self.rest = open.strip_prefix('>')?;
        if word(TEXT_ELEMENTS, name).is_some() {
            self.skip_to_end_of(name);
            return Some(Token::TextElement);
        }
        Some(Token::Open {
            name,
            rest,
            is_closed: open.len() < end.len(),
        })
    }

    fn comment(&mut self, inner: &'a str) -> Option<Token<'a>> {
        // `<!-->` and `<!--->` are comments too, says HTML.
        if let Some(rest) = inner.strip_prefix('>').or_else(|| inner.strip_prefix("->")) {
            self.rest = rest;
            return Some(Token::Comment(""));
        }
        let end = if self.comments_are_over {
            None
        } else {
            find(inner, "-->")
        };
        self.comments_are_over = end.is_none();
        self.rest = after(inner, end? + 3);
        Some(Token::Comment(cut(inner, 0, end?)))
    }

    /// Goes on to the end tag of an element whose start tag was read.
    fn skip_to_end_of(&mut self, name: &str) {
        while let Some(at) = find(self.rest, "</") {
            self.rest = after(self.rest, at);
            if cut(self.rest, 2, 2 + name.len()).eq_ignore_ascii_case(name) {
                return;
            }
            self.rest = after(self.rest, 2);
        }
        self.rest = "";
    }
}

/// The value of one attribute of a tag, with its character references.
pub(crate) fn value_of<'a>(mut rest: &'a str, wanted: &str) -> Option<&'a str> {
    while let Some((name, value, next)) = attribute(rest) {
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = next;
    }
    None
}

/// The first attribute: its name, its value with character references, and what follows.
#[inline(never)]
pub(crate) fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.trim_ascii_start();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '.' | '-');
    let (name, rest) = start.split_at_checked(run(start, is_name))?;
    let first = name.chars().next()?;
    if start.len() == text.len() || first.is_ascii_digit() || matches!(first, '.' | '-') {
        return None;
    }
    let Some(value) = rest.trim_ascii_start().strip_prefix('=') else {
        return Some((name, "", rest));
    };
    let value = value.trim_ascii_start();
    let is_quote = |quote: &char| matches!(quote, '"' | '\'');
    if let Some(quote) = value.chars().next().filter(is_quote) {
        let (value, rest) = after(value, 1).split_once(quote)?;
        return Some((name, value, rest));
    }
    let is_value = |c: char| !is_space(c) && !matches!(c, '"' | '\'' | '=' | '<' | '>' | '`');
    let (value, rest) = value.split_at_checked(run(value, is_value))?;
    (!value.is_empty()).then_some((name, value, rest))
}

fn split_name(html: &str) -> Option<(&str, &str)> {
    let (name, rest) =
        html.split_at_checked(run(html, |c| c.is_ascii_alphanumeric() || c == '-'))?;
    name.chars()
        .next()?
        .is_ascii_alphabetic()
        .then_some((name, rest))
}
