//! A blog in another language than English: what its pages, its feeds and its data say, and where it falls back.

use super::blog::Blog;
use super::links::attributes;
use serde_json::Value;

fn blog(language: &str) -> Blog {
    let blog = Blog::new();
    let site = format!(
        r#"{{ "title": "Ein Blog", "base_url": "https://blog.example/", "language": "{language}" }}"#
    );
    blog.write("content/site.json", site);
    blog.write(
        "style/right_to_left.css",
        "@import \"index.css\"; h1 { letter-spacing: 0px; }",
    );
    blog.write(
        "content/articles/eins.md",
        "---\ntitle: Eins\ndate: 2024-05-01\nauthors: [Ada, Ben]\ntags: [A]\naliases: [/alt/]\n---\n> [!NOTE]\n> Text.\n\n## Mehr\n\nText.",
    );
    blog
}

#[test]
fn a_german_blog_speaks_german() {
    let blog = blog("de-CH");
    let told = blog.build();
    assert!(!told.contains("language"), "{told}");
    let page = blog.dist("articles/eins/index.html");
    for text in [
        "<html lang=\"de-CH\">",
        "Zum Inhalt springen",
        "1. Mai 2024",
        "Von <a",
        "</a> und <a",
        "1 Min. Lesezeit",
        "<p class=\"alert-title\">Hinweis</p>",
        "Gefällt mir",
    ] {
        assert!(page.contains(text), "{text}:\n{page}");
    }
    let tag = blog.dist("tags/a/index.html");
    assert!(tag.contains("1 Artikel"), "{tag}");
    // Below its year, a day goes without.
    let archive = blog.dist("archive/index.html");
    for text in [
        "<h2 class=\"archive-heading\">2024</h2>",
        "<time datetime=\"2024-05-01\">1. Mai</time>",
    ] {
        assert!(archive.contains(text), "{text}:\n{archive}");
    }
    assert!(
        blog.dist("404.html")
            .contains("<title>Seite nicht gefunden · Ein Blog</title>")
    );
    assert!(blog.dist("atom.xml").contains("xml:lang=\"de-CH\""));
}

#[test]
fn only_pages_in_another_language_load_its_file() {
    let blog = blog("de");
    blog.build();
    let file = messages_of(&blog.dist("index.html")).unwrap();
    assert!(file.starts_with("/assets/messages-de-"), "{file}");
    let messages: Value = serde_json::from_str(&blog.dist(&file[1..])).unwrap();
    assert_eq!(messages["save"], "Merken");
    assert_eq!(messages["labels"][0], "Hinweis");
    let english = Blog::new();
    english.article("one", "Text.");
    english.build();
    assert_eq!(messages_of(&english.dist("index.html")), None);
}

/// The file that the script in the head of a page hands on.
fn messages_of(page: &str) -> Option<String> {
    let name = page.split_once("/assets/messages-")?.1.split_once('"')?.0;
    Some(["/assets/messages-", name].concat())
}

#[test]
fn what_only_finished_pages_say_is_in_no_file_for_readers() {
    let blog = blog("de");
    blog.build();
    let page = blog.dist("embed/index.html");
    for text in [
        "<title>Einbetten · Ein Blog</title>",
        "<meta property=\"og:title\" content=\"Einbetten\"",
        "„#theme=dark“",
    ] {
        assert!(page.contains(text), "{text}:\n{page}");
    }
    let moved = blog.dist("alt/index.html");
    assert!(
        moved.contains("<p>Diese Seite ist umgezogen: <a"),
        "{moved}"
    );
    let frame = blog.dist("embed/reactions/index.html");
    assert!(frame.contains("</span>Aus <a"), "{frame}");
    let file = messages_of(&page).unwrap();
    let messages: Value = serde_json::from_str(&blog.dist(&file[1..])).unwrap();
    assert!(messages["kept-reactions"].is_string() && messages["embed-note"].is_null());
}

#[test]
fn an_arabic_blog_is_written_from_the_right() {
    let blog = blog("ar");
    blog.build();
    let page = blog.dist("articles/eins/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("دقيقة للقراءة"), "{page}");
    assert!(page.contains("letter-spacing:0"), "{page}");
}

#[test]
fn an_article_in_another_language_says_so_itself() {
    let blog = blog("de");
    let article = |lang: &str| {
        let text = format!("---\ntitle: Other\ndate: 2024-05-01\nlang: {lang}\n---\nText.");
        blog.write("content/articles/other.md", text);
        blog.build();
        let page = blog.dist("articles/other/index.html");
        ["lang", "dir"].map(|name| attributes(&page, "article", name).join(""))
    };
    assert_eq!(article("he"), ["he", "rtl"]);
    assert_eq!(article("fr"), ["fr", ""]);
    assert_eq!(article("de"), ["", ""]);
}

#[test]
fn a_language_that_nobody_speaks_here_is_told_and_falls_back() {
    let blog = blog("nl");
    let told = blog.build();
    assert!(
        told.contains("content/site.json:1:") && told.contains("the interface does not speak `nl`"),
        "{told}"
    );
    let page = blog.dist("articles/eins/index.html");
    assert!(page.contains("<html lang=\"nl\">") && page.contains("Skip to content"));
    assert!(page.contains("May 1, 2024"), "{page}");
}
