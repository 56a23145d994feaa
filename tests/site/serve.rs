//! `recto serve`: the site in memory, and every change on show.

use super::blog::{Blog, INPUTS};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Stdio};

#[test]
fn a_change_is_on_show_and_a_mistake_leaves_the_site_as_it_was() {
    let blog = Blog::new();
    blog.article("first", "Before.");
    let server = Server::start(&blog);
    let page = server.get("/articles/first/");
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("Before."),
        "{page}"
    );
    assert!(
        page.contains("Content-Security-Policy: default-src 'none'"),
        "{page}"
    );
    let first = server.change("");
    assert!(page.contains(first["version"].as_str().unwrap()), "{page}");

    blog.article("first", "After.");
    let second = server.change(first["builds"].as_str().unwrap());
    assert_ne!(first["version"], second["version"]);
    assert!(server.get("/articles/first/").contains("After."));

    blog.article("first", "[nowhere](nowhere.md)");
    let third = server.change(second["builds"].as_str().unwrap());
    assert_eq!(third["version"], second["version"]);
    let problem = third["problems"][0].as_str().unwrap();
    assert!(
        problem.starts_with("content/articles/first.md:5:1: there is no file `nowhere.md`"),
        "{problem}"
    );
    assert!(server.get("/articles/first/").contains("After."));

    blog.write("style/index.css", "body { color: green }");
    blog.article("first", "Mended.");
    let mut last = third;
    while last["problems"] != Value::Array(Vec::new()) {
        last = server.change(last["builds"].as_str().unwrap());
    }
    let page = server.get("/articles/first/");
    assert!(
        page.contains("Mended.") && page.contains("color:green"),
        "{page}"
    );
}

#[test]
fn a_changed_text_is_on_show_before_the_whole_site_is_built() {
    let blog = Blog::new();
    blog.article("first", "Before.");
    blog.article("second", "The other.");
    let mut server = Server::start(&blog);
    let seen = server.change("")["builds"].as_str().unwrap().to_owned();
    assert!(server.line().starts_with("2 articles, "));

    let path = "content/articles/second.md";
    blog.write(
        path,
        "---\ntitle: Two\ndate: 2025-01-01\n---\nWith a rare word: quokka.",
    );
    let change = server.change(&seen);
    for page in [
        "/",
        "/archive/",
        "/articles/second/",
        "/content/articles/second.json",
    ] {
        assert!(server.get(page).contains("Two"), "{page}");
    }
    let version = change["version"].as_str().unwrap();
    assert!(server.get("/articles/second/").contains(version));
    let line = server.line();
    assert!(line.starts_with(path), "{line}");
    // The rest follows, and is no news for pages that are on show.
    let line = server.line();
    assert!(line.starts_with("2 articles, "), "{line}");
    assert_eq!(server.change("")["version"], version);
    assert!(server.get("/feed.json").contains("quokka"));
}

#[test]
fn paths_are_answered_as_a_host_would() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    let server = Server::start(&blog);
    assert!(
        server
            .get("/articles/first")
            .contains("Location: /articles/first/\r\n")
    );
    let missing = server.get("/articles/second/");
    assert!(
        missing.starts_with("HTTP/1.1 404") && missing.contains("Page not found"),
        "{missing}"
    );
    assert!(
        server
            .get("/content/articles/first.md")
            .contains("Access-Control-Allow-Origin: *")
    );
    assert!(
        server
            .get("/assets.json")
            .contains("Cache-Control: no-cache")
    );
    assert!(
        server
            .get("/../content/site.json")
            .starts_with("HTTP/1.1 404")
    );
}

#[test]
fn a_site_that_cannot_be_built_yet_shows_why() {
    let blog = Blog::new();
    blog.article("first", "[nowhere](nowhere.md)");
    let server = Server::start(&blog);
    let page = server.get("/");
    assert!(
        page.starts_with("HTTP/1.1 500") && page.contains("there is no file `nowhere.md`"),
        "{page}"
    );
    let builds = server.change("")["builds"].as_str().unwrap().to_string();
    blog.article("first", "Text.");
    server.change(&builds);
    assert!(server.get("/").starts_with("HTTP/1.1 200"));
}

#[test]
fn what_a_build_leaves_out_is_on_show_and_marked() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    for (name, facts) in [
        ("draft", "draft: true"),
        ("later", "date: 2026-01-02"),
        ("over", "date: 2024-01-01\nexpires: 2026-01-01"),
    ] {
        let text = format!("---\ntitle: The {name}\n{facts}\n---\nText.");
        blog.write(&format!("content/articles/{name}.md"), text);
    }
    let server = Server::start(&blog);
    let change = server.change("");
    let badges = serde_json::json!({
        "/articles/draft/": "Draft",
        "/articles/later/": "Not published before its date",
        "/articles/over/": "Expired",
    });
    assert_eq!(change["badges"], badges);
    assert!(server.get("/articles/draft/").contains("The draft"));
    assert!(server.get("/").contains("/articles/later/"));
    blog.build();
    for name in ["draft", "later", "over"] {
        assert!(!blog.has(&format!("articles/{name}")), "{name}");
    }
}

#[test]
fn a_port_in_use_is_told() {
    let blog = Blog::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = blog
        .recto(&["serve", "--port", &port])
        .args(INPUTS)
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(super::blog::stderr(&output).contains(&format!("port {port} is in use")));
}

/// `recto serve`, ended with the test.
pub struct Server {
    process: Child,
    port: u16,
    output: BufReader<ChildStdout>,
}

impl Server {
    /// On a port of the system's choice, which the first line of output tells.
    pub fn start(blog: &Blog) -> Self {
        Self::start_with(blog, &[])
    }

    pub fn start_with(blog: &Blog, arguments: &[&str]) -> Self {
        let mut recto = blog.recto(&["serve", "--port", "0"]);
        recto.args(arguments);
        let mut process = recto
            .args(INPUTS)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        output.read_line(&mut line).unwrap();
        let port = line
            .trim()
            .trim_end_matches('/')
            .rsplit(':')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        Self {
            process,
            port,
            output,
        }
    }

    /// The next line of output.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line
    }

    /// The whole answer, head and body.
    pub fn get(&self, path: &str) -> String {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        ))
    }

    /// What a request as it is written is answered with, until the server hangs up.
    pub fn ask(&self, request: &str) -> String {
        let mut stream = self.connect();
        // A server that has read enough may have hung up already.
        let _ = stream.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn connect(&self) -> TcpStream {
        TcpStream::connect(("127.0.0.1", self.port)).unwrap()
    }

    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Waits until there is something newer than what was seen.
    pub fn change(&self, seen: &str) -> Value {
        loop {
            let answer = self.get(&format!("/__recto/changes?after={seen}"));
            let change: Value =
                serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
            if change["builds"] != seen {
                return change;
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}
