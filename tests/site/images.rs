//! Pictures that the build makes.

use super::blog::{Blog, files};
use super::links::attributes;
use serde_json::Value;

#[test]
fn a_page_without_a_cover_gets_a_picture_for_other_sites_too() {
    let blog = Blog::new();
    blog.article("plain", "Text.");
    blog.write("content/about/us.md", "---\ntitle: About us\n---\nText.");
    blog.build();
    let page = blog.dist("about/us/index.html");
    let url = &attributes(&page, "meta[property='og:image']", "content")[0];
    let path = url.strip_prefix("https://blog.example/").unwrap();
    assert!(path.starts_with("assets/us-social-"), "{path}");
    let size = imagesize::size(blog.path().join("dist").join(path)).unwrap();
    assert_eq!((size.width, size.height), (1200, 630));
    blog.build_with(&["--no-images"]);
    let page = blog.dist("about/us/index.html");
    assert!(attributes(&page, "meta[property='og:image']", "content").is_empty());
}

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
fn a_large_picture_is_there_in_several_widths() {
    let dists = [0, 1].map(|_| {
        let blog = Blog::new();
        blog.write("content/articles/wide/photo.jpg", photo(1200, 120));
        blog.write("content/articles/wide/small.png", [137, 80, 78, 71]);
        let head = "title: Wide\ndate: 2024-05-01\ncover: { src: photo.jpg, alt: A cover }";
        let body = "![A photo](photo.jpg)\n\n![Broken](small.png)";
        blog.write(
            "content/articles/wide/index.md",
            format!("---\n{head}\n---\n{body}"),
        );
        blog.build();
        let page = blog.dist("articles/wide/index.html");
        let sets = attributes(&page, "img[srcset]", "srcset");
        assert_eq!(sets.len(), 2, "the cover and the picture in the text");
        assert_eq!(sets[0], sets[1]);
        let original = attributes(&page, ".cover img", "src");
        assert!(original[0].ends_with(".jpg"), "{original:?}");
        // Behind the cover, as large as it: the colour of the hills, a dark blue.
        assert_eq!(attributes(&page, ".cover svg", "color"), ["#2275"]);
        assert_eq!(attributes(&page, ".cover svg", "viewBox"), ["0 0 1200 120"]);
        let mut widths = Vec::new();
        for candidate in sets[0].split(", ") {
            let (url, width) = candidate.split_once(' ').unwrap();
            assert!(url.ends_with(".avif"), "{url}");
            let size = imagesize::size(blog.path().join("dist").join(&url[1..])).unwrap();
            assert_eq!(format!("{}w", size.width), width);
            assert_eq!(size.height, size.width / 10);
            widths.push(size.width);
        }
        assert_eq!(widths, [480, 960, 1200]);
        let list: Value = serde_json::from_str(&blog.dist("content/lists/home/1.json")).unwrap();
        assert_eq!(list["articles"][0]["cover"]["srcset"], sets[0].as_str());
        files(&blog.path().join("dist"))
    });
    assert!(
        dists[0] == dists[1],
        "the same pictures give the same bytes"
    );
}

#[test]
fn a_large_picture_is_there_in_several_widths_without_a_cache() {
    let blog = Blog::new();
    blog.write("content/articles/wide/photo.jpg", photo(1200, 120));
    blog.write(
        "content/articles/wide/index.md",
        "---\ntitle: Wide\ndate: 2024-05-01\n---\n![A photo](photo.jpg)",
    );
    // A folder that cannot be made, because a file has its name.
    blog.write("cache", "");
    blog.build_with(&["--cache", "cache"]);
    let page = blog.dist("articles/wide/index.html");
    let sets = attributes(&page, "img[srcset]", "srcset");
    assert_eq!(sets[0].matches(".avif ").count(), 3, "{sets:?}");
    for candidate in sets[0].split(", ") {
        let (url, _) = candidate.split_once(' ').unwrap();
        assert!(blog.has(&url[1..]), "{url}");
    }
}

/// Soft hills with grain, as a camera has it.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let wave = ((x as f32 / 90.0).sin() * 60.0 + y as f32 / 2.0) as u8;
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) as u8 % 16;
        image::Rgb([wave, wave / 2 + grain, 120 + grain])
    });
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    picture.write_with_encoder(encoder).unwrap();
    bytes
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
