//! What is written beside the pages: for hosts, for devices, for other programs.

use super::blog::Blog;
use super::links::attributes;
use serde_json::Value;
use std::fs;

#[test]
fn an_old_address_leads_to_the_article() {
    let blog = blog_at("https://blog.example/b/");
    let head =
        "title: New \"<b>\"\ndate: 2024-05-01\naliases: [/old/post/, 2019/a b.html, /feed.php]";
    blog.write(
        "content/articles/new.md",
        format!("---\n{head}\n---\nText."),
    );
    blog.build();
    for page in ["old/post/index.html", "2019/a b.html"] {
        let page = blog.dist(page);
        let url = "https://blog.example/b/articles/new/";
        assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [url]);
        let refresh = attributes(&page, "meta[http-equiv=refresh]", "content");
        assert_eq!(refresh, ["0; url=/b/articles/new/"]);
        assert_eq!(attributes(&page, "a", "href"), ["/b/articles/new/"]);
        assert_eq!(
            attributes(&page, "meta[name=robots]", "content"),
            ["noindex"]
        );
    }
    assert!(!blog.has("feed.php"));
    assert_eq!(
        blog.dist("_redirects"),
        "/b/2019/a%20b.html /b/articles/new/ 301\n\
         /b/feed.php /b/articles/new/ 301\n\
         /b/old/post/ /b/articles/new/ 301\n"
    );
    let vercel: Value = serde_json::from_str(&blog.dist("vercel.json")).unwrap();
    assert_eq!(vercel["redirects"][2]["source"], "/b/old/post/");
    assert_eq!(vercel["redirects"][2]["destination"], "/b/articles/new/");
    assert!(!blog.dist("sitemap.xml").contains("old/post"));
}

#[test]
fn a_host_that_leaves_out_what_begins_with_an_underscore_is_told_not_to() {
    let blog = blog_at("https://blog.example/b/");
    blog.article("one", "Text.");
    blog.build();
    assert!(blog.has(".nojekyll"));
}

#[test]
fn nginx_leads_from_old_addresses_and_from_the_path_without_its_slash() {
    let blog = blog_at("https://blog.example/b/");
    let head = "title: New\ndate: 2024-05-01\naliases: [/old/post/, /2019/a b.html, '/{$x};/']";
    blog.write(
        "content/articles/new.md",
        format!("---\n{head}\n---\nText."),
    );
    blog.build();
    let nginx = blog.dist("_hosting/nginx.conf");
    let moved = nginx
        .lines()
        .filter(|line| line.contains("return 301"))
        .map(str::trim);
    assert_eq!(
        moved.collect::<Vec<_>>(),
        [
            r#"location = "/b" { return 301 "/b/"; }"#,
            r#"location = "/b/2019/a b.html" { return 301 "/b/articles/new/"; }"#,
            r#"location = "/b/old/post/" { return 301 "/b/articles/new/"; }"#,
        ]
    );
    let caddy = blog.dist("_hosting/Caddyfile");
    assert!(caddy.contains("redir \"/b/old/post/\" \"/b/articles/new/\" permanent"));
}

#[test]
fn old_addresses_need_no_rules_of_their_own() {
    let blog = blog_at("https://blog.example/");
    blog.article("new", "Text.");
    blog.build();
    let headers = blog.dist("_headers");
    assert!(!blog.has("old-0"));
    write_moved_article(&blog, (0..150).map(|number| format!("/old-{number}/")));
    blog.build();
    assert_eq!(blog.dist("_headers"), headers);
    let policy = "meta[http-equiv=Content-Security-Policy]";
    assert_eq!(
        attributes(&blog.dist("old-149/index.html"), policy, "content"),
        ["default-src 'none'"]
    );
}

#[test]
fn what_a_host_does_not_take_is_told_and_stops_nothing() {
    let blog = blog_at("https://blog.example/");
    write_moved_article(&blog, (0..2001).map(|number| format!("/old/{number}/")));
    for number in 0..100 {
        blog.write(&format!("public/{number}.txt"), "Text.");
    }
    let told = |arguments: &[&str]| {
        let output = blog.run("build", arguments);
        assert!(output.status.success(), "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let lines = told(&["--strict"]);
    let notes: Vec<&str> = lines
        .lines()
        .filter_map(|line| line.strip_prefix("note: "))
        .collect();
    assert_eq!(notes.len(), 2, "{lines}");
    assert!(notes[0].starts_with("Cloudflare Pages reads 100 rules of _headers, which has 1"));
    assert!(
        notes[1]
            .starts_with("Cloudflare Pages reads 2000 redirects of _redirects, which has 2001;")
    );
    let object: Value = serde_json::from_str(&told(&["--strict", "--json"])).unwrap();
    assert_eq!(object["notes"], serde_json::json!(notes));
    assert_eq!(object["warnings"], 0);
}

#[test]
fn hosts_are_told_of_the_publishers_own_files_too() {
    let blog = blog_at("https://blog.example/b/");
    blog.article("new", "Text.");
    blog.write("public/fonts/a.woff2", "a font");
    blog.write("public/.well-known/security.txt", "Contact: a@b.example");
    blog.write("public/CNAME", "blog.example");
    blog.write("public/my \"films\"/a.webm", "a film");
    blog.write("public/vercel.json", "{}");
    blog.build();
    let nginx = blog.dist("_hosting/nginx.conf");
    assert!(nginx.contains("    font/woff2 woff2;\n"), "{nginx}");
    let headers = blog.dist("_headers");
    for pattern in ["/b/fonts/*", "/b/.well-known/*"] {
        let rule = [pattern, "\n  Cache-Control: no-cache\n"].concat();
        assert!(headers.contains(&rule), "{headers}");
    }
    let caddy = blog.dist("_hosting/Caddyfile");
    assert!(
        caddy.contains(r#"	header "/b/my \"films\"/*" {"#),
        "{caddy}"
    );
    assert_eq!(blog.dist("CNAME"), "blog.example");
    assert_eq!(blog.dist("vercel.json"), "{}");
}

#[test]
fn a_site_without_an_icon_gets_its_first_letter() {
    let blog = blog_at("https://blog.example/b/");
    blog.article("new", "Text.");
    blog.build();
    roxmltree::Document::parse(&blog.dist("favicon.svg")).unwrap();
    let manifest: Value = serde_json::from_str(&blog.dist("site.webmanifest")).unwrap();
    assert_eq!(
        (&manifest["start_url"], &manifest["name"]),
        (&"/b/".into(), &"A Blog".into())
    );
    let page = blog.dist("index.html");
    assert_eq!(
        attributes(&page, "link[rel=manifest]", "href"),
        ["/b/site.webmanifest"]
    );
    assert_eq!(
        attributes(&page, "link[rel=icon]", "href"),
        ["/b/favicon.svg"]
    );
    let touch = attributes(&page, "link[rel=apple-touch-icon]", "href");
    let icons = manifest["icons"].as_array().unwrap().iter();
    let icons = icons.map(|icon| {
        (
            icon["src"].as_str().unwrap(),
            icon["sizes"].as_str().unwrap(),
        )
    });
    for (src, sizes) in icons.chain([(touch[0].as_str(), "180x180")]) {
        let file = blog
            .path()
            .join("dist")
            .join(src.strip_prefix("/b/").unwrap());
        let size = imagesize::size(file).unwrap();
        assert_eq!(format!("{}x{}", size.width, size.height), sizes);
    }
}

#[test]
fn icons_come_after_the_text_or_are_not_asked_for_by_name() {
    let blog = blog_at("https://blog.example/");
    blog.article("new", "Text.");
    blog.build();
    let icons = ["icon", "apple-touch-icon", "manifest"];
    let links = |page: &str| icons.map(|rel| attributes(page, &format!("link[rel={rel}]"), "href"));
    let first = links(&blog.dist("index.html")).concat();
    assert_eq!(first.len(), icons.len());
    // Where scripts run, what they take the links from is text.
    let page = blog.dist("articles/new/index.html");
    assert!(links(&page).concat().is_empty());
    let (_, inert) = page.split_once("<noscript>").unwrap();
    let (inert, rest) = inert.split_once("</noscript>").unwrap();
    assert_eq!(links(inert).concat(), first);
    assert!(rest.find("</head>").unwrap() < rest.find("<body").unwrap());
    let size = imagesize::size(blog.path().join("dist/favicon.ico")).unwrap();
    assert_eq!((size.width, size.height), (48, 48));

    blog.write("public/favicon.ico", [0; 4]);
    blog.build();
    assert_eq!(blog.dist("favicon.ico"), "\0\0\0\0");
}

#[test]
fn the_publishers_icon_is_drawn_and_a_broken_one_is_told() {
    let blog = blog_at("https://blog.example/");
    blog.article("one", "Text.");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><rect width='1' height='1' fill='#0f0'/></svg>";
    blog.write("public/favicon.svg", svg);
    assert_eq!(blog.build(), "");
    assert_eq!(blog.dist("favicon.svg"), svg);
    let touch = attributes(
        &blog.dist("index.html"),
        "link[rel=apple-touch-icon]",
        "href",
    );
    assert_eq!(touch.len(), 1);

    blog.write("public/favicon.svg", "<svg");
    let told = blog.build();
    assert!(
        told.starts_with("public/favicon.svg:1:1: warning: cannot be drawn: "),
        "{told}"
    );
    assert!(
        attributes(
            &blog.dist("index.html"),
            "link[rel=apple-touch-icon]",
            "href"
        )
        .is_empty()
    );

    fs::remove_file(blog.path().join("public/favicon.svg")).unwrap();
    blog.write("public/favicon.ico", [0; 4]);
    assert_eq!(blog.build(), "");
    assert_eq!(
        attributes(&blog.dist("index.html"), "link[rel=icon]", "href"),
        ["/favicon.ico"]
    );
    assert!(!blog.has("favicon.svg"));
}

#[test]
fn programs_that_read_for_people_find_the_markdown() {
    let blog = blog_at("https://blog.example/b/");
    blog.write(
        "content/articles/new.md",
        "---\ntitle: \"New](x) <b>\"\ndescription: A deck.\ndate: 2024-05-01\n---\n*Text.*",
    );
    blog.build();
    assert_eq!(
        blog.dist("llms.txt"),
        "# A Blog\n\n## Articles\n\n\
         - [New\\](x) \\<b>](https://blog.example/b/content/articles/new.md): A deck.\n"
    );
    assert_eq!(blog.dist("content/articles/new.md"), "*Text.*");
}

fn write_moved_article(blog: &Blog, aliases: impl Iterator<Item = String>) {
    let aliases = aliases.collect::<Vec<_>>().join(", ");
    let head = format!("title: New\ndate: 2024-05-01\naliases: [{aliases}]");
    blog.write(
        "content/articles/new.md",
        format!("---\n{head}\n---\nText."),
    );
}

fn blog_at(base_url: &str) -> Blog {
    let blog = Blog::new();
    let site = serde_json::json!({ "title": "A Blog", "base_url": base_url });
    blog.write("content/site.json", site.to_string());
    blog
}
