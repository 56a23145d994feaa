//! The headers that each host sends with each file, by the configuration that is written for it.

use super::blog::{Blog, files};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Name to value, of one file.
pub type Headers = BTreeMap<String, String>;

/// A pattern as the host spells it, with its headers.
pub type Rules = Vec<(String, Headers)>;

#[test]
fn every_host_sends_the_same_headers_with_every_file() {
    let blog = blog_with_a_picture();
    let expected = answers(&blog, &netlify(&blog), all_that_fit);
    let page = &expected["articles/new/index.html"];
    assert!(page["Content-Security-Policy"].contains("default-src 'none'"));
    assert_eq!(page["Cache-Control"], "no-cache");
    for (path, headers) in &expected {
        let for_ever = headers["Cache-Control"].contains("immutable");
        assert_eq!(for_ever, path.starts_with("assets/"), "{path}");
    }
    assert_eq!(answers(&blog, &vercel(&blog), all_that_fit), expected);
    assert_eq!(answers(&blog, &caddy(&blog), all_that_fit), expected);
    assert_eq!(answers(&blog, &nginx(&blog), the_longest), expected);
}

#[test]
fn other_sites_may_load_what_embeds_need_and_nothing_else() {
    let blog = blog_with_a_picture();
    let answers = answers(&blog, &netlify(&blog), all_that_fit);
    let is_open = |headers: &Headers| {
        let names = [
            "Access-Control-Allow-Origin",
            "Cross-Origin-Resource-Policy",
        ];
        let open = names.map(|name| headers.contains_key(name));
        assert_eq!(open[0], open[1]);
        open[0]
    };
    let open = answers.iter().filter(|(_, headers)| is_open(headers));
    let open: BTreeSet<&str> = open.map(|(path, _)| kind(path)).collect();
    let embeds = [
        "assets/v1",
        "assets/frame",
        "assets/markdown",
        "assets/media/picture",
        "assets/messages",
        "assets/embed-view",
        "assets/search",
        "assets/search-box",
        "assets/search/",
        "content/*.bin",
        "content/*.json",
        "content/*.md",
        "embed/",
    ];
    assert_eq!(open, BTreeSet::from(embeds));
    let all: BTreeSet<&str> = answers.keys().map(|path| kind(path)).collect();
    // Nothing else of an article's folder, of the app, and of the tools.
    for closed in ["assets/app", "assets/start", "assets/tools", "atom.xml"] {
        assert!(
            all.contains(closed) && !open.contains(closed),
            "{closed}: {all:?}"
        );
    }
}

/// What a file is, whatever its hash and the article's name.
fn kind(path: &str) -> &str {
    match path.split_once('/') {
        Some(("content", _)) if path.ends_with(".bin") => "content/*.bin",
        Some(("content", _)) if path.ends_with(".json") => "content/*.json",
        Some(("content", _)) if path.ends_with(".md") => "content/*.md",
        Some(("assets", name)) if name.starts_with("search/") => "assets/search/",
        Some(("assets", name)) if name.starts_with("messages-") => "assets/messages",
        Some(("assets", _)) => path.rsplit_once('-').map_or(path, |(name, _)| name),
        Some(("embed", _)) => "embed/",
        _ => path,
    }
}

fn blog_with_a_picture() -> Blog {
    let blog = Blog::new();
    let site = r#"{ "title": "A Blog", "base_url": "https://blog.example/b/" }"#;
    blog.write("content/site.json", site);
    blog.article("new", "![A point](/picture.svg)");
    blog.write(
        "content/picture.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    blog.build();
    blog
}

fn answers(
    blog: &Blog,
    rules: &Rules,
    answer: fn(&Rules, &str) -> Headers,
) -> BTreeMap<String, Headers> {
    let files = files(&blog.path().join("dist")).into_keys();
    let paths = files.map(|path| path.to_str().unwrap().to_string());
    // What hosts read themselves.
    let pages = paths.filter(|path| !path.starts_with(['_', '.']) && path != "vercel.json");
    pages
        .map(|path| (path.clone(), answer(rules, &format!("/b/{path}"))))
        .collect()
}

fn all_that_fit(rules: &Rules, path: &str) -> Headers {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == pattern,
    };
    let rules = rules.iter().filter(|(pattern, _)| fits(pattern));
    let mut answer = Headers::new();
    for (name, value) in rules.flat_map(|(_, headers)| headers) {
        let before = answer.insert(name.clone(), value.clone());
        assert_eq!(before, None, "{path} has {name} twice");
    }
    answer
}

pub fn the_longest(rules: &Rules, path: &str) -> Headers {
    let fitting = rules
        .iter()
        .filter(|(beginning, _)| path.starts_with(beginning));
    let longest = fitting.max_by_key(|(beginning, _)| beginning.len());
    longest.unwrap().1.clone()
}

pub fn netlify(blog: &Blog) -> Rules {
    let mut rules = Rules::new();
    for line in blog.dist("_headers").lines() {
        match line.strip_prefix("  ") {
            None => rules.push((line.into(), Headers::new())),
            Some(header) => add(&mut rules, header.split_once(": ").unwrap()),
        }
    }
    rules
}

pub fn vercel(blog: &Blog) -> Rules {
    let text = |value: &Value| value.as_str().unwrap().to_string();
    let vercel: Value = serde_json::from_str(&blog.dist("vercel.json")).unwrap();
    let rules = vercel["headers"].as_array().unwrap().iter();
    let headers = |rule: &Value| {
        let headers = rule["headers"].as_array().unwrap().iter();
        headers
            .map(|header| (text(&header["key"]), text(&header["value"])))
            .collect()
    };
    rules
        .map(|rule| {
            let pattern = text(&rule["source"]).replace("(.*)", "*").replace('\\', "");
            (pattern, headers(rule))
        })
        .collect()
}

pub fn caddy(blog: &Blog) -> Rules {
    let caddy = blog.dist("_hosting/Caddyfile");
    // Behind them stands what is sent with errors.
    let (rules, _) = caddy.split_once("\thandle_path ").unwrap();
    blocks(rules, "\theader ", "\t\t")
}

pub fn nginx(blog: &Blog) -> Rules {
    blocks(
        &blog.dist("_hosting/nginx.conf"),
        "  location ",
        "    add_header ",
    )
}

/// `location /b/ {`, and below it a line for each header.
fn blocks(configuration: &str, block: &str, header: &str) -> Rules {
    let mut rules = Rules::new();
    for line in configuration.lines() {
        if let Some(pattern) = line
            .strip_prefix(block)
            .and_then(|rest| rest.strip_suffix(" {"))
        {
            rules.push((pattern.into(), Headers::new()));
        } else if let Some((name, value)) = line
            .strip_prefix(header)
            .and_then(|rest| rest.split_once(" \""))
        {
            let value = value.trim_end_matches(';').trim_end_matches(" always");
            let value = value.trim_end_matches('"');
            add(&mut rules, (name, value));
        }
    }
    rules
}

fn add(rules: &mut Rules, (name, value): (&str, &str)) {
    let (_, headers) = rules.last_mut().unwrap();
    headers.insert(name.into(), value.into());
}
