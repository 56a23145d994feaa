//! A blog that is the publisher's own: pages, a section, a series, menu, logo, footer, theme, font, comments, newsletter and
//! counter at once. Journeys read the same blog in browsers.

use super::blog::Blog;
use super::links::attributes;
use super::other_systems::copy;
use std::fs;
use std::path::Path;

const STYLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/style");
const FONT: &[u8] = include_bytes!("../../fonts/eb-garamond-subset.otf");

/// HTML with its style, compressed: what the heaviest page may take.
const BUDGET: u64 = 14 * 1024;

/// The pages that a reader of this blog comes to.
const PAGES: [&str; 16] = [
    "index.html",
    "about/index.html",
    "imprint/index.html",
    "projects/one/index.html",
    "articles/casting/index.html",
    "articles/setting/index.html",
    "articles/ink/index.html",
    "notes/index.html",
    "series/index.html",
    "series/from-lead-to-letter/index.html",
    "tags/index.html",
    "tags/type/index.html",
    "authors/ada/index.html",
    "archive/index.html",
    "you/index.html",
    "404.html",
];

fn built() -> Blog {
    let blog = Blog::empty();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/fixtures/publisher");
    copy(&fixture, blog.path());
    blog.write("public/fonts/text.otf", FONT);
    let told = blog.build_with(&["--style", STYLE, "--compress"]);
    assert_eq!(told, "");
    blog
}

#[test]
fn all_that_is_the_publishers_is_in_every_page() {
    let blog = built();
    for path in PAGES {
        let page = blog.dist(path);
        let menu = attributes(&page, "header nav a", "href");
        for href in ["/", "/notes/", "/series/", "/about/", "/projects/one/"] {
            assert!(menu.iter().any(|link| link == href), "{path}: {menu:?}");
        }
        let logo = attributes(&page, ".site-header img", "src");
        assert_eq!(logo, ["/logo.svg", "/logo-dark.svg"], "{path}");
        let social = attributes(&page, "footer a[rel~=me]", "href");
        let expected = ["https://github.com/ada", "https://social.example/@ada"];
        assert_eq!(social, expected, "{path}");
        for text in ["Set by hand.", "CC BY 4.0", "Imprint"] {
            assert!(page.contains(text), "{text} in {path}");
        }
        let form = attributes(&page, "footer form", "action");
        assert_eq!(form.len(), 1, "{path}");
        for token in [
            "--paper:light-dark(#fffaf0,#14171c)",
            "\"theme-text-until\"",
            "font-weight:500",
        ] {
            assert!(page.contains(token), "{token} in {path}");
        }
        let font = attributes(&page, "link[rel=preload][as=font]", "href");
        assert_eq!(font, ["/fonts/text.otf"], "{path}");
        for source in [
            "frame-src giscus.app",
            "form-action buttondown.com",
            "img-src 'self' primer.goatcounter.com;",
            "connect-src 'self';",
        ] {
            assert!(page.contains(source), "{source} in {path}");
        }
    }
}

#[test]
fn no_page_of_it_is_heavier_than_a_first_answer() {
    let blog = built();
    let sizes = PAGES.map(|path| {
        let file = blog.path().join("dist").join([path, ".br"].concat());
        (fs::metadata(file).unwrap().len(), path)
    });
    let heaviest = sizes.iter().max().unwrap();
    assert!(heaviest.0 <= BUDGET, "{heaviest:?}");
}

#[test]
fn comments_and_counts_are_where_they_belong() {
    let blog = built();
    for path in PAGES {
        let page = blog.dist(path);
        let comments = attributes(&page, "recto-slot .ask a[data-ask]", "href");
        let is_article = path.starts_with("articles/");
        assert_eq!(
            comments.len(),
            usize::from(is_article),
            "{path}: {comments:?}"
        );
        let frames = page.matches("<iframe").count();
        assert_eq!(frames, page.matches("<template><iframe").count(), "{path}");
        // Nobody but the counter is asked by a page that is opened.
        for source in attributes(&page, "img, script", "src") {
            let is_ours = source.starts_with('/');
            let is_counter = source.starts_with("https://primer.goatcounter.com/count?p=");
            assert!(is_ours || is_counter, "{path}: {source}");
        }
    }
    let you = blog.dist("you/index.html");
    for host in ["giscus.app", "buttondown.com", "primer.goatcounter.com"] {
        assert!(you.contains(host), "{host}");
    }
}
