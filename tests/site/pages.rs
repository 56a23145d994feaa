//! What is written for every page, and beside the pages.

use super::blog::Blog;
use super::links::attributes;
use serde_json::{Value, json};

#[test]
fn quotes_and_dashes_become_typographic_where_the_site_wants_them() {
    let blog = Blog::new();
    blog.article("plain", "\"It's\" -- so...");
    blog.build();
    assert!(
        blog.dist("articles/plain/index.html")
            .contains("\"It's\" -- so...")
    );
    let site =
        r#"{ "title": "A Blog", "base_url": "https://blog.example/", "smart_punctuation": true }"#;
    blog.write("content/site.json", site);
    blog.build();
    assert!(
        blog.dist("articles/plain/index.html")
            .contains("“It’s” – so…")
    );
    let data: Value = serde_json::from_str(&blog.dist("content/articles/plain.json")).unwrap();
    assert_eq!(data["enrichment"]["smart_punctuation"], true);
}

#[test]
fn long_lists_are_cut_into_pages() {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "title": "A Blog", "base_url": "https://blog.example/", "page_size": 2 }"#,
    );
    for day in 1..=5 {
        let odd = if day % 2 == 1 { "odd" } else { "even" };
        let head = format!("title: Day {day}\ndate: 2024-01-0{day}\nauthors: [Ada]");
        let text = format!("---\n{head}\ntags: [days, {odd}]\n---\nText.");
        blog.write(&format!("content/articles/day-{day}.md"), text);
    }
    blog.write(
        "content/articles/old.md",
        "---\ntitle: Old\ndate: 2020-01-01\n---\nText.",
    );
    blog.build();
    let list = |path: &str| serde_json::from_str::<Value>(&blog.dist(path)).unwrap();
    for (data, page) in [("tags/days", "tags/days/"), ("authors/ada", "authors/ada/")] {
        let third = list(&format!("content/lists/{data}/3.json"));
        assert_eq!(
            (&third["page"], &third["pages"], &third["total"]),
            (&3.into(), &3.into(), &5.into())
        );
        assert_eq!(third["articles"].as_array().unwrap().len(), 1);
        assert_eq!(third["articles"][0]["title"], "Day 1");
        assert!(blog.has(&format!("{page}index.html")));
        assert!(blog.has(&format!("{page}page/3/index.html")));
        assert!(!blog.has(&format!("{page}page/4/index.html")));
        assert!(!blog.has(&format!("{page}page/1/index.html")));
    }
    assert_eq!(list("content/lists/home/3.json")["total"], 6);
    assert!(blog.has("page/3/index.html"));
    let third = list("content/articles/day-3.json");
    assert_eq!(third["previous"]["title"], "Day 2");
    assert_eq!(third["next"]["title"], "Day 4");
    assert_eq!(third["related"].as_array().unwrap().len(), 4);
    let fifth = json!({ "slug": "day-5", "title": "Day 5" });
    assert_eq!(third["related"][0]["article"], fifth, "what a card shows");
    let old = json!({ "slug": "old", "title": "Old", "published": "2020-01-01" });
    assert_eq!(list("content/lists/archive.json")["articles"][5], old);
    assert_eq!(third["related"][0]["reason"], "Also on odd");
}

#[test]
fn parts_of_a_series_know_their_place() {
    let blog = Blog::new();
    for (slug, order) in [("second", 2), ("first", 1), ("third", 3)] {
        let text = format!(
            "---\ntitle: {slug}\ndate: 2024-01-01\nseries: A Series\nseries_order: {order}\n---\nText."
        );
        blog.write(&format!("content/articles/{slug}.md"), text);
    }
    blog.build();
    let article: Value = serde_json::from_str(&blog.dist("content/articles/second.json")).unwrap();
    let listed = [("first", 1), ("second", 2), ("third", 3)]
        .map(|(slug, part)| json!({ "part": part, "title": slug, "slug": slug }));
    assert_eq!(
        article["series"],
        json!({ "name": "A Series", "slug": "a-series", "part": 2, "parts": 3, "listed": listed })
    );
    assert_eq!(article["related"][0]["reason"], "In the same series");
}

#[test]
fn code_and_formulas_are_enriched() {
    let blog = Blog::new();
    blog.article(
        "rich",
        "```rust\nlet x = 1;\n```\n\n$$\\begin{aligned}a &= b\\end{aligned}$$\n\n```\nplain\n```",
    );
    assert_eq!(blog.build(), "");
    let page = blog.dist("articles/rich/index.html");
    assert_eq!(
        attributes(&page, ".prose .tok-keyword", "class"),
        ["tok-keyword"]
    );
    assert_eq!(
        attributes(&page, ".prose math mtd", "columnalign"),
        ["right", "left"]
    );
    let article: Value = serde_json::from_str(&blog.dist("content/articles/rich.json")).unwrap();
    assert_eq!(article["enrichment"]["code"].as_array().unwrap().len(), 2);
    assert_eq!(article["enrichment"]["math"].as_array().unwrap().len(), 1);
}

#[test]
fn names_can_be_chosen() {
    let blog = Blog::new();
    let text = "---\ntitle: A Title\ndescription: A deck.\ndate: 2024-01-01\nauthors: [Ada]\ntags: [Few, Many]\n---\nText.";
    blog.write("content/articles/one.md", text);
    blog.write("content/articles/three.md", text.replace("Few, ", ""));
    blog.article("two", "Text.");
    blog.build();
    let names: Value = serde_json::from_str(&blog.dist("content/names.json")).unwrap();
    let expected = serde_json::json!({
        "version": 1,
        "articles": [
            { "slug": "two", "name": "The two" },
            { "slug": "one", "name": "A Title" },
            { "slug": "three", "name": "A Title" },
        ],
        "tags": [{ "name": "Many", "slug": "many" }, { "name": "Few", "slug": "few" }],
        "authors": [{ "name": "Ada", "slug": "ada" }],
    });
    assert_eq!(names, expected);
}

#[test]
fn an_article_of_three_headings_has_contents() {
    let blog = Blog::new();
    blog.article("short", "## One\n\n## Two\n");
    blog.article("long", "## One\n\n### Below *it*\n\n## Two & more\n");
    blog.build();
    let links = |slug: &str| {
        attributes(
            &blog.dist(&format!("articles/{slug}/index.html")),
            ".contents a",
            "href",
        )
    };
    assert!(links("short").is_empty());
    assert_eq!(links("long"), ["#one", "#below-it", "#two-more"]);
    let nested = ".contents-list .contents-list a";
    assert_eq!(
        attributes(&blog.dist("articles/long/index.html"), nested, "href"),
        ["#below-it"]
    );
}

#[test]
fn hosts_are_told_what_may_be_kept() {
    let blog = small_blog();
    blog.build();
    let headers = blog.dist("_headers");
    let rule = |pattern: &str| {
        let (_, rule) = headers
            .split_once(&format!("\n{pattern}\n"))
            .unwrap_or_else(|| panic!("no rule for {pattern}"));
        rule.lines()
            .take_while(|line| line.starts_with(' '))
            .map(str::trim)
            .filter(|line| !line.starts_with("Content-Security-Policy"))
            .collect::<Vec<_>>()
    };
    let for_embeds = [
        "Access-Control-Allow-Origin: *",
        "Cross-Origin-Resource-Policy: cross-origin",
    ];
    let for_ever = "Cache-Control: public, max-age=31536000, immutable";
    assert_eq!(rule("/assets/*"), [for_ever]);
    assert_eq!(rule("/assets/media/*"), for_embeds);
    let each_time = "Cache-Control: no-cache";
    assert_eq!(rule("/embed/*"), [&for_embeds[..], &[each_time]].concat());
    assert_eq!(rule("/articles/*"), ["Cache-Control: no-cache"]);
    assert_eq!(rule("/"), ["Cache-Control: no-cache"]);
    assert_eq!(
        rule("/content/*"),
        [
            "Access-Control-Allow-Origin: *",
            "Cross-Origin-Resource-Policy: cross-origin",
            "Cache-Control: no-cache",
        ]
    );
}

#[test]
fn the_app_gets_names_that_change_with_it() {
    let blog = small_blog();
    blog.build();
    let manifest: Value = serde_json::from_str(&blog.dist("assets.json")).unwrap();
    let names = |list: &str| {
        let names = manifest[list].as_array().unwrap().iter();
        names
            .map(|name| name.as_str().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    let (start, later, tools) = (names("start"), names("later"), names("tools"));
    assert_eq!((start.len(), later.len(), tools.len()), (3, 2, 3));
    assert_eq!(start_script(&blog.dist("index.html")), start[0]);
    let script = blog.dist(&start[0]);
    for name in start[1..].iter().chain(&later).chain(&tools) {
        assert!(script.contains(&name.replace("assets/", "\"./")), "{name}");
        assert!(blog.has(name));
    }
    blog.write("app/recto_bg.wasm", "another");
    blog.build();
    assert_ne!(start_script(&blog.dist("index.html")), start[0]);
    assert!(blog.has(&start[1]));
}

/// The path of the script that the page loads at the first sign of reading.
pub fn start_script(page: &str) -> String {
    let name = page.split_once("/assets/start-").unwrap().1;
    ["assets/start-", name.split_once('"').unwrap().0].concat()
}

#[test]
fn public_files_are_copied_and_cannot_replace_pages() {
    let blog = small_blog();
    blog.write("public/robots.txt", "User-agent: *\nDisallow: /\n");
    blog.write("public/.well-known/proof", [0, 159, 146, 150]);
    blog.write(
        "public/favicon.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    assert_eq!(blog.build(), "");
    assert_eq!(blog.dist("robots.txt"), "User-agent: *\nDisallow: /\n");
    assert_eq!(
        std::fs::read(blog.path().join("dist/.well-known/proof")).unwrap(),
        [0, 159, 146, 150]
    );
    assert_eq!(
        attributes(&blog.dist("index.html"), "link[rel=icon]", "href"),
        ["/favicon.svg"]
    );

    blog.write("public/index.html", "mine");
    let told = blog.build_fails();
    assert_eq!(
        told.trim(),
        "public/index.html:1:1: this file would replace `index.html`, which is written for the front page; \
         give this file another name"
    );
}

#[test]
fn tags_whose_names_make_the_same_slug_have_pages_of_their_own() {
    let blog = Blog::new();
    for (slug, tags) in [("one", "[C 2, C!]"), ("two", "[C?]"), ("three", "[c!]")] {
        let head = format!("title: The {slug}\ndate: 2024-05-01\ntags: {tags}");
        blog.write(
            &format!("content/articles/{slug}.md"),
            format!("---\n{head}\n---\nText."),
        );
    }
    assert_eq!(blog.build(), "");
    let index: Value = serde_json::from_str(&blog.dist("content/lists/tags.json")).unwrap();
    let tags = index["tags"].as_array().unwrap().iter().map(|tag| {
        let slug = tag["slug"].as_str().unwrap();
        let list = blog.dist(&format!("content/lists/tags/{slug}/1.json"));
        let list: Value = serde_json::from_str(&list).unwrap();
        assert_eq!(list["title"], tag["name"]);
        assert!(
            blog.dist(&format!("tags/{slug}/index.html"))
                .contains(tag["name"].as_str().unwrap())
        );
        (slug.to_string(), list["total"].as_u64().unwrap())
    });
    let expected =
        [("c-2", 1), ("c", 2), ("c-3", 1)].map(|(slug, count)| (slug.to_string(), count));
    assert_eq!(tags.collect::<Vec<_>>(), expected);
}

#[test]
fn the_page_for_missing_pages_stays_out_of_search_engines() {
    let blog = small_blog();
    blog.build();
    assert_eq!(
        attributes(&blog.dist("404.html"), "meta[name=robots]", "content"),
        ["noindex"]
    );
    assert!(attributes(&blog.dist("index.html"), "meta[name=robots]", "content").is_empty());
}

#[test]
fn markdown_on_standard_input_becomes_html() {
    use std::io::Write;
    use std::process::Stdio;
    let blog = Blog::new();
    let mut recto = blog
        .recto(&["render"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    recto
        .stdin
        .take()
        .unwrap()
        .write_all(b"*a* <script>b</script>")
        .unwrap();
    let output = recto.wait_with_output().unwrap();
    assert!(output.status.success());
    let html = String::from_utf8(output.stdout).unwrap();
    assert!(
        html.contains("<em>a</em>") && !html.contains("<script"),
        "{html}"
    );
}

fn small_blog() -> Blog {
    let blog = Blog::new();
    blog.article("old", "Text.");
    blog.write(
        "content/articles/new.md",
        "---\ntitle: New\ndate: 2024-05-01\nupdated: 2024-05-02\nauthors: [ada]\ntags: [rust]\n---\nText.",
    );
    blog.write("content/authors/ada.json", r#"{ "name": "Ada" }"#);
    blog
}

#[test]
fn lists_say_how_an_article_begins_that_has_no_description() {
    let blog = Blog::new();
    blog.article("first", "It begins *here*.\n\n## Then\n\nIt goes on.");
    blog.write(
        "content/articles/second.md",
        "---\ntitle: Second\ndate: 2024-05-02\ndescription: It is described.\n---\nNot here.\n",
    );
    blog.build();
    let home = blog.dist("index.html");
    assert!(home.contains("It begins here."), "{home}");
    assert!(home.contains("It is described.") && !home.contains("Not here."));
    let article = blog.dist("articles/first/index.html");
    assert!(!article.contains("class=\"deck\""), "{article}");
}

#[test]
fn a_site_without_a_title_is_called_by_its_host() {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "base_url": "https://www.blog.example/notes/" }"#,
    );
    blog.article("first", "Text.");
    blog.build();
    assert!(
        blog.dist("index.html")
            .contains("<title>blog.example</title>")
    );
}
