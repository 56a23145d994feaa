//! The text of an article, section by section, out of its finished HTML: what readers see of it and nothing else.

use crate::markdown::html::decoded;

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

/// What stands behind a heading's text, for readers who want its link.
const ANCHOR: &str = "class=\"heading-anchor\"";

pub fn sections(html: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut in_heading = false;
    let mut rest = html;
    while !rest.is_empty() {
        let (text, behind) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let text = decoded(text);
        add(&mut sections, in_heading, &text);
        let (tag, behind) = tag(behind);
        let name = name(tag);
        rest = match name {
            "a" if tag.contains(ANCHOR) => behind_end("a", behind),
            _ if SKIPPED.contains(&name) => behind_end(name, behind),
            _ => behind,
        };
        if let Some(id) = heading_id(name, tag) {
            sections.push(Section {
                id,
                ..Section::default()
            });
            in_heading = true;
        } else if !WITHIN_WORDS.contains(&name.trim_start_matches('/')) {
            in_heading &= !is_heading(name.trim_start_matches('/'));
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

/// What stands between `<` and `>`, and what is behind it. A `>` in quotes ends no tag.
fn tag(html: &str) -> (&str, &str) {
    let mut quoted = false;
    let end = html.find(|letter| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    match end {
        Some(end) => (html[..end].trim_start_matches('<'), &html[end + 1..]),
        None => ("", ""),
    }
}

/// With its slash, where it ends an element.
fn name(tag: &str) -> &str {
    let end = tag.find(|letter: char| letter.is_ascii_whitespace());
    &tag[..end.unwrap_or(tag.len())]
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn heading_id(name: &str, tag: &str) -> Option<String> {
    let (_, value) = tag.split_once(" id=\"").filter(|_| is_heading(name))?;
    Some(decoded(value.split('"').next()?).into_owned())
}

fn behind_end<'a>(name: &str, html: &'a str) -> &'a str {
    let end = ["</", name, ">"].concat();
    html.split_once(&end).map_or("", |(_, behind)| behind)
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
