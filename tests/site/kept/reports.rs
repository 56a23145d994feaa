//! What a build says of many warnings, and of a folder in which there is nothing to publish.

use crate::blog::{Blog, stderr};
use serde_json::Value;

#[test]
fn many_warnings_of_a_kind_are_one() {
    let blog = Blog::new();
    for number in 0..9 {
        blog.article(
            &format!("a{number}"),
            "![](missing.svg)\n\n[x](/nowhere/at/all/)",
        );
    }
    let output = blog.run("check", &[]);
    let lines: Vec<String> = stderr(&output).lines().map(String::from).collect();
    let of_kind: Vec<&String> = lines
        .iter()
        .filter(|line| line.contains("nothing of this site is at"))
        .collect();
    assert_eq!(of_kind.len(), 4, "{lines:#?}");
    assert!(of_kind[0].starts_with(
        "content/articles/a0.md:7:1: warning: nothing of this site is at `/nowhere/at/all/`"
    ));
    assert!(
        of_kind[3].contains("6 more of this kind, in 6 files"),
        "{}",
        of_kind[3]
    );
    // Errors are told one by one.
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.contains("there is no file"))
            .count(),
        9
    );

    let output = blog.run("check", &["--verbose"]);
    assert_eq!(
        stderr(&output)
            .matches("nothing of this site is at")
            .count(),
        9
    );
    let output = blog.run("check", &["--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = report["problems"].as_array().unwrap().iter();
    assert_eq!(
        problems
            .filter(|problem| problem["severity"] == "warning")
            .count(),
        18
    );
}

#[test]
fn four_of_a_kind_are_told_one_by_one() {
    let blog = Blog::new();
    for number in 0..4 {
        blog.article(&format!("a{number}"), "[x](/nowhere/at/all/)");
    }
    let told = blog.build();
    assert_eq!(
        told.matches("nothing of this site is at").count(),
        4,
        "{told}"
    );
}

#[test]
fn a_folder_without_an_article_says_so_first_and_fails() {
    let blog = Blog::new();
    blog.write("content/about.md", "---\ntitle: About\n---\nText.");
    blog.write("content/notes.md", "Text.");
    blog.write(
        "content/later.md",
        "---\ntitle: Later\ndraft: true\n---\nText.",
    );
    let told = blog.build_fails();
    let first = told.lines().next().unwrap();
    assert!(
        first.starts_with(
            "content:1:1: there is not one article here: 1 has no date, 1 is a page, 1 is a draft;"
        ),
        "{told}"
    );
    assert!(!blog.has("index.html"));
}

#[test]
fn a_folder_of_another_system_without_an_article_fails_too() {
    let blog = Blog::empty();
    blog.write("hugo/hugo.toml", "baseURL = 'https://h.example/'");
    blog.write(
        "hugo/content/about.md",
        "---\ntitle: About\n---\n[gone](gone.md)",
    );
    let output = blog.run("build", &["--content", "hugo"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output)
            .starts_with("hugo/content:1:1: there is not one article here: 1 is a page;")
    );
}

#[test]
fn a_folder_most_of_which_is_left_out_says_so_first() {
    let blog = Blog::new();
    blog.article("one", "Text.");
    for number in 0..7 {
        blog.write(&format!("content/page-{number}.md"), "Text.");
    }
    let told = blog.build();
    let first = told.lines().next().unwrap();
    assert!(
        first.starts_with(
            "content:1:1: warning: most files of Markdown are left out: 7 have no date;"
        ),
        "{told}"
    );
}

#[test]
fn a_folder_of_another_system_builds_unless_asked_to_be_strict() {
    let blog = Blog::empty();
    blog.write("hugo/hugo.toml", "baseURL = 'https://h.example/'");
    let head = "title: T\ndate: 2024-05-01\n";
    blog.write(
        "hugo/content/posts/a.md",
        format!("---\n{head}lang: no such language\n---\n[gone](gone.md)"),
    );
    blog.write(
        "hugo/content/posts/b.md",
        format!("---\n{head}tags: {{a: b}}\n---\n![gone](gone.png)"),
    );
    blog.write(
        "hugo/content/posts/c.md",
        "---\ntitle: T\ndate: someday\n---\nText.",
    );
    blog.write("hugo/content/posts/d.md", "---\ntitle: [T\n---\nText.");
    let output = blog.run("build", &["--content", "hugo"]);
    let told = stderr(&output);
    assert!(output.status.success(), "{told}");
    assert!(blog.has("articles/a/index.html") && blog.has("articles/b/index.html"));
    // One whose day, or whose whole head, nobody can read may be a draft.
    assert!(!blog.has("articles/c") && !blog.has("articles/d"), "{told}");
    for part in [
        "`someday` cannot be read",
        "front matter cannot be read",
        "gone.md",
        "gone.png",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let output = blog.run("build", &["--content", "hugo", "--strict"]);
    assert_eq!(output.status.code(), Some(1));
}

/// What neither has `site.json` nor `articles/` was written for something else: VitePress, Eleventy, Hexo, a wiki.
#[test]
fn a_folder_that_was_not_written_for_recto_builds_with_warnings() {
    let blog = Blog::empty();
    let text = "---\ntitle: A Walk\ndate: 2024-05-01\n---\n[gone](gone.html) ![gone](gone.png) {{ page.x }} <custom-box>In it</custom-box>\n";
    blog.write("docs/posts/a-walk.md", text);
    let output = blog.run("build", &["--content", "docs"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let told = stderr(&output);
    assert!(
        told.contains("docs/posts/a-walk.md:5:1: warning: there is no file `gone.html`"),
        "{told}"
    );
    assert!(blog.has("articles/a-walk/index.html"));
    blog.write("docs/site.json", "{}");
    let output = blog.run("build", &["--content", "docs"]);
    assert_eq!(output.status.code(), Some(1));
}
