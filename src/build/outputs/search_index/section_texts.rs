//! The text of an article, section by section, out of its finished HTML: what readers see of it and nothing else.

use crate::markdown::html::{Token, Tokens, decoded, value_of};

/// A heading, and the text below it until the next. The first has no heading.
#[derive(Debug, Default, PartialEq)]
pub struct Section {
    pub id: String,
    pub heading: String,
    pub text: String,
}

/// Elements within which words go on.
const WITHIN_WORDS: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "u", "var", "wbr",
];

/// Elements of which nothing is searched: formulas and drawings.
const SKIPPED: [&str; 3] = ["math", "svg", "template"];

/// The class of what stands behind a heading's text, for readers who want its link.
const ANCHOR: &str = "heading-anchor";

pub fn sections(html: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut in_heading = false;
    // The element whose end is waited for.
    let mut skipped: Option<&str> = None;
    let mut tokens = Tokens::new(html);
    while let Some((token, _)) = tokens.next() {
        if let Some(waited_for) = skipped {
            skipped =
                skipped.filter(|_| !matches!(token, Token::Close { name } if name == waited_for));
            continue;
        }
        let (name, rest) = match token {
            Token::Text(text) => {
                add(&mut sections, in_heading, &decoded(text));
                continue;
            }
            Token::Open { name, rest, .. } => {
                let is_anchor = name == "a" && value_of(rest, "class") == Some(ANCHOR);
                skipped = Some(name).filter(|_| is_anchor || SKIPPED.contains(&name));
                (name, rest)
            }
            Token::Close { name } => (name, ""),
            Token::Comment(_) | Token::TextElement => continue,
        };
        let id = value_of(rest, "id").filter(|_| is_heading(name));
        if let Some(id) = id {
            sections.push(Section {
                id: decoded(id).into_owned(),
                ..Section::default()
            });
            in_heading = true;
        } else if !WITHIN_WORDS.contains(&name) {
            in_heading &= !is_heading(name);
            add(&mut sections, in_heading, " ");
        }
    }
    for section in &mut sections {
        section.heading = section.heading.trim().into();
    }
    sections
}

fn add(sections: &mut [Section], in_heading: bool, text: &str) {
    if let Some(section) = sections.last_mut() {
        match in_heading {
            true => section.heading.push_str(text),
            false => section.text.push_str(text),
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_see_is_taken_out_of_the_markup() {
        let html = "<p>One <em>t</em>wo &amp; three<br>four</p>\n<p>five</p>\
            <h2 id=\"a&amp;b\" class=\"x\">A &lt;b&gt; <a class=\"heading-anchor\" href=\"#a\">#</a></h2>\
            <ul><li>six</li><li>seven<sup>1</sup></li></ul><math><mi>x</mi></math><img alt=\"a > b\">\
            <h3>Without an id</h3><pre><code><span class=\"k\">let</span> a</code></pre>";
        let sections = sections(html);
        let seen: Vec<(&str, &str, Vec<&str>)> = sections
            .iter()
            .map(|section| {
                let words = section.text.split_whitespace();
                (&*section.id, &*section.heading, words.collect())
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("", "", vec!["One", "two", "&", "three", "four", "five"]),
                (
                    "a&b",
                    "A <b>",
                    vec!["six", "seven", "1", "Without", "an", "id", "let", "a"]
                ),
            ]
        );
    }

    #[test]
    fn anything_has_an_end() {
        for html in [
            "",
            "<",
            "<p",
            "<p \"",
            "<math>",
            "a<h2 id=\"",
            "<h2 id=\"x\">",
        ] {
            assert!(!sections(html).is_empty());
        }
    }
}
