//! What may be asked of other hosts: the policy in each page and for each host, what readers are told, and what is refused.

use super::blog::Blog;
use super::links::attributes;
use scraper::{Html, Selector};
use serde_json::Value;

/// A blog whose `site.json` has this list, on the second line.
fn blog(allow: &str) -> Blog {
    let blog = Blog::new();
    let site = r#"{ "title": "A Blog", "base_url": "https://blog.example/""#;
    blog.write(
        "content/site.json",
        format!("{site},\n\"allow\": {allow} }}"),
    );
    blog.article("new", "Text.");
    blog
}

const ALL: &str = r#"[
    { "host": "giscus.app", "purpose": "Comments <b>", "what": "frame" },
    { "host": "count.example", "purpose": "Counting visits", "what": ["script", "connect", "image"], "when": "always" },
    { "host": "*.news.example", "purpose": "The newsletter", "what": "form" },
    { "host": "films.example:8000", "purpose": "Films", "what": "media", "when": "always" }
]"#;

/// The sources of a directive in a policy.
fn directive<'a>(policy: &'a str, name: &str) -> &'a str {
    let mut directives = policy
        .split("; ")
        .map(|part| part.split_once(' ').unwrap_or((part, "")));
    directives
        .find(|(found, _)| *found == name)
        .map_or("", |(_, sources)| sources)
}

fn policy_of(blog: &Blog, page: &str) -> String {
    let page = blog.dist(page);
    attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content").remove(0)
}

#[test]
fn what_is_allowed_is_in_the_policy_of_each_page_and_for_each_host() {
    let blog = blog(ALL);
    assert_eq!(blog.build(), "");
    let expected = [
        ("img-src", "'self' count.example"),
        ("media-src", "'self' films.example:8000"),
        ("connect-src", "'self' count.example"),
        ("form-action", "*.news.example"),
        ("font-src", "'self'"),
        ("base-uri", "'none'"),
    ];
    let page = policy_of(&blog, "articles/new/index.html");
    for (name, sources) in expected {
        assert_eq!(directive(&page, name), sources, "{name}");
    }
    assert_eq!(directive(&page, "frame-src"), "giscus.app");
    assert!(directive(&page, "script-src").ends_with(" count.example"));
    assert_eq!(
        directive(&policy_of(&blog, "embed/index.html"), "frame-src"),
        "'self' giscus.app"
    );
    // Others' pages show texts of the blog, and nothing else of the publisher's.
    let card = policy_of(&blog, "embed/card/new/index.html");
    assert_eq!(
        directive(&card, "img-src"),
        "'self' https://blog.example count.example"
    );
    assert_eq!(directive(&card, "form-action"), "'none'");
    assert!(!card.contains("giscus") && !directive(&card, "script-src").contains("count"));

    let header = r#"form-action *.news.example; require-trusted-types-for 'script'; trusted-types article default recto-embed; frame-src 'self' giscus.app; frame-ancestors 'none'"#;
    for file in [
        "_headers",
        "vercel.json",
        "_hosting/nginx.conf",
        "_hosting/Caddyfile",
    ] {
        assert!(blog.dist(file).contains(header), "{file}");
    }
}

#[test]
fn readers_are_told_who_is_asked_when_and_why() {
    let blog = blog(ALL);
    blog.build();
    let page = Html::parse_document(&blog.dist("you/index.html"));
    let texts = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let texts = page
            .select(&selector)
            .map(|found| found.text().collect::<String>());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(
        texts("[aria-labelledby=recto-asked] dt"),
        [
            "giscus.app",
            "count.example",
            "*.news.example",
            "films.example:8000"
        ]
    );
    assert_eq!(
        texts("[aria-labelledby=recto-asked] dd"),
        [
            "Only after you press or send something: Comments <b>",
            "When you open a page: Counting visits",
            "Only after you press or send something: The newsletter",
            "When you open a page: Films",
        ]
    );
    // The app shows the same.
    let data: Value = serde_json::from_str(&blog.dist("content/site.json")).unwrap();
    assert_eq!(data["asked"][0]["when"], "click");
    assert_eq!(data["asked"].as_array().unwrap().len(), 4);
}

#[test]
fn without_a_list_nothing_changes_and_an_empty_one_keeps_pictures_of_others_out() {
    let blog = Blog::new();
    blog.article("new", "![A point](https://pictures.example/a.png)");
    assert_eq!(blog.build(), "");
    let policy = policy_of(&blog, "articles/new/index.html");
    assert_eq!(directive(&policy, "img-src"), "'self' https:");
    assert_eq!(directive(&policy, "form-action"), "'none'");
    assert!(!policy.contains("frame-src"));
    assert!(!blog.dist("you/index.html").contains("recto-asked"));
    assert!(!blog.dist("content/site.json").contains("asked"));

    let blog = self::blog("[]");
    blog.build();
    let policy = policy_of(&blog, "articles/new/index.html");
    assert_eq!(directive(&policy, "img-src"), "'self'");
    assert_eq!(directive(&policy, "media-src"), "'self'");
}

#[test]
fn a_text_that_asks_somebody_else_is_told_at_its_place() {
    let blog = blog(r#"[{ "host": "pictures.example", "purpose": "Pictures", "what": "image" }]"#);
    blog.article(
        "new",
        "![A](https://pictures.example/a.png) ![B](https://other.example/b.png)\n\n<video src=\"//films.example/c.mp4\"></video>",
    );
    blog.write(
        "content/articles/second.md",
        "---\ntitle: Second\ndate: 2024-05-01\ncover: { src: 'https://other.example/d.png', alt: D }\n---\nText, and [a link](https://other.example/).",
    );
    blog.write(
        "content/authors/ada.json",
        "{ \"name\": \"Ada\",\n\"avatar\": \"https://other.example/ada.png\" }",
    );
    let image = "add the host there, with `\"what\": \"image\"`, or keep the file beside the text";
    assert_eq!(
        blog.build_fails().lines().collect::<Vec<_>>(),
        [
            format!(
                "content/articles/new.md:5:38: `https://other.example/b.png` is on a host that `allow` in site.json does not name; {image}"
            ),
            format!(
                "content/articles/new.md:7:1: `//films.example/c.mp4` is on a host that `allow` in site.json does not name; {}",
                image.replace("image", "media")
            ),
            format!(
                "content/articles/second.md:4:15: `https://other.example/d.png` is on a host that `allow` in site.json does not name; {image}"
            ),
            format!(
                "content/authors/ada.json:2:11: `https://other.example/ada.png` is on a host that `allow` in site.json does not name; {image}"
            ),
        ]
    );
}

/// A build fails with these sentences, each at the place in the entry that begins so.
fn assert_told(host: &str, rest: &str, told: Vec<(&str, String)>) {
    let allow = format!("[{{ \"host\": \"{host}\", {rest} }}]");
    let column = |place: &str| allow.find(place).unwrap() + "\"allow\": ".len() + 1;
    let told: Vec<String> = told
        .into_iter()
        .map(|(place, told)| format!("content/site.json:2:{}: {told}", column(place)))
        .collect();
    let blog = blog(&allow);
    assert_eq!(
        blog.build_fails().lines().collect::<Vec<_>>(),
        told,
        "{allow}"
    );
}

#[test]
fn each_mistake_in_the_list_is_told_at_its_place() {
    let kinds = "write `script`, `frame`, `connect`, `image`, `form` or `media`";
    let frame = r#""purpose": "Comments", "what": "frame""#;
    let no_purpose = "readers are not told why this host is asked; add a `purpose` in a few words, such as \"Comments\"";
    let no_wait = "a host cannot wait for a click with `script`; write `\"when\": \"always\"`, or use a `frame`";
    let no_what = format!(
        "this entry does not say what may be asked of the host; {}",
        kinds.replace("write", "add a `what`:")
    );
    let alone = |host: &str| format!("`{host}` is not a host; write the host alone: `giscus.app`");
    let other = "`a.b; script-src *` is not a host; write a name such as `giscus.app`, in the letters that browsers send";
    for (host, rest, told) in [
        (
            "https://giscus.app/",
            frame,
            vec![("\"https", alone("https://giscus.app/"))],
        ),
        (
            "giscus.app/widget?a",
            frame,
            vec![("\"giscus", alone("giscus.app/widget?a"))],
        ),
        ("//Giscus.app", frame, vec![("\"//", alone("//Giscus.app"))]),
        ("a.b; script-src *", frame, vec![("\"a.b", other.into())]),
        (
            "a.b",
            r#""purpose": "P", "what": "style""#,
            vec![(
                "\"style",
                format!("`style` is nothing that can be allowed; {kinds}"),
            )],
        ),
        (
            "a.b",
            r#""what": "script", "when": "click""#,
            vec![("{", no_purpose.into()), ("\"click", no_wait.into())],
        ),
        (
            "a.b",
            r#""purpose": "P", "when": "soon""#,
            vec![
                ("{", no_what),
                (
                    "\"soon",
                    "this does not say when the host is asked; write `always` or `click`".into(),
                ),
            ],
        ),
    ] {
        assert_told(host, rest, told);
    }
}
