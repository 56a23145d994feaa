//! Links and images: they lead where they should, wherever the site stands.

use super::blog::Blog;
use scraper::{Html, Selector};

/// A picture of one pixel.
pub const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82";

const BODY: &str = "
[an article](other.md) [a place](other/../other.md#a-heading) [from below](deep/index.md)
[a page](/archive/) [a tag](/tags/rust/) [a file](paper.pdf) [a public file](/files/data.csv)
[a public page](/own/) [elsewhere](https://elsewhere.example/) [mail](mailto:ada@blog.example) <ada@blog.example> [here](#a-heading)

## A heading

![A dot](dot.png) ![Another](/images/dot%20two.png) ![Far](https://elsewhere.example/dot.png)
";

#[test]
fn links_between_files_become_links_between_pages() {
    let blog = blog();
    assert_eq!(blog.build(), "");
    let hrefs = attributes(
        &blog.dist("articles/first/index.html"),
        ".prose a:not(.heading-anchor)",
        "href",
    );
    let paper = asset(&blog, "paper-");
    assert_eq!(
        hrefs,
        [
            "/articles/other/",
            "/articles/other/#a-heading",
            "/articles/deep/",
            "/archive/",
            "/tags/rust/",
            &paper,
            "/files/data.csv",
            "/own/",
            "https://elsewhere.example/",
            "mailto:ada@blog.example",
            "mailto:ada@blog.example",
            "#a-heading",
        ]
    );
    assert_eq!(
        attributes(&blog.dist("articles/deep/index.html"), ".prose a", "href"),
        ["/articles/first/"]
    );
}

#[test]
fn images_get_their_size_and_a_name_that_may_be_cached_for_ever() {
    let blog = blog();
    blog.build();
    let page = blog.dist("articles/first/index.html");
    let dot = asset(&blog, "dot-");
    assert_eq!(
        attributes(&page, ".prose img", "src"),
        [
            &*dot,
            "/images/dot%20two.png",
            "https://elsewhere.example/dot.png"
        ]
    );
    assert_eq!(attributes(&page, ".prose img", "width"), ["1", "1"]);
    assert_eq!(
        std::fs::read(blog.path().join("dist").join(&dot[1..])).unwrap(),
        PIXEL
    );
    assert!(blog.has("images/dot two.png"));
}

#[test]
fn below_another_base_path_every_link_stays_below_it() {
    let blog = blog();
    blog.build_with(&["--base-url", "https://blog.example/blog"]);
    for (path, bytes) in super::blog::files(&blog.path().join("dist")) {
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let page = String::from_utf8(bytes).unwrap();
        for url in [("[href]", "href"), ("[src]", "src")]
            .into_iter()
            .flat_map(|(with, name)| attributes(&page, with, name))
        {
            let outside = url.starts_with('/') && !url.starts_with("/blog/");
            assert!(!outside, "{} links to {url}", path.display());
            assert!(
                !url.starts_with("https://blog.example/")
                    || url.starts_with("https://blog.example/blog/"),
                "{url}"
            );
        }
    }
    assert!(blog.dist("_headers").starts_with("/blog/*\n"));
    assert!(
        blog.dist("sitemap.xml")
            .contains("<loc>https://blog.example/blog/articles/first/</loc>")
    );
    assert!(
        blog.dist("content/site.json")
            .contains("https://blog.example/blog/")
    );
}

fn blog() -> Blog {
    let blog = Blog::new();
    blog.write(
        "content/articles/first.md",
        format!("---\ntitle: First\ndate: 2024-01-01\ntags: [rust]\n---\n{BODY}"),
    );
    blog.article("other", "# A heading");
    blog.write(
        "content/articles/deep/index.md",
        "---\ntitle: Deep\ndate: 2024-01-01\n---\n[up](../first.md)",
    );
    blog.write("content/articles/dot.png", PIXEL);
    blog.write("content/articles/paper.pdf", "%PDF");
    blog.write("public/images/dot two.png", PIXEL);
    blog.write("public/files/data.csv", "a,b");
    blog.write("public/own/index.html", "<p>The publisher’s own page");
    blog
}

pub fn attributes(page: &str, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let document = Html::parse_document(page);
    document
        .select(&selector)
        .filter_map(|element| element.attr(name))
        .map(String::from)
        .collect()
}

/// The URL of the one asset whose name begins so.
fn asset(blog: &Blog, beginning: &str) -> String {
    let names = std::fs::read_dir(blog.path().join("dist/assets/media")).unwrap();
    let mut names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let name = names.find(|name| name.starts_with(beginning)).unwrap();
    format!("/assets/media/{name}")
}
