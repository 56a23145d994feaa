//! `recto check --against`: a sitemap of the old site, and the addresses in it that would be lost.

use crate::blog::{Blog, stderr};

const SITEMAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://h.example/</loc></url>
  <url><loc>https://h.example/posts/first/</loc></url>
  <url><loc>https://h.example/posts/caf%C3%A9/</loc></url>
  <url><loc>https://h.example/notes/the-frist/</loc></url>
  <url><loc>https://h.example/tags/go/</loc></url>
</urlset>
"#;

#[test]
fn addresses_that_would_be_lost_are_told_with_the_nearest_page() {
    let blog = Blog::empty();
    blog.write("hugo/hugo.toml", "baseURL = 'https://h.example/'");
    let head = "---\ntitle: T\ndate: 2024-05-01\ntags: [Go]\n---\nText.";
    blog.write("hugo/content/posts/first.md", head);
    blog.write("hugo/content/posts/the-first.md", head);
    blog.write("hugo/content/posts/café.md", head);
    blog.write("old.xml", SITEMAP);
    let arguments = ["--content", "hugo", "--against", "old.xml"];
    let output = blog.run("check", &arguments);
    assert!(output.status.success());
    let told = stderr(&output);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "old.xml:6:13: warning: nothing would be at `https://h.example/notes/the-frist/` any more; \
          add it to the `aliases` of what is meant, perhaps /articles/the-first/"
        ]
    );
    let output = blog.run("check", &[&arguments[..], &["--strict"]].concat());
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_sitemap_that_is_none_is_told() {
    let blog = Blog::new();
    blog.article("one", "Text.");
    let output = blog.run("check", &["--against", "no-such.xml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no-such.xml:1:1: this sitemap cannot be read"));
}

/// <https://gohugo.io/content-management/multilingual/>: each language with a content folder of its own, that of the site at
/// the root, the others below their codes; each with its lists of terms and of sections.
#[test]
fn addresses_of_languages_with_content_folders_of_their_own_are_kept() {
    let blog = Blog::empty();
    let config = "baseURL: https://h.example/\ndefaultContentLanguage: ja\nlanguages:\n  ja:\n    contentDir: content/ja/\n    \
                  title: 石\n  en:\n    contentDir: content/en/\n    title: Stones\n";
    blog.write("hugo/hugo.yaml", config);
    let head = |tag| format!("---\ntitle: T\ndate: 2024-05-01\ncategories: [{tag}]\n---\nText.");
    blog.write("hugo/content/ja/entry/2024/05/first.md", head("Moss"));
    blog.write("hugo/content/en/entry/2024/05/second.md", head("Lichen"));
    let addresses = [
        "",
        "entry/",
        "entry/2024/05/first/",
        "categories/",
        "categories/moss/",
        "en/",
        "en/entry/",
        "en/entry/2024/05/second/",
        "en/categories/",
        "en/categories/lichen/",
    ];
    let urls: String = addresses
        .iter()
        .map(|address| format!("<url><loc>https://h.example/{address}</loc></url>"))
        .collect();
    blog.write("old.xml", format!("<urlset>{urls}</urlset>"));
    let output = blog.run("check", &["--content", "hugo", "--against", "old.xml"]);
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
    let output = blog.run("doctor", &["--content", "hugo"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("石"), "{told}");
}
