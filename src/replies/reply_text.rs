//! The text of HTML that others wrote, and any text of theirs made fit for a page: no markup, no control characters, no room
//! for more than a reply.

use crate::markdown::html::{Token, Tokens};

/// In characters. What is longer is cut.
const MAX_LENGTH: usize = 5_000;

const BLOCKS: [&str; 12] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "tr",
];

/// Paragraphs with an empty line between them.
pub fn of_html(html: &str) -> String {
    let mut text = String::new();
    let mut tokens = Tokens::new(html);
    while let Some((token, source)) = tokens.next() {
        match token {
            Token::Text(_) => text.extend(source.chars().map(|c| if c == '\n' { ' ' } else { c })),
            Token::Open { name, .. } if name.eq_ignore_ascii_case("br") => text.push('\n'),
            Token::Open { name, .. } | Token::Close { name } if is_block(name) => {
                text.push_str("\n\n");
            }
            // What stands in a script or the like is no text.
            Token::Open { .. } | Token::Close { .. } | Token::Comment(_) | Token::TextElement => {}
        }
    }
    tidy(&decoded(&text))
}

/// The same of a text that is none of HTML.
pub fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    let mut is_after_gap = false;
    for line in text.lines() {
        let words = line.split_whitespace().map(visible);
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            is_after_gap = true;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if is_after_gap { "\n\n" } else { "\n" });
        }
        is_after_gap = false;
        tidy.push_str(&words.join(" "));
    }
    cut(tidy, MAX_LENGTH)
}

/// On one line, and no longer than this.
pub fn line(text: &str, max_length: usize) -> String {
    let words = text.split_whitespace().map(visible);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    cut(words.join(" "), max_length)
}

/// Without what changes how the characters around it are shown.
fn visible(word: &str) -> String {
    let is_hidden = |c: &char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    word.chars().filter(|c| !is_hidden(c)).collect()
}

fn cut(mut text: String, max_length: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(max_length) {
        text.truncate(end);
        text.push('…');
    }
    text
}

fn is_block(name: &str) -> bool {
    BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block))
}

/// The character references that servers write. HTML's table of names would cost readers more than all of this.
fn decoded(text: &str) -> String {
    const NAMES: [(&str, char); 6] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
    ];
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let reference = after.split_once(';').and_then(|(name, after)| {
            let known = NAMES.iter().find(|(known, _)| *known == name);
            let character = known.map(|(_, character)| *character);
            Some((character.or_else(|| numbered(name))?, after))
        });
        match reference {
            Some((character, after)) => {
                decoded.push(character);
                rest = after;
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded + rest
}

fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(number.ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_text_of_html_is_left() {
        for (html, text) in [
            (
                "<p>One<br>two</p><p>three &amp; <b>four</b></p>",
                "One\ntwo\n\nthree & four",
            ),
            (
                "<script>alert(1)</script>a<img src=x onerror=alert(1)>b",
                "ab",
            ),
            (
                "&lt;b&gt; &#60;i&#x3e; &copy; &#xd800;",
                "<b> <i> &copy; &#xd800;",
            ),
            ("a\u{202e}b <!-- c --> d\u{0}", "ab d"),
            ("<p> </p>", ""),
        ] {
            assert_eq!(of_html(html), text, "{html}");
        }
        assert_eq!(of_html(&"x".repeat(9_000)).chars().count(), MAX_LENGTH + 1);
    }
}
