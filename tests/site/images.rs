//! Pictures that the build makes.

use super::blog::{Blog, files};
use super::links::attributes;
use serde_json::Value;

#[test]
fn an_article_without_a_cover_gets_a_picture_for_other_sites() {
    let blog = Blog::new();
    blog.article("plain", "Text.");
    blog.write(
        "content/articles/covered.md",
        "---\ntitle: Covered\ndate: 2024-05-01\ncover: { src: https://c.example/c.png, alt: A cover }\n---\nText.",
    );
    blog.write(
        "content/articles/foreign.md",
        "---\ntitle: 標題\ndate: 2024-05-01\n---\nText.",
    );
    blog.build();
    let image = |slug: &str| {
        let page = blog.dist(&format!("articles/{slug}/index.html"));
        attributes(&page, "meta[property='og:image']", "content")
    };
    let url = &image("plain")[0];
    let path = url.strip_prefix("https://blog.example/").unwrap();
    let size = imagesize::size(blog.path().join("dist").join(path)).unwrap();
    assert_eq!((size.width, size.height), (1200, 630));
    let page = blog.dist("articles/plain/index.html");
    let card = attributes(&page, "meta[name='twitter:card']", "content");
    assert_eq!(card, ["summary_large_image"]);
    let oembed: Value = serde_json::from_str(&blog.dist("articles/plain/oembed.json")).unwrap();
    assert_eq!(
        (&oembed["thumbnail_url"], &oembed["thumbnail_width"]),
        (&url.as_str().into(), &1200.into())
    );
    assert_eq!(image("covered"), ["https://c.example/c.png"]);
    assert!(
        image("foreign").is_empty(),
        "our font has none of these letters"
    );

    blog.build_with(&["--no-images"]);
    assert!(image("plain").is_empty());
}

#[test]
fn pictures_are_kept_from_build_to_build_and_forgotten_with_their_article() {
    let blog = Blog::new();
    blog.article("one", "Text.");
    blog.article("two", "Text.");
    blog.build();
    let kept = || {
        let files = files(&blog.path().join(".recto-cache")).into_keys();
        let pictures = files.filter(|file| file.extension().is_some_and(|kind| kind == "png"));
        pictures.collect::<Vec<_>>()
    };
    let first = kept();
    assert_eq!(first.len(), 2);
    // What the cache holds is taken from there.
    let of_one = &first[0];
    blog.write(&format!(".recto-cache/{}", of_one.display()), "kept");
    std::fs::remove_dir_all(blog.path().join("dist")).unwrap();
    blog.build();
    let assets = files(&blog.path().join("dist/assets"));
    assert!(assets.values().any(|bytes| bytes == b"kept"));
    std::fs::remove_file(blog.path().join("content/articles/one.md")).unwrap();
    std::fs::remove_file(blog.path().join("content/articles/two.md")).unwrap();
    blog.article("three", "Text.");
    blog.build();
    assert!(
        kept()
            .iter()
            .all(|file| !first.contains(file) || file.ends_with("CACHEDIR.TAG"))
    );
}
