//! The archive of a small blog is one page; that of a large one does not grow with it.

use super::blog::{Blog, files};
use super::links::attributes;
use serde_json::Value;
use std::collections::BTreeMap;

/// A blog with so many articles of each year.
fn blog(years: &[(u16, usize)]) -> Blog {
    let blog = Blog::new();
    for (year, count) in years {
        for number in 0..*count {
            let (month, day) = (1 + number / 28 % 12, 1 + number % 28);
            let title = "A title of a length that titles of articles often have";
            let text = format!(
                "---\ntitle: {title}, {number}\ndate: {year}-{month:02}-{day:02}\n---\nText.\n"
            );
            blog.write(&format!("content/articles/of-{year}-{number}.md"), text);
        }
    }
    blog.build_with(&["--no-images"]);
    blog
}

fn list(blog: &Blog, path: &str) -> Value {
    serde_json::from_str(&blog.dist(path)).unwrap()
}

#[test]
fn a_small_blog_has_one_page_with_all() {
    let blog = blog(&[(2023, 90), (2024, 110)]);
    let page = blog.dist("archive/index.html");
    assert_eq!(attributes(&page, ".archive-entry a", "href").len(), 200);
    assert_eq!(attributes(&page, "main nav", "aria-label").len(), 0);
    assert!(!blog.has("archive/2024"));
    let data = list(&blog, "content/lists/archive.json");
    assert_eq!(data["articles"].as_array().unwrap().len(), 200);
    assert_eq!(data["years"], Value::Null);
}

#[test]
fn a_large_blog_has_pages_for_each_year() {
    let blog = blog(&[(2019, 1), (2022, 70), (2023, 250), (2024, 30)]);
    let page = blog.dist("archive/index.html");
    let years = [
        "/archive/2024/",
        "/archive/2023/",
        "/archive/2022/",
        "/archive/2019/",
    ];
    assert_eq!(attributes(&page, ".archive-years a", "href"), years);
    assert!(page.contains("351 articles") && page.contains("250 articles"));
    // The newest year is whole, and the one before it does not fit.
    assert_eq!(attributes(&page, ".archive-entry a", "href").len(), 30);
    assert_eq!(
        attributes(&page, ".archive-heading a", "href"),
        ["/archive/2024/"]
    );
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for (path, articles) in [
        ("archive/2024/", 30),
        ("archive/2023/", 100),
        ("archive/2023/page/2/", 100),
        ("archive/2023/page/3/", 50),
        ("archive/2022/", 70),
        ("archive/2019/", 1),
    ] {
        let page = blog.dist(&format!("{path}index.html"));
        assert_eq!(attributes(&page, ".archive-years a", "href"), years);
        let links = attributes(&page, ".archive-entry a", "href");
        assert_eq!(links.len(), articles, "{path}");
        links
            .into_iter()
            .for_each(|link| *found.entry(link).or_default() += 1);
    }
    assert_eq!(found.len(), 351);
    assert!(found.values().all(|times| *times == 1));
    let page = blog.dist("archive/2023/page/2/index.html");
    let current = attributes(&page, ".archive-years [aria-current]", "href");
    assert_eq!(current, ["/archive/2023/"]);
    assert_eq!(
        attributes(&page, ".pagination a", "href"),
        ["/archive/2023/", "/archive/2023/page/3/"]
    );
    assert!(page.contains("<title>2023, page 2 · A Blog</title>"));
    let data = list(&blog, "content/lists/archive/2023/3.json");
    assert_eq!((&data["page"], &data["total"]), (&3.into(), &250.into()));
    assert!(
        blog.dist("sitemap.xml")
            .contains("https://blog.example/archive/2019/<")
    );
}

#[test]
fn no_file_of_the_archive_grows_without_bound() {
    let blog = blog(&[(2021, 200), (2022, 500), (2023, 1), (2024, 800)]);
    let page = blog.dist("archive/index.html");
    assert_eq!(attributes(&page, ".archive-entry a", "href").len(), 100);
    assert_eq!(
        attributes(&page, ".page-more a", "href"),
        ["/archive/2024/page/2/"]
    );
    let files = files(&blog.path().join("dist"));
    let archive = files.iter().filter(|(path, _)| {
        let path = path.to_string_lossy();
        path.starts_with("archive/") || path.starts_with("content/lists/archive")
    });
    let mut count = 0;
    for (path, bytes) in archive {
        count += 1;
        assert!(bytes.len() <= 40_000, "{}: {}", path.display(), bytes.len());
    }
    assert_eq!(count, 2 * (1 + 2 + 5 + 1 + 8));
}
