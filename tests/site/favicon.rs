//! The publisher's icon: named by the theme or by a name that browsers know, and what becomes of it.

use super::blog::{Blog, stderr};
use super::links::attributes;

/// A blog with this theme.
fn blog(theme: &str) -> Blog {
    let blog = Blog::new();
    blog.article("new", "Text.");
    blog.write("content/theme.json", theme);
    blog
}

#[test]
fn the_icon_of_a_theme_may_be_a_drawing_or_a_picture_of_any_name() {
    let links = |blog: &Blog, rel: &str| {
        attributes(
            &blog.dist("index.html"),
            &format!("link[rel={rel}]"),
            "href",
        )
    };
    let drawn = blog(r#"{ "favicon": "icons/mark.svg" }"#);
    drawn.write("public/icons/mark.svg", MARK);
    // What another name says is not asked.
    drawn.write("public/favicon.svg", "<svg");
    assert_eq!(drawn.build(), "");
    assert_eq!(links(&drawn, "icon"), ["/icons/mark.svg"]);
    assert_eq!(icon_sizes(&drawn), [180, 192, 512, 48]);

    let picture = blog(r#"{ "favicon": "/mark.png" }"#);
    picture.write("public/mark.png", png(200, 200));
    assert_eq!(picture.build(), "");
    assert_eq!(links(&picture, "icon"), ["/mark.png"]);
    // Nothing is made larger than it is.
    assert_eq!(icon_sizes(&picture), [180, 192, 48]);

    let known = blog("{}");
    known.write("public/favicon.png", png(512, 512));
    assert_eq!(known.build(), "");
    assert_eq!(icon_sizes(&known), [180, 192, 512, 48]);
}

const MARK: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='#00529b'/></svg>";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::DynamicImage::new_rgba8(width, height);
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// Of the icon for phones, those of the manifest, and the one that browsers ask for by themselves.
fn icon_sizes(blog: &Blog) -> Vec<usize> {
    let manifest: serde_json::Value = serde_json::from_str(&blog.dist("site.webmanifest")).unwrap();
    let listed = manifest["icons"].as_array().unwrap().iter();
    let listed = listed.map(|icon| icon["src"].as_str().unwrap().to_owned());
    attributes(
        &blog.dist("index.html"),
        "link[rel=apple-touch-icon]",
        "href",
    )
    .into_iter()
    .chain(listed)
    .chain(["/favicon.ico".into()])
    .map(|url| {
        let size = imagesize::size(blog.path().join("dist").join(&url[1..])).unwrap();
        assert_eq!(size.width, size.height);
        size.width
    })
    .collect()
}

#[test]
fn an_icon_that_is_none_is_told_at_its_place() {
    let remedy = "put an SVG, or a square PNG of 512 pixels, into the folder `public`";
    for (file, bytes, line) in [
        ("a.svg", Vec::new(), ["`gone.svg` is not in the folder `public`; ", remedy].concat()),
        ("a.gif", b"GIF89a".to_vec(), ["`a.gif` is neither an SVG nor a PNG by its name; ", remedy].concat()),
        ("a.svg", b"<svg".to_vec(), "`a.svg` cannot be drawn: ".into()),
        ("a.png", b"GIF89a".to_vec(), "`a.png` is no PNG but GIF; save the picture again, or correct its name".into()),
        ("a.png", png(200, 100), "`a.png` is 200 pixels wide and 100 high, and an icon is square; cut it, or add an empty border".into()),
        ("a.png", png(64, 64), "`a.png` is 64 pixels wide, and phones need 180; give one of 512 pixels, or an SVG".into()),
        ("../content/a.png", png(200, 200), ["`../content/a.png` is not in the folder `public`; ", remedy].concat()),
    ] {
        let name = if bytes.is_empty() { "gone.svg" } else { file };
        let blog = blog(&format!("{{\n  \"favicon\": \"{name}\" }}"));
        blog.write(&format!("public/{file}"), bytes);
        for command in ["check", "build"] {
            let told = stderr(&blog.run(command, &[]));
            let line = ["content/theme.json:2:14: ", &line].concat();
            assert!(told.contains(&line), "{line}: {told}");
        }
    }
    let told = stderr(&blog(r#"{ "favicon": { "light": "a.svg" } }"#).run("check", &[]));
    assert!(
        told.contains("1:14: this is not the path of a picture; write `\"favicon\": \"mark.svg\"`, a file in the folder `public`"),
        "{told}"
    );
}
