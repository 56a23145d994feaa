//! Heads as the users of other systems have them.

use super::blog::Blog;
use serde_json::Value;

const HUGO: &str = r#"+++
title = "From Hugo"
date = 2023-04-05T10:00:00+02:00
lastmod = 2024-06-07
summary = "A summary."
tags = ["Rust", "web"]
categories = ["Notes"]
slug = "hugo"
series = ["A Series"]
series_order = 2
draft = false
weight = 10
[params]
author = "ada"
[cover]
image = "cover.png"
alt = "A cover"
caption = "Seen from above"
+++
Text.
"#;

const JEKYLL: &str = r#"---
layout: post
title:  "From Jekyll: a post"
date:   2022-11-30 08:15:00 -0500
modified: 2022-12-01
excerpt: >-
  An excerpt
  on two lines.
author: ada
tags: rust web
categories: notes
image: /images/cover.png
---
Text.
"#;

const ZOLA: &str = r#"+++
title = "From Zola"
date = 2021-02-03
updated = 2021-02-04
description = "A description."
[taxonomies]
tags = ["rust", "web"]
authors = ["ada"]
[extra]
canonical_url = "https://elsewhere.example/zola"
cover = "cover.png"
+++
Text.
"#;

const ASTRO: &str = r#"---
title: 2048
deck: 'The game.'
pubDate: 'Jul 08 2020'
updatedDate: 2020-07-09
heroImage: './cover.png'
heroImageAlt: A cover
authors:
  - name: Ada Example
tags: [rust, web, notes]
lang: de
canonicalURL: https://elsewhere.example/astro
---
Text.
"#;

const ASTRO_PAPER: &str = r#"---
author: ada
pubDatetime: 2019-09-23T15:22:00Z
modDatetime: 2019-12-21T09:12:47.400Z
title: From another theme
featured: true
ogImage: cover.png
tags: rust, web
description: A description.
---
Text.
"#;

const GHOST: &str = r#"{
  "title": "From a head in \"JSON\"",
  "published": "2018-01-02",
  "feature_image": "cover.png",
  "feature_image_alt": "A cover",
  "authors": ["ada"],
  "tags": ["rust"]
}

Text.
"#;

#[test]
fn the_heads_of_other_systems_are_understood() {
    let blog = blog();
    for (file, text) in [
        ("from-hugo", HUGO),
        ("jekyll", JEKYLL),
        ("zola", ZOLA),
        ("astro", ASTRO),
        ("paper", ASTRO_PAPER),
        ("ghost", GHOST),
    ] {
        blog.write(&format!("content/articles/{file}.md"), text);
    }
    blog.build();

    let hugo = article(&blog, "hugo");
    assert_eq!(hugo["title"], "From Hugo");
    assert_eq!(hugo["published"], "2023-04-05T10:00:00+02:00");
    assert_eq!(hugo["updated"], "2024-06-07");
    assert_eq!(hugo["description"], "A summary.");
    assert_eq!(tags(&hugo), ["rust", "web", "notes"]);
    assert_eq!(hugo["series"]["name"], "A Series");
    assert_eq!(hugo["authors"][0]["role"], "Editor");
    assert_eq!(hugo["cover"]["alt"], "A cover");
    assert_eq!(hugo["cover"]["caption"], "Seen from above");
    assert_eq!(hugo["cover"]["width"], 1);

    let jekyll = article(&blog, "jekyll");
    assert_eq!(jekyll["title"], "From Jekyll: a post");
    assert_eq!(jekyll["published"], "2022-11-30T08:15:00-05:00");
    assert_eq!(jekyll["updated"], "2022-12-01");
    assert_eq!(jekyll["description"], "An excerpt on two lines.");
    assert_eq!(tags(&jekyll), ["rust", "web", "notes"]);
    assert_eq!(jekyll["cover"]["src"], "/images/cover.png");
    assert_eq!(jekyll["cover"]["height"], 1);

    let zola = article(&blog, "zola");
    assert_eq!(zola["updated"], "2021-02-04");
    assert_eq!(zola["authors"][0]["id"], "ada");
    assert_eq!(tags(&zola), ["rust", "web"]);
    assert_eq!(zola["canonical_url"], "https://elsewhere.example/zola");
    assert!(
        blog.dist("articles/zola/index.html")
            .contains(r#"<link rel="canonical" href="https://elsewhere.example/zola">"#)
    );

    let astro = article(&blog, "astro");
    assert_eq!(astro["title"], "2048");
    assert_eq!(astro["description"], "The game.");
    assert_eq!(astro["published"], "2020-07-08");
    assert_eq!(astro["updated"], "2020-07-09");
    assert_eq!(astro["authors"][0]["id"], "ada");
    assert_eq!(astro["cover"]["alt"], "A cover");
    assert_eq!(astro["lang"], "de");

    let paper = article(&blog, "paper");
    assert_eq!(paper["published"], "2019-09-23T15:22:00Z");
    assert_eq!(paper["updated"], "2019-12-21T09:12:47Z");
    assert_eq!(tags(&paper), ["rust", "web"]);

    let ghost = article(&blog, "ghost");
    assert_eq!(ghost["title"], "From a head in \"JSON\"");
    assert_eq!(ghost["published"], "2018-01-02");
    assert_eq!(ghost["cover"]["alt"], "A cover");
    assert_eq!(blog.dist("content/articles/ghost.md").trim(), "Text.");
}

#[test]
fn drafts_and_articles_of_a_later_day_stay_out() {
    let blog = Blog::new();
    blog.article("today", "Text.");
    blog.write(
        "content/articles/draft.md",
        "---\ntitle: A draft without a date\ndraft: true\n---\nText.",
    );
    blog.write(
        "content/articles/later.md",
        "---\ntitle: Later\ndate: 2026-01-02\n---\nText.",
    );
    blog.build();
    assert!(blog.has("articles/today/index.html"));
    assert!(!blog.has("articles/draft"));
    assert!(!blog.has("articles/later"));

    blog.build_with(&["--now", "2026-01-02"]);
    assert!(blog.has("articles/later/index.html"));
    assert!(!blog.has("articles/draft"));
}

#[test]
fn a_tag_is_one_tag_however_it_is_spelt() {
    let blog = Blog::new();
    for (slug, tags) in [
        ("a", "[Rust, C, C++]"),
        ("b", "[rust, 'C#']"),
        ("c", "[Rust, 日本語]"),
    ] {
        let text = format!("---\ntitle: {slug}\ndate: 2024-05-01\ntags: {tags}\n---\nText.");
        blog.write(&format!("content/articles/{slug}.md"), text);
    }
    blog.build();
    let index: Value = serde_json::from_str(&blog.dist("content/lists/tags.json")).unwrap();
    let names: Vec<_> = index["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| (&tag["name"], &tag["articles"]))
        .collect();
    assert_eq!(
        format!("{names:?}"),
        r#"[(String("C"), Number(1)), (String("C#"), Number(1)), (String("C++"), Number(1)), (String("Rust"), Number(3)), (String("日本語"), Number(1))]"#
    );
    let mut slugs: Vec<_> = index["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| tag["slug"].as_str().unwrap())
        .collect();
    assert!(
        slugs
            .iter()
            .all(|slug| blog.has(&format!("tags/{slug}/index.html")))
    );
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), 5);
}

fn blog() -> Blog {
    let blog = Blog::new();
    blog.write(
        "content/authors/ada.json",
        r#"{ "name": "Ada Example", "role": "Editor" }"#,
    );
    blog.write("content/articles/cover.png", super::links::PIXEL);
    blog.write("public/images/cover.png", super::links::PIXEL);
    blog
}

fn article(blog: &Blog, slug: &str) -> Value {
    serde_json::from_str(&blog.dist(&format!("content/articles/{slug}.json"))).unwrap()
}

fn tags(article: &Value) -> Vec<String> {
    let tags = article["tags"].as_array().unwrap().iter();
    tags.map(|tag| tag["name"].as_str().unwrap().to_lowercase())
        .collect()
}
