//! What is known of a text besides its HTML: outline, excerpt, words, remarks.

use recto::content::article::Heading;
use recto::markdown::{Enrichment, Rendered, render};

fn rendered(markdown: &str) -> Rendered {
    render(markdown, &Enrichment::default())
}

/// The outline as lines, indented by depth.
fn outline(markdown: &str) -> String {
    fn lines(headings: &[Heading], indent: usize) -> String {
        let line = |heading: &Heading| {
            let own = format!(
                "{:indent$}{} {} #{}\n",
                "", heading.level, heading.text, heading.id
            );
            own + &lines(&heading.children, indent + 2)
        };
        headings.iter().map(line).collect()
    }
    lines(&rendered(markdown).outline, 0)
}

#[test]
fn the_outline_is_nested_by_level() {
    assert_eq!(
        outline("## A\n\n### B\n\n#### C\n\n### D\n\n## E\n\n#### F\n\n### G"),
        "2 A #a\n  3 B #b\n    4 C #c\n  3 D #d\n2 E #e\n  4 F #f\n  3 G #g\n"
    );
}

#[test]
fn levels_in_the_outline_are_those_of_the_page() {
    assert_eq!(outline("# A\n\n## B\n\n# C"), "2 A #a\n  3 B #b\n2 C #c\n");
}

#[test]
fn the_outline_holds_plain_text() {
    assert_eq!(
        outline("## *A* `b` [c](/d) x^2^ <b>e</b> & ![f](g.png)[^1]\n\n[^1]: h"),
        "2 A b c x2 e & #a-b-c-x2-e\n"
    );
}

#[test]
fn only_headings_of_the_text_itself_are_in_the_outline() {
    assert_eq!(
        outline("> ## A\n\n- ## B\n\n## C\n\n<details>\n\n## D\n\n</details>\n\n##\n"),
        "2 C #c\n2 D #d\n"
    );
}

#[test]
fn the_excerpt_is_the_first_paragraphs_as_plain_text() {
    let text = "# Title\n\n> quote\n\nThe *first* `one` [link](/a)\nand https://example.com/ too.\n\n- list\n\nThe second.";
    assert_eq!(
        rendered(text).excerpt,
        "The first one link and https://example.com/ too. The second."
    );
}

#[test]
fn a_long_excerpt_ends_with_a_whole_word() {
    let excerpt = rendered(&"lorem, ".repeat(100)).excerpt;
    assert_eq!(excerpt, "lorem, ".repeat(27) + "lorem" + "…");
    assert_eq!(rendered(&"字".repeat(300)).excerpt, "字".repeat(199) + "…");
}

#[test]
fn the_excerpt_ends_where_the_writer_says() {
    assert_eq!(
        rendered("One.\n\nTwo.\n\n<!-- more -->\n\nThree.").excerpt,
        "One. Two."
    );
    assert_eq!(rendered("One <!--more--> two.").excerpt, "One");
    assert_eq!(rendered("<!-- more -->\n\nOne.").excerpt, "One.");
}

#[test]
fn words_are_counted_as_readers_count_them() {
    for (text, words) in [
        ("", 0),
        ("One two  three\nfour", 4),
        ("**bo**ld and *it*", 3),
        ("don't re-read e.g. 3.14 – or — this…that", 7),
        ("# A\n\n- b\n- c\n\n| d | e |\n|---|---|\n| f | g |", 7),
        ("`code` counts\n\n```\nblocks do not\n```", 2),
        ("don't (see) \\[well-known\\] -- it", 4),
        ("un*frag*mented and **two** parts", 4),
        ("“so” – said she… (1) é(a)b", 5),
        ("日本語", 3),
        ("日本語とRust", 5),
        ("汉字, 한국어 단어 русский", 5),
        ("😀 !? & —", 0),
    ] {
        assert_eq!(rendered(text).words, words, "{text}");
    }
}

#[test]
fn remarks_name_line_and_column_in_characters() {
    let rendered = rendered("é\n\nßß [a](javascript:x)\n\n> ![b](data:x)\n");
    let places: Vec<_> = rendered
        .warnings
        .iter()
        .map(|warning| (warning.line, warning.column))
        .collect();
    assert_eq!(places, [(3, 4), (5, 3)]);
}

#[test]
fn remarks_come_in_the_order_of_the_text_and_not_without_end() {
    let warnings = rendered(&"[a](x:y) [b](#c)\n\n".repeat(200)).warnings;
    assert_eq!(warnings.len(), 100);
    assert!(warnings.is_sorted_by_key(|warning| (warning.line, warning.column)));
}
