//! What the commands do and tell, to people and to machines.

use super::blog::{Blog, files, stderr};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Output, Stdio};

#[test]
fn a_new_blog_builds_without_a_remark() {
    let blog = Blog::new();
    let made = blog.recto(&["new", "mine", "--now", "2026-01-01"]).output();
    assert!(made.unwrap().status.success());
    let arguments = [
        "build",
        "--app",
        "../app",
        "--style",
        "../style",
        "--now",
        "2026-01-01",
    ];
    let mut recto = blog.recto(&arguments);
    let output = recto
        .current_dir(blog.path().join("mine"))
        .output()
        .unwrap();
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
    let built = files(&blog.path().join("mine/dist"));
    for page in [
        "index.html",
        "articles/how-to-write/index.html",
        "authors/me/index.html",
    ] {
        assert!(built.contains_key(std::path::Path::new(page)), "{page}");
    }
    let ignored = std::fs::read_to_string(blog.path().join("mine/.gitignore")).unwrap();
    for entry in std::fs::read_dir(blog.path().join("mine")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_written_by_hand = [".gitignore", "content", "public"].contains(&name.as_str());
        assert!(
            is_written_by_hand || ignored.contains(&format!("/{name}/")),
            "{name}"
        );
    }
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.starts_with("2 articles, ") && told.contains(" files in dist, "),
        "{told}"
    );
}

#[test]
fn a_new_blog_takes_no_folder_that_is_in_use() {
    let blog = Blog::new();
    let before = files(blog.path());
    let output = blog.recto(&["new", "."]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains(". is not empty; name a folder that is"));
    assert_eq!(files(blog.path()), before);
}

#[test]
fn a_post_is_a_draft_and_never_takes_the_place_of_another() {
    let blog = Blog::new();
    let post = |title: &str| {
        let arguments = ["post", title, "--content", "content", "--now", "2025-02-03"];
        blog.recto(&arguments).output().unwrap()
    };
    let title = r#"Say "hi": C++ & \n"#;
    let output = post(title);
    assert!(output.status.success());
    let file = "content/articles/say-hi-c-plus-plus-n.md";
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), file);
    let path = blog.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.ends_with("\ndate: 2025-02-03\ndraft: true\n---\n\n"),
        "{text}"
    );

    let again = post(title);
    assert_eq!(again.status.code(), Some(1));
    assert!(
        stderr(&again).contains("is there already"),
        "{}",
        stderr(&again)
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);

    blog.article("other", "Text.");
    assert_eq!(blog.build(), "");
    assert!(!blog.has("articles/say-hi-c-plus-plus-n"));
    std::fs::write(&path, text.replace("draft: true\n", "")).unwrap();
    blog.build();
    let article: Value =
        serde_json::from_str(&blog.dist("content/articles/say-hi-c-plus-plus-n.json")).unwrap();
    assert_eq!(article["title"], title);
    assert_eq!(post(" … ").status.code(), Some(2));
}

#[test]
fn warnings_stop_a_strict_build() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    blog.build_with(&["--strict"]);
    let before = files(&blog.path().join("dist"));
    blog.article("first", "[nowhere](#nowhere)");
    for command in ["build", "check"] {
        let output = blog.run(command, &["--strict"]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert_eq!(stderr(&output).lines().count(), 1);
    }
    assert_eq!(files(&blog.path().join("dist")), before);
    blog.build();
    assert!(blog.run("check", &[]).status.success());
}

#[test]
fn machines_get_one_object() {
    let blog = Blog::new();
    blog.article("first", "[nowhere](#nowhere)");
    let output = blog.run("build", &["--json"]);
    let built = object(&output);
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
    let problem = json!({
        "path": "content/articles/first.md", "line": 5, "column": 1, "severity": "warning",
        "what": "nothing on this page is named #nowhere", "remedy": "link to a heading's id",
    });
    assert_eq!(built["problems"], json!([problem]));
    assert_eq!(
        (&built["ok"], &built["errors"], &built["warnings"]),
        (&json!(true), &json!(0), &json!(1))
    );
    assert_eq!(
        (&built["articles"], &built["out"]),
        (&json!(1), &json!("dist"))
    );
    let files = files(&blog.path().join("dist")).len();
    assert_eq!(built["files"], json!(files));

    // What a remark quotes does not end it.
    blog.article("first", "[script](<javascript:a; b>)");
    let built = object(&blog.run("build", &["--json"]));
    let problem = &built["problems"][0];
    let what = "the URL \"javascript:a; b\" is not allowed and is left out";
    assert_eq!(problem["what"], what);
    let remedy = problem["remedy"].as_str().unwrap();
    assert!(remedy.starts_with("use http, https"), "{remedy}");

    blog.article("second", "[nowhere](nowhere.md)");
    let output = blog.run("build", &["--json"]);
    let failed = object(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        (&failed["ok"], &failed["errors"]),
        (&json!(false), &json!(1))
    );
    assert_eq!(failed.get("out"), None);
    let strict = blog.run("check", &["--json", "--strict"]);
    assert_eq!(object(&strict)["problems"], failed["problems"]);
}

#[test]
fn every_line_of_markdown_gets_its_line_of_html() {
    let blog = Blog::new();
    let mut recto = blog.recto(&["render", "--ndjson"]);
    let mut process = recto
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let input = "\"# One\\n\\nText.\\n\\n## Two\"\n{\"no\": \"string\"}\nnonsense\n\n\"<b onclick=x>[a](#b)\"";
    let mut stdin = process.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[0]["html"].as_str().unwrap().contains("<p>Text.</p>"));
    assert_eq!(lines[0]["outline"][0]["text"], "One");
    assert_eq!(lines[0]["outline"][0]["children"][0]["id"], "two");
    assert_eq!(
        (&lines[0]["excerpt"], &lines[0]["words"]),
        (&json!("Text."), &json!(3))
    );
    for bad in &lines[1..3] {
        assert!(
            bad["error"]
                .as_str()
                .unwrap()
                .starts_with("not a JSON string: "),
            "{bad}"
        );
    }
    assert!(!lines[3]["html"].as_str().unwrap().contains("onclick"));
    assert_eq!(lines[3]["warnings"][0]["line"], 1);
}

#[test]
fn long_work_is_told_in_plain_lines_where_there_is_no_terminal() {
    let blog = Blog::new();
    for number in 0..500 {
        blog.article(&format!("a-{number}"), "Text.");
    }
    let output = blog.run("check", &[]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        told,
        "Reading files: 500\nRendering articles: 500\n0 errors, 0 warnings\n"
    );
    let json = blog.run("check", &["--json"]);
    assert_eq!(object(&json)["ok"], true);
}

#[test]
fn the_help_teaches() {
    let blog = Blog::new();
    let help = |arguments: &[&str]| {
        let output = blog.recto(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let all = help(&["--help"]);
    for part in [
        "recto new my-blog",
        "Exit status: 0",
        "Hugo, Zola, Jekyll or Astro",
    ] {
        assert!(all.contains(part), "{all}");
    }
    for command in ["new", "post", "serve", "build", "check", "render"] {
        assert!(all.contains(&format!("\n  {command}")), "{command}: {all}");
        assert!(
            help(&[command, "--help"]).contains("Usage: recto"),
            "{command}"
        );
    }
    assert!(help(&["build", "--help"]).contains("Examples:"));
}

#[test]
fn the_day_is_that_of_now() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    blog.write(
        "content/articles/over.md",
        "---\ntitle: Over\ndate: 2024-01-01\nexpiryDate: 2025-06-01T10:00:00Z\n---\nText.",
    );
    blog.write(
        "content/articles/soon.md",
        "+++\ntitle = \"Soon\"\ndate = 2024-01-01\npublishDate = 2025-06-01\n+++\nText.",
    );
    for (now, over, soon) in [("2025-05-31", true, false), ("2025-06-01", false, true)] {
        blog.build_with(&["--now", now]);
        let has = |name: &str| blog.has(&format!("articles/{name}/index.html"));
        assert_eq!((has("over"), has("soon")), (over, soon), "{now}");
    }
}

/// Standard output, which must be one line of JSON.
fn object(output: &Output) -> Value {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn what_is_written_is_no_content_of_the_next_build() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    let facts = r#"{ "title": "A Blog", "base_url": "https://blog.example/" }"#;
    blog.write("site.json", facts);
    let arguments = ["--content", ".", "--public", "none"];
    let built = [(); 2].map(|()| {
        assert_eq!(blog.build_with(&arguments), "");
        files(&blog.path().join("dist"))
    });
    assert_eq!(built[0], built[1]);
    // Under another name than the one to write, it is a folder like any other.
    let output = blog.run(
        "build",
        &["--content", ".", "--public", "none", "--out", "other"],
    );
    assert!(stderr(&output).contains("dist/content/articles/first.md:1:1: warning"));
}
