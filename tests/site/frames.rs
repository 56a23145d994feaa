//! Pages for frames: what stands in them, who may frame them, and how other sites find them.

use super::blog::{Blog, files};
use super::links::attributes;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const PAGES: [&str; 11] = [
    "article/new",
    "article/old",
    "author/ada",
    "card/new",
    "card/old",
    "latest",
    "latest/rust",
    "reactions",
    "related/new",
    "related/old",
    "search",
];

#[test]
fn every_piece_has_a_page_that_needs_no_script() {
    let blog = blog();
    blog.build();
    for (page, text) in [
        ("article/new", "A text with a note"),
        ("card/new", "A deck."),
        ("author/ada", "Editor"),
        ("related/new", "Also on Rust"),
        ("latest", "The old"),
        ("latest/rust", "New"),
        ("reactions", "A Blog"),
        ("search", "Search"),
    ] {
        let html = frame(&blog, page);
        let document = Html::parse_document(&html);
        let main = document.select(&Selector::parse("main").unwrap()).next();
        let shown: String = main.unwrap().text().collect();
        assert!(shown.contains(text), "{page}: {shown}");
        assert_eq!(
            attributes(&html, "meta[name=robots]", "content"),
            ["noindex"]
        );
        assert_eq!(attributes(&html, "base", "target"), ["_top"]);
        assert!(!html.contains("<style"), "{page}");
    }
    let article = frame(&blog, "article/new");
    let within = attributes(&article, "a[href^='#']", "target");
    assert!(within.len() >= 2 && within.iter().all(|target| target == "_self"));
    assert!(attributes(&article, "a[href='/articles/new/']", "target").is_empty());
}

#[test]
fn the_page_about_embedding_needs_no_script_either() {
    let blog = blog();
    blog.build();
    let page = blog.dist("embed/index.html");
    let document = Html::parse_document(&page);
    let code = Selector::parse("code").unwrap();
    let code = document.select(&code);
    let code: Vec<String> = code.map(|code| code.text().collect()).collect();
    let page_of_new = "https://blog.example/b/articles/new/";
    for example in &code {
        let paths = ["script", "iframe"].map(|name| attributes(example, name, "src"));
        for path in paths.concat() {
            let path = path.strip_prefix("https://blog.example/b/").unwrap();
            assert!(blog.has(path), "{path}");
        }
    }
    assert_eq!(
        attributes(&code[0], "recto-card[article=new] a", "href"),
        [page_of_new]
    );
    assert_eq!(attributes(&code[2], "a", "href"), [page_of_new]);
    let policy = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
    assert!(policy[0].ends_with("; frame-src 'self'"));
    assert!(blog.dist("sitemap.xml").contains("/b/embed/<"));
}

#[test]
fn a_frame_names_the_origin_that_it_may_load_from() {
    let blog = blog();
    let policy = || {
        blog.build();
        let page = frame(&blog, "card/new");
        attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content").remove(0)
    };
    assert!(policy().contains("; style-src 'self' https://blog.example; "));
    // Neither can stand in a header, or in a policy.
    for host in ["bücher.example", "blog.example;x"] {
        let site = json!({ "title": "A Blog", "base_url": format!("https://{host}/") });
        blog.write("content/site.json", site.to_string());
        assert!(policy().contains("; style-src 'self'; "), "{host}");
    }
}

/// Hosts join what several rules say of one path, so exactly one may.
#[test]
fn only_pages_for_frames_may_be_framed() {
    let blog = blog();
    blog.write("public/own/page.html", "<p>The publisher's");
    blog.build();
    let rules = rules(&blog.dist("_headers"));
    let dist = files(&blog.path().join("dist"));
    let paths = dist.keys().map(|path| path.to_str().unwrap());
    let mut framed = BTreeSet::new();
    for path in paths.filter(|path| path.ends_with(".html") || path.ends_with(".svg")) {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let address = ["/b/", path].concat();
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(beginning) => address.starts_with(beginning),
            None => address == pattern,
        };
        let policies = rules.iter().filter(|(pattern, _)| fits(pattern));
        let policies: Vec<&String> = policies.flat_map(|(_, policies)| policies).collect();
        let [policy] = policies[..] else {
            panic!("{path}: {policies:?}");
        };
        match policy.split("; ").last().unwrap() {
            "frame-ancestors *" => framed.insert(path.to_string()),
            "frame-ancestors 'none'" => continue,
            // The page about embedding shows embeds in it.
            "frame-ancestors 'self'" if path == "embed/preview/" => continue,
            other => panic!("{path}: {other}"),
        };
    }
    let expected = PAGES.map(|page| ["embed/", page, "/"].concat());
    assert_eq!(framed, BTreeSet::from(expected));
}

#[test]
fn every_host_is_told_who_may_be_framed() {
    let blog = blog();
    blog.build();
    let page = frame(&blog, "card/new");
    let own = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
    let policy = [own[0].as_str(), "; frame-ancestors *"].concat();
    let vercel: Value = serde_json::from_str(&blog.dist("vercel.json")).unwrap();
    let vercel = vercel["headers"].as_array().unwrap().iter();
    let framed: Vec<&str> = vercel
        .filter(|rule| rule["headers"].to_string().contains("frame-ancestors *"))
        .map(|rule| rule["source"].as_str().unwrap())
        .collect();
    let embeds = [
        "card",
        "article",
        "related",
        "reactions",
        "author",
        "latest",
        "search",
    ];
    assert_eq!(framed, embeds.map(|embed| format!("/b/embed/{embed}/(.*)")));
    for embed in embeds {
        for (file, opening) in [
            (
                "_hosting/nginx.conf",
                format!("location /b/embed/{embed}/ {{"),
            ),
            (
                "_hosting/Caddyfile",
                format!("header /b/embed/{embed}/* {{"),
            ),
        ] {
            let text = blog.dist(file);
            let (_, block) = text.split_once(&opening).unwrap();
            let (block, _) = block.split_once('}').unwrap();
            assert!(block.contains(&policy), "{file}: {block}");
            assert_eq!(block.matches("Content-Security-Policy").count(), 1);
        }
    }
}

fn frame(blog: &Blog, page: &str) -> String {
    blog.dist(&["embed/", page, "/index.html"].concat())
}

/// The policies of each pattern.
fn rules(headers: &str) -> BTreeMap<String, Vec<String>> {
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut pattern = String::new();
    for line in headers.lines() {
        match line.trim().strip_prefix("Content-Security-Policy: ") {
            Some(policy) => rules
                .entry(pattern.clone())
                .or_default()
                .push(policy.into()),
            None if !line.starts_with(' ') => pattern = line.into(),
            None => {}
        }
    }
    rules
}

fn blog() -> Blog {
    let blog = Blog::new();
    let site = json!({ "title": "A Blog", "base_url": "https://blog.example/b/" });
    blog.write("content/site.json", site.to_string());
    let ada = json!({ "name": "Ada", "role": "Editor" });
    blog.write("content/authors/ada.json", ada.to_string());
    let head = json!({
        "title": "New", "description": "A deck.", "date": "2024-05-01", "authors": ["ada"], "tags": ["Rust"],
    });
    let body = "A text with a note[^1].\n\n[^1]: The note.";
    blog.write("content/articles/new.md", format!("{head}\n\n{body}"));
    blog.write(
        "content/articles/old.md",
        "---\ntitle: The old\ndate: 2023-05-01\ntags: [Rust]\n---\nAn old text.",
    );
    blog
}
