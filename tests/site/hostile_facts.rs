//! Titles and other facts that try to be markup: they stay text, in every place they are written.

use super::blog::{Blog, files};
use super::links::attributes;
use scraper::{Html, Selector};
use serde_json::{Value, json};

pub const HOSTILE: &str =
    r#"</title></script><script>alert(1)</script>"'><img src=x onerror=alert(2)>&lt;{{x}}<!--"#;

#[test]
fn hostile_facts_stay_text_in_every_file() {
    let blog = hostile_blog();
    blog.build();
    for (path, bytes) in files(&blog.path().join("dist")) {
        let text = String::from_utf8_lossy(&bytes);
        let name = path.display().to_string();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => page_is_clean(&name, &text),
            Some("json" | "webmanifest") => drop(serde_json::from_str::<Value>(&text).unwrap()),
            Some("xml" | "svg") => xml_holds_text_alone(&name, &text),
            _ => {}
        }
    }
}

#[test]
fn hostile_facts_are_still_readable() {
    let blog = hostile_blog();
    blog.build();
    let page = blog.dist("articles/hostile/index.html");
    let document = Html::parse_document(&page);
    let text = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        document
            .select(&selector)
            .next()
            .unwrap()
            .text()
            .collect::<String>()
    };
    assert_eq!(text("h1"), HOSTILE);
    assert_eq!(text("title"), format!("{HOSTILE} · {HOSTILE}"));
    assert_eq!(text(".deck"), HOSTILE);
    assert_eq!(text(".author-name"), HOSTILE);
    assert_eq!(
        attributes(&page, "meta[property='og:title']", "content"),
        [HOSTILE]
    );
    let data: Value = serde_json::from_str(&text("script[type='application/ld+json']")).unwrap();
    let posting = &data["@graph"][0];
    assert_eq!(posting["headline"], HOSTILE);
    assert_eq!(posting["author"][0]["name"], HOSTILE);
    assert_eq!(data["@graph"][1]["itemListElement"][2]["name"], HOSTILE);
    for property in [
        "og:title",
        "og:description",
        "og:image:alt",
        "article:section",
    ] {
        let selector = format!("meta[property='{property}']");
        assert_eq!(
            attributes(&page, &selector, "content"),
            [HOSTILE],
            "{property}"
        );
    }
    let oembed = "link[type='application/json+oembed']";
    assert_eq!(attributes(&page, oembed, "title"), [HOSTILE]);
    let oembed: Value = serde_json::from_str(&blog.dist("articles/hostile/oembed.json")).unwrap();
    assert_eq!(
        (&oembed["title"], &oembed["author_name"]),
        (&HOSTILE.into(), &HOSTILE.into())
    );
    for file in ["atom.xml", "rss.xml", "feed.json"] {
        let feed = feed_rs::parser::parse(blog.dist(file).as_bytes()).unwrap();
        let entry = &feed.entries[0];
        assert_eq!(entry.title.as_ref().unwrap().content, HOSTILE, "{file}");
        assert_eq!(entry.authors[0].name.as_deref(), Some(HOSTILE), "{file}");
    }
}

#[test]
fn no_url_that_runs_a_script_is_written_anywhere() {
    let blog = hostile_blog();
    blog.write(
        "content/articles/urls.md",
        "---\ntitle: Urls\ndate: 2024-05-02\nauthors: [{ name: Eve, url: 'javascript:alert(8)' }]\n---\n\
         [a](javascript:alert(9)) ![b](data:text/html,x) <a href=\" JaVaScRiPt:alert(10)\">c</a>\n",
    );
    blog.build();
    for (path, bytes) in files(&blog.path().join("dist")) {
        let name = path.display().to_string();
        let text = String::from_utf8_lossy(&bytes);
        let urls = match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => [
                ("a", "href"),
                ("link", "href"),
                ("img", "src"),
                ("meta", "content"),
            ]
            .iter()
            .flat_map(|(element, attribute)| attributes(&text, element, attribute))
            .collect(),
            Some("xml") => feed_urls(&text),
            _ => Vec::new(),
        };
        for url in urls {
            let url = url.trim().to_ascii_lowercase();
            assert!(
                !url.starts_with("javascript:") && !url.starts_with("data:"),
                "{name}: {url}"
            );
        }
    }
}

/// The values of all attributes, and those in the HTML that a feed carries.
fn feed_urls(text: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(text).unwrap();
    let nodes = document.descendants();
    nodes
        .flat_map(|node| {
            let own = node
                .attributes()
                .map(|attribute| attribute.value().to_string());
            let html = node.text().unwrap_or_default();
            own.chain(attributes(html, "a", "href"))
                .chain(attributes(html, "img", "src"))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Every fact that a publisher can write, with something hostile in it.
fn hostile_blog() -> Blog {
    blog_with(HOSTILE)
}

/// The same blog with any text in every fact.
pub fn blog_with(text: &str) -> Blog {
    let blog = Blog::new();
    let site = json!({
        "title": text,
        "description": text,
        "base_url": "https://blog.example/",
        "navigation": [{ "label": text, "href": "/#\"><script>alert(3)</script>" }],
        "reactions": [{ "id": "like", "emoji": text, "label": text }],
    });
    let author = json!({
        "name": text, "role": text, "focus": text, "bio": text,
        "url": "https://a.example/\"><script>alert(4)</script>",
        "same_as": ["https://b.example/'onclick=alert(5)"],
    });
    let head = json!({
        "title": text, "description": text, "date": "2024-05-01", "authors": ["mallory"],
        "tags": [text, "\u{0}\u{8}"], "series": text, "series_order": 1,
        "cover": { "src": "https://c.example/\"onload=alert(6)", "alt": text, "caption": text },
        "canonical_url": "https://d.example/\"><script>alert(7)</script>",
    });
    blog.write("content/site.json", site.to_string());
    blog.write("content/authors/mallory.json", author.to_string());
    blog.write("content/articles/hostile.md", format!("{head}\n\nText."));
    blog.article("second", "Text.");
    blog
}

const OUR_SCRIPTS: [&str; 3] = ["/assets/framed-", "/embed/v1.js", "/embed/frame.js"];

/// No script but our own, no handler, no picture but those that were meant.
fn page_is_clean(name: &str, page: &str) {
    let document = Html::parse_document(page);
    for element in document.select(&Selector::parse("*").unwrap()) {
        let handler = element
            .value()
            .attrs()
            .find(|(name, _)| name.starts_with("on") || *name == "style");
        assert!(handler.is_none(), "{name}: {element:?}");
    }
    for script in document.select(&Selector::parse("script").unwrap()) {
        let ours = script
            .attr("src")
            .is_some_and(|src| OUR_SCRIPTS.iter().any(|ours| src.starts_with(ours)))
            || is_inline_script(&script.text().collect::<String>());
        assert!(
            ours || script.attr("type") == Some("application/ld+json"),
            "{name}: {}",
            script.html()
        );
    }
    for src in attributes(page, "img", "src") {
        assert!(src.starts_with("https://c.example/"), "{name}: {src}");
    }
}

/// The two that stand in a page.
fn is_inline_script(text: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().concat();
    let scripts = [
        (
            include_str!("../../src/browser/scripts/first_paint.js"),
            "const root = document.documentElement;",
        ),
        (
            include_str!("../../src/browser/scripts/first_sign.js"),
            "const signs = [\"pointermove\",",
        ),
    ];
    let is_one = |(source, begin): (&str, &str)| {
        source.contains(begin) && plain(text).starts_with(&plain(&["{", begin].concat()))
    };
    scripts.into_iter().any(is_one) && !text.contains('<')
}

fn xml_holds_text_alone(name: &str, text: &str) {
    let document =
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let names = ["script", "img"];
    assert!(
        !document
            .descendants()
            .any(|node| names.contains(&node.tag_name().name())),
        "{name}"
    );
}
