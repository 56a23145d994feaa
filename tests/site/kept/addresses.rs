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
