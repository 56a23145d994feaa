//! Names of files that mean something else in a URL, in a host's file or on another system: right, or told.
#![cfg(unix)]

use super::blog::{Blog, files};
use super::links::{PIXEL, attributes};
use super::serve::Server;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

/// What no address can have: a host's file would end a line there, and browsers take a backslash for a slash.
const LEFT_OUT: [&str; 5] = [
    "a\n/*\n  X-Evil: 1",
    "a\r\nb.txt",
    "..\\..\\evil.txt",
    "back\\slash.txt",
    "\u{1b}[2J.txt",
];

/// What a URL spells otherwise, and how.
const ENCODED: [(&str, &str); 9] = [
    ("a b.txt", "a%20b.txt"),
    ("a#b.txt", "a%23b.txt"),
    ("a?b.txt", "a%3Fb.txt"),
    ("100%.txt", "100%25.txt"),
    ("%2e%2e.txt", "%252e%252e.txt"),
    ("a*b.txt", "a%2Ab.txt"),
    ("a:b.txt", "a%3Ab.txt"),
    ("\"quoted\".txt", "%22quoted%22.txt"),
    ("grüße.txt", "gr%C3%BC%C3%9Fe.txt"),
];

fn blog() -> Blog {
    let blog = Blog::new();
    blog.article("first", "Text.");
    blog
}

#[test]
fn a_name_that_no_address_can_have_is_told_and_left_out() {
    let blog = blog();
    for name in LEFT_OUT {
        for folder in ["public", "public/below"] {
            fs::create_dir_all(blog.path().join(folder)).unwrap();
            let path = blog.path().join(folder).join(name.replace('/', "\u{2215}"));
            fs::write(path, "evil").unwrap();
        }
    }
    let no_text = blog
        .path()
        .join("public")
        .join(OsStr::from_bytes(b"\xFF.txt"));
    fs::write(no_text, "evil").unwrap();
    fs::create_dir(blog.path().join("public/folder\n/")).unwrap();
    fs::write(blog.path().join("public/folder\n/a.txt"), "evil").unwrap();
    let told = blog.build_with(&["--verbose"]);
    let line = "1:1: warning: no address can have this name, so the file is left out; rename it";
    assert_eq!(told.matches(line).count(), 2 * LEFT_OUT.len() + 2, "{told}");
    assert_eq!(told.lines().count(), 2 * LEFT_OUT.len() + 2, "{told}");
    let dist = files(&blog.path().join("dist"));
    assert!(dist.values().all(|bytes| bytes != b"evil"));
    assert!(!blog.path().join("evil.txt").exists());
    for file in [
        "_headers",
        "vercel.json",
        "_hosting/Caddyfile",
        "_hosting/nginx.conf",
    ] {
        assert!(!blog.dist(file).contains("X-Evil"), "{file}");
    }
}

#[test]
fn a_name_is_no_rule_but_its_own() {
    let blog = blog();
    for (name, _) in ENCODED {
        blog.write(&format!("public/{name}"), name);
        blog.write(&format!("public/in {name}/{name}"), name);
    }
    assert_eq!(blog.build(), "");
    let headers = blog.dist("_headers");
    let patterns: Vec<&str> = headers
        .lines()
        .filter(|line| line.starts_with('/'))
        .collect();
    for (_, encoded) in ENCODED {
        let (one, folder) = (format!("/{encoded}"), format!("/in%20{encoded}/*"));
        assert!(patterns.contains(&&*one), "{one}: {patterns:?}");
        assert!(patterns.contains(&&*folder), "{folder}: {patterns:?}");
    }
    for pattern in patterns {
        let beginning = pattern.strip_suffix('*').unwrap_or(pattern);
        assert!(!beginning.contains(['*', ':', ' ', '#', '"']), "{pattern}");
    }
}

#[test]
fn every_name_is_served_with_its_headers() {
    let blog = blog();
    for (name, _) in ENCODED {
        blog.write(&format!("public/{name}"), format!("This is {name}"));
    }
    let server = Server::start(&blog);
    for (name, encoded) in ENCODED {
        let answer = server.get(&format!("/{encoded}"));
        assert!(
            answer.ends_with(&format!("This is {name}")),
            "{name}: {answer}"
        );
        assert!(
            answer.contains("Content-Security-Policy: default-src 'none'"),
            "{name}"
        );
    }
}

#[test]
fn articles_and_pictures_of_any_name_have_plain_addresses() {
    let blog = Blog::new();
    let names = [
        "a b", "c#d", "100%", "e\\f", "g\nh", "i*j:k", "x..y", "\"<y>\"", "%2e%2e",
    ];
    for (index, name) in names.into_iter().enumerate() {
        let picture = format!("dot {name}.p#g");
        let article = format!(
            "---\ntitle: Number {index}\ndate: 2024-05-01\n---\n![A dot](<dot%20{}.p%23g>)\n",
            percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC)
        );
        for (file, bytes) in [(picture, PIXEL), (format!("{name}.md"), article.as_bytes())] {
            let folder = blog.path().join(format!("content/articles/{index}"));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(file), bytes).unwrap();
        }
    }
    assert_eq!(blog.build(), "");
    let home = blog.dist("index.html");
    let links = attributes(&home, "main a.card-link", "href");
    assert_eq!(links.len(), names.len());
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    for link in links {
        assert!(link.bytes().all(is_plain), "{link}");
        let page = blog.dist(&format!("{}index.html", &link[1..]));
        let pictures = attributes(&page, ".prose img", "src");
        assert_eq!(pictures.len(), 1, "{link}");
        assert!(pictures[0].bytes().all(is_plain), "{}", pictures[0]);
        assert!(blog.has(&pictures[0][1..]), "{}", pictures[0]);
    }
    let dist: Vec<PathBuf> = files(&blog.path().join("dist")).into_keys().collect();
    for path in dist {
        let path = path.to_str().unwrap();
        assert!(path.bytes().all(is_plain), "{path}");
    }
}
