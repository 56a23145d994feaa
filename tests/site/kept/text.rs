//! What Markdown becomes, in the build and in a browser alike.

use super::rows::columns;
use recto::markdown::{Enrichment, render, render_html};

#[test]
fn markdown_is_read_as_its_writers_mean_it() {
    let mut wrong = Vec::new();
    for [number, markdown, wanted] in columns::<3>(include_str!("text.txt")) {
        let source = markdown.replace('⏎', "\n");
        let html = render(&source, &Enrichment::default()).html;
        assert_eq!(
            html,
            render_html(&source, &Enrichment::default()),
            "{markdown}"
        );
        let is_right = match wanted.strip_prefix('!') {
            Some(unwanted) => !html.contains(unwanted),
            None => html.contains(&wanted.replace('⏎', "\n")),
        };
        if !is_right {
            wrong.push(format!(
                "{number} {markdown}\n  wanted: {wanted}\n  found: {html}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_stands_in_for_marks_is_never_seen() {
    for text in [
        "a\u{1}b $5 {x}",
        "## \u{2} {1}",
        "\u{3}**「a」**b",
        "**「a」**b `**「a」**b`",
    ] {
        let html = render(text, &Enrichment::default()).html;
        assert!(!html.contains(['\u{1}', '\u{2}', '\u{3}']), "{html:?}");
    }
}
