//! Links, pipes and odd names in the content and public folders: right or told, and nothing from outside is published.
#![cfg(unix)]

use super::blog::{Blog, files, in_time};
use super::links::PIXEL;
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::Duration;

const SECRET: &str = "root:x:0:0:a secret";

/// A blog, and beside its folders a file and a folder with a secret.
fn blog_beside_a_secret() -> Blog {
    let blog = Blog::new();
    blog.write("secret/passwd", SECRET);
    blog.write("secret/leak.png", SECRET);
    blog.write("secret/ada.json", r#"{ "name": "Ada" }"#);
    blog.write("public/robots.txt", "");
    blog.article("first", "Text.");
    blog
}

fn link(blog: &Blog, from: &str, to: &str) {
    let path = blog.path().join(from);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    symlink(to, path).unwrap();
}

fn assert_no_secret(blog: &Blog) {
    for (path, bytes) in files(&blog.path().join("dist")) {
        let leaks = bytes
            .windows(SECRET.len())
            .any(|part| part == SECRET.as_bytes());
        assert!(!leaks, "{}", path.display());
    }
}

#[test]
fn a_link_out_of_the_folders_is_refused_at_its_place() {
    let outside = "leads out of the content and public folders; copy into one of them";
    for (from, to, place) in [
        (
            "content/articles/leak.png",
            "../../secret/leak.png",
            "content/articles/first.md:5:1: `content/articles/leak.png` ",
        ),
        (
            "content/articles/below",
            "../../secret",
            "content/articles/first.md:5:1: `content/articles/below/leak.png` ",
        ),
        ("public/pw.txt", "../secret/passwd", "public/pw.txt:1:1: "),
        (
            "public/below/more",
            "../../secret",
            "public/below/more:1:1: ",
        ),
        (
            "content/articles/leak.md",
            "../../secret/passwd",
            "content/articles/leak.md:1:1: ",
        ),
        ("content/authors", "../secret", "content/authors:1:1: "),
        (
            "content/authors/eve.json",
            "../../secret/ada.json",
            "content/authors/eve.json:1:1: ",
        ),
    ] {
        let blog = blog_beside_a_secret();
        blog.build();
        link(&blog, from, to);
        let body = match from.contains("articles/") {
            true if from.ends_with("below") => "![A leak](below/leak.png)",
            true if from.ends_with(".png") => "![A leak](leak.png)",
            _ => "Text.",
        };
        blog.article("first", body);
        let told = blog.build_fails();
        let line = [place, outside].concat();
        assert!(told.contains(&line), "{from}: {told}");
        assert_no_secret(&blog);
    }
}

#[test]
fn a_linked_folder_from_outside_is_told_and_left_out() {
    let blog = blog_beside_a_secret();
    blog.write(
        "secret/articles/more.md",
        "---\ntitle: A\ndate: 2024-05-01\n---\nText.",
    );
    link(&blog, "content/articles/linked", "../../secret/articles");
    let told = blog.build();
    let line = "content/articles/linked:1:1: warning: leads out of the content and public folders, \
                so it is left out; copy into one of them what it leads to\n";
    assert_eq!(told, line);
    assert!(!blog.has("articles/more"));
}

#[test]
fn a_path_out_of_the_folders_is_refused_without_a_link() {
    let blog = blog_beside_a_secret();
    let author = r#"{ "name": "Eve", "avatar": "../../secret/leak.png" }"#;
    blog.write("content/authors/eve.json", author);
    let told = blog.build_fails();
    let expected = "content/authors/eve.json:1:28: `../../secret/leak.png` leads out of";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn links_in_the_cache_lead_nobody_out() {
    let blog = blog_beside_a_secret();
    blog.build();
    let cache = blog.path().join(".recto-cache");
    let kept = files(&cache).into_keys().map(|file| cache.join(file));
    for file in kept.filter(|file| !file.ends_with("lock")) {
        fs::remove_file(&file).unwrap();
        symlink(blog.path().join("secret/passwd"), &file).unwrap();
    }
    // What the next site would be made of.
    blog.article("first", "Another text.");
    blog.build();
    let is_spare = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with("site-");
    let spare = fs::read_dir(&cache).unwrap().flatten().find(is_spare);
    let spare = spare.unwrap().path();
    fs::remove_dir_all(&spare).unwrap();
    symlink(blog.path().join("secret"), &spare).unwrap();
    blog.article("first", "A third text.");
    blog.build();
    assert_no_secret(&blog);
    assert!(blog.path().join("secret/passwd").is_file());
}

#[test]
fn a_link_within_the_folders_stays() {
    let blog = Blog::new();
    blog.write("content/pictures/dot.png", PIXEL);
    blog.write("public/files/a.txt", "a text");
    link(&blog, "content/articles/dot.png", "../pictures/dot.png");
    link(&blog, "content/articles/all", "../pictures");
    link(&blog, "content/articles/second.md", "first.md");
    link(&blog, "public/b.txt", "files/a.txt");
    link(&blog, "public/more", "files");
    link(&blog, "public/dot.png", "../content/pictures/dot.png");
    // As an editor marks a file that is open.
    link(&blog, "content/articles/.#first.md", "ada@host.1:2");
    link(&blog, "public/.#a.txt", "ada@host.1:2");
    blog.article("first", "![One](dot.png) ![Two](all/dot.png)");
    assert_eq!(blog.build(), "");
    assert_eq!(blog.dist("b.txt"), "a text");
    assert_eq!(blog.dist("more/a.txt"), "a text");
    assert!(blog.has("dot.png") && blog.has("articles/second/index.html"));
    let media = files(&blog.path().join("dist/assets/media"));
    assert_eq!(media.len(), 1, "the same picture has one name");
}

#[test]
fn loops_pipes_and_sockets_are_told_and_keep_nobody_waiting() {
    let blog = blog_beside_a_secret();
    link(&blog, "public/around/again", "../around");
    link(&blog, "public/itself", "itself");
    link(&blog, "public/nowhere.txt", "nothing.txt");
    let pipes = [
        "public/pipe.txt",
        "content/articles/pipe.md",
        "content/articles/pipe.png",
        "content/authors/pipe.json",
    ];
    fs::create_dir_all(blog.path().join("content/authors")).unwrap();
    for pipe in pipes {
        let made = Command::new("mkfifo").arg(blog.path().join(pipe)).status();
        assert!(made.unwrap().success());
    }
    let _socket = UnixListener::bind(blog.path().join("public/socket")).unwrap();
    blog.article("first", "![A pipe](pipe.png)");
    let told = in_time(Duration::from_secs(20), || blog.build_fails());
    for line in [
        "public/around/again:1:1: leads back to `public/around`; take the link out",
        "public/itself:1:1: cannot be read: ",
        "public/nowhere.txt:1:1: cannot be read: entity not found; check that it is there",
        "public/pipe.txt:1:1: is neither a file nor a folder; take it out",
        "public/socket:1:1: is neither a file nor a folder; take it out",
        "content/articles/pipe.md:1:1: is neither a file nor a folder; take it out",
        "content/authors/pipe.json:1:1: is neither a file nor a folder; take it out",
        "content/articles/first.md:5:1: there is no file `pipe.png`",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
}

#[test]
fn the_configuration_as_a_pipe_is_told() {
    let blog = blog_beside_a_secret();
    let path = blog.path().join("content/site.json");
    fs::remove_file(&path).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&path)
            .status()
            .unwrap()
            .success()
    );
    let told = blog.build_fails();
    let expected = "content/site.json:1:1: is neither a file nor a folder; take it out";
    assert!(told.contains(expected), "{told}");
}
