//! Texts without a date: pages at their own paths, what stands above lists, and what is said where there is nothing.

use super::blog::{Blog, files};
use super::links::attributes;
use serde_json::Value;

/// A blog with an article and this page.
fn blog_with_page(path: &str, text: &str) -> Blog {
    let blog = Blog::new();
    blog.article(
        "first",
        "See [about](/about/) and [again](../about.md#who).",
    );
    blog.write(&format!("content/{path}"), text);
    blog
}

fn data(blog: &Blog, path: &str) -> Value {
    serde_json::from_str(&blog.dist(path)).unwrap()
}

const ABOUT: &str = "---\ntitle: About us\ndescription: Who writes here.\n---\n## Who\n\nAda. [An article](articles/first.md)\n\n## Why\n\n## When\n";

#[test]
fn a_page_is_finished_html_and_data_for_the_app() {
    let blog = blog_with_page("about.md", ABOUT);
    assert_eq!(blog.build(), "");
    let page = blog.dist("about/index.html");
    let of = |selector, attribute| attributes(&page, selector, attribute);
    assert!(page.contains("<title>About us · A Blog</title>"));
    assert_eq!(
        of("link[rel=canonical]", "href"),
        ["https://blog.example/about/"]
    );
    assert_eq!(
        of("meta[name=description]", "content"),
        ["Who writes here."]
    );
    assert_eq!(of(".contents a", "href"), ["#who", "#why", "#when"]);
    assert_eq!(of(".prose p a", "href"), ["/articles/first/"]);
    for absent in [
        "recto-reactions",
        "recto-actions",
        "<time",
        "class=\"related",
    ] {
        let (_, main) = page.split_once("<main").unwrap();
        let (main, _) = main.split_once("</main>").unwrap();
        assert!(!main.contains(absent), "{absent}");
    }
    let about = data(&blog, "content/pages/about.json");
    assert_eq!(about["title"], "About us");
    assert!(about["published"].is_null() && about["enrichment"].is_object());
    assert!(blog.dist("content/pages/about.md").contains("## Who"));
    assert_eq!(
        data(&blog, "content/site.json")["pages"],
        serde_json::json!(["about"])
    );
}

#[test]
fn a_page_is_in_the_sitemap_and_the_search_and_in_no_list() {
    let blog = blog_with_page("about.md", ABOUT);
    blog.build();
    assert!(
        blog.dist("sitemap.xml")
            .contains("<loc>https://blog.example/about/</loc>")
    );
    assert!(
        blog.dist("llms.txt")
            .contains("\n## Pages\n\n- [About us](https://blog.example/content/pages/about.md)")
    );
    assert_eq!(super::search::found(&blog, "about us"), "about");
    let lists = files(&blog.path().join("dist/content/lists"));
    let feeds = ["atom.xml", "rss.xml", "feed.json", "index.html"].map(|file| blog.dist(file));
    let lists = lists
        .into_values()
        .map(|bytes| String::from_utf8(bytes).unwrap());
    for text in lists.chain(feeds) {
        assert!(!text.contains("About us"), "{text}");
    }
}

#[test]
fn a_page_can_be_embedded() {
    let blog = blog_with_page("about.md", ABOUT);
    blog.build();
    let frame = blog.dist("embed/article/pages/about/index.html");
    assert_eq!(attributes(&frame, ".article-title a", "href"), ["/about/"]);
    assert!(!frame.contains("<time"), "{frame}");
}

#[test]
fn links_between_articles_and_pages_are_checked() {
    let blog = blog_with_page("about.md", ABOUT);
    blog.build();
    let article = blog.dist("articles/first/index.html");
    assert_eq!(
        attributes(&article, ".prose a", "href"),
        ["/about/", "/about/#who"]
    );
    blog.write(
        "content/about.md",
        ABOUT.replace("## Who", "## Whom") + "[gone](gone.md)",
    );
    let told = blog.build_fails();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "content/about.md:12:1: there is no file `gone.md`; correct the path, or add the file",
            "content/articles/first.md:5:26: warning: nothing on the page `/about/` is named #who; link to the id of one of its headings",
        ]
    );
}

#[test]
fn no_page_takes_the_path_of_another() {
    for (path, line) in [
        (
            "tags.md",
            "content/tags.md:1:1: the path `/tags/` is that of a page of every site; ",
        ),
        (
            "embed/a.md",
            "content/embed/a.md:1:1: the path `/embed/a/` is that of a page of every site; ",
        ),
        (
            "about/index.md",
            "content/about/index.md:1:1: the path `/about/` is that of content/about.md, too; ",
        ),
        (
            "b.md",
            "content/b.md:3:7: the path `/About/` is that of content/about.md, too; ",
        ),
    ] {
        let blog = blog_with_page("about.md", ABOUT);
        let slug = if path == "b.md" { "slug: About\n" } else { "" };
        blog.write(
            &format!("content/{path}"),
            format!("---\ntitle: T\n{slug}---\nText."),
        );
        let expected = format!("{line}give it another `slug:`, or another file name\n");
        assert_eq!(blog.build_fails(), expected);
    }
    let blog = blog_with_page("about.md", ABOUT);
    blog.write("public/about/index.html", "mine");
    let told = blog.build_fails();
    let line = "public/about/index.html:1:1: this file would replace `about/index.html`, which is written for the page `content/about.md`;";
    assert!(told.starts_with(line), "{told}");
}

#[test]
fn what_a_folder_says_stands_above_its_list() {
    let blog = Blog::new();
    for number in 0..11 {
        let head = format!("title: A{number}\ndate: 2024-05-01\ntags: [rust]");
        blog.write(
            &format!("content/articles/a{number}.md"),
            format!("---\n{head}\n---\nText."),
        );
    }
    blog.write(
        "content/index.md",
        "---\ntitle: Home\n---\nWelcome, *reader*. [A](articles/a1.md)",
    );
    blog.write("content/tags/rust/_index.md", "About Rust.");
    assert_eq!(blog.build(), "");
    let home = blog.dist("index.html");
    assert!(home.contains("<em>reader</em>"), "{home}");
    assert_eq!(
        attributes(&home, ".introduction a", "href"),
        ["/articles/a1/"]
    );
    assert!(!blog.dist("page/2/index.html").contains("Welcome"));
    assert!(blog.dist("tags/rust/index.html").contains("About Rust."));
    let list = data(&blog, "content/lists/home/1.json");
    assert!(
        list["introduction"]
            .as_str()
            .unwrap()
            .starts_with("Welcome, *reader*.")
    );
    assert_eq!(
        list["enrichment"]["links"]["articles/a1.md"],
        "/articles/a1/"
    );
    assert!(data(&blog, "content/lists/home/2.json")["introduction"].is_null());

    blog.write("content/tags/nothing/_index.md", "About nothing.");
    let told = blog.build();
    assert!(told.starts_with("content/tags/nothing/_index.md:1:1: warning: the site has no list that this could stand above"), "{told}");
}

#[test]
fn a_publisher_says_what_is_shown_where_there_is_nothing() {
    let blog = blog_with_page("about.md", ABOUT);
    blog.write("content/404.md", "---\ntitle: Lost\n---\nGo [home](/).");
    assert_eq!(blog.build(), "");
    let page = blog.dist("404.html");
    assert_eq!(
        attributes(&page, "meta[name=robots]", "content"),
        ["noindex"]
    );
    assert_eq!(attributes(&page, "[data-missing] .prose a", "href"), ["/"]);
    assert!(page.contains("<title>Lost · A Blog</title>"));
    assert!(!blog.dist("sitemap.xml").contains("404"));
}
