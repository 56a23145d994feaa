//! What a page has in itself so that its text is painted early, and what comes behind it.

use super::blog::{Blog, files};
use super::links::attributes;
use base64::Engine;
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::path::Path;

/// Bytes of style in an article of plain text, compressed.
const MAX_STYLE: usize = 3_000;

/// Bytes of a compressed page in which its first paragraph has come.
const MAX_BEFORE_TEXT: usize = 4_300;

/// What an article of plain text needs only below its first screen, or not at all.
const BELOW_FIRST_SCREEN: [&str; 5] = [
    ".related-list",
    ".reaction-bar",
    ".alert-title",
    ".tok-keyword",
    "@media print",
];

#[test]
fn an_article_of_plain_text_has_little_style_in_itself() {
    let blog = ours();
    let page = blog.dist("articles/plain/index.html");
    let [style] = &styles(&page)[..] else {
        panic!("not one sheet: {page}");
    };
    let length = compressed(style).len();
    assert!(length <= MAX_STYLE, "{length} bytes");
    for rule in [".article-title", ".site-header", ".prose"] {
        assert!(style.contains(rule), "{rule}");
    }
    for rule in BELOW_FIRST_SCREEN {
        assert!(!style.contains(rule), "{rule}");
    }
}

#[test]
fn an_article_has_in_itself_what_its_first_screen_needs_besides() {
    let blog = ours();
    let holds = |slug: &str| {
        let styles = styles(&blog.dist(&format!("articles/{slug}/index.html"))).concat();
        let rules = [
            ".contents-list",
            "::marker",
            ".tok-keyword",
            ".alert-title",
            ".footnotes",
            "mtd",
            "Noto Naskh Arabic",
            "[data-at]",
        ];
        rules.map(|rule| u8::from(styles.contains(rule)))
    };
    assert_eq!(holds("plain"), [0; 8]);
    assert_eq!(holds("long"), [1, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(holds("list"), [0, 1, 0, 0, 0, 0, 0, 0]);
    assert_eq!(holds("code"), [0, 1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(holds("note"), [0, 1, 0, 1, 1, 1, 0, 0]);
    assert_eq!(holds("both"), [0, 1, 1, 1, 1, 1, 0, 0]);
    assert_eq!(holds("below"), [0; 8]);
    assert_eq!(holds("script"), [0, 0, 0, 0, 0, 0, 1, 0]);
    assert_eq!(holds("crop"), [0, 0, 0, 0, 0, 0, 0, 1]);
    assert!(
        blog.dist("articles/crop/index.html")
            .contains(" data-at=\"60 0\"")
    );
}

#[test]
fn the_first_paragraph_comes_with_the_first_bytes() {
    let blog = ours();
    let page = compressed(&blog.dist("articles/plain/index.html"));
    let beginning = decompressed(&page[..MAX_BEFORE_TEXT.min(page.len())]);
    assert!(beginning.contains("<h1"), "{beginning}");
    assert!(beginning.contains("<p>Text with"), "{beginning}");
}

#[test]
fn all_else_that_a_page_needs_is_linked_at_its_end() {
    let blog = ours();
    for (path, kinds) in [
        ("index.html", &["list"][..]),
        ("404.html", &["list"]),
        ("tags/index.html", &["list"]),
        ("articles/plain/index.html", &["article"]),
        ("articles/both/index.html", &["article"]),
        ("articles/below/index.html", &["prose"]),
    ] {
        let page = blog.dist(path);
        let sheets = attributes(&page, "link[rel=stylesheet]", "href");
        assert_eq!(sheets.len(), kinds.len(), "{path}: {sheets:?}");
        for (sheet, kind) in sheets.iter().zip(kinds) {
            let (_, behind) = page.split_once(&format!("href=\"{sheet}\"")).unwrap();
            assert!(!behind.contains("<p"), "{path}: {behind}");
            let beginning = format!("/assets/later-{kind}-");
            assert!(sheet.starts_with(&beginning), "{path}: {sheet}");
            let later = blog.dist(&sheet[1..]);
            let rules = match *kind {
                "article" => &[".related-list", ".reaction-bar", "@media print"][..],
                "prose" => &[
                    ".related-list",
                    "@media print",
                    ".alert-title",
                    ".tok-keyword",
                    "::marker",
                ],
                _ => &["::selection", "@media print"],
            };
            for rule in rules {
                assert!(later.contains(rule), "{kind}: {rule}");
            }
            assert!(!later.contains(".site-header"), "{kind}");
        }
    }
}

#[test]
fn all_rules_come_with_the_app() {
    let blog = ours();
    let manifest: Value = serde_json::from_str(&blog.dist("assets.json")).unwrap();
    let start = manifest["start"].as_array().unwrap().iter();
    let path = start
        .filter_map(Value::as_str)
        .find(|path| path.ends_with(".css"));
    let sheet = blog.dist(path.unwrap());
    let others = [".tag-index", ".archive-entry", ".kept", ".contents-list"];
    for rule in BELOW_FIRST_SCREEN.iter().chain(&others) {
        assert!(sheet.contains(rule), "{rule}");
    }
}

#[test]
fn the_policy_names_what_is_inlined_and_nothing_else() {
    let blog = ours();
    let headers = blog.dist("_headers");
    let mut all: Vec<String> = Vec::new();
    for (path, bytes) in files(&blog.path().join("dist")) {
        let is_page = path
            .extension()
            .is_some_and(|extension| extension == "html");
        let page = if is_page {
            String::from_utf8(bytes).unwrap()
        } else {
            continue;
        };
        let sources: Vec<String> = styles(&page).iter().map(|style| source(style)).collect();
        if sources.is_empty() {
            continue;
        }
        let own = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
        let style = format!("; style-src 'self' {}; ", sources.join(" "));
        assert!(own[0].contains(&style), "{}: {}", path.display(), own[0]);
        all.extend(sources);
    }
    all.sort();
    all.dedup();
    assert_eq!(
        all.len(),
        8,
        "article, scripts, contents, lists, code, blocks, crop, list"
    );
    for host in [
        "_headers",
        "vercel.json",
        "_hosting/nginx.conf",
        "_hosting/Caddyfile",
    ] {
        let told = blog.dist(host);
        assert!(
            all.iter().all(|source| told.contains(source.as_str())),
            "{host}"
        );
    }
    assert_eq!(
        headers.matches("'sha256-").count() % 10,
        0,
        "eight sheets and two scripts: {headers}"
    );
}

#[test]
fn a_style_sheet_of_the_publishers_stands_whole_in_every_page() {
    let blog = Blog::new();
    blog.article("plain", "Text.");
    blog.build();
    for path in ["index.html", "tags/index.html", "articles/plain/index.html"] {
        let page = blog.dist(path);
        assert_eq!(
            styles(&page),
            [":root{--paper:light-dark(#fff,#000);color-scheme:light dark}"]
        );
        assert_eq!(attributes(&page, "link[rel=stylesheet]", "href"), [""; 0]);
    }
}

/// A blog in our own style.
fn ours() -> Blog {
    let blog = Blog::new();
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let code = "```rust\nfn main() {}\n```";
    let note = "> [!NOTE]\n> Text.[^1]\n\n[^1]: A note.";
    blog.article(
        "plain",
        "Text with *stress* and a [link](/).\n\n## Heading\n\n> said",
    );
    blog.article("list", "Text with `code`.\n\n* a point");
    blog.write(
        "content/articles/script.md",
        "---\ntitle: كتاب\ndate: 2024-05-01\nlang: ar\n---\nنص\n",
    );
    blog.write(
        "content/articles/crop.md",
        "---\ntitle: Crop\ndate: 2024-05-01\ncover:\n  src: https://example.org/a.png\n  alt: A\n  position: 62% top\n---\nText.\n",
    );
    blog.article("long", "## One\n\n## Two\n\n## Three");
    blog.article("code", code);
    blog.article("note", note);
    let both = [code, note].join("\n\n");
    blog.article("both", &both);
    blog.article("below", &["Text. ".repeat(600), both].join("\n\n"));
    blog.build_with(&["--style", style.to_str().unwrap()]);
    blog
}

fn styles(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let style = Selector::parse("style").unwrap();
    document
        .select(&style)
        .map(|style| style.text().collect())
        .collect()
}

fn source(style: &str) -> String {
    let digest = base64::prelude::BASE64_STANDARD.encode(Sha256::digest(style));
    format!("'sha256-{digest}'")
}

fn compressed(text: &str) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(text.as_bytes()).unwrap();
    writer.into_inner()
}

/// As far as the bytes reach.
fn decompressed(bytes: &[u8]) -> String {
    let mut text = Vec::new();
    let mut reader = brotli::Decompressor::new(bytes, 4096);
    // It ends in the middle.
    let _ = reader.read_to_end(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}
