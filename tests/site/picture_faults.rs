//! Pictures that are none, or not whole, or larger than any screen: told where they are named, and the build goes on.

use super::blog::{Blog, in_time};
use super::links::PIXEL;
use std::io::Write;
use std::time::Duration;

/// For a build that decodes nothing large.
const PATIENCE: Duration = Duration::from_secs(20);

/// A PNG of these sides that says it is grey, with the pixels given, compressed.
fn png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[8, 0, 0, 0, 0],
    ]
    .concat();
    for (name, data) in [(b"IHDR", &head[..]), (b"IDAT", pixels), (b"IEND", &[])] {
        let length = u32::try_from(data.len()).unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(data);
        bytes.extend(length.to_be_bytes());
        bytes.extend(name);
        bytes.extend(data);
        bytes.extend(sum.sum().to_be_bytes());
    }
    bytes
}

fn zeros(count: usize) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let row = vec![0; 1 << 16];
    for done in (0..count).step_by(row.len()) {
        let rest = (count - done).min(row.len());
        encoder.write_all(&row[..rest]).unwrap();
    }
    encoder.finish().unwrap()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 7]));
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    picture.write_with_encoder(encoder).unwrap();
    bytes
}

#[test]
fn a_picture_that_is_none_or_not_whole_is_told_where_it_is_named() {
    let whole = jpeg(64, 64);
    let half = &whole[..whole.len() / 2];
    let gif =
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let damaged = png(4, 4, b"these are no pixels");
    let cases: [(&str, &[u8], &str); 12] = [
        (
            "page.png",
            b"\n<!DOCTYPE html><p>Not found",
            "is no PNG but a page or a drawing",
        ),
        ("empty.jpg", b"", "is no JPEG but empty"),
        ("other.jpg", PIXEL, "is no JPEG but PNG"),
        ("text.webp", b"some text", "is no WebP but something else"),
        ("half.png", &PIXEL[..PIXEL.len() - 8], "is cut off"),
        ("half.jpg", half, "is cut off"),
        ("half.gif", &gif[..gif.len() - 3], "is cut off"),
        ("half.webp", b"RIFF\xFF\0\0\0WEBPVP8 ", "is cut off"),
        (
            "half.avif",
            b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf\0\0\x01\0meta",
            "is cut off",
        ),
        ("damaged.png", &damaged, "is damaged: "),
        (
            "bomb.png",
            &png(65_535, 65_535, b""),
            "has 4295 million pixels",
        ),
        ("loud.PNG", b"<html>", "is no PNG but a page"),
    ];
    for (name, bytes, what) in cases {
        let blog = Blog::new();
        blog.write(&format!("content/articles/{name}"), bytes);
        blog.article("first", &format!("Text.\n\n![A picture]({name})"));
        // Twice: what was kept in the first build hides nothing in the second.
        for _ in 0..2 {
            let told = in_time(PATIENCE, || blog.build());
            let expected = format!(
                "content/articles/first.md:7:1: warning: the picture `content/articles/{name}` {what}"
            );
            assert!(told.starts_with(&expected), "{name}: {told}");
            assert_eq!(told.lines().count(), 1, "{name}: {told}");
        }
        assert!(
            blog.dist("articles/first/index.html").contains("<img"),
            "{name}"
        );
    }
}

#[test]
fn whole_pictures_are_not_told() {
    let blog = Blog::new();
    let gif =
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let mut motion = jpeg(64, 64);
    // As phones put a film behind a picture.
    motion.extend(b"a film");
    let webp = b"RIFF\x1A\0\0\0WEBPVP8L\x0D\0\0\0\x2F\0\0\0\x10\x07\x10\x11\x11\x88\x88\xFE\x07\0";
    for (name, bytes) in [
        ("dot.png", PIXEL),
        ("dot.gif", gif),
        ("photo.jpeg", &jpeg(64, 64)),
        ("motion.jpg", &motion),
        ("dot.webp", webp),
    ] {
        blog.write(&format!("content/articles/{name}"), bytes);
    }
    blog.article(
        "first",
        "![1](dot.png) ![2](dot.gif) ![3](photo.jpeg) ![4](motion.jpg) ![5](dot.webp)",
    );
    assert_eq!(blog.build(), "");
}

#[test]
fn pictures_of_covers_authors_and_the_public_folder_are_looked_at() {
    let blog = Blog::new();
    for file in [
        "content/articles/a.png",
        "content/authors/b.png",
        "public/c.png",
    ] {
        blog.write(file, "<html>");
    }
    let author = r#"{ "name": "Ada", "avatar": "b.png" }"#;
    blog.write("content/authors/ada.json", author);
    let text =
        "---\ntitle: A\ndate: 2024-05-01\ncover: { src: a.png, alt: A }\n---\n![C](/c.png)\n";
    blog.write("content/articles/first.md", text);
    let by_ada = "---\ntitle: B\ndate: 2024-05-01\nauthors: [ada]\n---\nText.\n";
    blog.write("content/articles/second.md", by_ada);
    let told = blog.build_with(&["--no-images"]);
    for line in [
        "content/articles/first.md:4:15: warning: the picture `content/articles/a.png` is no PNG",
        "content/authors/ada.json:1:1: warning: the picture `content/authors/b.png` is no PNG",
        "content/articles/first.md:6:1: warning: the picture `public/c.png` is no PNG",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
}

#[test]
fn a_picture_of_a_few_kilobytes_takes_neither_minutes_nor_all_memory() {
    let blog = Blog::new();
    let (width, height) = (10_000, 9_000);
    let pixels = zeros((width as usize + 1) * height as usize);
    blog.write("content/articles/bomb.png", png(width, height, &pixels));
    blog.write(
        "content/articles/street.png",
        png(500, 24_000, &zeros(501 * 24_000)),
    );
    blog.article("first", "![A bomb](bomb.png) ![A street](street.png)");
    let told = in_time(PATIENCE, || blog.build());
    assert!(
        told.contains("`content/articles/bomb.png` has 90 million pixels"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
}
