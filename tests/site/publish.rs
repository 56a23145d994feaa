//! Publishing without a build: what is written, and what of it the app is told.

use super::blog::{Blog, stderr};
use recto::content::live::{Live, LiveArticle};
use serde_json::Value;
use std::fs;

/// A blog of two articles that is built and looks for live content.
fn built_blog() -> Blog {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "title": "A Blog", "base_url": "https://blog.example/", "live": true, "sections": true }"#,
    );
    article(&blog, "one", 1, "tags: [A]", "Text.");
    article(&blog, "two", 2, "tags: [A, B]", "Text.");
    blog.build();
    blog
}

fn article(blog: &Blog, slug: &str, day: u8, head: &str, body: &str) {
    let text = format!("---\ntitle: The {slug}\ndate: 2024-05-0{day}\n{head}\n---\n{body}\n");
    blog.write(&format!("content/articles/{slug}.md"), text);
}

/// Runs the command, which must succeed, and answers what the app is told.
fn published(blog: &Blog, command: &str, files: &[&str]) -> Live {
    let output = blog.run(command, files);
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_str(&live(blog, "content/live.json")).unwrap()
}

fn live(blog: &Blog, path: &str) -> String {
    fs::read_to_string(blog.path().join("live").join(path)).unwrap_or_default()
}

fn told(live: &Live) -> [Vec<&str>; 3] {
    [
        slugs(&live.added),
        slugs(&live.changed),
        live.removed.iter().map(|gone| &*gone.slug).collect(),
    ]
}

fn slugs(articles: &[LiveArticle]) -> Vec<&str> {
    articles.iter().map(|live| &*live.article.slug).collect()
}

#[test]
fn a_build_says_that_nothing_is_published_since() {
    let blog = built_blog();
    let site: Value = serde_json::from_str(&blog.dist("content/site.json")).unwrap();
    let live: Live = serde_json::from_str(&blog.dist("content/live.json")).unwrap();
    assert!(!live.since.is_empty() && site["build"] == live.since.as_str());
    assert!(live.is_empty());
    assert!(blog.dist("index.html").contains(" data-live"));
    let other = Blog::new();
    other.article("one", "Text.");
    other.build();
    assert!(!other.has("content/live.json"));
    assert!(!other.dist("index.html").contains("data-live"));
    assert!(!other.dist("content/site.json").contains("build"));
}

#[test]
fn what_differs_from_the_build_is_written_and_nothing_else() {
    let blog = built_blog();
    article(&blog, "one", 1, "tags: [B]", "Text.");
    article(&blog, "three", 3, "tags: [B]", "![A](a.svg)");
    blog.write(
        "content/articles/a.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#,
    );
    let now = published(&blog, "publish", &[]);
    assert_eq!(told(&now), [vec!["three"], vec!["one"], vec![]]);
    assert_eq!(now.changed[0].joined, ["tags/b/"]);
    assert_eq!(now.changed[0].left, ["tags/a/"]);
    assert_eq!(now.added[0].sections, ["articles"]);
    let data: Value = serde_json::from_str(&live(&blog, "content/articles/three.json")).unwrap();
    assert_eq!(data["previous"]["slug"], "two");
    assert!(live(&blog, "content/articles/three.md").contains("![A]"));
    let picture = data["enrichment"]["images"]["a.svg"]["src"]
        .as_str()
        .unwrap();
    assert!(live(&blog, picture.trim_start_matches('/')).contains("<svg"));
    // Its neighbour leads to it.
    assert!(live(&blog, "content/articles/two.json").contains("\"three\""));
    assert_eq!(live(&blog, "content/articles/two.md"), "");
    // A build has all of it, and what was published before no longer counts.
    blog.build();
    let after: Live = serde_json::from_str(&blog.dist("content/live.json")).unwrap();
    assert!(after.is_empty() && after.since != now.since);
    assert!(published(&blog, "publish", &[]).is_empty());
    assert_eq!(live(&blog, "content/articles/three.json"), "");
}

#[test]
fn only_what_is_named_is_published_and_stays() {
    let blog = built_blog();
    article(&blog, "two", 2, "tags: [A, B]", "Not yet.");
    article(&blog, "three", 3, "", "New.");
    article(&blog, "four", 4, "", "Newer.");
    let now = published(&blog, "publish", &["content/articles/three.md"]);
    assert_eq!(told(&now), [vec!["three"], vec![], vec![]]);
    let three = live(&blog, "content/articles/three.json");
    assert!(!three.contains("\"four\""), "{three}");
    assert_eq!(live(&blog, "content/articles/two.json"), "");
    let now = published(&blog, "publish", &["four"]);
    assert_eq!(told(&now), [vec!["four", "three"], vec![], vec![]]);
    assert_eq!(live(&blog, "content/articles/three.json"), three);
}

#[test]
fn an_article_is_gone_and_comes_back() {
    let blog = built_blog();
    article(&blog, "three", 3, "", "New.");
    published(&blog, "publish", &[]);
    let output = blog.run("unpublish", &["three", "content/articles/two.md"]);
    assert!(output.status.success());
    let told_it = stderr(&output);
    assert!(
        told_it.contains("content/articles/two.md:1:1: warning: the next build"),
        "{told_it}"
    );
    let now: Live = serde_json::from_str(&live(&blog, "content/live.json")).unwrap();
    assert_eq!(told(&now), [vec![], vec![], vec!["two"]]);
    let lists = &now.removed[0].lists;
    assert!(
        ["articles/", "tags/a/", "tags/b/"]
            .iter()
            .all(|list| lists.iter().any(|it| it == list)),
        "{lists:?}"
    );
    assert_eq!(live(&blog, "content/articles/three.json"), "");
    fs::remove_file(blog.path().join("content/articles/one.md")).unwrap();
    let now = published(&blog, "publish", &[]);
    assert_eq!(told(&now), [vec!["three"], vec![], vec!["one"]]);
}

#[test]
fn what_cannot_be_published_is_told_and_nothing_is_written() {
    let blog = built_blog();
    article(&blog, "three", 3, "draft: true", "New.");
    for (command, arguments, expected) in [
        (
            "publish",
            &["content/articles/three.md"][..],
            "this is no article that is published",
        ),
        (
            "publish",
            &["nothing.md"],
            "this is no article that is published",
        ),
        (
            "unpublish",
            &["nothing"],
            "this is no article that is published",
        ),
        (
            "publish",
            &["--built", "nowhere"],
            "holds no build whose app looks for live content",
        ),
        ("publish", &["--out", "dist"], "holds a whole site"),
    ] {
        let output = blog.run(command, arguments);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains(expected), "{told}");
        assert!(!blog.path().join("live").exists());
    }
    let other = Blog::new();
    other.article("one", "Text.");
    other.build();
    let told = stderr(&other.run("publish", &[]));
    assert!(
        told.contains("write `\"live\": true` into site.json"),
        "{told}"
    );
}

#[test]
fn twenty_articles_are_told_in_two_kilobytes() {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "title": "A Blog", "base_url": "https://blog.example/", "live": true }"#,
    );
    blog.build();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let content = sample.to_str().unwrap();
    let output = blog.run(
        "publish",
        &["--content", content, "--now", "2030-01-01", "--no-images"],
    );
    assert!(output.status.success(), "{}", stderr(&output));
    let text = live(&blog, "content/live.json");
    let told: Live = serde_json::from_str(&text).unwrap();
    let articles = told.added.len().min(20);
    assert!(articles > 15, "{articles}");
    let told = Live {
        added: told.added.into_iter().take(20).collect(),
        ..told
    };
    let text = serde_json::to_vec(&told).unwrap();
    let mut sent = Vec::new();
    brotli::BrotliCompress(
        &mut &*text,
        &mut sent,
        &brotli::enc::BrotliEncoderParams::default(),
    )
    .unwrap();
    let budget = 2048 * articles / 20;
    assert!(
        sent.len() <= budget,
        "{} bytes of {}, {budget} at most",
        sent.len(),
        text.len()
    );
}

#[test]
fn pictures_of_another_host_are_named_there_and_may_be_asked() {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "title": "A Blog", "base_url": "https://blog.example/", "content_url": "https://bucket.example/blog" }"#,
    );
    blog.build();
    let page = blog.dist("index.html");
    assert!(page.contains("data-live=\"https://bucket.example/blog/\""));
    assert!(
        page.contains("connect-src 'self' bucket.example;"),
        "{page}"
    );
    assert!(
        blog.dist("content/site.json")
            .contains("\"host\":\"bucket.example\"")
    );
    article(&blog, "one", 1, "", "![A](a.svg)");
    blog.write(
        "content/articles/a.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#,
    );
    published(&blog, "publish", &[]);
    let data: Value = serde_json::from_str(&live(&blog, "content/articles/one.json")).unwrap();
    let picture = data["enrichment"]["images"]["a.svg"]["src"]
        .as_str()
        .unwrap();
    let path = picture
        .strip_prefix("https://bucket.example/blog/")
        .unwrap();
    assert!(live(&blog, path).contains("<svg"));
    for wrong in [
        "bucket",
        "javascript:alert(1)",
        "https://a.example/'; script-src *",
    ] {
        let site = serde_json::json!({ "title": "A", "base_url": "https://blog.example/", "content_url": wrong });
        blog.write("content/site.json", site.to_string());
        assert!(
            blog.build_fails().contains("is not an absolute URL"),
            "{wrong}"
        );
    }
}

#[test]
fn a_site_of_a_bare_folder_needs_nothing_else() {
    let blog = Blog::empty();
    let arguments = [
        "--live",
        "--base-url",
        "https://blog.example/a/",
        "--style",
        "style",
        "--app",
        "app",
    ];
    let output = blog
        .recto(&["new", "shell"])
        .args(arguments)
        .args(["--now", "2026-01-01"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let read = |path: &str| fs::read_to_string(blog.path().join("shell").join(path)).unwrap();
    assert_eq!(
        read("content/live.json"),
        r#"{"version":1,"folder":"posts"}"#
    );
    assert_eq!(read("posts/index.txt"), "hello.md\nthree-lines.md\n");
    assert!(read("posts/hello.md").contains("date: 2026-01-01"));
    // What it shows comes from the folder, so that the app comes at once.
    let page = read("index.html");
    assert!(
        page.contains("data-live data-missing") || page.contains("data-live=\"\" data-missing"),
        "{page}"
    );
    assert!(read("404.html").contains("data-missing"));
    let again = blog
        .recto(&["new", "shell"])
        .args(arguments)
        .output()
        .unwrap();
    assert_eq!(again.status.code(), Some(1));
}
