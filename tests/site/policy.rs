//! The Content-Security-Policy, which allows of inlined style and script what each page holds, and nothing else.

use super::blog::{Blog, files};
use base64::Engine;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

#[test]
fn the_policy_allows_the_style_sheet_that_every_page_holds() {
    let blog = Blog::new();
    blog.article("new", "Text.");
    blog.build();
    let headers = blog.dist("_headers");
    for (path, bytes) in files(&blog.path().join("dist")) {
        if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let document = Html::parse_document(std::str::from_utf8(&bytes).unwrap());
            // Pages for frames have one to load.
            let style = Selector::parse("style").unwrap();
            let Some(style) = document.select(&style).next() else {
                assert!(path.starts_with("embed"), "{}", path.display());
                continue;
            };
            let digest = Sha256::digest(style.text().collect::<String>());
            let digest = base64::prelude::BASE64_STANDARD.encode(digest);
            assert!(
                headers.contains(&format!("style-src 'self' 'sha256-{digest}'")),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn the_policy_allows_the_two_scripts_that_every_page_holds() {
    let blog = Blog::new();
    blog.article("new", "Text.");
    blog.build_with(&["--base-url", "https://blog.example/blog/"]);
    let headers = blog.dist("_headers");
    let document = Html::parse_document(&blog.dist("index.html"));
    let inline = Selector::parse("script:not([src], [type])").unwrap();
    let scripts: Vec<String> = document
        .select(&inline)
        .map(|script| script.text().collect())
        .collect();
    assert_eq!(scripts.len(), 2);
    assert!(scripts[0].contains(r#"localStorage.getItem("recto:preferences:blog/")"#));
    assert!(scripts[1].contains(r#"const url = "/blog/assets/start-"#));
    let digest = |script: &String| base64::prelude::BASE64_STANDARD.encode(Sha256::digest(script));
    let [first, second] = [digest(&scripts[0]), digest(&scripts[1])];
    let allowed =
        format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{first}' 'sha256-{second}';");
    assert!(headers.contains(&allowed), "{headers}");
}
