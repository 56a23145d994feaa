//! CommonMark's own examples.

use crate::corpus::{Example, examples};
use crate::judge::judge;
use recto::markdown::{Enrichment, render, render_commonmark};

#[test]
fn every_example_of_the_specification_gives_its_html() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut wrong = 0;
    for Example {
        number,
        markdown,
        html,
    } in examples
    {
        let ours = render_commonmark(&markdown);
        if spelt_alike(&ours) != spelt_alike(&html) {
            wrong += 1;
            eprintln!("--- example {number}\n{markdown}--- expected\n{html}--- got\n{ours}");
        }
    }
    assert_eq!(wrong, 0, "examples that differ");
}

/// Pages differ from the specification where they must, and `spec_differences.txt` says where and why.
#[test]
fn pages_differ_from_the_specification_only_where_the_list_says_so() {
    differ_where_listed(
        include_str!("spec_differences.txt"),
        examples(),
        |page, html| spelt_alike(&undressed(page, html.contains("<h1>"))) != spelt_alike(html),
    );
}

/// Renders every example as a page, which must be safe, and must differ from the example's HTML where the list says so
/// and nowhere else. `differs` compares the page with that HTML.
pub fn differ_where_listed(
    list: &str,
    examples: Vec<Example>,
    differs: impl Fn(&str, &str) -> bool,
) {
    let listed = listed(list);
    let mut wrong = String::new();
    for Example {
        number,
        markdown,
        html,
    } in examples
    {
        let page = render(&markdown, &Enrichment::default()).html;
        judge(&page).unwrap_or_else(|reason| panic!("example {number}: {reason}"));
        match (differs(&page, &html), listed.contains(&number)) {
            (true, false) => {
                wrong += &format!(
                    "--- {number} differs:\n{markdown}--- expected\n{html}--- got\n{page}"
                );
            }
            (false, true) => {
                wrong += &format!("--- {number} does not differ, take it off the list\n");
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The numbers in a list of differences, in which lines of words give the reason for the numbers below.
fn listed(list: &str) -> Vec<usize> {
    list.split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect()
}

/// Both ways to write a quotation mark in text, and to end a void tag, are the same to HTML.
pub fn spelt_alike(html: &str) -> String {
    html.replace("&quot;", "\"").replace(" />", ">")
}

/// A page's HTML without what pages add to every heading, code block, image, link, table and task.
///
/// A text with a first-level heading has all its headings one level further down.
pub fn undressed(page: &str, is_shifted: bool) -> String {
    let mut html = page
        .replace(" rel=\"external noopener\"", "")
        .replace(" loading=\"lazy\" decoding=\"async\"", "")
        .replace("</table></div>", "</table>")
        .replace(" class=\"align-", " align=\"")
        .replace("<li class=\"task\">", "<li>")
        .replace(" aria-label=\"Done\"", "")
        .replace(" aria-label=\"To do\"", "");
    html = each(&html, "<div class=\"table-scroll\"", ">", |_| String::new());
    html = each(&html, " <a class=\"heading-anchor\"", "</a>", |_| {
        String::new()
    });
    html = each(&html, "<h", "</h", |heading| {
        let (start, text) = heading.split_once('>').unwrap_or((heading, ""));
        match start.split_once(" id=") {
            Some((level, _)) => format!("<h{level}>{text}</h"),
            None => format!("<h{heading}</h"),
        }
    });
    if is_shifted {
        html = (2..=6).fold(html, |html, level: u8| {
            let tag = |start: &str, level: u8| format!("{start}h{level}>");
            html.replace(&tag("<", level), &tag("<", level - 1))
                .replace(&tag("</", level), &tag("</", level - 1))
        });
    }
    html = each(&html, "<figure class=\"code\"", "<code>", |start| {
        let language = start.split("<span class=\"code-language\">").nth(1);
        match language.and_then(|rest| rest.split("</span>").next()) {
            Some(language) => format!("<pre><code class=\"language-{language}\">"),
            None => "<pre><code>".into(),
        }
    });
    html = html.replace("</code></pre></figure>", "</code></pre>");
    each(
        &html,
        "<figure class=\"image\">",
        "</figcaption></figure>",
        |image| {
            let (image, title) = image.split_once("><figcaption>").unwrap_or((image, ""));
            format!("<p>{image} title=\"{title}\"></p>")
        },
    )
}

/// Replaces everything from `start` to `end`, given what stands between them.
fn each(html: &str, start: &str, end: &str, replace: impl Fn(&str) -> String) -> String {
    let mut parts = html.split(start);
    let before = parts.next().unwrap_or_default().to_string();
    parts.fold(before, |html, part| match part.split_once(end) {
        Some((inner, after)) => html + &replace(inner) + after,
        None => html + start + part,
    })
}
