//! Front matter and configuration of any size: read in a time that grows with it, and told where it is more than a blog
//! can have.

use super::blog::{Blog, in_time, stderr};
use serde_json::{Map, Value, json};
use std::fs::File;
use std::time::Duration;

/// What these take in a developer's build, many times over; each took minutes where it was quadratic.
const PATIENCE: Duration = Duration::from_secs(60);

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn blog_with(article: &str) -> Blog {
    let blog = Blog::new();
    blog.write("content/articles/large.md", article);
    blog
}

/// Whether the content is right, and what is told.
fn check(blog: &Blog) -> (bool, String) {
    let output = in_time(PATIENCE, || blog.run("check", &["--verbose"]));
    let told = stderr(&output);
    // It comes first where the only article cannot be read.
    let lines = told
        .split_inclusive('\n')
        .filter(|line| !line.contains(" there is not one article here; "));
    (output.status.success(), lines.collect())
}

#[test]
fn forty_thousand_keys_have_their_positions_in_no_time() {
    const COUNT: usize = 40_000;
    let head = "title: A\ndate: 2024-05-01\n";
    let mut object = Map::new();
    object.insert("title".into(), "A".into());
    object.insert("date".into(), "2024-05-01".into());
    object.extend((0..COUNT).map(|key| (format!("key{key}"), Value::from("text"))));
    let object = Value::Object(object);
    for article in [
        format!(
            "---\n{head}{}---\nText.",
            lines(COUNT, |key| format!("key{key}: text\n"))
        ),
        format!(
            "+++\ntitle = 'A'\ndate = 2024-05-01\n{}+++\nText.",
            lines(COUNT, |key| format!("key{key} = 'text'\n"))
        ),
        format!("{object}\nText."),
        format!("{object:#}\nText."),
    ] {
        assert_eq!(check(&blog_with(&article)), (true, String::new()));
    }
}

#[test]
fn long_lists_in_the_configuration_are_read_in_no_time() {
    let blog = blog_with("---\ntitle: A\ndate: 2024-05-01\n---\nText.");
    let links: Vec<Value> = (0..40_000)
        .map(|_| json!({ "label": "A", "href": "/archive/" }))
        .chain([json!({ "label": "B", "href": "javascript:0" })])
        .collect();
    let site = json!({ "title": "A", "base_url": "https://a.example/", "navigation": links });
    blog.write("content/site.json", format!("{site:#}"));
    let urls: Vec<String> = (0..40_000)
        .map(|url| format!("https://a.example/{url}"))
        .collect();
    let author = json!({ "name": "Ada", "same_as": urls });
    blog.write("content/authors/ada.json", author.to_string());
    let (is_right, told) = check(&blog);
    assert!(!is_right && told.lines().count() == 1, "{told}");
    assert!(
        told.starts_with("content/site.json:160007:15: `javascript:0`"),
        "{told}"
    );
}

#[test]
fn a_hundred_thousand_names_are_told_and_the_first_are_kept() {
    const COUNT: usize = 100_000;
    for (key, most) in [("authors", 1_000), ("tags", 1_000), ("aliases", 10_000)] {
        for name in [
            (|name| format!("- /name-{name}/\n")) as fn(usize) -> String,
            // All make the same address.
            |name| format!("- a{}\n", "!".repeat(name % 300)),
        ] {
            let names = lines(COUNT, name);
            let head = format!("title: A\ndate: 2024-05-01\n{key}:\n{names}");
            let blog = blog_with(&format!("---\n{head}---\nText."));
            let (is_right, told) = check(&blog);
            assert!(is_right, "{key}");
            let line =
                format!("the article names {COUNT} {key}, and only {most} are kept; name fewer");
            let is_told = told.contains(&line);
            // Tags that are the same count once.
            assert!(is_told || told.is_empty() && key == "tags", "{key}");
        }
    }
}

#[test]
fn many_names_in_many_articles_are_connected_in_no_time() {
    let blog = Blog::new();
    for article in 0..1_000 {
        let names = |kind: &str| {
            let names = (0..20).map(|name| format!("{kind} {}", (article * 20 + name)));
            names.collect::<Vec<_>>()
        };
        let head = json!({
            "title": "A", "date": "2024-05-01", "tags": names("Tag"), "authors": names("Author")
        });
        blog.write(
            &format!("content/articles/a{article}.md"),
            format!("{head}\nText."),
        );
    }
    let (is_right, told) = check(&blog);
    assert!(is_right);
    assert_eq!(told, "");
}

#[test]
fn what_is_nested_without_end_is_told() {
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    for article in [
        format!("---\ntitle: A\ndate: 2024-05-01\ndeep: {deep}\n---\nText."),
        format!("+++\ntitle = 'A'\ndate = 2024-05-01\ndeep = {deep}\n+++\nText."),
        format!("{{\"title\": \"A\", \"date\": \"2024-05-01\", \"deep\": {deep}}}\nText."),
        format!(
            "---\ntitle: A\ndate: 2024-05-01\ndeep:\n{}a\n---\nText.",
            "- ".repeat(20_000)
        ),
        format!(
            "---\ntitle: A\ndate: 2024-05-01\ndeep:\n  {}a\n---\nText.",
            "? ".repeat(20_000)
        ),
        format!(
            "---\ntitle: A\ndate: 2024-05-01\ndeep:\n{}---\nText.",
            lines(3_000, |depth| format!("{}a:\n", " ".repeat(depth + 1)))
        ),
        format!(
            "+++\ntitle = 'A'\ndate = 2024-05-01\n{}b = 1\n+++\nText.",
            "a.".repeat(50_000)
        ),
        // Each name stands for ten of the one before.
        format!(
            "---\ntitle: A\ndate: 2024-05-01\na0: &a0 [x]\n{}---\nText.",
            lines(12, |name| {
                let ten = vec![format!("*a{name}"); 10].join(", ");
                format!("a{}: &a{} [{ten}]\n", name + 1, name + 1)
            })
        ),
    ] {
        let (is_right, told) = check(&blog_with(&article));
        assert!(
            !is_right && told.starts_with("content/articles/large.md:"),
            "{told}"
        );
        assert!(told.contains("front matter cannot be read"), "{told}");
    }
    let blog = Blog::new();
    let site = format!("{{\"title\": \"A\", \"deep\": {deep}}}");
    blog.write("content/site.json", site);
    let (is_right, told) = check(&blog);
    assert!(!is_right);
    assert!(told.starts_with("content/site.json:1:"), "{told}");
}

#[test]
fn a_text_without_end_is_cut_off_or_refused() {
    let title = "A ".repeat(1_000_000);
    let blog = blog_with(&format!(
        "---\ntitle: {title}\ndate: 2024-05-01\n---\nText."
    ));
    let (is_right, told) = check(&blog);
    assert!(is_right && told.lines().count() == 1, "{told}");
    assert!(
        told.contains("is cut off after 10000 characters; make it shorter"),
        "{told}"
    );

    let blog = Blog::new();
    blog.write("content/articles/large.md", "");
    let file = File::options()
        .write(true)
        .open(blog.path().join("content/articles/large.md"));
    // Empty on the disk, whatever its length.
    file.unwrap().set_len(1 << 40).unwrap();
    let (is_right, told) = check(&blog);
    assert!(!is_right, "{told}");
    assert_eq!(
        told.trim(),
        "content/articles/large.md:1:1: is larger than 64 MB; divide it"
    );
}
