//! Hostile facts change the words of a page and nothing else, and a URL that runs is refused wherever one is wanted.

use super::blog::Blog;
use super::hostile_facts::{HOSTILE, blog_with};
use scraper::{ElementRef, Html};
use serde_json::json;

/// Texts that a parser could take for markup, each by another way.
const TEXTS: [&str; 7] = [
    HOSTILE,
    "</p></div></main></body></html><p>",
    "<table><tr><td><select><option><template>",
    "<!--><svg><style><![CDATA[</style>]]>",
    "</noscript><plaintext><math><mtext><mglyph>",
    "\u{2028}\u{FEFF}`${alert(1)}` {{alert(1)}} <%= 1 %>",
    "]]></script><?xml <!DOCTYPE x [<!ENTITY y \"z\">]>&y;",
];

/// What browsers take for a scheme of its own, however it is spelt.
const URLS: [&str; 9] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " \u{1}javascript:alert(1)",
    "java\nscript\r:\u{1b}[2Jalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://blog.example/x",
    "file:///etc/passwd",
];

const PAGES: [&str; 7] = [
    "index.html",
    "404.html",
    "articles/hostile/index.html",
    "articles/second/index.html",
    "authors/mallory/index.html",
    "archive/index.html",
    "tags/index.html",
];

#[test]
fn a_hostile_text_moves_no_element_of_a_page() {
    let harmless = blog_with("Harmless");
    harmless.build();
    for text in TEXTS {
        let hostile = blog_with(text);
        hostile.build();
        for page in PAGES {
            let [expected, found] = [&harmless, &hostile].map(|blog| skeleton(&blog.dist(page)));
            assert_eq!(expected, found, "{page} with {text:?}");
        }
    }
}

#[test]
fn a_url_that_runs_is_refused_in_every_place_for_a_url() {
    for url in URLS {
        let blog = Blog::new();
        let site = json!({
            "title": "A Blog",
            "base_url": "https://blog.example/",
            "navigation": [{ "label": "A label", "href": url }],
        });
        let author = json!({ "name": "Ada", "avatar": url, "url": url, "same_as": [url] });
        let cover =
            json!({ "title": "A", "date": "2024-05-01", "cover": { "src": url, "alt": "b" } });
        let canonical = json!({ "title": "A", "date": "2024-05-01", "canonical_url": url });
        blog.write("content/site.json", site.to_string());
        blog.write("content/authors/ada.json", author.to_string());
        blog.write("content/articles/cover.md", format!("{cover}\n\nText."));
        blog.write(
            "content/articles/canonical.md",
            format!("{canonical}\n\nText."),
        );
        let told = blog.build_fails();
        let refusals = |file: &str, what: &str| {
            let is_meant = |line: &&str| {
                line.starts_with(&format!("content/{file}:"))
                    && line.contains(what)
                    && !line.contains("warning")
            };
            told.lines().filter(is_meant).count()
        };
        assert!(!told.contains(['\r', '\u{1b}']), "{url:?}: {told}");
        let link = "is not a link that a page may hold";
        assert_eq!(refusals("site.json", link), 1, "{url:?}: {told}");
        assert_eq!(refusals("authors/ada.json", link), 3, "{url:?}: {told}");
        assert_eq!(
            refusals("articles/cover.md", "is not an image"),
            1,
            "{url:?}: {told}"
        );
        assert_eq!(
            refusals("articles/canonical.md", "is not an absolute URL"),
            1,
            "{url:?}: {told}"
        );
    }
}

/// Every element of a page, how deep it is, and its classes; not what it says.
fn skeleton(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let elements = document
        .root_element()
        .descendants()
        .filter_map(ElementRef::wrap);
    let line = |element: ElementRef| {
        let depth = element.ancestors().count();
        let names: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
        let class = element.attr("class").unwrap_or_default();
        format!("{depth} {}.{class} {names:?}", element.value().name())
    };
    elements.map(line).collect()
}
