//! How the publisher wants the blog to look: colours that are read well, faces, sizes, and rules of their own.

use super::blog::Blog;
use super::links::{PIXEL, attributes};
use scraper::{Html, Selector};
use std::path::Path;

/// A blog with Recto's own style sheets and this theme.
fn blog(theme: &str) -> Blog {
    let blog = Blog::new();
    blog.article("new", "Text, and `code`.\n\n```rust\nfn a() {}\n```");
    blog.write("content/theme.json", theme);
    blog
}

const STYLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/style");

fn build(blog: &Blog) {
    assert_eq!(blog.build_with(&["--style", STYLE]), "");
}

fn told(theme: &str) -> Vec<String> {
    let blog = blog(theme);
    let output = blog.run("check", &["--style", STYLE]);
    let told = super::blog::stderr(&output);
    told.lines()
        .filter(|line| line.starts_with("content/theme.json"))
        .map(|line| line.trim_start_matches("content/theme.json:").into())
        .collect()
}

/// What stands in the page as style.
fn style(blog: &Blog, page: &str) -> String {
    let page = Html::parse_document(&blog.dist(page));
    let style = Selector::parse("style").unwrap();
    page.select(&style).flat_map(|style| style.text()).collect()
}

#[test]
fn a_theme_takes_the_place_of_our_tokens_and_costs_next_to_nothing() {
    let plain = Blog::new();
    plain.article("new", "Text.");
    build(&plain);
    let blog = blog(
        r##"{ "paper": { "light": "#fffaf0" }, "ink": { "light": "#222" }, "accent": { "light": "#00529b", "dark": "#8cf" },
             "typefaces": { "text": "slab", "labels": "humanist", "code": "mono" }, "measure": 34, "text_size": 1.1 }"##,
    );
    build(&blog);
    for page in ["index.html", "articles/new/index.html", "404.html"] {
        let style = style(&blog, page);
        for token in [
            "--paper:light-dark(#fffaf0,#15161a);",
            "--ink:light-dark(#222222,#e4e2dd);",
            "--accent:light-dark(#00529b,#88ccff);",
            "--serif:Rockwell,",
            "--sans:Seravek,",
            "--line:34rem;",
            "--text:calc(1.1*clamp(",
        ] {
            assert!(style.contains(token), "{token} in {page}: {style}");
        }
        // Readers' own themes stay as they are.
        assert!(
            style.contains("[data-theme=sepia]{color-scheme:light;--paper:#f6eedd"),
            "{page}"
        );
        assert!(!style.contains("@layer theme"), "{page}");
        let colors = attributes(&blog.dist(page), "meta[name=theme-color]", "content");
        assert_eq!(colors, ["#fffaf0", "#15161a"]);
    }
    let (plain, themed) = (style(&plain, "index.html"), style(&blog, "index.html"));
    assert!(
        themed.len() < plain.len() + 200,
        "{} and {}",
        plain.len(),
        themed.len()
    );
    // Embeds have them, too.
    let assets = super::blog::files(&blog.path().join("dist/assets"));
    let is_embed = |path: &Path| path.to_str().unwrap().starts_with("embed-view-");
    let embed = assets
        .iter()
        .find(|(path, _)| is_embed(path) && path.extension().unwrap() == "css");
    let embed = String::from_utf8(embed.unwrap().1.clone()).unwrap();
    assert!(
        embed.contains("--accent:light-dark(#00529b,#88ccff)"),
        "{embed}"
    );
}

#[test]
fn what_tokens_cannot_say_and_the_publishers_sheet_stand_in_the_last_layer() {
    let blog = blog(
        r#"{ "typefaces": { "headings": "geometric" }, "radius": 8, "lists": "compact", "covers": "text", "logo": "logo.png" }"#,
    );
    blog.write("content/logo.png", PIXEL);
    blog.write(
        "content/theme.css",
        "/* Mine. */\n.article-title { letter-spacing: 0.1em; }\n",
    );
    build(&blog);
    let style = style(&blog, "articles/new/index.html");
    let (_, layer) = style.split_once("@layer theme{").unwrap();
    for rule in [
        "font-family:Avenir",
        "border-radius:8px",
        ".card-deck",
        ".cover{grid-column:var(--in-text)}",
    ] {
        assert!(layer.contains(rule), "{rule} in {layer}");
    }
    assert!(
        layer.ends_with(".article-title{letter-spacing:.1em}}"),
        "{layer}"
    );
    assert_eq!(
        attributes(&blog.dist("index.html"), ".site-title img", "height"),
        ["40"]
    );
    // The policy allows it.
    let policy = blog.dist("_headers");
    let page = Html::parse_document(&blog.dist("index.html"));
    let policy_of_page = Selector::parse("meta[http-equiv=Content-Security-Policy]").unwrap();
    let of_page = page
        .select(&policy_of_page)
        .next()
        .unwrap()
        .attr("content")
        .unwrap();
    let source = of_page.split("'sha256-").last().unwrap();
    assert!(!source.is_empty() && policy.contains("'sha256-"));

    blog.write("content/theme.css", "@import 'other.css';\n");
    let told = super::blog::stderr(&blog.run("build", &["--style", STYLE]));
    assert_eq!(
        told,
        "content/theme.css:1:1: the style sheet cannot be read: `@import` cannot stand here; correct this place\n"
    );
}

#[test]
fn a_colour_that_is_not_read_well_is_told_with_the_nearest_that_is() {
    assert_eq!(
        told("{\n  \"accent\": { \"light\": \"#88aaff\", \"dark\": \"#ff8b7e\" }\n}"),
        [
            "2:24: accent, `#88aaff`, has a contrast of 2.25 on `#fefefd` in the light theme, and needs 4.5; write `#586ea5` here, the nearest colour that has it"
        ]
    );
    // What is told passes when it is written.
    assert_eq!(told(r##"{ "accent": { "light": "#586ea5" } }"##), [""; 0]);
    // Both grounds are looked at, and code on a paper that is neither light nor dark.
    let told = told(r##"{ "accent": "#777777", "paper": { "light": "#c0c0c0" } }"##);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(
        told[0].starts_with("1:13: accent, `#777777`, has a contrast of "),
        "{told:#?}"
    );
    assert!(told[0].contains("in the light theme") && told[1].contains("in the dark theme"));
    assert!(
        told[2].starts_with("1:44: text of the colour `--"),
        "{told:#?}"
    );
    assert!(told[2].contains("write `#"), "{told:#?}");
}

#[test]
fn each_mistake_in_a_theme_is_told_at_its_place() {
    let stacks = "serif, sans, old-style, transitional, modern, slab, humanist, geometric, grotesque, rounded, mono, or the path of a font in `public`";
    assert_eq!(
        told(
            "{ \"accent\": \"red\",\n\"ink\": { \"sepia\": \"#000\" },\n\"typefaces\": { \"text\": \"Comic\", \"menu\": \"slab\" },\n\"measure\": 300,\n\"lists\": \"grid\",\n\"colour\": 1, \"logo\": \"gone.png\" }"
        ),
        [
            "1:13: `red` is no colour; write it as `#b01a2b`".to_string(),
            "2:19: there is no `sepia` of a colour; write `light` and `dark`".into(),
            format!("3:24: there is no typeface `Comic`; write one of these: {stacks}"),
            "3:41: no typeface is for `menu`; write text, headings, labels or code".into(),
            "4:12: this is no `measure`; write a number from 20 to 80, such as 34 (rem)".into(),
            "5:10: `grid` is no choice for `lists`; write one of these: magazine, list, compact"
                .into(),
            "6:11: there is no `colour` in a theme; `recto schema theme` prints all keys".into(),
            "6:22: there is no picture `gone.png`; correct the path, or add the file".into(),
        ]
    );
}

/// `recto` as an installed one is: with Recto's own style sheets.
fn recto(arguments: &[&str]) -> std::process::Output {
    let mut recto = std::process::Command::new(env!("CARGO_BIN_EXE_recto"));
    let recto = recto.current_dir(env!("CARGO_MANIFEST_DIR"));
    recto.args(arguments).output().unwrap()
}

#[test]
fn any_one_of_our_sheets_may_be_exported_changed_and_kept_alone() {
    let blog = Blog::new();
    blog.article("new", "Text.");
    let at = |path: &str| blog.path().join(path).to_str().unwrap().to_owned();
    let output = recto(&["theme", "export", &at("mine")]);
    assert!(output.status.success(), "{}", super::blog::stderr(&output));
    let sheet = std::fs::read_to_string(at("mine/components/masthead.css")).unwrap();
    assert!(
        sheet.starts_with("/* The head of the front page"),
        "{sheet}"
    );
    let again = recto(&["theme", "export", &at("mine")]);
    assert_eq!(
        again.status.code(),
        Some(1),
        "{}",
        super::blog::stderr(&again)
    );
    assert!(super::blog::stderr(&again).contains("is there already; name another folder"));

    std::fs::remove_dir_all(at("mine")).unwrap();
    blog.write(
        "mine/components/masthead.css",
        ".masthead { color: #123456; }",
    );
    let build = |style: &str| {
        let [content, app, out, style] = ["content", "app", "dist", style].map(at);
        recto(&[
            "build",
            "--content",
            &content,
            "--app",
            &app,
            "--out",
            &out,
            "--style",
            &style,
            "--no-images",
            "--cache",
            &at("cache"),
            "--now",
            "2026-01-01",
        ])
    };
    let output = build("mine");
    assert_eq!(super::blog::stderr(&output), "");
    let style = style(&blog, "index.html");
    assert!(
        style.contains(".masthead{color:#123456}") && !style.contains(".masthead-note"),
        "{style}"
    );
    assert!(
        style.contains("--paper:light-dark(#fefefd,#15161a)"),
        "{style}"
    );
    let output = build("typo");
    assert!(
        super::blog::stderr(&output).contains("typo/index.css:1:1: the style sheet cannot be read")
    );
}

#[test]
fn each_ready_theme_is_read_well_and_is_another() {
    let mut looks = std::collections::BTreeSet::new();
    for name in ["broadsheet", "notebook", "console"] {
        let blog = Blog::empty();
        let new = blog
            .recto(&["new", "mine", "--theme", name])
            .output()
            .unwrap();
        assert!(new.status.success(), "{}", super::blog::stderr(&new));
        let output = blog.run(
            "build",
            &[
                "--content",
                "mine/content",
                "--public",
                "mine/public",
                "--style",
                STYLE,
                "--strict",
                "--now",
                "2030-01-01",
            ],
        );
        assert_eq!(super::blog::stderr(&output), "", "{name}");
        let style = style(&blog, "index.html");
        assert!(style.contains("@layer theme{"), "{name}");
        looks.insert(style);
    }
    assert_eq!(looks.len(), 3);
}

/// A font with Latin letters.
const FONT: &[u8] = include_bytes!("../../fonts/eb-garamond-subset.otf");

/// The same as WOFF2, with every table as it is: https://www.w3.org/TR/WOFF2/, sections 4 and 5.
fn woff2(font: &[u8]) -> Vec<u8> {
    let u16_at = |at: usize| u16::from_be_bytes([font[at], font[at + 1]]);
    let u32_at = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap());
    let (mut directory, mut tables) = (Vec::new(), Vec::new());
    for record in (0..usize::from(u16_at(4))).map(|index| 12 + 16 * index) {
        let (offset, length) = (u32_at(record + 8), u32_at(record + 12));
        // A tag that is spelt out, and a length in groups of seven bits.
        directory.push(63);
        directory.extend(&font[record..record + 4]);
        let groups = (0..5).rev().map(|group| length >> (7 * group));
        let groups: Vec<u32> = groups.skip_while(|bits| *bits == 0).collect();
        let last = groups.len() - 1;
        let bytes = groups.iter().enumerate();
        directory.extend(bytes.map(|(index, bits)| {
            let more = if index < last { 0x80 } else { 0 };
            (bits & 0x7f) as u8 | more
        }));
        tables.extend(&font[offset as usize..(offset + length) as usize]);
    }
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 5, 22);
    std::io::Write::write_all(&mut writer, &tables).unwrap();
    drop(writer);
    // All is a multiple of four bytes.
    let end = 48 + directory.len() + packed.len();
    let whole = end.next_multiple_of(4);
    let mut file = b"wOF2".to_vec();
    file.extend(&font[..4]);
    file.extend(u32::try_from(whole).unwrap().to_be_bytes());
    file.extend(&font[4..6]);
    file.extend([0, 0]);
    file.extend(u32::try_from(font.len()).unwrap().to_be_bytes());
    file.extend(u32::try_from(packed.len()).unwrap().to_be_bytes());
    // A version, and where metadata and private data would be.
    file.extend([0; 24]);
    file.extend(directory);
    file.extend(packed);
    file.resize(whole, 0);
    file
}

#[test]
fn fonts_of_the_publishers_come_early_and_move_nothing() {
    let blog = blog(
        r#"{ "typefaces": {
             "text": { "regular": "fonts/text.woff2", "italic": "/fonts/italic.otf", "fallback": "old-style" },
             "headings": "public/fonts/text.woff2" } }"#,
    );
    blog.write("public/fonts/text.woff2", woff2(FONT));
    blog.write("public/fonts/italic.otf", FONT);
    build(&blog);
    let page = blog.dist("articles/new/index.html");
    let preloads = attributes(&page, "link[rel=preload][as=font][crossorigin]", "href");
    assert_eq!(preloads, ["/fonts/text.woff2"]);
    let style = style(&blog, "articles/new/index.html");
    for rule in [
        "--serif:\"theme-text\",\"theme-text-until\",\"Iowan Old Style\"",
        "@font-face{font-family:\"theme-text\";src:url(\"/fonts/text.woff2\");font-weight:400;font-style:normal;font-display:swap}",
        "src:url(\"/fonts/italic.otf\");font-weight:400;font-style:italic",
        ":is(h1,h2,h3,h4,h5,h6,.site-title){font-family:\"theme-headings\",",
    ] {
        assert!(style.contains(rule), "{rule}: {style}");
    }
    // As wide and as high as the font: 0.71 em above the line and 0.29 below.
    let until = style.split("\"theme-text-until\";src:").nth(1).unwrap();
    let until = &until[..until.find('}').unwrap()];
    assert!(until.starts_with("local(\"Times New Roman\")"), "{until}");
    let percent = |name: &str| -> f64 {
        let (_, rest) = until.split_once(name).expect(name);
        rest.split('%').next().unwrap().parse().unwrap()
    };
    let size = percent("size-adjust:") / 100.0;
    assert!((0.8..1.2).contains(&size), "{until}");
    let height = (percent("ascent-override:") + percent("descent-override:")) / 100.0 * size;
    assert!((0.99..1.01).contains(&height), "{height}: {until}");
}

#[test]
fn fonts_that_are_none_are_told() {
    let blog = blog(
        r#"{ "typefaces": { "text": "fonts/none.woff2",
             "code": "fonts/text.woff2", "labels": { "thin": "a.woff2" }, "headings": "Comic Sans" } }"#,
    );
    blog.write("public/fonts/text.woff2", "no font");
    let output = blog.run("check", &["--style", STYLE]);
    let told = super::blog::stderr(&output);
    for line in [
        "content/theme.json:1:26: `fonts/none.woff2` cannot be read",
        "content/theme.json:2:22: `fonts/text.woff2` is no font; put a font into the folder `public`",
        "content/theme.json:2:62: there is no typeface `thin`",
        "content/theme.json:2:87: there is no typeface `Comic Sans`; write one of these: serif, sans, ",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
}

#[test]
fn a_font_for_several_kinds_of_text_is_asked_for_once() {
    let blog = blog(
        r#"{ "typefaces": { "headings": "fonts/a.otf", "labels": "fonts/b.otf", "text": "fonts/a.otf" } }"#,
    );
    blog.write("public/fonts/a.otf", FONT);
    blog.write("public/fonts/b.otf", FONT);
    build(&blog);
    let preloads = attributes(&blog.dist("index.html"), "link[rel=preload]", "href");
    assert_eq!(preloads, ["/fonts/a.otf", "/fonts/b.otf"]);
}
