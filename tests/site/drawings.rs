//! The publisher's drawings (SVG) are pictures: no host that is told lets anything in them run, and what would run on
//! another is told.

use super::blog::{Blog, stderr};
use super::host_headers::{Rules, caddy, netlify, nginx, the_longest, vercel};
use std::collections::BTreeSet;

const PLAIN: &str = "<svg xmlns='http://www.w3.org/2000/svg'/>";

const POLICY: &str = "Content-Security-Policy";

/// Of the publisher's files, and where they are on the site.
const DRAWINGS: [&str; 7] = [
    "logo.svg",
    "LOUD.SVG",
    "packed.svgz",
    "drawings/deep/one.svg",
    "demo/two.svg",
    // Where data lies, too.
    "content/three.svg",
    "favicon.svg",
];

fn blog() -> Blog {
    let blog = Blog::new();
    let site = r#"{ "title": "A Blog", "base_url": "https://blog.example/b/" }"#;
    blog.write("content/site.json", site);
    for drawing in DRAWINGS {
        blog.write(&format!("public/{drawing}"), PLAIN);
    }
    blog.write(
        "public/demo/index.html",
        "<!DOCTYPE html><title>A page</title>",
    );
    blog.write("content/articles/media.svg", PLAIN);
    blog.article("first", "![A drawing](media.svg)");
    blog
}

#[test]
fn every_host_is_told_that_nothing_runs_in_a_drawing() {
    let blog = blog();
    assert_eq!(blog.build(), "");
    let page = blog.dist("articles/first/index.html");
    let (_, rest) = page.split_once("src=\"/b/assets/media/").unwrap();
    let (media, _) = rest.split_once('"').unwrap();
    let media = format!("assets/media/{media}");
    let paths = DRAWINGS.into_iter().chain([media.as_str()]);
    for path in paths.map(|path| format!("/b/{path}")) {
        for (host, rules) in [
            ("netlify", netlify(&blog)),
            ("vercel", vercel(&blog)),
            ("caddy", caddy(&blog)),
        ] {
            let policies = policies(&rules, &path);
            // Of several, hosts join all, and browsers keep to each of them; or the last counts; but Caddy's.
            let is_kept = match host {
                "caddy" => policies.iter().all(|policy| runs_nothing(policy)),
                _ => policies.last().is_some_and(|policy| runs_nothing(policy)),
            };
            assert!(
                is_kept && !policies.is_empty(),
                "{host} {path}: {policies:?}"
            );
        }
        let policy = &the_longest(&nginx(&blog), &path)[POLICY];
        assert!(runs_nothing(policy), "nginx {path}: {policy}");
    }
    let nginx = blog.dist("_hosting/nginx.conf");
    let locations: Vec<&str> = (nginx.lines())
        .filter(|line| line.starts_with("  location "))
        .collect();
    let different: BTreeSet<&str> = locations.iter().copied().collect();
    assert_eq!(locations.len(), different.len(), "{nginx}");
    let caddy = blog.dist("_hosting/Caddyfile");
    let rest = "\t\tpath /b/demo/*\n\t\tnot path /b/demo/two.svg\n";
    assert!(caddy.contains(rest), "{caddy}");
    for page in ["/b/demo/", "/b/", "/b/articles/first/"] {
        let policies = policies(&netlify(&blog), page);
        assert!(
            policies.len() == 1 && policies[0].contains("script-src 'self'"),
            "{page}"
        );
    }
}

fn policies(rules: &Rules, path: &str) -> Vec<String> {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == pattern,
    };
    let rules = rules.iter().filter(|(pattern, _)| fits(pattern));
    rules
        .filter_map(|(_, headers)| headers.get(POLICY).cloned())
        .collect()
}

fn runs_nothing(policy: &str) -> bool {
    policy.starts_with("default-src 'none'; style-src") && !policy.contains("script-src")
}

#[test]
fn what_runs_in_a_drawing_is_told_at_its_place_and_stops_a_strict_build() {
    let blog = Blog::new();
    let script = "<svg xmlns='http://www.w3.org/2000/svg'>\n <script>alert(1)</script>\n</svg>";
    let handler = "<svg xmlns='http://www.w3.org/2000/svg'\n onload='alert(1)'/>";
    blog.write("public/icons/script.svg", script);
    blog.write("content/articles/handler.svg", handler);
    blog.write("content/articles/script.svg", script);
    blog.write("content/articles/not-named.svg", script);
    blog.write(
        "content/authors/ada.json",
        r#"{ "name": "Ada", "avatar": "ada.svg" }"#,
    );
    blog.write("content/authors/ada.svg", handler);
    blog.write(
        "content/articles/first.md",
        "---\ntitle: First\ndate: 2024-05-01\nauthors: [ada]\n---\n![One](handler.svg) ![Two](script.svg) ![Again](script.svg)\n",
    );
    let told = blog.build();
    let lines: Vec<&str> = told
        .lines()
        .map(|line| line.split_once(';').unwrap().0)
        .collect();
    let handler = "warning: the attribute `onload` of the drawing runs something";
    let script = "warning: the drawing has an element `script`";
    assert_eq!(
        lines,
        [
            format!("content/articles/handler.svg:1:1: {handler}"),
            format!("content/articles/script.svg:2:2: {script}"),
            format!("content/authors/ada.svg:1:1: {handler}"),
            format!("public/icons/script.svg:2:2: {script}"),
        ]
    );
    let strict = blog.run("build", &["--strict"]);
    assert_eq!(strict.status.code(), Some(1), "{}", stderr(&strict));
}
