//! The example of an endpoint that counts reactions, which lies in `packaging/open-heart`: run as its users run it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const SERVER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/packaging/open-heart/server.mjs"
);

/// It stops when dropped.
struct Endpoint {
    node: Child,
    port: u16,
}

impl Endpoint {
    fn start(file: &Path) -> Self {
        let mut node = Command::new("node")
            .arg(SERVER)
            .envs([("HOSTS", "blog.example other.example"), ("PORT", "0")])
            .env("FILE", file)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let output = node.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut said).unwrap();
        let port = said.trim().rsplit(' ').next().unwrap().parse().unwrap();
        Self { node, port }
    }

    /// The status and the body of an answer.
    fn ask(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        self.ask_as("192.0.2.1", method, path, body)
    }

    fn ask_as(&self, who: &str, method: &str, path: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: hearts\r\nX-Forwarded-For: {who}\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, rest) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("Access-Control-Allow-Origin: *"), "{head}");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        // In chunks, or whole.
        let body = rest.lines().find(|line| line.starts_with('{'));
        (status, body.unwrap_or_default().to_owned())
    }

    /// Ends it as a host does.
    fn stop(mut self) {
        let id = self.node.id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
        self.node.wait().unwrap();
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.node.kill();
        let _ = self.node.wait();
    }
}

#[test]
fn reactions_are_counted_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("reactions.json");
    let endpoint = Endpoint::start(&file);
    let page = "/blog.example/articles/new/";
    assert_eq!(endpoint.ask("GET", page, ""), (200, "{}".into()));
    assert_eq!(
        endpoint.ask("POST", page, "❤️"),
        (200, r#"{"❤️":1}"#.into())
    );
    // As a form sends it.
    assert_eq!(endpoint.ask("POST", page, "❤️=\r\n").0, 200);
    assert_eq!(endpoint.ask("POST", page, "👍").0, 200);
    let counts = (200, r#"{"❤️":2,"👍":1}"#.to_owned());
    assert_eq!(endpoint.ask("GET", page, ""), counts);
    assert_eq!(
        endpoint.ask("GET", "/other.example/", ""),
        (200, "{}".into())
    );
    endpoint.stop();
    let again = Endpoint::start(&file);
    assert_eq!(again.ask("GET", &format!("{page}?x#y"), ""), counts);
}

#[test]
fn what_is_no_reaction_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = Endpoint::start(&folder.path().join("reactions.json"));
    let long = "x".repeat(1_000);
    for (method, path, body, status) in [
        ("POST", "/blog.example/", "💣", 400),
        ("POST", "/blog.example/", "", 400),
        ("POST", "/blog.example/", &*long, 400),
        ("POST", "/evil.example/", "👍", 404),
        ("GET", "/__proto__", "", 404),
        ("POST", &format!("/blog.example/{long}"), "👍", 404),
        ("DELETE", "/blog.example/", "", 405),
    ] {
        assert_eq!(
            endpoint.ask(method, path, body),
            (status, "{}".into()),
            "{method} {path}"
        );
    }
    assert_eq!(
        endpoint.ask("GET", "/blog.example/", ""),
        (200, "{}".into())
    );
}

#[test]
fn nobody_counts_for_all() {
    let folder = tempfile::tempdir().unwrap();
    let endpoint = Endpoint::start(&folder.path().join("reactions.json"));
    let statuses: Vec<u16> = (0..31)
        .map(|_| endpoint.ask("POST", "/blog.example/", "👍").0)
        .collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 30);
    assert_eq!(statuses[30], 429);
    let other = endpoint.ask_as("192.0.2.2", "POST", "/blog.example/", "👍");
    assert_eq!(other, (200, r#"{"👍":31}"#.into()));
}
