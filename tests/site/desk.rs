//! The page to write at: who finds it, what it may load, and that it is left out where the publisher says so.

use super::blog::{Blog, files};
use super::links::attributes;

const PAGE: &str = "write/index.html";

fn site_json(more: &str) -> String {
    format!(r#"{{ "title": "A Blog", "base_url": "https://blog.example/blog/"{more} }}"#)
}

fn blog(more: &str) -> Blog {
    let blog = Blog::new();
    blog.write("content/site.json", site_json(more));
    blog.article("first", "Text.");
    blog
}

/// Whether any file of `dist/` is the desk's.
fn has_desk_files(blog: &Blog) -> bool {
    let names = files(&blog.path().join("dist"));
    let mut names = names.keys().map(|path| path.to_string_lossy().into_owned());
    names.any(|name| name.starts_with("assets/desk-"))
}

#[test]
fn it_is_there_and_nobody_is_sent_to_it() {
    let blog = blog("");
    assert_eq!(blog.build(), "");
    let page = blog.dist(PAGE);
    assert!(page.contains("<title>Write · A Blog</title>"));
    assert_eq!(
        attributes(&page, "meta[name=robots]", "content"),
        ["noindex"]
    );
    assert!(has_desk_files(&blog));
    for (path, bytes) in files(&blog.path().join("dist")) {
        let path = path.to_string_lossy().into_owned();
        let is_of_the_desk = path.starts_with("write/") || path.starts_with("assets/desk-");
        let is_for_hosts = path.starts_with('_') || path == "vercel.json";
        if is_of_the_desk || is_for_hosts {
            continue;
        }
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("/write/"), "{path} leads to the desk");
    }
}

#[test]
fn a_site_may_leave_it_out_with_all_its_files() {
    let blog = blog(r#", "write": false"#);
    assert_eq!(blog.build(), "");
    assert!(!blog.has(PAGE) && !has_desk_files(&blog));
    let start = files(&blog.path().join("dist"));
    let (_, start) = (start.iter())
        .find(|(path, _)| path.to_string_lossy().starts_with("assets/start-"))
        .unwrap();
    let start = String::from_utf8_lossy(start);
    assert!(!start.contains("desk.js") && start.contains(r#"hasDesk: Boolean("")"#));
    assert!(!blog.dist("_headers").contains("blob:"));
}

#[test]
fn what_is_neither_true_nor_false_is_told_at_its_place() {
    let told = blog(r#", "write": "no""#).build_fails();
    let place = "content/site.json:1:73: this is neither true nor false";
    assert!(told.contains(place), "{told}");
}

#[test]
fn a_page_of_the_publishers_takes_its_place() {
    let blog = blog("");
    blog.write(
        "content/write.md",
        "---\ntitle: Write to us\n---\nBy mail.\n",
    );
    assert_eq!(blog.build(), "");
    assert!(blog.dist(PAGE).contains("By mail."));
    assert!(!has_desk_files(&blog) && !blog.dist("_headers").contains("blob:"));
}

#[test]
fn only_it_may_show_pictures_of_the_device_and_drafts() {
    let blog = blog("");
    blog.build();
    let headers = blog.dist("_headers");
    let (_, rule) = headers.split_once("/blog/write/*\n").unwrap();
    let rule = rule.split("\n/").next().unwrap();
    assert!(rule.contains("img-src blob: 'self' https:"), "{rule}");
    assert!(
        rule.contains("trusted-types draft article default"),
        "{rule}"
    );
    assert_eq!(headers.matches("blob:").count(), 1);
    let of_page = attributes(&blog.dist(PAGE), "meta[http-equiv]", "content");
    assert!(of_page[0].contains("img-src blob: "), "{of_page:?}");
    let other = attributes(&blog.dist("index.html"), "meta[http-equiv]", "content");
    assert!(!other[0].contains("blob:") && !other[0].contains("draft"));
    let nginx = files(&blog.path().join("dist"));
    let nginx = (nginx.iter())
        .find(|(path, _)| path.ends_with("nginx.conf"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .unwrap();
    assert!(nginx.contains("location /blog/write/ {"), "{nginx}");
}

#[test]
fn it_speaks_the_language_of_the_blog() {
    let blog = blog(r#", "language": "de""#);
    blog.build();
    let page = blog.dist(PAGE);
    assert!(page.contains("Neuer Entwurf") && page.contains("Keine Hinweise."));
    assert!(page.contains("Zeile {line}, Spalte {column}"));
}
