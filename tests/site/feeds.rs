//! Feeds and sitemap, read by parsers that know nothing of Recto.

use super::blog::Blog;
use super::links::attributes;
use feed_rs::model::{Feed, FeedType};
use serde_json::Value;

const FILES: [(&str, FeedType); 3] = [
    ("atom.xml", FeedType::Atom),
    ("rss.xml", FeedType::RSS2),
    ("feed.json", FeedType::JSON),
];

#[test]
fn three_feeds_carry_the_whole_text_with_absolute_urls() {
    let blog = blog_of_two_articles();
    blog.build();
    for (file, kind) in FILES {
        let feed = feed(&blog, file);
        assert_eq!(feed.feed_type, kind);
        assert_eq!(feed.title.as_ref().unwrap().content, "A Blog", "{file}");
        assert_eq!(
            links(&feed),
            [
                "https://blog.example/b/articles/new/",
                "https://blog.example/b/articles/old/"
            ],
            "{file}"
        );
        let new = &feed.entries[0];
        assert_eq!(
            new.published.unwrap().to_rfc3339(),
            "2024-05-01T00:00:00+00:00",
            "{file}"
        );
        assert_eq!(new.authors[0].name.as_deref(), Some("Ada"), "{file}");
        let terms: Vec<_> = new.categories.iter().map(|tag| tag.term.as_str()).collect();
        assert!(terms == ["rust"] || terms == ["Rust"], "{file}: {terms:?}");
        let html = whole_text(new);
        assert_eq!(
            attributes(&html, "a", "href")[..2],
            [
                "https://blog.example/b/articles/old/",
                "https://blog.example/b/articles/new/#fn:1"
            ],
            "{file}"
        );
        let src = &attributes(&html, "img", "src")[0];
        assert!(
            src.starts_with("https://blog.example/b/assets/media/dot-"),
            "{file}: {src}"
        );
        assert!(html.contains("the last words"), "{file}: {html}");
    }
    let updated = feed(&blog, "atom.xml").entries[0].updated.unwrap();
    assert_eq!(updated.to_rfc3339(), "2024-05-02T00:00:00+00:00");
}

#[test]
fn each_tag_author_and_series_has_its_feeds() {
    let blog = blog_of_two_articles();
    blog.build();
    for (folder, title, page) in [
        ("tags/rust/", "Rust · A Blog", "tags/rust/"),
        ("authors/ada/", "Ada · A Blog", "authors/ada/"),
        ("series/a-series/", "A Series · A Blog", "series/a-series/"),
    ] {
        for (file, _) in FILES {
            let path = [folder, file].concat();
            let feed = feed(&blog, &path);
            assert_eq!(feed.title.as_ref().unwrap().content, title, "{path}");
            assert_eq!(
                links(&feed),
                ["https://blog.example/b/articles/new/"],
                "{path}"
            );
            let own: Vec<&str> = feed.links.iter().map(|link| link.href.as_str()).collect();
            let page = format!("https://blog.example/b/{page}");
            assert!(own.contains(&page.as_str()), "{path}: {own:?}");
        }
    }
    let json: Value = serde_json::from_str(&blog.dist("tags/rust/feed.json")).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(
        json["feed_url"],
        "https://blog.example/b/tags/rust/feed.json"
    );
}

#[test]
fn pages_name_the_feeds_that_follow_what_they_show() {
    let blog = blog_of_two_articles();
    blog.build();
    let feeds = |page: &str| {
        let page = blog.dist(page);
        [
            "application/atom+xml",
            "application/rss+xml",
            "application/feed+json",
        ]
        .iter()
        .flat_map(|kind| attributes(&page, &format!("link[type='{kind}']"), "href"))
        .collect::<Vec<_>>()
    };
    let whole = ["/b/atom.xml", "/b/rss.xml", "/b/feed.json"];
    assert_eq!(feeds("index.html"), whole);
    assert_eq!(feeds("articles/old/index.html"), whole);
    for (page, folder) in [
        ("tags/rust/index.html", "/b/tags/rust/"),
        ("authors/ada/index.html", "/b/authors/ada/"),
        ("articles/new/index.html", "/b/series/a-series/"),
    ] {
        let found = feeds(page);
        assert_eq!(found.len(), 6, "{page}");
        for href in found {
            assert!(
                href.starts_with(folder) || whole.contains(&href.as_str()),
                "{page}: {href}"
            );
            assert!(
                blog.has(href.strip_prefix("/b/").unwrap()),
                "{page}: {href}"
            );
        }
    }
}

#[test]
fn a_feed_holds_the_newest_twenty() {
    let blog = Blog::new();
    for day in 1..=25 {
        let text = format!("---\ntitle: Day {day}\ndate: 2024-01-{day:02}\n---\nText.");
        blog.write(&format!("content/articles/day-{day}.md"), text);
    }
    blog.build();
    let feed = feed(&blog, "atom.xml");
    assert_eq!(feed.entries.len(), 20);
    assert_eq!(feed.entries[0].title.as_ref().unwrap().content, "Day 25");
}

#[test]
fn the_sitemap_lists_every_page_with_its_day() {
    let blog = blog_of_two_articles();
    blog.write(
        "content/articles/elsewhere.md",
        "---\ntitle: E\ndate: 2024-01-01\ncanonical_url: https://e.example/e\n---\nText.",
    );
    blog.build();
    let sitemap = blog.dist("sitemap.xml");
    let sitemap = roxmltree::Document::parse(&sitemap).unwrap();
    let text = |node: roxmltree::Node, name: &str| {
        let child = node
            .children()
            .find(|child| child.has_tag_name((NAMESPACE, name)));
        child
            .and_then(|child| child.text())
            .unwrap_or_default()
            .to_string()
    };
    let urls = sitemap
        .descendants()
        .filter(|node| node.has_tag_name((NAMESPACE, "url")));
    let mut pages: Vec<(String, String)> = urls
        .map(|url| (text(url, "loc"), text(url, "lastmod")))
        .map(|(loc, day)| (loc.replace("https://blog.example/b/", "/"), day))
        .collect();
    pages.sort();
    let expected = [
        ("/", "2024-05-02"),
        ("/archive/", "2024-05-02"),
        ("/articles/new/", "2024-05-02"),
        ("/articles/old/", "2024-05-01"),
        ("/authors/", "2024-05-02"),
        ("/authors/ada/", "2024-05-02"),
        ("/embed/", ""),
        ("/series/", ""),
        ("/series/a-series/", "2024-05-02"),
        ("/tags/", "2024-05-02"),
        ("/tags/rust/", "2024-05-02"),
    ];
    assert_eq!(
        pages,
        expected.map(|(page, day)| (page.to_string(), day.to_string()))
    );
    let robots = blog.dist("robots.txt");
    assert!(robots.contains("Sitemap: https://blog.example/b/sitemap.xml"));
}

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn feed(blog: &Blog, path: &str) -> Feed {
    let feed = feed_rs::parser::parse(blog.dist(path).as_bytes());
    feed.unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn links(feed: &Feed) -> Vec<&str> {
    feed.entries
        .iter()
        .map(|entry| entry.links[0].href.as_str())
        .collect()
}

fn whole_text(entry: &feed_rs::model::Entry) -> String {
    entry.content.as_ref().unwrap().body.clone().unwrap()
}

fn blog_of_two_articles() -> Blog {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "title": "A Blog", "base_url": "https://blog.example/b/" }"#,
    );
    blog.article("old", "Text.");
    blog.write(
        "content/articles/new.md",
        "---\ntitle: New\ndate: 2024-05-01\nupdated: 2024-05-02\nauthors: [ada]\ntags: [Rust]\n\
         series: A Series\nseries_order: 1\n---\nSee [the old one](old.md) and[^1].\n\n![A dot](dot.png)\n\n\
         [^1]: These are the last words.\n",
    );
    blog.write("content/articles/dot.png", [0; 8]);
    blog.write("content/authors/ada.json", r#"{ "name": "Ada" }"#);
    blog
}
