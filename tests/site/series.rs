//! Series and sections: lists that a publisher makes, each with a page and feeds.

use super::blog::Blog;
use super::links::attributes;
use scraper::{Html, Selector};
use serde_json::{Value, json};

fn data(blog: &Blog, path: &str) -> Value {
    serde_json::from_str(&blog.dist(path)).unwrap()
}

fn texts(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector);
    found
        .map(|element| element.text().collect::<String>().trim().to_string())
        .collect()
}

fn part(blog: &Blog, number: usize) {
    let head =
        format!("title: Part {number}\ndate: 2024-05-01\nseries: On Type\nseries_order: {number}");
    let path = format!("content/articles/part-{number}.md");
    blog.write(&path, format!("---\n{head}\n---\nText."));
}

#[test]
fn a_series_has_a_page_and_feeds_and_a_list_in_each_part() {
    let blog = Blog::new();
    for number in [2, 1, 3] {
        part(&blog, number);
    }
    blog.article("alone", "[All](/series/), [one](/series/on-type/)");
    assert_eq!(blog.build(), "");
    let page = blog.dist("series/on-type/index.html");
    assert_eq!(texts(&page, "h1"), ["On Type"]);
    let titles = ["Part 1", "Part 2", "Part 3"];
    assert_eq!(texts(&page, "recto-series + ul .card-title"), titles);
    let feeds = attributes(&page, "link[type='application/atom+xml']", "href");
    assert_eq!(feeds, ["/atom.xml", "/series/on-type/atom.xml"]);
    assert!(blog.has("series/on-type/feed.json"));
    let list = data(&blog, "content/lists/series/on-type.json");
    assert_eq!(
        (&list["title"], &list["total"]),
        (&"On Type".into(), &3.into())
    );

    let index = data(&blog, "content/lists/series.json");
    assert_eq!(
        index["series"],
        json!([{ "name": "On Type", "slug": "on-type", "articles": 3 }])
    );
    assert_eq!(
        attributes(&blog.dist("series/index.html"), "main li a", "href"),
        ["/series/on-type/"]
    );
    assert!(
        blog.dist("sitemap.xml")
            .contains("<loc>https://blog.example/series/on-type/</loc>")
    );
    assert_eq!(
        data(&blog, "content/names.json")["series"][0]["name"],
        "On Type"
    );

    let article = blog.dist("articles/part-2/index.html");
    assert_eq!(texts(&article, "recto-series + ol li"), titles);
    assert_eq!(
        attributes(&article, ".series-parts a", "href"),
        ["/series/on-type/", "/articles/part-1/", "/articles/part-3/"]
    );
    assert_eq!(texts(&article, "li[aria-current]"), ["Part 2"]);
    assert!(attributes(&article, ".footer-links a", "href").contains(&"/series/".into()));
    assert!(
        !blog
            .dist("articles/alone/index.html")
            .contains("<recto-series")
    );
}

#[test]
fn an_article_lists_no_more_than_the_parts_around_it() {
    let blog = Blog::new();
    for number in 1..=40 {
        part(&blog, number);
    }
    blog.build();
    let listed = |number: usize| {
        let article = data(&blog, &format!("content/articles/part-{number}.json"));
        let listed = article["series"]["listed"].as_array().unwrap().clone();
        let ends = [&listed[0], listed.last().unwrap()];
        (
            listed.len(),
            ends.map(|link| link["part"].as_u64().unwrap()),
        )
    };
    assert_eq!(listed(1), (15, [1, 15]));
    assert_eq!(listed(20), (15, [13, 27]));
    assert_eq!(listed(40), (15, [26, 40]));
    let page = blog.dist("articles/part-20/index.html");
    assert_eq!(attributes(&page, ".series-parts ol", "start"), ["13"]);
}

#[test]
fn a_blog_without_series_has_no_page_for_them() {
    let blog = Blog::new();
    blog.article("alone", "Text.");
    blog.build();
    assert!(!blog.has("series/index.html"));
    assert!(!blog.dist("index.html").contains("/series/"));
    blog.article("alone", "[All](/series/)");
    let told = blog.build_fails();
    assert!(told.contains("the site has no page `/series/`"), "{told}");
}

fn sectioned(sections: bool) -> Blog {
    let blog = Blog::new();
    let site = json!({
        "title": "A Blog", "base_url": "https://blog.example/", "page_size": 2, "sections": sections,
    });
    blog.write("content/site.json", site.to_string());
    for (file, day) in [
        ("blog/one", 1),
        ("blog/deep/two", 2),
        ("blog/three", 3),
        ("notes/four/index", 4),
    ] {
        let text = format!("---\ntitle: {file}\ndate: 2024-05-0{day}\n---\nText.");
        blog.write(&format!("content/{file}.md"), text);
    }
    blog.write(
        "content/blog/_index.md",
        "---\ntitle: The Blog\n---\nAbout *this*. [One](one.md)",
    );
    blog.article("five", "[Blog](/blog/)");
    blog
}

#[test]
fn a_folder_of_articles_is_a_section_if_the_site_says_so() {
    let blog = sectioned(true);
    assert_eq!(blog.build(), "");
    let page = blog.dist("blog/index.html");
    assert_eq!(texts(&page, "h1"), ["The Blog"]);
    assert_eq!(texts(&page, ".introduction em"), ["this"]);
    assert_eq!(texts(&page, ".card-title"), ["blog/three", "blog/deep/two"]);
    assert_eq!(
        texts(&blog.dist("blog/page/2/index.html"), ".card-title"),
        ["blog/one"]
    );
    assert_eq!(texts(&blog.dist("notes/index.html"), "h1"), ["Notes"]);
    assert!(blog.has("articles/index.html"));
    let feed = data(&blog, "blog/feed.json");
    assert_eq!(feed["items"].as_array().unwrap().len(), 3);
    assert_eq!(
        attributes(&page, "link[rel=alternate][href^='/blog/']", "href").len(),
        3
    );
    assert_eq!(
        data(&blog, "content/site.json")["sections"],
        json!(["articles", "blog", "notes"])
    );
    assert_eq!(
        data(&blog, "content/lists/sections/blog/2.json")["title"],
        "The Blog"
    );
    assert!(
        blog.dist("sitemap.xml")
            .contains("<loc>https://blog.example/notes/</loc>")
    );
    let links = attributes(&blog.dist("articles/five/index.html"), ".prose a", "href");
    assert_eq!(links, ["/blog/"]);
}

#[test]
fn without_sections_the_output_is_what_it_was() {
    let blog = sectioned(false);
    let told = blog.build();
    let line = "content/blog/_index.md:1:1: warning: the site has no list that this could stand above, so it is left out; set `\"sections\": true` in site.json to give each folder a list\n";
    assert_eq!(told, line);
    assert!(!blog.has("blog/index.html") && !blog.has("notes/atom.xml"));
    let links = attributes(&blog.dist("articles/five/index.html"), ".prose a", "href");
    assert_eq!(links, ["/archive/"]);
}

#[test]
fn no_section_takes_the_path_of_a_page() {
    let blog = sectioned(true);
    blog.write("content/notes.md", "---\ntitle: N\n---\nText.");
    blog.write(
        "content/tags/six.md",
        "---\ntitle: S\ndate: 2024-05-01\n---\nText.",
    );
    let told = blog.build_fails();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "content/notes.md:1:1: the path `/notes/` is that of the section `notes`, too; give it another `slug:`, or another file name",
            "content/tags:1:1: the section would be at `/tags/`, where a page of every site is; rename the folder",
        ]
    );
}
