//! What `recto serve` answers, and whom: nobody but the people on this machine, and nothing without end.

use super::blog::Blog;
use super::serve::Server;
use std::fs;

/// With a draft, which nobody else may see.
fn blog() -> Blog {
    let blog = Blog::new();
    blog.article("first", "Text.");
    let draft = "---\ntitle: A draft\ndraft: true\n---\nA secret.";
    blog.write("content/articles/draft.md", draft);
    blog
}

fn request(path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n")
}

#[test]
fn only_names_of_its_own_and_those_given_are_answered() {
    let blog = blog();
    let server = Server::start_with(&blog, &["--host", "blog.test", "--host", "Tunnel.example"]);
    let ask = |host: &str| server.ask(&request("/articles/draft/", &format!("Host: {host}\r\n")));
    for host in [
        "127.0.0.1",
        "127.0.0.1:8080",
        "localhost:8080",
        "LOCALHOST",
        "[::1]:8080",
        "blog.test",
        "blog.test.:80",
        "tunnel.example:443",
    ] {
        assert!(ask(host).starts_with("HTTP/1.1 200"), "{host}");
    }
    for host in [
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "0.0.0.0",
        "not.blog.test",
        "évil.example",
        "",
    ] {
        let answer = ask(host);
        assert!(
            answer.starts_with("HTTP/1.1 421") || answer.starts_with("HTTP/1.1 400"),
            "{host}: {answer}"
        );
        assert!(!answer.contains("secret"), "{host}");
    }
    let answer = ask("evil.example");
    let sentence = "This server does not answer under the name `evil.example`; \
                    start it with `--host evil.example` if it should.";
    assert!(answer.ends_with(sentence), "{answer}");
}

#[test]
fn a_request_that_names_no_host_or_several_is_refused() {
    let blog = blog();
    let server = Server::start(&blog);
    for head in [
        request("/", ""),
        request("/", "Host: 127.0.0.1\r\nHost: evil.example\r\n"),
        "GET / HTTP/1.0\r\n\r\n".into(),
        request("http://evil.example/", "Host: 127.0.0.1\r\n"),
    ] {
        let answer = server.ask(&head);
        assert!(
            answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.0 4"),
            "{head}: {answer}"
        );
    }
    let whole = request("http://localhost/", "Host: localhost\r\n");
    assert!(server.ask(&whole).starts_with("HTTP/1.1 200"));
}

#[test]
fn pages_of_other_sites_read_no_drafts() {
    let blog = blog();
    let server = Server::start(&blog);
    let status = |path: &str, origin: &str| {
        let headers = format!("Host: 127.0.0.1:8080\r\nOrigin: {origin}\r\n");
        let answer = server.ask(&request(path, &headers));
        answer.split(' ').nth(1).unwrap().to_string()
    };
    let draft = "/content/articles/draft.md";
    assert_eq!(status(draft, "http://localhost:3000"), "200");
    assert_eq!(status(draft, "http://127.0.0.1:8080"), "200");
    assert_eq!(status(draft, "https://evil.example"), "403");
    assert_eq!(status(draft, "null"), "403");
    // Frames in a sandbox have their style and script.
    assert_eq!(status("/embed/v1.js", "null"), "200");
}

#[test]
fn what_is_too_large_is_refused_without_memory() {
    let blog = blog();
    let server = Server::start(&blog);
    server.change("");
    let before = memory(&server);
    for body in ["100000", "1099511627776", "18446744073709551615"] {
        let headers = format!("Host: localhost\r\nContent-Length: {body}\r\n");
        for method in ["GET", "POST"] {
            let head = request("/", &headers).replacen("GET", method, 1);
            let answer = server.ask(&head);
            // What is no length of anything is told as well.
            let status = if body.len() < 20 { "413" } else { "4" };
            let expected = ["HTTP/1.1 ", status].concat();
            assert!(answer.starts_with(&expected), "{method} {body}: {answer}");
        }
    }
    let long = format!("Host: localhost\r\nName: {}\r\n", "a".repeat(1 << 20));
    let many = format!("Host: localhost\r\n{}", "a: b\r\n".repeat(1000));
    for headers in [long, many] {
        let answer = server.ask(&request("/", &headers));
        assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
    }
    let far = request(&format!("/{}", "a".repeat(1 << 20)), "Host: localhost\r\n");
    assert!(!server.ask(&far).starts_with("HTTP/1.1 2"));
    let grown = memory(&server).saturating_sub(before);
    assert!(grown < 32 << 10, "{grown} KiB");
    assert!(server.get("/").starts_with("HTTP/1.1 200"));
}

#[test]
fn only_reading_is_answered_and_a_head_has_no_body() {
    let blog = blog();
    let server = Server::start(&blog);
    let whole = server.get("/");
    let head = request("/", "Host: localhost\r\n").replacen("GET", "HEAD", 1);
    let head = server.ask(&head);
    let (expected, _) = whole.split_once("\r\n\r\n").unwrap();
    let without_date = |head: &str| -> Vec<String> {
        let lines = head.lines().map(str::to_string);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with("Date:"))
            .collect()
    };
    assert_eq!(without_date(&head), without_date(expected));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let request = request("/", "Host: localhost\r\n").replacen("GET", method, 1);
        let answer = server.ask(&request);
        assert!(
            answer.starts_with("HTTP/1.1 405") && answer.contains("Allow: GET, HEAD\r\n"),
            "{method}: {answer}"
        );
    }
}

#[test]
fn connections_that_say_nothing_keep_nobody_waiting() {
    let blog = blog();
    let server = Server::start(&blog);
    let silent: Vec<_> = (0..100).map(|_| server.connect()).collect();
    assert!(server.get("/").starts_with("HTTP/1.1 200"));
    drop(silent);
}

#[cfg(unix)]
#[test]
fn a_link_that_comes_later_leads_nobody_out() {
    let blog = blog();
    blog.write("secret.txt", "a secret");
    blog.write("public/notes.txt", "Notes.");
    let server = Server::start(&blog);
    assert!(server.get("/notes.txt").contains("Notes."));
    let notes = blog.path().join("public/notes.txt");
    fs::remove_file(&notes).unwrap();
    std::os::unix::fs::symlink("../secret.txt", &notes).unwrap();
    let answer = server.get("/notes.txt");
    assert!(!answer.contains("a secret"), "{answer}");
    let mut change = server.change("");
    while change["problems"].as_array().unwrap().is_empty() {
        change = server.change(change["builds"].as_str().unwrap());
    }
    let problem = change["problems"][0].as_str().unwrap();
    assert!(
        problem.starts_with("public/notes.txt:1:1: leads out of the content and public folders"),
        "{problem}"
    );
    assert!(!server.get("/notes.txt").contains("a secret"));
}

#[test]
fn a_name_with_more_than_a_name_is_told() {
    let blog = blog();
    for name in ["http://blog.test", "blog.test:80", "a b", ""] {
        let output = blog.recto(&["serve", "--host", name]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        let told = super::blog::stderr(&output);
        assert!(told.contains("such as blog.test"), "{name}: {told}");
    }
}

/// What the server's process has in memory, in KiB; 0 on systems that do not say.
fn memory(server: &Server) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", server.process_id()));
    let status = status.unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
