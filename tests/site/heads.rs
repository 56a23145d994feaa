//! What the head of a page tells browsers, search engines and other sites.

use super::blog::Blog;
use super::links::attributes;
use scraper::{Html, Selector};
use serde_json::{Value, json};

#[test]
fn an_article_tells_other_sites_all_about_itself() {
    let blog = blog();
    blog.build();
    let page = blog.dist("articles/new/index.html");
    let property = |name: &str| attributes(&page, &format!("meta[property='{name}']"), "content");
    let named = |name: &str| attributes(&page, &format!("meta[name='{name}']"), "content");
    let url = "https://blog.example/articles/new/";
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [url]);
    for (name, values) in [
        ("og:type", &["article"][..]),
        ("og:site_name", &["A Blog"]),
        ("og:title", &["New"]),
        ("og:description", &["A deck."]),
        ("og:url", &[url]),
        ("og:locale", &["en_GB"]),
        ("og:image", &["https://c.example/c.png"]),
        ("og:image:alt", &["A cover"]),
        ("article:published_time", &["2024-05-01"]),
        ("article:modified_time", &["2024-05-02"]),
        ("article:author", &["https://blog.example/authors/ada/"]),
        ("article:section", &["Rust"]),
        ("article:tag", &["Rust", "Wasm"]),
    ] {
        assert_eq!(property(name), values, "{name}");
    }
    for (name, values) in [
        ("description", &["A deck."][..]),
        ("author", &["Ada"]),
        ("robots", &["max-image-preview:large"]),
        ("twitter:card", &["summary_large_image"]),
        ("twitter:image:alt", &["A cover"]),
        ("color-scheme", &["light dark"]),
        ("theme-color", &["#fff", "#000"]),
    ] {
        assert_eq!(named(name), values, "{name}");
    }
}

#[test]
fn an_article_can_be_unfurled_by_oembed() {
    let blog = blog();
    blog.build();
    let page = blog.dist("articles/new/index.html");
    assert_eq!(
        attributes(&page, "link[type='application/json+oembed']", "href"),
        ["https://blog.example/articles/new/oembed.json"]
    );
    let read = |file: &str| -> Value {
        serde_json::from_str(&blog.dist(&["articles/new/", file].concat())).unwrap()
    };
    let link = read("oembed-link.json");
    assert_eq!(
        link,
        json!({
            "version": "1.0", "type": "link", "title": "New",
            "author_name": "Ada", "author_url": "https://blog.example/authors/ada/",
            "provider_name": "A Blog", "provider_url": "https://blog.example/",
        })
    );
    let mut rich = read("oembed.json");
    let rich = rich.as_object_mut().unwrap();
    let html = rich.remove("html").unwrap();
    let html = html.as_str().unwrap();
    let size = ["width", "height"].map(|name| rich.remove(name).unwrap().to_string());
    assert_eq!(rich.insert("type".into(), "link".into()).unwrap(), "rich");
    assert_eq!(&link, &Value::Object(rich.clone()));
    // WordPress takes only a quotation and an empty frame behind it.
    let quotation =
        r#"<blockquote><a href="https://blog.example/articles/new/">New</a></blockquote><iframe "#;
    assert!(html.starts_with(quotation) && html.ends_with("></iframe>"));
    let [src] = &attributes(html, "iframe", "src")[..] else {
        panic!("{html}");
    };
    let page = src.strip_prefix("https://blog.example/").unwrap();
    assert!(
        blog.dist(&[page, "index.html"].concat())
            .contains("A deck.")
    );
    assert_eq!(attributes(html, "iframe", "title"), ["New"]);
    assert_eq!(
        size,
        ["width", "height"].map(|name| attributes(html, "iframe", name).remove(0))
    );
    assert!(attributes(&blog.dist("index.html"), "link[type*=oembed]", "href").is_empty());
}

#[test]
fn a_page_can_be_unfurled_too() {
    let blog = blog();
    blog.write(
        "content/about.md",
        "---\ntitle: About\n---\nWho writes here.",
    );
    blog.build();
    let page = blog.dist("about/index.html");
    assert_eq!(
        attributes(&page, "link[type='application/json+oembed']", "href"),
        ["https://blog.example/about/oembed.json"]
    );
    let link: Value = serde_json::from_str(&blog.dist("about/oembed-link.json")).unwrap();
    assert_eq!(
        (&link["type"], &link["title"]),
        (&json!("link"), &json!("About"))
    );
    let rich: Value = serde_json::from_str(&blog.dist("about/oembed.json")).unwrap();
    let html = rich["html"].as_str().unwrap();
    assert_eq!(
        attributes(html, "a", "href"),
        ["https://blog.example/about/"]
    );
    let src = attributes(html, "iframe", "src").remove(0);
    let frame = src.strip_prefix("https://blog.example/").unwrap();
    let frame = blog.dist(&[frame, "index.html"].concat());
    assert!(frame.contains("Who writes here."));
}

#[test]
fn search_engines_are_told_who_wrote_what_and_where_it_stands() {
    let blog = blog();
    blog.build();
    let [posting, trail] = &things(&blog, "articles/new/index.html")[..] else {
        panic!("not two things");
    };
    assert_eq!(posting["@type"], "BlogPosting");
    assert_eq!(posting["headline"], "New");
    assert_eq!(
        posting["mainEntityOfPage"],
        "https://blog.example/articles/new/"
    );
    assert_eq!(posting["datePublished"], "2024-05-01");
    assert_eq!(posting["dateModified"], "2024-05-02");
    assert_eq!(posting["image"], "https://c.example/c.png");
    assert_eq!(posting["keywords"], json!(["Rust", "Wasm"]));
    let mut ada = json!({
        "@type": "Person", "name": "Ada", "url": "https://blog.example/authors/ada/",
        "jobTitle": "Editor", "knowsAbout": ["type", "Rust"],
        "sameAs": ["https://ada.example/", "https://social.example/@ada"],
    });
    assert_eq!(posting["author"], json!([ada]));
    assert_eq!(
        names(trail),
        [
            ("A Blog", "https://blog.example/"),
            ("Rust", "https://blog.example/tags/rust/"),
            ("New", "https://blog.example/articles/new/")
        ]
    );

    let profile = &things(&blog, "authors/ada/index.html")[0];
    assert_eq!(profile["@type"], "ProfilePage");
    ada["description"] = "Writes.".into();
    assert_eq!(profile["mainEntity"], ada);
    let home = &things(&blog, "index.html")[0];
    assert_eq!(
        (&home["@type"], &home["url"]),
        (&"WebSite".into(), &"https://blog.example/".into())
    );
    assert_eq!(
        things(&blog, "tags/rust/index.html")[0]["@type"],
        "BreadcrumbList"
    );
}

#[test]
fn pages_are_marked_up_for_readers_of_microformats() {
    let blog = blog();
    blog.build();
    let document = Html::parse_document(&blog.dist("articles/new/index.html"));
    let text = |selector: &str| {
        let found = document.select(&Selector::parse(selector).unwrap()).next();
        found
            .unwrap_or_else(|| panic!("no {selector}"))
            .text()
            .collect::<String>()
    };
    assert_eq!(text(".h-entry .p-name"), "New");
    assert_eq!(text(".h-entry .p-summary"), "A deck.");
    assert_eq!(text(".h-entry .p-author.h-card"), "Ada");
    assert!(text(".h-entry .e-content").contains("Text."));
    let page = blog.dist("articles/new/index.html");
    let value = |selector: &str, name: &str| attributes(&page, selector, name);
    assert_eq!(value(".h-entry data.u-url", "value"), ["/articles/new/"]);
    assert_eq!(value(".h-entry .dt-published", "datetime"), ["2024-05-01"]);
    assert_eq!(value(".h-entry .dt-updated", "datetime"), ["2024-05-02"]);
    let tag = blog.dist("tags/rust/index.html");
    assert_eq!(
        attributes(&tag, ".h-feed .h-entry .u-url", "href"),
        ["/articles/new/"]
    );
}

#[test]
fn a_page_carries_its_policy_for_hosts_that_send_none() {
    let blog = blog();
    blog.build();
    let headers = blog.dist("_headers");
    let header = headers
        .lines()
        .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    for page in ["index.html", "404.html", "articles/new/index.html"] {
        let page = blog.dist(page);
        let own = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
        // The publisher's own pages may show embeds.
        let with_pieces = own[0].replace("article default", "article default recto-embed");
        assert_eq!(
            header.unwrap(),
            [&with_pieces, "; frame-src 'self'; frame-ancestors 'none'"].concat()
        );
        assert!(page.find("http-equiv").unwrap() < page.find("<style").unwrap());
    }
}

fn things(blog: &Blog, page: &str) -> Vec<Value> {
    let document = Html::parse_document(&blog.dist(page));
    let selector = Selector::parse("script[type='application/ld+json']").unwrap();
    let text: String = document.select(&selector).next().unwrap().text().collect();
    let data: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().unwrap().clone()
}

/// Name and URL of each breadcrumb.
fn names(trail: &Value) -> Vec<(&str, &str)> {
    assert_eq!(trail["@type"], "BreadcrumbList");
    let steps = trail["itemListElement"].as_array().unwrap().iter();
    steps
        .map(|step| {
            (
                step["name"].as_str().unwrap(),
                step["item"].as_str().unwrap(),
            )
        })
        .collect()
}

fn blog() -> Blog {
    let blog = Blog::new();
    let site =
        json!({ "title": "A Blog", "base_url": "https://blog.example/", "language": "en-GB" });
    blog.write("content/site.json", site.to_string());
    let ada = json!({
        "name": "Ada", "role": "Editor", "focus": "Focuses on type and Rust.", "bio": "Writes.",
        "url": "https://ada.example/", "same_as": ["https://social.example/@ada"],
    });
    blog.write("content/authors/ada.json", ada.to_string());
    let head = json!({
        "title": "New", "description": "A deck.", "date": "2024-05-01", "updated": "2024-05-02",
        "authors": ["ada"], "tags": ["Rust", "Wasm"],
        "cover": { "src": "https://c.example/c.png", "alt": "A cover" },
    });
    blog.write("content/articles/new.md", format!("{head}\n\nText."));
    blog
}
