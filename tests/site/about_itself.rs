//! What `recto` says about itself and about a folder: version, completions, manual, doctor.

use super::blog::Blog;
use std::io::Write;
use std::process::{Command, Stdio};

fn printed(blog: &Blog, arguments: &[&str]) -> String {
    let output = blog.recto(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_version_names_commit_and_leptos() {
    let line = printed(&Blog::empty(), &["--version"]);
    let version = env!("CARGO_PKG_VERSION");
    assert!(line.starts_with(&format!("recto {version} (")), "{line}");
    assert!(line.contains(", Leptos 0."), "{line}");
}

#[test]
fn completions_know_every_command() {
    let blog = Blog::empty();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = printed(&blog, &["completions", shell]);
        for command in ["new", "serve", "build", "doctor"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    let mut bash = Command::new("bash");
    let mut bash = bash.arg("-n").stdin(Stdio::piped()).spawn().unwrap();
    let script = printed(&blog, &["completions", "bash"]);
    let mut input = bash.stdin.take().unwrap();
    input.write_all(script.as_bytes()).unwrap();
    drop(input);
    assert!(bash.wait().unwrap().success());
}

#[test]
fn the_manual_has_a_page_for_the_program_and_for_each_command() {
    let blog = Blog::empty();
    assert!(printed(&blog, &["man"]).contains(".TH recto 1"));
    let build = printed(&blog, &["man", "build"]);
    assert!(build.contains("base\\-url"), "{build}");
    let output = blog.recto(&["man", "nothing"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("there are new, post, serve"), "{told}");
}

#[test]
fn the_doctor_says_what_a_folder_is_taken_for_and_what_is_left_out() {
    let blog = Blog::empty();
    blog.write(
        "hugo.toml",
        "title = \"Notes\"\nbaseURL = \"https://notes.example/\"\n",
    );
    blog.write("layouts/index.html", "");
    let text = |head: &str| format!("---\ntitle: A\n{head}\n---\nText.\n");
    blog.write("content/posts/a.md", text("date: 2024-05-01"));
    blog.write("content/posts/b.md", text("date: 2024-05-01\ndraft: true"));
    blog.write("content/posts/c.md", text("date: 2099-05-01"));
    blog.write("content/about.md", text(""));
    let expected = "\
taken for   a blog of Hugo's, because of hugo.toml
content     content
public      static, which is not there
site        Notes, https://notes.example/, en
found       1 article, 1 page, 0 texts above lists, 0 authors, 1 old address
left out    1 marked as draft: posts/b.md
left out    1 of a later day: posts/c.md
not read    layouts: pages and style are Recto's
problems    0 errors, 1 warning: `recto check` reports them
";
    assert_eq!(printed(&blog, &["doctor", "--now", "2026-01-01"]), expected);
}

#[test]
fn the_doctor_needs_no_article() {
    let told = printed(&Blog::empty(), &["doctor"]);
    assert!(
        told.starts_with("taken for   a blog of Recto's\n")
            && told.contains("content     content, which is not there"),
        "{told}"
    );
}
