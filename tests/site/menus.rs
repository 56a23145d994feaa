//! What a publisher puts at the head and the foot of every page.

use super::blog::{Blog, stderr};
use super::links::{PIXEL, attributes};
use scraper::{Html, Selector};
use serde_json::Value;

fn site(blog: &Blog, keys: &str) {
    let site = r#"{ "title": "A Blog", "base_url": "https://blog.example/""#;
    blog.write("content/site.json", format!("{site}{keys} }}"));
}

/// Each link below a selector: its text and where it leads.
pub fn links(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let links = Selector::parse(&[selector, " a"].concat()).unwrap();
    let links = page.select(&links).map(|link| {
        let text: String = link.text().collect();
        format!("{} {}", text.trim(), link.attr("href").unwrap())
    });
    links.collect()
}

#[test]
fn heads_put_pages_into_the_navigation_at_their_places() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    site(
        &blog,
        r#", "navigation": [{ "label": "Home", "href": "/" }, { "label": "All", "href": "archive/" }]"#,
    );
    for (name, menu) in [
        ("about", "1"),
        ("now", "{ name: What now, weight: 9 }"),
        ("imprint", "footer"),
        ("both", "{ main: { weight: 10 }, footer: { name: Again } }"),
    ] {
        let text = format!("---\ntitle: The {name}\nmenu: {menu}\n---\nText.");
        blog.write(&format!("content/{name}.md"), text);
    }
    assert_eq!(blog.build(), "");
    let page = blog.dist("about/index.html");
    assert_eq!(
        links(&page, ".site-navigation"),
        [
            "Home /",
            "The about /about/",
            "All /archive/",
            "What now /now/",
            "The both /both/"
        ]
    );
    assert_eq!(
        links(&page, ".footer-links")[..2],
        ["Again /both/", "The imprint /imprint/"]
    );
    assert_eq!(
        attributes(&page, ".site-navigation [aria-current]", "href"),
        ["/about/"]
    );
    let data: Value = serde_json::from_str(&blog.dist("content/site.json")).unwrap();
    assert_eq!(data["navigation"].as_array().unwrap().len(), 5);
}

#[test]
fn the_configuration_has_menus_for_the_head_and_the_foot() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    blog.write("content/about.md", "---\ntitle: About us\n---\nText.");
    blog.write("public/cv.pdf", "PDF");
    let main = r#"[{ "name": "Tags", "url": "/tags/" }, { "page": "about.md" }, { "name": "Elsewhere", "href": "https://e.example/", "weight": -1 }]"#;
    let footer = r#"[{ "name": "CV", "href": "/cv.pdf" }]"#;
    site(
        &blog,
        &format!(r#", "menus": {{ "main": {main}, "footer": {footer} }}"#),
    );
    assert_eq!(
        blog.build_with(&["--base-url", "https://blog.example/below/"]),
        ""
    );
    let page = blog.dist("index.html");
    assert_eq!(
        links(&page, ".site-navigation"),
        [
            "Elsewhere https://e.example/",
            "Tags /below/tags/",
            "About us /below/about/"
        ]
    );
    assert_eq!(links(&page, ".footer-links")[0], "CV /below/cv.pdf");
}

#[test]
fn an_entry_that_leads_nowhere_is_told_at_its_place() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    blog.write("content/a.md", "---\ntitle: A\nmenu: sidebar\n---\nText.");
    site(
        &blog,
        ",\n\"navigation\": [{ \"label\": \"Gone\", \"href\": \"/gone/\" }],\n\"menus\": { \"main\": [{ \"name\": \"Empty\" }], \"odd\": [] }",
    );
    let told = blog.build_fails();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "content/a.md:3:7: there is no menu `sidebar`; write `main` or `footer`, or a number, which is its place in the navigation",
            "content/site.json:2:16: this entry of a menu leads nowhere: there is no `/gone/`; correct its address, or take it out",
            "content/site.json:3:21: this entry of a menu has no address; write it as `{ \"label\": \"About\", \"href\": \"/about/\" }`",
            "content/site.json:3:50: there is no menu `odd`; write `main` or `footer`",
        ]
    );
}

#[test]
fn menus_of_other_systems_are_read() {
    let about = "---\ntitle: About\n---\nText.";
    let post = "---\ntitle: First\ndate: 2024-05-01\n---\nText.";
    for (files, expected) in [
        (
            &[
                (
                    "hugo.toml",
                    "baseURL = 'https://h.example/'\n[[menus.main]]\nname = 'Posts'\npageRef = '/posts'\nweight = 20\n[[menu.main]]\nname = 'Tags'\nurl = '/tags/'\nweight = 30\n[[menus.main]]\nname = 'Gone'\nurl = '/gone/'\n",
                ),
                (
                    "content/about.md",
                    "---\ntitle: About\nmenus:\n  main:\n    weight: 10\n    name: Me\n---\nText.",
                ),
                ("content/posts/first.md", post),
            ][..],
            &["Me /about/", "Posts /archive/", "Tags /tags/"][..],
        ),
        (
            &[
                (
                    "config.toml",
                    "base_url = 'https://z.example'\n[extra]\nmenu_links = [{ url = '$BASE_URL/about/', name = 'Me' }, { url = '@/blog/_index.md', name = 'Blog' }]\n",
                ),
                ("content/about.md", about),
                ("content/blog/first.md", post),
            ],
            &["Me /about/", "Blog /archive/"],
        ),
        (
            &[
                (
                    "_config.yml",
                    "url: https://j.example\nheader_pages:\n  - about.md\n",
                ),
                ("about.md", about),
                ("_posts/2024-05-01-first.md", post),
                (
                    "_data/navigation.yml",
                    "main:\n  - title: Tags\n    url: /tags/\n",
                ),
            ],
            &["About /about/", "Tags /tags/"],
        ),
    ] {
        let blog = Blog::empty();
        for (path, text) in files {
            blog.write(&format!("old/{path}"), text);
        }
        let output = blog.run("build", &["--content", "old"]);
        let told = stderr(&output);
        assert!(output.status.success(), "{told}");
        assert_eq!(
            links(&blog.dist("index.html"), ".site-navigation"),
            expected
        );
        let is_told =
            told.contains("old/hugo.toml:10:1: warning: this entry of a menu leads nowhere");
        assert_eq!(is_told, files[0].0 == "hugo.toml", "{told}");
    }
}

#[test]
fn the_foot_has_a_text_a_licence_and_places() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    site(
        &blog,
        r#", "footer": { "text": "Made by <hand>.", "licence": "CC BY 4.0", "links": [{ "label": "First", "href": "/articles/first/" }] },
        "social": ["https://github.com/ada", { "href": "https://social.example/@ada", "label": "Ada on Mastodon" }, "mailto:ada@blog.example"]"#,
    );
    assert_eq!(blog.build(), "");
    let page = blog.dist("articles/first/index.html");
    assert!(page.contains("Made by &lt;hand&gt;."), "{page}");
    assert_eq!(
        attributes(&page, "a[rel=license]", "href"),
        ["https://creativecommons.org/licenses/by/4.0/"]
    );
    assert_eq!(links(&page, ".footer-links")[0], "First /articles/first/");
    assert_eq!(
        links(&page, ".footer-social"),
        [
            "GitHub https://github.com/ada",
            "Ada on Mastodon https://social.example/@ada",
            "E-mail mailto:ada@blog.example",
        ]
    );
    assert_eq!(attributes(&page, ".footer-social a", "rel"), ["me"; 3]);
    assert_eq!(
        attributes(&page, ".footer-social svg", "aria-hidden"),
        ["true"; 3]
    );
    assert!(
        !page.contains(" style="),
        "no page may hold such an attribute"
    );
}

#[test]
fn a_logo_takes_the_place_of_the_title() {
    let blog = Blog::new();
    blog.article("first", "Text.");
    blog.write("content/logo.png", PIXEL);
    blog.write("public/dark.png", PIXEL);
    site(
        &blog,
        r#", "logo": { "light": "logo.png", "dark": "/dark.png" }"#,
    );
    blog.build();
    let page = blog.dist("index.html");
    let of = |attribute| attributes(&page, ".site-title img", attribute);
    let sources = of("src");
    assert!(sources[0].starts_with("/assets/media/logo-") && blog.has(&sources[0][1..]));
    assert_eq!(sources[1], "/dark.png");
    assert_eq!(
        (of("alt"), of("height")),
        (vec!["A Blog".into(); 2], vec!["40".into(); 2])
    );

    site(
        &blog,
        ",\n\"logo\": \"gone.png\",\n\"social\": [\"ada\"],\n\"edit_url\": \"https://e.example/\"",
    );
    let told = blog.build_fails();
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "content/site.json:2:9: there is no picture `gone.png`; correct the path, or add the file",
            "content/site.json:3:12: `ada` is not the address of a place of yours; write one that begins with `https://` or `mailto:`",
            "content/site.json:4:13: `https://e.example/` is not where a text can be changed; write it as `https://github.com/ada/blog/edit/main/content/{path}`",
        ]
    );
}

#[test]
fn readers_find_where_a_text_can_be_changed() {
    let blog = Blog::new();
    blog.article("first one", "Text.");
    blog.write("content/about.md", "---\ntitle: About us\n---\nText.");
    site(
        &blog,
        r#", "edit_url": "https://code.example/edit/main/content/{path}""#,
    );
    blog.build();
    for (page, data, file) in [
        ("about", "pages/about", "about.md"),
        (
            "articles/first-one",
            "articles/first-one",
            "articles/first%20one.md",
        ),
    ] {
        let url = format!("https://code.example/edit/main/content/{file}");
        let html = blog.dist(&format!("{page}/index.html"));
        assert_eq!(attributes(&html, ".edit-link a", "href"), [&*url]);
        let data = blog.dist(&format!("content/{data}.json"));
        let data: Value = serde_json::from_str(&data).unwrap();
        assert_eq!(data["edit_url"], url);
        let file = blog.path().join("content").join(file.replace("%20", " "));
        let source = std::fs::read_to_string(file).unwrap();
        let line = source.lines().position(|line| line == "Text.").unwrap() + 1;
        assert_eq!(data["body_line"], line);
    }
}
