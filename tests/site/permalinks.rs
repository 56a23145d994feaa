//! Articles where the publisher wants them: `permalinks` in site.json.

use super::blog::Blog;
use super::links::attributes;
use serde_json::Value;

fn config(permalinks: &str) -> String {
    format!(
        "{{ \"title\": \"A Blog\", \"base_url\": \"https://blog.example/\",\n  \"permalinks\": \"{permalinks}\" }}"
    )
}

/// Two articles of one slug in two months, and one that links to both.
fn blog(permalinks: &str) -> Blog {
    let blog = Blog::new();
    blog.write("content/site.json", config(permalinks));
    for (file, date) in [("may/one.md", "2024-05-01"), ("june/one.md", "2024-06-01")] {
        let text = format!("---\ntitle: {file}\ndate: {date}\ntags: [a]\n---\n## Part\n\nText.\n");
        blog.write(&format!("content/{file}"), text);
    }
    blog.write(
        "content/notes/links.md",
        "---\ntitle: Links\ndate: 2024-07-01\naliases: [/old/]\ntags: [a]\n---\n[file](../may/one.md#part) [address](/2024/06/one/) [before](/articles/links/)\n",
    );
    blog
}

fn data(blog: &Blog, path: &str) -> Value {
    serde_json::from_str(&blog.dist(path)).unwrap()
}

#[test]
fn articles_live_where_the_publisher_says() {
    let blog = blog("/{year}/{month}/{slug}/");
    assert_eq!(blog.build(), "");
    for path in ["2024/05/one", "2024/06/one", "2024/07/links"] {
        assert!(blog.has(&format!("{path}/index.html")), "{path}");
        let article = data(&blog, &format!("content/pages/{path}.json"));
        assert_eq!(article["slug"], format!("/{path}"));
        assert!(blog.has(&format!("content/pages/{path}.md")));
        let address = format!("https://blog.example/{path}/");
        for list in ["sitemap.xml", "atom.xml", "rss.xml", "feed.json"] {
            assert!(blog.dist(list).contains(&address), "{list} {address}");
        }
        let oembed = data(&blog, &format!("{path}/oembed.json"));
        let html = oembed["html"].as_str().unwrap();
        assert!(html.contains(&address), "{html}");
        assert!(
            html.contains(&format!("https://blog.example/embed/card/{path}/")),
            "{html}"
        );
        assert!(blog.has(&format!("embed/card/{path}/index.html")));
    }
    assert!(!blog.has("content/articles/one.json"));
    assert_eq!(
        data(&blog, "content/site.json")["permalinks"],
        "/{year}/{month}/{slug}/"
    );
    let page = blog.dist("2024/07/links/index.html");
    assert_eq!(
        attributes(&page, ".prose p a", "href"),
        ["/2024/05/one/#part", "/2024/06/one/", "/2024/07/links/"]
    );
    assert_eq!(
        attributes(&page, "link[rel=canonical]", "href"),
        ["https://blog.example/2024/07/links/"]
    );
    let home = blog.dist("index.html");
    assert!(attributes(&home, "a", "href").contains(&"/2024/05/one/".into()));
    assert!(blog.dist("archive/index.html").contains("/2024/06/one/"));
}

#[test]
fn what_was_below_articles_leads_on() {
    let blog = blog("/{year}/{month}/{slug}/");
    blog.build();
    let rules = blog.dist("_redirects");
    for (from, to) in [
        ("/articles/links/", "/2024/07/links/"),
        ("/old/", "/2024/07/links/"),
    ] {
        let is_there = rules
            .lines()
            .any(|line| line.starts_with(&format!("{from} {to} ")));
        assert!(is_there, "{rules}");
    }
}

#[test]
fn the_spellings_of_other_systems_are_understood() {
    for (pattern, path) in [
        ("/:year/:month/:day/:title/", "2024/05/01/one"),
        ("/:sections/:slug/", "may/one"),
        ("/%year%/%monthnum%/%postname%/", "2024/05/one"),
        ("blog/{year}/{slug}", "blog/2024/one"),
        ("/articles/{slug}/", "articles/links"),
    ] {
        let blog = blog(pattern);
        blog.build();
        assert!(blog.has(&format!("{path}/index.html")), "{pattern}");
    }
}

#[test]
fn two_texts_never_have_one_path() {
    let blog = Blog::new();
    blog.write("content/site.json", config("/{slug}/"));
    for (file, date) in [
        ("posts/about.md", "date: 2024-05-01"),
        ("posts/tags.md", "date: 2024-05-02"),
        ("about.md", ""),
    ] {
        blog.write(
            &format!("content/{file}"),
            format!("---\ntitle: T\n{date}\n---\nText.\n"),
        );
    }
    assert_eq!(
        blog.build_fails(),
        "content/about.md:1:1: the path `/about/` is that of content/posts/about.md, too; give it another `slug:`, or another file name\n\
         content/posts/tags.md:1:1: warning: the path `/tags/` is that of a page of every site, so this one is at `/articles/tags/`; give it another `slug:`, or another file name\n"
    );
}

#[test]
fn a_pattern_that_cannot_be_is_told_at_its_place() {
    for (pattern, what) in [
        (
            "/{year}/",
            "the addresses of articles must end in their slugs",
        ),
        (
            "/{author}/{slug}/",
            "`{author}` cannot be a part of the addresses of articles",
        ),
        (
            "/tags/{slug}/",
            "pages of every site are below `/tags/{slug}/`",
        ),
    ] {
        let told = blog(pattern).build_fails();
        let expected = format!(
            "content/site.json:2:17: {what}; write a path such as `/{{year}}/{{month}}/{{slug}}/`"
        );
        assert!(told.contains(&expected), "{told}");
    }
}

#[test]
fn a_card_in_a_slot_names_an_article_by_its_address() {
    let blog = blog("/{year}/{month}/{slug}/");
    let card = "<recto-card article=\"/2024/05/one\"></recto-card>";
    blog.write("content/slots/after-article.html", card);
    assert_eq!(blog.build(), "");
    let page = blog.dist("2024/07/links/index.html");
    let (_, slot) = page.split_once("<recto-slot").unwrap();
    assert!(slot.contains("href=\"/2024/05/one/\""), "{page}");
}
