//! Content with mistakes: each is told with its place and what to do, all in one run, and nothing is written.

use super::blog::{Blog, files};
use super::other_systems::copy;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

#[test]
fn every_mistake_is_told_with_its_place() {
    let blog = broken_blog();
    let told = blog.build_fails();
    let expected = include_str!("broken_content.txt");
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        expected.lines().collect::<Vec<_>>()
    );
}

#[test]
fn check_tells_the_same_and_writes_nothing() {
    let blog = broken_blog();
    let output = blog.run("check", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(super::blog::stderr(&output), blog.build_fails());
    assert!(!blog.path().join("dist").exists());
}

#[test]
fn a_failed_build_leaves_the_last_one_as_it_was() {
    let blog = Blog::new();
    blog.article("good", "Text.");
    blog.build();
    let before = files(&blog.path().join("dist"));
    blog.article("bad", "[nowhere](nowhere.md)");
    blog.build_fails();
    assert_eq!(files(&blog.path().join("dist")), before);

    blog.article("bad", "[somewhere](good.md)");
    blog.build();
    assert!(blog.has("articles/bad/index.html"));
    let beside: Vec<_> = std::fs::read_dir(blog.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        !beside
            .iter()
            .any(|name| name.to_string_lossy().starts_with(".dist")),
        "{beside:?}"
    );
}

#[test]
fn a_file_that_is_not_utf8_hides_none_of_its_other_mistakes() {
    let blog = Blog::new();
    let mut text = b"---\ntitle: Caf\xe9\ndate: soon\n---\n".to_vec();
    text.extend(b"[nowhere](nowhere.md)\n");
    blog.write("content/articles/old.md", text);
    let told = blog.build_fails();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "content/articles/old.md:2:11: this is not UTF-8; save the file as UTF-8",
            "content/articles/old.md:3:7: the date `soon` cannot be read; write it as `2026-04-01`",
            "content/articles/old.md:5:1: there is no file `nowhere.md`; correct the path, or add the file",
        ]
    );
}

#[test]
fn twenty_five_mistakes_are_twenty_five_messages() {
    let blog = Blog::new();
    blog.article("good", "Text.");
    blog.build();
    let before = written(&blog);

    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/fixtures");
    copy(&fixtures.join("mistakes"), &blog.path().join("mistakes"));
    let output = blog.run("build", &["--content", "mistakes"]);
    assert_eq!(output.status.code(), Some(1));
    let told = super::blog::stderr(&output);
    let expected = std::fs::read_to_string(fixtures.join("mistakes.txt")).unwrap();
    let messages: Vec<_> = told.lines().collect();
    assert_eq!(messages, expected.lines().collect::<Vec<_>>());
    assert_eq!(messages.len(), 25);
    assert_eq!(written(&blog), before);

    // What cannot be read at all does not keep the rest from being told.
    blog.write("mistakes/site.json", "{ \"title\": \"A Blog\",, }");
    let output = blog.run("check", &["--content", "mistakes"]);
    let told = super::blog::stderr(&output);
    assert!(
        told.contains("\nmistakes/site.json:1:21: key must be a string; correct this place\n"),
        "{told}"
    );
    assert!(
        told.contains("mistakes/articles/dead-link.md:5:5: "),
        "{told}"
    );
}

/// All that is in `dist`, and when it was written.
fn written(blog: &Blog) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
    let dist = blog.path().join("dist");
    let time = |path: &Path| {
        std::fs::metadata(dist.join(path))
            .unwrap()
            .modified()
            .unwrap()
    };
    let files = files(&dist).into_iter();
    files
        .map(|(path, bytes)| (path.clone(), bytes, time(&path)))
        .collect()
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let blog = Blog::new();
    blog.article("good", "Text.");
    let output = blog.run("build", &["--app", "nowhere", "--style", "nowhere"]);
    let told = super::blog::stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains("nowhere/recto.js:1:1: there is no such file; run `trunk build`"),
        "{told}"
    );
    assert!(
        told.contains("nowhere/index.css:1:1: the style sheet cannot be read: "),
        "{told}"
    );
}

#[test]
fn content_that_is_not_there_is_told_once() {
    let blog = Blog::new();
    let output = blog.run("check", &["--content", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        super::blog::stderr(&output),
        "nowhere:1:1: the folder cannot be read: entity not found; \
         make it with `recto new`, or name another content folder with --content\n"
    );
}

#[test]
fn a_mistake_on_the_command_line_is_another_kind_of_failure() {
    let blog = Blog::new();
    for arguments in [
        &["build", "--now", "someday"][..],
        &["build", "--base-url", "/blog/"],
        &["bulid"],
        &[],
    ] {
        let output = blog.recto(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

fn broken_blog() -> Blog {
    let blog = Blog::new();
    blog.write(
        "content/site.json",
        r#"{
  "title": "A Blog",
  "base_url": "blog.example",
  "language": "english!",
  "page_size": 0,
  "navigation": [{ "label": "Bad", "href": "javascript:alert(1)" }],
  "reactions": [
    { "id": "like", "emoji": "+", "label": "Like" },
    { "id": "Two Words", "emoji": "+", "label": "Two" },
    { "id": "like", "emoji": "+", "label": "Again" }
  ],
  "smart_punctuation": "yes"
}"#,
    );
    blog.write(
        "content/authors/ada.json",
        r#"{ "name": "Ada", "avatar": "ada.png", "same_as": ["javascript:x"] }"#,
    );
    blog.write("content/authors/nameless.json", "{}");
    blog.write(
        "content/authors/broken.json",
        "{\n  \"name\": \"Broken\",\n  \"role\": [1]\n}",
    );
    blog.write("content/authors/comma.json", "{\n  \"name\": \"Comma\",\n}");
    for (file, text) in ARTICLES {
        blog.write(&format!("content/articles/{file}.md"), text);
    }
    blog.write(
        "content/articles/not-utf8.md",
        b"---\ntitle: Gr\xfc\xdfe\n---\n",
    );
    blog
}

const ARTICLES: [(&str, &str); 17] = [
    (
        "a-good-one",
        "---\ntitle: Good\ndate: 2024-01-01\n---\n# A heading\n",
    ),
    ("draft", "---\ntitle: Draft\ndraft: true\n---\n"),
    ("no-front-matter", "# Only Markdown\n"),
    ("no-end", "---\ntitle: No end\n\nSee [a](gone.md).\n"),
    (
        "yaml",
        "---\ntitle: \"Not closed\ndate: 2024-01-01\n---\n\nSee [a](gone.md) and ![](gone.png).\n",
    ),
    (
        "toml",
        "+++\ntitle = \"TOML\"\ndate = 2024-13-01\n+++\n{{< chart >}}\n",
    ),
    (
        "json",
        "{\n  \"title\": \"JSON\",\n  date: 1\n}\n\nSee [a](gone.md).\n",
    ),
    ("nothing", "---\n\ndate: 2024-01-01\n---\n[a](gone.md)\n"),
    // It may have a slug of its own, which nobody can read.
    ("more/a-good-one", "---\nslug: \"another\n---\n"),
    ("page", "---\ntitle: A page\n---\n"),
    (
        "types",
        "---\ntitle: [a list]\ndate: someday\nupdated: 2024-02-30\ntags: [{a: b}]\nlang: \"??\"\nseries_order: first\n\
         cover: gone.png\n---\n[a](#nowhere)\n",
    ),
    (
        "slug",
        "---\ntitle: Slug\ndate: 2024-01-01\nslug: a/b\n---\n",
    ),
    (
        "same",
        "---\ntitle: Same\ndate: 2024-01-01\nslug: a-good-one\n---\n",
    ),
    (
        "facts",
        "---\ntitle: Facts\ndate: 2024-01-01\nauthors: [ada, Bob Unknown]\nseries: One\ncanonical_url: /here\n\
         cover: missing.png\nreaction_counts: {like: 3}\nfigures: huge\n---\n",
    ),
    (
        "series",
        "---\ntitle: Series\ndate: 2024-01-01\nseries: One\nseries_order: 1\n---\n",
    ),
    (
        "covers",
        "---\ntitle: Cover\ndate: 2024-01-01\ncover: javascript:alert(1)\ncover_alt: Bad\n---\n\n\
         ![A picture](http://a.example/b.png)\n",
    ),
    (
        "links",
        "---\ntitle: Links\ndate: 2024-01-01\n---\n\nSee [a](missing.md), [b](draft.md), [c](a-good-one.md#nowhere),\n\
         [d](#nowhere), [e](/articles/gone/), [f](/elsewhere/), [g](../../secret.md) and\n\
         ![](missing.png) and ![Scheme](data:image/png;base64,x).\n\n$\\nonsense$\n\n\
         [h](yaml.md#nowhere), [i](/articles/types/)\n",
    ),
];
