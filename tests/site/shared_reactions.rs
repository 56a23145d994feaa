//! Reactions of all readers: what pages know of who counts them.

use super::blog::{Blog, stderr};
use super::links::attributes;

fn blog(site: &str) -> Blog {
    let blog = Blog::new();
    blog.article("new", "Text.");
    blog.write("content/site.json", site);
    blog
}

fn site(endpoint: &str, when: &str) -> String {
    format!(
        r#"{{ "title": "A Blog", "base_url": "https://blog.example/b/", "reactions_endpoint": "{endpoint}",
  "allow": [{{ "host": "hearts.example", "purpose": "Counting", "what": "connect", "when": "{when}" }}] }}"#
    )
}

#[test]
fn a_page_names_who_counts_its_reactions() {
    let with = blog(&site("https://hearts.example/{url}", "always"));
    assert_eq!(with.build(), "");
    let page = with.dist("articles/new/index.html");
    assert_eq!(
        attributes(&page, "html", "data-counts"),
        ["https://hearts.example/blog.example{path}"]
    );
    assert!(
        page.contains("connect-src 'self' hearts.example;"),
        "{page}"
    );
    let slug = blog(&site("https://hearts.example/b/{slug}", "always"));
    slug.build();
    let page = slug.dist("articles/new/index.html");
    assert_eq!(
        attributes(&page, "html", "data-counts"),
        ["https://hearts.example/b/{slug}"]
    );
}

#[test]
fn where_nobody_counts_pages_are_as_they_were() {
    let blog = blog(r#"{ "title": "A Blog", "base_url": "https://blog.example/" }"#);
    assert_eq!(blog.build(), "");
    let page = blog.dist("articles/new/index.html");
    assert!(!page.contains("data-counts") && !page.contains("hearts"));
    assert!(
        !blog
            .dist("content/site.json")
            .contains("reactions_endpoint")
    );
}

#[test]
fn an_endpoint_that_cannot_count_is_told_at_its_place() {
    for (endpoint, when, line) in [
        (
            "hearts.example/{url}",
            "always",
            "`hearts.example/{url}` is not an absolute URL; write it as `https://hearts.example/{url}`, or take it out",
        ),
        (
            "https://hearts.example/",
            "always",
            "`https://hearts.example/` is the same for all articles; put `{url}` or `{slug}` where the article is to be named",
        ),
        (
            "https://hearts.example/{url}",
            "click",
            "`https://hearts.example/{url}` is asked when an article is read, and `allow` says `click`; write `\"when\": \"always\"` there",
        ),
        (
            "https://other.example/{url}",
            "always",
            "`https://other.example/{url}` is on a host that `allow` in site.json does not name; add the host there, with `\"what\": \"connect\"`, or take it out",
        ),
    ] {
        let told = stderr(&blog(&site(endpoint, when)).run("check", &[]));
        let line = ["content/site.json:1:83: ", line].concat();
        assert!(told.contains(&line), "{line}: {told}");
    }
}
