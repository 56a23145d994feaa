//! Photographs as telephones write them. One library writes what a camera would, another looks for it afterwards.

use crate::blog::{Blog, files};
use crate::links::attributes;
use image::codecs::{gif::GifEncoder, jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::{ExtendedColorType, Frame, ImageEncoder, RgbImage, Rgba, RgbaImage};
use img_parts::ImageEXIF;
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use little_exif::exif_tag::ExifTag;
use little_exif::filetype::FileExtension;
use little_exif::metadata::Metadata;
use little_exif::rational::uR64;
use std::io::Cursor;
use std::path::Path;

const WIDTH: u32 = 560;
const HEIGHT: u32 = 500;

#[test]
fn a_photograph_is_turned_and_tells_no_place() {
    let blog = Blog::new();
    blog.write("content/articles/trip/photo.jpg", photograph("jpg", 6));
    blog.write("content/articles/trip/photo.png", photograph("png", 8));
    blog.write("content/articles/trip/photo.webp", photograph("webp", 6));
    blog.write("public/images/photo.jpg", photograph("jpg", 1));
    let body = "![A](photo.jpg)\n\n![B](photo.png)\n\n![C](photo.webp)\n\n![D](/images/photo.jpg)";
    blog.write(
        "content/articles/trip/index.md",
        format!("---\ntitle: Trip\ndate: 2024-05-01\n---\n{body}"),
    );
    let output = blog.run("build", &[]);
    assert!(output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.contains("note: what 4 pictures told of place, camera and owner is not published"),
        "{told}"
    );

    let page = blog.dist("articles/trip/index.html");
    assert_eq!(
        attributes(&page, ".prose img", "width"),
        ["500", "500", "500", "560"]
    );
    assert_eq!(
        attributes(&page, ".prose img", "height"),
        ["560", "560", "560", "500"]
    );
    let (mut originals, mut upright) = (0, 0);
    for (path, bytes) in files(&blog.path().join("dist")) {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        if path.starts_with("assets/media") && extension == "avif" {
            let size = imagesize::blob_size(&bytes).unwrap();
            upright += usize::from(size.height > size.width);
        }
        if !["jpg", "png", "webp"].contains(&extension) || !path.to_string_lossy().contains("photo")
        {
            continue;
        }
        originals += 1;
        assert_tells_nothing(&path, &bytes);
    }
    assert_eq!((originals, upright), (4, 3));
    let sets = attributes(&page, ".prose img[srcset]", "srcset");
    assert_eq!(sets.len(), 4, "each picture is there in several widths");
}

#[test]
fn what_is_asked_for_is_kept() {
    let blog = Blog::new();
    let photograph = photograph("jpg", 6);
    blog.write(
        "content/site.json",
        r#"{ "title": "R", "base_url": "https://r.example/", "keep_metadata": true }"#,
    );
    blog.write("content/articles/trip/photo.jpg", &photograph);
    blog.write(
        "content/articles/trip/index.md",
        "---\ntitle: Trip\ndate: 2024-05-01\n---\n![A](photo.jpg)",
    );
    blog.build_with(&["--no-images"]);
    assert!(
        files(&blog.path().join("dist"))
            .values()
            .any(|bytes| *bytes == photograph)
    );
}

#[test]
fn who_made_a_picture_stays_and_a_clean_one_is_not_touched() {
    let blog = Blog::new();
    let clean = encoded("jpg");
    blog.write("public/clean.jpg", &clean);
    blog.write("public/photo.jpg", photograph("jpg", 3));
    blog.article("one", "Text.");
    blog.build();
    assert_eq!(
        std::fs::read(blog.path().join("dist/clean.jpg")).unwrap(),
        clean
    );
    let published = std::fs::read(blog.path().join("dist/photo.jpg")).unwrap();
    let exif = exif::Reader::new()
        .read_from_container(&mut Cursor::new(&published))
        .unwrap();
    let text = |tag| {
        exif.get_field(tag, exif::In::PRIMARY)
            .map(|field| field.display_value().to_string())
    };
    assert_eq!(
        text(exif::Tag::Copyright).as_deref(),
        Some("\"Ada Example\"")
    );
    assert_eq!(
        exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)
            .unwrap()
            .value
            .get_uint(0),
        Some(3)
    );
}

#[test]
fn what_a_telephone_hides_behind_a_picture_goes() {
    let blog = Blog::new();
    let mut photograph = photograph("jpg", 1);
    let whole = photograph.len();
    photograph.extend(encoded("jpg"));
    blog.write("public/photo.jpg", &photograph);
    blog.article("one", "Text.");
    blog.build();
    let published = std::fs::read(blog.path().join("dist/photo.jpg")).unwrap();
    assert!(published.len() < whole, "{} of {whole}", published.len());
    assert!(image::load_from_memory(&published).is_ok());
}

#[test]
fn wide_colours_become_those_of_every_screen() {
    let blog = Blog::new();
    // The red of Display P3 is beyond what sRGB has; a grey is the same in both.
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, _| {
        image::Rgb(if x < WIDTH / 2 {
            [200, 60, 60]
        } else {
            [128, 128, 128]
        })
    });
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_icc_profile(profile).unwrap();
    encoder
        .write_image(&picture, WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .unwrap();
    blog.write("content/articles/wide/photo.jpg", bytes);
    let head = "title: Wide\ndate: 2024-05-01\ncover: {src: photo.jpg, alt: A}";
    blog.write(
        "content/articles/wide/index.md",
        format!("---\n{head}\n---\nText."),
    );
    blog.build();
    let page = blog.dist("articles/wide/index.html");
    assert_eq!(attributes(&page, ".cover img[srcset]", "srcset").len(), 1);
    // (200, 60, 60) of Display P3 is (217, 49, 55) of sRGB; with the grey (172, 88, 92), which is #a55 in sixteenths.
    assert_eq!(attributes(&page, ".cover svg", "color"), ["#a555"]);
}

#[test]
fn a_still_gif_and_webp_have_widths_and_a_moving_one_moves() {
    let blog = Blog::new();
    blog.write("content/articles/gif/still.gif", gif(1));
    blog.write("content/articles/gif/moving.gif", gif(2));
    blog.write("content/articles/gif/still.webp", encoded("webp"));
    let body = "![A](still.gif)\n\n![B](moving.gif)\n\n![C](still.webp)";
    blog.write(
        "content/articles/gif/index.md",
        format!("---\ntitle: G\ndate: 2024-05-01\n---\n{body}"),
    );
    blog.build();
    let page = blog.dist("articles/gif/index.html");
    assert_eq!(attributes(&page, ".prose img[srcset]", "alt"), ["A", "C"]);
}

/// Grain, so that AVIF is worth its while.
fn picture() -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) as u8 % 16;
        image::Rgb([(x / 8) as u8 + grain, (y / 4) as u8, 120])
    })
}

fn encoded(extension: &str) -> Vec<u8> {
    let (picture, mut bytes) = (picture(), Vec::new());
    match extension {
        "jpg" => JpegEncoder::new_with_quality(&mut bytes, 95)
            .encode_image(&picture)
            .unwrap(),
        "png" => PngEncoder::new(&mut bytes)
            .write_image(&picture, WIDTH, HEIGHT, ExtendedColorType::Rgb8)
            .unwrap(),
        _ => WebPEncoder::new_lossless(&mut bytes)
            .encode(&picture, WIDTH, HEIGHT, ExtendedColorType::Rgb8)
            .unwrap(),
    }
    bytes
}

fn gif(frames: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for number in 0..frames {
        let picture = RgbaImage::from_fn(WIDTH, HEIGHT, |x, y| {
            Rgba([(x * y) as u8, number * 90, (x ^ y) as u8, 255])
        });
        encoder.encode_frame(Frame::new(picture)).unwrap();
    }
    drop(encoder);
    bytes
}

/// With the position, the numbers and the names that a telephone writes.
fn photograph(extension: &str, orientation: u16) -> Vec<u8> {
    let degrees = |degrees: u32| {
        vec![
            uR64 {
                nominator: degrees,
                denominator: 1
            };
            3
        ]
    };
    let mut metadata = Metadata::new();
    for tag in [
        ExifTag::Orientation(vec![orientation]),
        ExifTag::Copyright("Ada Example".into()),
        ExifTag::GPSLatitudeRef("N".into()),
        ExifTag::GPSLatitude(degrees(48)),
        ExifTag::GPSLongitudeRef("E".into()),
        ExifTag::GPSLongitude(degrees(11)),
        ExifTag::SerialNumber("SERIAL-4711".into()),
        ExifTag::LensSerialNumber("LENS-0815".into()),
        ExifTag::OwnerName("Bob Owner".into()),
        ExifTag::ImageUniqueID("UNIQUE-1".into()),
    ] {
        metadata.set_tag(tag);
    }
    let kind = FileExtension::JPEG;
    let mut jpeg = encoded("jpg");
    metadata.write_to_vec(&mut jpeg, kind).unwrap();
    let exif = Jpeg::from_bytes(jpeg.clone().into()).unwrap().exif();
    match extension {
        "jpg" => jpeg,
        "png" => {
            let mut png = Png::from_bytes(encoded("png").into()).unwrap();
            png.set_exif(exif);
            png.encoder().bytes().to_vec()
        }
        _ => {
            let mut webp = WebP::from_bytes(encoded("webp").into()).unwrap();
            webp.set_exif(exif);
            webp.encoder().bytes().to_vec()
        }
    }
}

/// By another library than the one that removes it, and byte by byte.
fn assert_tells_nothing(path: &Path, bytes: &[u8]) {
    for secret in ["SERIAL-4711", "LENS-0815", "Bob Owner", "UNIQUE-1"] {
        let is_there = bytes
            .windows(secret.len())
            .any(|part| part == secret.as_bytes());
        assert!(!is_there, "{path:?} tells {secret}");
    }
    let kind = match path.extension().and_then(|extension| extension.to_str()) {
        Some("jpg") => FileExtension::JPEG,
        Some("png") => FileExtension::PNG {
            as_zTXt_chunk: false,
        },
        _ => FileExtension::WEBP,
    };
    let Ok(metadata) = Metadata::new_from_vec(&bytes.to_vec(), kind) else {
        return;
    };
    let is_told = |tag: &ExifTag| metadata.get_tag(tag).next().is_some();
    assert!(
        !is_told(&ExifTag::GPSLatitude(Vec::new())) && !is_told(&ExifTag::GPSLongitude(Vec::new())),
        "{path:?}"
    );
}

#[test]
fn a_picture_that_cannot_be_cleaned_is_told() {
    let blog = Blog::new();
    let jpeg = Jpeg::from_bytes(photograph("jpg", 1).into()).unwrap();
    // What a JPEG holds of metadata is a TIFF of its own.
    blog.write("public/scan.tiff", jpeg.exif().unwrap());
    blog.write("public/plain.tiff", "no picture");
    blog.article("one", "Text.");
    assert_eq!(
        blog.build_with(&["--no-images"]),
        "public/scan.tiff:1:1: warning: this picture tells where it was taken, or with which camera; \
         save it as JPEG, PNG or WebP, or take its metadata out\n"
    );
}
