//! Texts made to cost a renderer far more than their length: each must finish, in proportion to it.

use crate::judge::{judge, judge_ids};
use recto::markdown::{Enrichment, extract_references, render};

/// A name, what begins the text, what is repeated, and what ends it, repeated too.
type Pattern = (&'static str, &'static str, &'static str, &'static str);

const PATTERNS: [Pattern; 92] = [
    ("nested quotes", "", ">", ""),
    ("nested quotes with spaces", "", "> ", ""),
    ("nested quotes, then lines", "", ">", "\nb"),
    ("nested lists", "", "- ", ""),
    ("nested lists, then lines", "", "- ", "\nb"),
    ("nested lists, then empty lines", "", "* ", "\n"),
    ("nested ordered lists", "", "1. ", ""),
    ("nested lists and quotes", "", "> - 1) ", ""),
    ("nested definitions", "a\n", ": ", "a"),
    ("nested alerts", "", "> [!NOTE]\n>", ""),
    ("nested takeaways", "", "> [!TAKEAWAY]\n>", ""),
    ("nested footnotes", "", "[^a]: ", ""),
    ("open brackets", "", "[", ""),
    ("bracket pairs", "", "[", "]"),
    ("open links", "", "[a](", ""),
    ("open images", "", "![", ""),
    ("nested images", "", "![a", "](b)"),
    ("nested links", "", "[a", "](b)"),
    (
        "links to one definition",
        "[a]: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n\n",
        "[a]",
        "",
    ),
    ("definitions", "", "[a]: b\n", ""),
    ("open emphasis", "", "*a ", ""),
    ("closing emphasis", "", "a* ", ""),
    ("mixed emphasis", "", "*a _b ", ""),
    ("nested emphasis", "", "*a **b", "b** a*"),
    ("emphasis and links", "", "**x [a*b**c*](d)", ""),
    ("stars", "", "*", ""),
    ("underscores", "", "_a_", ""),
    ("open tildes", "", "~a ", ""),
    ("subscripts", "", "a~b~", ""),
    ("carets", "", "a^b", ""),
    ("superscripts", "", "a^b^", ""),
    ("backticks", "", "`", "a``"),
    ("code spans", "", "`a``b", ""),
    ("table cells", "|", "a|", ""),
    ("wide tables", "", "|a", "|-"),
    ("table rows", "|a|\n|-|\n", "|b|\n", ""),
    ("many tables", "", "|a|\n|-|\n\n", ""),
    ("lines that could be tables", "", "a|b\n", ""),
    ("references", "", "&amp;", ""),
    ("open references", "", "&a", ""),
    ("references in HTML", "<div>", "&eacute;", ""),
    ("open references in HTML", "<div>", "&a", ""),
    ("open tags", "", "<div>", ""),
    ("open tags on lines", "", "<div>\n", ""),
    ("open tags in a line", "a ", "<b>", ""),
    ("end tags", "", "</div>", ""),
    ("angles", "", "<", ""),
    ("beginnings of tags", "", "<a ", ""),
    ("open comments", "", "<!--", ""),
    ("open comments in a block", "<div>", "<!--", ""),
    ("open quotation marks in tags", "<div>", "<a x=\"", ""),
    ("open scripts", "<div>", "<script>", ""),
    ("scripts that almost end", "<div>", "<script></x", ""),
    ("attributes", "<div ", "a=b ", ">"),
    ("instructions", "", "<?", ""),
    ("character data", "a ", "<![CDATA[", ""),
    ("declarations", "a ", "<!A ", ""),
    ("rows without ends", "<table>", "<tr><td>", ""),
    ("nested tables", "", "<table><tr><td>", ""),
    ("items without ends", "<ul>", "<li>", ""),
    ("paragraphs without ends", "", "<p>", ""),
    ("links without ends", "x ", "<a href=x>", ""),
    ("ids", "", "<p id=a>", ""),
    ("references to one footnote", "[^a]: b\n\n", "[^a]", ""),
    ("open footnotes", "", "[^", ""),
    ("headings", "", "# a\n", ""),
    ("underlined headings", "", "a\n", "==="),
    ("heading attributes", "# a {", "#a ", "}"),
    ("bare links", "", "www.a.b ", ""),
    ("almost bare links", "", "_www.a", ""),
    ("colons", "", "http://_", ""),
    ("at signs", "", "a@", ""),
    ("mail addresses", "", "a.b@c.d", ""),
    ("parentheses after a link", "http://a.b/", ")", ""),
    ("pairs of parentheses after a link", "http://a.b/", "(", ")"),
    ("references after a link", "http://a.b/", "&a;", ""),
    ("dollars", "", "$a ", ""),
    ("formulas", "", "$a$", ""),
    ("braces", "$", "{", "}"),
    ("fences", "", "```\n", ""),
    ("changed lines", "```diff {1-9999}\n", "+\n", ""),
    ("ranges of lines", "```a {", "1,", "\na"),
    ("words behind a fence", "```a ", "b=", "\n"),
    ("definition lists", "", "a\n: b\n", ""),
    ("tasks", "", "- [ ] a\n", ""),
    ("backslashes", "", "\\", ""),
    ("carriage returns", "", "\r", ""),
    ("NULs", "", "\0", ""),
    ("tabs", "", "\t", "a"),
    ("figures", "", "![a](b \"c\")\n\n", ""),
    ("links within the page", "# a\n", "[x](#a)", ""),
    ("one long word", "", "a", ""),
];

fn text((_, start, middle, end): Pattern, length: usize) -> String {
    let share = if end.is_empty() { length } else { length / 2 };
    start.to_string()
        + &middle.repeat(share / middle.len() + 1)
        + &end.repeat(share / end.len().max(1))
}

#[test]
fn output_grows_with_the_text_and_no_faster() {
    for pattern in PATTERNS {
        let [small, large] = [10_000, 40_000].map(|length| {
            let text = text(pattern, length);
            extract_references(&text);
            let html = render(&text, &Enrichment::default()).html;
            assert!(html.len() <= 110_000 + 64 * text.len(), "{}", pattern.0);
            html.len()
        });
        assert!(
            large <= 5 * small + 10_000,
            "{}: {small} grew to {large}",
            pattern.0
        );
    }
}

#[test]
fn each_gives_html_that_a_browser_reads_as_it_is_written() {
    for pattern in PATTERNS {
        let html = render(&text(pattern, 1_500), &Enrichment::default()).html;
        judge(&html)
            .and_then(|()| judge_ids(&html))
            .unwrap_or_else(|reason| panic!("{}: {html}\n{reason}", pattern.0));
    }
}

#[test]
fn elements_nest_a_hundred_deep_at_most_and_the_writer_is_told() {
    for pattern in PATTERNS {
        let rendered = render(&text(pattern, 20_000), &Enrichment::default());
        let told = rendered
            .warnings
            .iter()
            .any(|warning| warning.what.contains("more than 100 deep"));
        let deepest = depth(&rendered.html);
        assert!(deepest <= 105, "{}: {deepest} deep", pattern.0);
        assert!(
            told || deepest < 100,
            "{}: {deepest} deep and not told",
            pattern.0
        );
    }
}

#[test]
fn a_page_far_longer_than_its_text_is_cut_off_and_the_writer_is_told() {
    let wide = "|a".repeat(500) + "|\n" + &"|-".repeat(500) + "|\n" + &"|b\n".repeat(500);
    let text = wide.repeat(4);
    let rendered = render(&text, &Enrichment::default());
    assert!(rendered.html.len() < 110_000 + 64 * text.len());
    assert!(
        rendered
            .html
            .ends_with("<p class=\"cut-off\">This text is too long to show the rest.</p>\n")
    );
    assert!(
        rendered
            .warnings
            .iter()
            .any(|warning| warning.what.contains("cut off"))
    );
    judge(&rendered.html).unwrap();
}

/// How many elements are open at once. In our HTML every element but the void ones is closed.
fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for tag in html.split('<').skip(1) {
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        match name {
            "br" | "hr" | "img" | "input" | "source" | "track" | "wbr" => {}
            _ if name.starts_with('/') => open -= 1,
            _ => open += 1,
        }
        deepest = deepest.max(open);
    }
    deepest
}
