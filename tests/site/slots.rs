//! What the publisher puts into pages beside their content: where it stands, what it may be, and what is told of the rest.

use super::blog::Blog;
use super::links::{PIXEL, attributes};
use scraper::{Html, Selector};

const ALLOW: &str = r#"[
    { "host": "giscus.app", "purpose": "Comments", "what": "frame" },
    { "host": "maps.example", "purpose": "Maps", "what": "frame", "when": "always" },
    { "host": "count.example", "purpose": "Counting visits", "what": ["script", "image"], "when": "always" },
    { "host": "news.example", "purpose": "The newsletter", "what": "form" }
]"#;

fn blog() -> Blog {
    let blog = Blog::new();
    let site = r#""title": "A Blog", "base_url": "https://blog.example/b/""#;
    blog.write(
        "content/site.json",
        format!("{{ {site}, \"sections\": true, \"allow\": {ALLOW} }}"),
    );
    blog.article("new", "Text.");
    blog.write(
        "content/notes/small.md",
        "---\ntitle: Small\ndate: 2024-04-01\n---\nText.",
    );
    blog.write("content/about.md", "---\ntitle: About\n---\nText.");
    blog
}

/// The HTML below a selector in a page.
fn inner(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector)
        .map(|found| found.inner_html())
        .collect()
}

/// With something in every slot, and a section that has one of its own.
fn blog_with_all() -> Blog {
    let blog = blog();
    for name in ["before-article", "after-article", "after-list", "footer"] {
        let html = format!("<p class=\"x\">{name}</p>\n");
        blog.write(&format!("content/slots/{name}.html"), html);
    }
    let of_section = "<p>Of the notes</p>";
    blog.write("content/slots/notes/after-article.html", of_section);
    let head = "<meta name=\"verify\" content=\"a&amp;b\">\n<link rel=\"me\" href=\"https://social.example/@ada\">";
    blog.write("content/slots/head.html", head);
    assert_eq!(blog.build(), "");
    blog
}

#[test]
fn articles_and_lists_have_their_slots_and_a_section_its_own() {
    let blog = blog_with_all();
    let x = |name: &str| format!("<p class=\"x\">{name}</p>");
    let article = blog.dist("articles/new/index.html");
    let both = [x("before-article"), x("after-article")];
    assert_eq!(inner(&article, "recto-slot"), both);
    let small = blog.dist("articles/small/index.html");
    let of_section = inner(&small, "recto-slot[name='notes/after-article']");
    assert_eq!(of_section, ["<p>Of the notes</p>"]);
    assert_eq!(inner(&small, "recto-slot").len(), 2);
    let data = ["new", "small"].map(|slug| blog.dist(&format!("content/articles/{slug}.json")));
    let is_named = data.map(|data| data.contains("\"section\":\"notes\""));
    assert_eq!(is_named, [false, true]);
    for list in ["index.html", "archive/index.html", "notes/index.html"] {
        let html = blog.dist(list);
        assert_eq!(inner(&html, "recto-slot"), [x("after-list")], "{list}");
    }
    assert_eq!(inner(&blog.dist("about/index.html"), "recto-slot").len(), 0);
}

#[test]
fn every_page_has_head_foot_and_a_template_of_each_slot_for_the_app() {
    let blog = blog_with_all();
    for page in [
        "about/index.html",
        "you/index.html",
        "404.html",
        "articles/new/index.html",
    ] {
        let html = blog.dist(page);
        let verify = attributes(&html, "meta[name=verify]", "content");
        assert_eq!(verify, ["a&b"], "{page}");
        let me = attributes(&html, "head > link[rel=me]", "href");
        assert_eq!(me.len(), 1, "{page}");
        let footer = inner(&html, "footer .footer-slot");
        assert_eq!(footer, ["<p class=\"x\">footer</p>"], "{page}");
        assert_eq!(attributes(&html, "template", "id").len(), 4, "{page}");
    }
    assert!(!blog.dist("embed/card/new/index.html").contains("template"));
}

#[test]
fn a_frame_waits_behind_a_link_unless_it_may_always_be_asked_for() {
    let blog = blog();
    let giscus = "https://giscus.app/en/widget?term={path}&amp;origin={url}";
    blog.write(
        "content/slots/after-article.html",
        format!(
            "<iframe src=\"{giscus}\" title=\"Comments &amp; more\" height=\"600\" onload=\"x()\"></iframe>\n\
             <iframe src='https://maps.example/' title='The way'>Text</iframe>\n<input type=hidden name=page value='{{url}}'>"
        ),
    );
    let told = blog.build();
    assert_eq!(
        told,
        "content/slots/after-article.html:1:1: warning: `onload` of `<iframe>` is left out; use a script, which needs no such attribute\n"
    );
    let page = blog.dist("articles/new/index.html");
    let address = "https://giscus.app/en/widget?term=%2Fb%2Farticles%2Fnew%2F&origin=https%3A%2F%2Fblog.example%2Fb%2Farticles%2Fnew%2F";
    assert_eq!(
        attributes(&page, "recto-slot .ask a[data-ask]", "href"),
        [address]
    );
    assert_eq!(
        inner(&page, "recto-slot .ask p"),
        [format!(
            "<a data-ask=\"\" href=\"{}\" rel=\"nofollow\">Comments &amp; more</a> <small>giscus.app is asked only when you press this.</small>",
            address.replace('&', "&amp;")
        )]
    );
    // Nothing is asked for from within a template.
    assert_eq!(
        attributes(&page, "recto-slot > iframe", "src"),
        ["https://maps.example/"]
    );
    assert_eq!(
        attributes(&page, "recto-slot > iframe", "loading"),
        ["lazy"]
    );
    assert_eq!(
        attributes(&page, "recto-slot > input", "value"),
        ["https://blog.example/b/articles/new/"]
    );
    let template = "recto-slot .ask template";
    assert!(inner(&page, template)[0].contains("height=\"600\" loading=\"lazy\""));
    // Only where something waits do pages listen for it.
    assert!(page.contains("[data-tool], [data-ask]"));
    blog.write("content/slots/after-article.html", "<p>Text</p>");
    blog.build();
    let page = blog.dist("articles/new/index.html");
    assert!(page.contains("[data-tool]") && !page.contains("[data-ask]"));
}

#[test]
fn forms_scripts_pictures_and_links_lead_where_they_may() {
    let blog = blog();
    blog.write("content/pixel.png", PIXEL);
    blog.write("public/own.js", "1");
    blog.write(
        "content/slots/footer.html",
        "<form action=https://news.example/subscribe method=post><label>Mail <input type=email name=email required></label><button>Subscribe</button></form>\n\
         <a href=about.md>About</a> <img src=pixel.png alt=''> <img src='https://count.example/hit?p={path}' alt=''>\n\
         <script src=https://count.example/count.js data-site=blog defer></script><script src=/own.js></script>",
    );
    assert_eq!(blog.build(), "");
    let page = blog.dist("articles/new/index.html");
    let of =
        |selector: &str, name: &str| attributes(&page, &[".footer-slot ", selector].concat(), name);
    assert_eq!(of("form", "action"), ["https://news.example/subscribe"]);
    assert_eq!(of("input", "type"), ["email"]);
    assert_eq!(of("a", "href"), ["/b/about/"]);
    let pictures = of("img", "src");
    assert!(pictures[0].starts_with("/b/assets/media/pixel-") && blog.has(&pictures[0][3..]));
    assert_eq!(
        pictures[1],
        "https://count.example/hit?p=%2Fb%2Farticles%2Fnew%2F"
    );
    assert_eq!(
        of("script", "src"),
        ["https://count.example/count.js", "/b/own.js"]
    );
    assert_eq!(of("script", "data-site"), ["blog"]);
}

#[test]
fn elements_of_the_blog_become_cards_without_scripts() {
    let blog = blog();
    blog.write("content/authors/ada.json", r#"{ "name": "Ada" }"#);
    blog.write(
        "content/articles/third.md",
        "---\ntitle: Third\ndate: 2024-06-01\ntags: [x]\nauthors: [ada]\n---\nText.",
    );
    blog.write(
        "content/slots/after-article.html",
        "<recto-latest limit=1><a href='/'>All</a></recto-latest><recto-latest tag=x></recto-latest>\
         <recto-card article=new></recto-card><recto-card article='/about/'></recto-card><recto-author author=ada></recto-author>",
    );
    assert_eq!(blog.build(), "");
    let page = blog.dist("articles/small/index.html");
    let links = attributes(&page, "recto-slot a", "href");
    for (address, count) in [
        ("/b/articles/third/", 2),
        ("/b/articles/new/", 1),
        ("/b/authors/ada/", 1),
    ] {
        assert!(
            links.iter().filter(|link| *link == address).count() >= count,
            "{address} in {links:?}"
        );
    }
    assert!(!page.contains("recto-latest") && !page.contains("recto-card"));
}

#[test]
fn what_may_not_stand_in_a_slot_is_told_at_its_place() {
    let blog = blog();
    blog.write("content/slots/sidebar.html", "Text");
    blog.write("content/slots/gone/after-list.html", "Text");
    blog.write("content/slots/notes/head.html", "");
    blog.write("content/slots/head.html", "Text\n<base href='/'>");
    blog.write(
        "content/slots/after-article.html",
        "<p>One</div>\n<style>p {}</style>\n<script src='https://count.example/a.js'></script>\n\
         <iframe src='https://other.example/' title=T></iframe>\n<iframe src='https://giscus.app/'></iframe>\n\
         <form action='/here'></form>\n<a href='gone.md' style='x'>Gone</a>\n<input type=file>\n<recto-card article=gone></recto-card>\n\
         <img src='https://other.example/a.png'>",
    );
    blog.write(
        "content/slots/footer.html",
        "<script>x()</script>\n<object></object>",
    );
    let told = blog.build_fails();
    let slot = "content/slots/after-article.html";
    let expected = [
        format!("{slot}:1:1: warning: `<p>` is never closed; add `</p>`"),
        format!("{slot}:1:7: warning: `</div>` closes nothing; take it out"),
        format!("{slot}:2:1: `<style>` cannot stand in after-article.html; write its rules into theme.css"),
        format!("{slot}:3:1: a script here would run again with every page; move it into head.html or footer.html"),
        format!("{slot}:4:1: `https://other.example/` is on a host that `allow` in site.json does not name; add the host there, with `\"what\": \"frame\"`, or take it out"),
        format!("{slot}:5:1: this frame has no title, so that some readers do not know what it is; add a `title`, such as \"Comments\""),
        format!("{slot}:6:1: `/here` is not an address that `<form>` may have; write one that begins with `https://`, of a host that `allow` in site.json names"),
        format!("{slot}:7:1: there is no file `gone.md`; correct the path, or add the file"),
        format!("{slot}:8:1: `file` is no `type` that a slot may have; write one of these: text, email, url, tel, number, search, hidden, checkbox, radio, submit"),
        format!("{slot}:9:1: `<recto-card>` is of something that the site does not have: `/articles/gone/`; write the last part of its address"),
        format!("{slot}:10:1: `https://other.example/a.png` is on a host that `allow` in site.json does not name; add the host there, with `\"what\": \"image\"`, or keep the file beside the text"),
        "content/slots/footer.html:1:1: a script that is written into the page never runs; put it into a file of the public folder, and write `<script src=\"/file.js\" defer></script>`".into(),
        "content/slots/footer.html:2:1: `<object>` cannot stand in footer.html; use `<iframe>`, and allow its host in site.json".into(),
        "content/slots/gone/after-list.html:1:1: there is no section `gone`; name the folder as the section is in its address".into(),
        "content/slots/head.html:1:1: text cannot stand in the head of a page; move it into another slot".into(),
        "content/slots/head.html:2:1: `<base>` cannot stand in head.html; take it out".into(),
        "content/slots/notes/head.html:1:1: head and footer are the same on every page; move the file up into slots/".into(),
        "content/slots/sidebar.html:1:1: there is no slot `sidebar`; name the file head, before-article, after-article, after-list or footer".into(),
    ];
    let told: Vec<&str> = told.lines().collect();
    for (told, expected) in told.iter().zip(&expected) {
        assert_eq!(told, expected);
    }
    assert_eq!(told.len(), expected.len());
}

#[test]
fn without_slots_pages_are_what_they_were() {
    let blog = Blog::new();
    blog.article("new", "Text.");
    blog.build();
    let page = blog.dist("articles/new/index.html");
    assert!(!page.contains("slot") && !page.contains("<template"));
    blog.write("content/slots/after-list.html", " \n<!-- nothing -->\n");
    blog.build();
    assert_eq!(blog.dist("articles/new/index.html"), page);
}
