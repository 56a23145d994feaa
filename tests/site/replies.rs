//! Replies from other places: how they are fetched, what is kept of them, and what pages show.

use super::blog::{Blog, stderr};
use super::links::attributes;
use serde_json::{Value, json};
use std::process::Output;

fn blog() -> Blog {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{ "title": "A Blog", "base_url": "https://blog.example/" }"#,
    );
    blog.write(
        "content/articles/press.md",
        "---\ntitle: A press\ndate: 2024-05-01\nreplies:\n- https://social.example/@me/123\n- https://bsky.app/profile/me.example/post/3k\n- https://webmention.io/\n---\nIt prints.",
    );
    blog
}

/// What Mastodon says of one reply.
fn post(name: &str, url: &str, content: &str) -> Value {
    json!({
        "url": url, "created_at": "2024-05-02T10:00:00.000Z", "content": content, "visibility": "public",
        "account": { "display_name": name, "acct": "somebody" },
    })
}

fn keep(blog: &Blog, answer: &Value) -> Output {
    blog.write("answer.json", answer.to_string());
    let file = blog.path().join("answer.json");
    blog.run("replies", &["press", file.to_str().unwrap()])
}

fn kept(blog: &Blog) -> Value {
    let file = blog.path().join("content/replies/press.json");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_command_is_printed_for_each_place() {
    let output = blog().run("replies", &[]);
    assert_eq!(
        stdout(&output).lines().collect::<Vec<_>>(),
        [
            "curl -fsS 'https://social.example/api/v1/statuses/123/context' | recto replies press -",
            "curl -fsS 'https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=10&parentHeight=0&uri=at://me.example/app.bsky.feed.post/3k' | recto replies press -",
            "curl -fsS 'https://webmention.io/api/mentions.jf2?per-page=200&wm-property=in-reply-to&target=https%3A%2F%2Fblog%2Eexample%2Farticles%2Fpress%2F' | recto replies press -",
        ]
    );
}

#[test]
fn answers_of_all_places_stand_below_the_article() {
    let blog = blog();
    let context = json!({ "ancestors": [], "descendants": [
        post("Wren", "https://a.example/@wren/1", "<p>One<br>two</p><p>three &amp; four</p>"),
        post("", "https://a.example/@b/2", ""),
    ] });
    let output = keep(&blog, &context);
    assert!(stdout(&output).ends_with("content/replies/press.json: 1 from Mastodon\n"));
    let author = json!({ "handle": "quoin.example", "displayName": "Ada Quoin" });
    let hidden = json!({ "handle": "h.example", "labels": [{ "val": "!no-unauthenticated" }] });
    let thread = json!({ "thread": { "post": {}, "replies": [
        { "post": { "uri": "at://did:plc:x/app.bsky.feed.post/3m", "author": author,
            "record": { "text": "From below", "createdAt": "2024-05-03T00:00:00Z" } },
          "replies": [{ "post": { "uri": "at://y/z/4", "author": hidden, "record": { "text": "Not here" } } }] },
        { "notFound": true },
    ] } });
    assert!(keep(&blog, &thread).status.success());
    let page = json!({ "type": "feed", "children": [
        { "url": "https://c.example/reply", "wm-property": "in-reply-to", "published": null,
          "wm-received": "2024-05-04T00:00:00Z", "author": { "name": "Cicero" }, "content": { "text": "Elsewhere" } },
        { "url": "https://d.example/", "wm-property": "like-of", "author": { "name": "D" }, "content": { "text": "Liked" } },
    ] });
    assert!(keep(&blog, &page).status.success());
    assert_eq!(blog.build(), "");
    let html = blog.dist("articles/press/index.html");
    let section = html.split("class=\"replies\"").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    assert_eq!(
        attributes(section, "a", "href"),
        [
            "https://a.example/@wren/1",
            "https://bsky.app/profile/quoin.example/post/3m",
            "https://c.example/reply",
            "https://social.example/@me/123",
            "https://bsky.app/profile/me.example/post/3k",
        ]
    );
    for text in [
        "Wren",
        "<p>One<br>two</p>",
        "three &amp; four",
        "From below",
        "Elsewhere",
        "Reply on social.example",
    ] {
        assert!(
            section
                .replace("<br />", "<br>")
                .replace("<br>\n", "<br>")
                .contains(text),
            "{text}: {section}"
        );
    }
    assert!(
        !section.contains("Not here") && !section.contains("Liked") && !section.contains("<button")
    );
    let data: Value = serde_json::from_str(&blog.dist("content/articles/press.json")).unwrap();
    assert!(data["replies"].as_str().unwrap().contains("From below"));
    assert!(data["newer_replies"].is_null());
}

#[test]
fn what_is_gone_from_the_answer_is_gone_from_the_page() {
    let blog = blog();
    let [one, two] = ["one", "two"].map(|id| post(id, &format!("https://a.example/{id}"), id));
    keep(&blog, &json!({ "descendants": [one, two] }));
    let output = keep(&blog, &json!({ "descendants": [two] }));
    assert!(stdout(&output).ends_with("1 from Mastodon, 1 gone\n"));
    assert_eq!(kept(&blog)["mastodon"].as_array().unwrap().len(), 1);
    blog.build();
    let html = blog.dist("articles/press/index.html");
    assert!(html.contains("https://a.example/two") && !html.contains("https://a.example/one"));
}

#[test]
fn hostile_replies_stay_text() {
    let blog = blog();
    let markup = "<script>alert(1)</script><img src=x onerror=alert(2)>&lt;script&gt;alert(3)&lt;/script&gt; [x](javascript:alert(4)) ![](https://t.example/p.png) <recto-card article=press> # no heading";
    let many = (0..300).map(|at| post("Many", &format!("https://a.example/{at}"), "<p>x"));
    let mut posts: Vec<Value> = vec![
        post(
            "<b>\"*Name*\u{202e}",
            "https://a.example/x?a=1&copy;=2",
            markup,
        ),
        post("Link", "javascript:alert(5)", "No address"),
        post("Relative", "/@x/1", "No address"),
        json!({ "url": 5, "content": [], "account": "x" }),
        json!(null),
        post("Long", "https://a.example/long", &"word ".repeat(20_000)),
        json!({ "url": "https://a.example/private", "content": "secret", "visibility": "private", "account": { "acct": "x" } }),
    ];
    posts.extend(many);
    let output = keep(&blog, &json!({ "descendants": posts }));
    assert!(
        stdout(&output).contains("200 from Mastodon, "),
        "{}",
        stderr(&output)
    );
    assert_eq!(blog.build(), "");
    let html = blog.dist("articles/press/index.html");
    let section = html.split("class=\"replies\"").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    for element in [
        "script",
        "img",
        "recto-card",
        "b",
        "em",
        "h2:not(#recto-replies)",
    ] {
        assert!(
            attributes(section, element, "src").is_empty()
                && !section.contains(&format!("<{element}")),
            "{element}"
        );
    }
    assert!(
        section.contains("&lt;script&gt;alert(3)&lt;/script&gt; [x](javascript:alert(4))"),
        "{section}"
    );
    let links = attributes(section, "a", "href");
    assert_eq!(links[0], "https://a.example/x?a=1&copy;=2");
    assert!(links.iter().all(|link| link.starts_with("https://")));
    assert!(
        !section.contains("No address") && !section.contains("secret") && section.len() < 80_000
    );
}

#[test]
fn what_is_no_answer_changes_nothing() {
    let blog = blog();
    keep(
        &blog,
        &json!({ "descendants": [post("A", "https://a.example/1", "Here")] }),
    );
    let before = kept(&blog);
    for (answer, told) in [
        ("", "-:1:1: the answer is not JSON: "),
        (
            "{ \"error\": \"Record not found\" }",
            "-:1:1: this is no answer of Mastodon, Bluesky or webmention.io; ",
        ),
        ("{ \"descendants\": 1 }", "-:1:1: this is no answer of "),
    ] {
        blog.write("answer.json", answer);
        let file = blog.path().join("answer.json");
        let output = blog.run("replies", &["press", file.to_str().unwrap()]);
        assert!(!output.status.success());
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
        assert_eq!(kept(&blog), before);
    }
    let output = blog.run("replies", &["gone", "answer.json"]);
    assert!(stderr(&output).contains("no article `gone` says where it is talked about"));
}

#[test]
fn mistakes_are_told_at_their_places() {
    let blog = blog();
    blog.write("content/articles/press.md", "---\ntitle: A press\ndate: 2024-05-01\nreplies:\n- https://social.example/@me/123\n- https://other.example/@me/5\n- https://social.example/about\n---\nIt prints.");
    blog.write("content/replies/gone.json", "{ \"version\": 1 }");
    blog.write(
        "content/replies/press.json",
        "{ \"version\": 1, \"mastodon\": [{ \"text\": 5 }] }",
    );
    blog.write("content/replies/two.json", "{ \"version\": 2 }");
    let told = blog.build_fails();
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(told[0].starts_with("content/articles/press.md:6:3: `https://other.example/@me/5` is the second address of Mastodon; "), "{told:?}");
    assert!(told[1].starts_with("content/articles/press.md:7:3: `https://social.example/about` is no post whose replies can be read; "));
    assert!(told[2].starts_with(
        "content/replies/gone.json:1:1: warning: there is no article `gone` on the site, "
    ));
    assert!(
        told[3].starts_with("content/replies/press.json:1:"),
        "{told:?}"
    );
    assert!(
        told[4].starts_with("content/replies/two.json:1:14: these replies are not of version 1; "),
        "{told:?}"
    );
}

#[test]
fn a_button_is_there_only_where_all_may_be_asked() {
    let blog = blog();
    let site = |hosts: &[&str]| {
        let allow = hosts.iter().map(|host| json!({ "host": host, "purpose": "Replies", "what": "connect", "when": "click" }));
        json!({ "title": "A Blog", "base_url": "https://blog.example/", "allow": allow.collect::<Vec<_>>() }).to_string()
    };
    blog.write("content/site.json", site(&["social.example"]));
    blog.build();
    assert!(
        !blog
            .dist("articles/press/index.html")
            .contains("data-tool=\"replies\"")
    );
    blog.write(
        "content/site.json",
        site(&["social.example", "public.api.bsky.app", "webmention.io"]),
    );
    blog.build();
    let page = blog.dist("articles/press/index.html");
    let value = attributes(&page, "button[data-tool=replies]", "value").remove(0);
    assert_eq!(value.split(' ').count(), 3);
    assert!(value.starts_with("https://social.example/api/v1/statuses/123/context "));
    assert!(
        page.contains("connect-src 'self' public.api.bsky.app social.example webmention.io;"),
        "{page}"
    );
}
