//! What other systems know of authors: bios, pictures and profiles are on the authors' pages.

use super::blog::Blog;
use super::links::PIXEL;
use serde_json::{Value, json};

/// A blog of that system, built; `files` lie below its folder.
fn built(files: &[(&str, &str)], pictures: &[&str]) -> (Blog, String) {
    let blog = Blog::empty();
    for (path, text) in files {
        blog.write(&["blog/", path].concat(), text);
    }
    for path in pictures {
        blog.write(&["blog/", path].concat(), PIXEL);
    }
    let printed = blog.build_with(&["--content", "blog"]);
    (blog, printed)
}

fn author(blog: &Blog, id: &str) -> Value {
    let path = format!("content/lists/authors/{id}/1.json");
    let list: Value = serde_json::from_str(&blog.dist(&path)).unwrap();
    list["author"].clone()
}

const POST: &str = "---\ntitle: A Post\ndate: 2024-05-01\nauthor: ada\n---\nText.\n";

/// Jekyll's documentation keeps authors in `_data/authors.yml`; minimal-mistakes names `avatar`, `bio` and `links` there.
#[test]
fn a_file_of_data_describes_authors() {
    let data = "ada:\n  name: Ada Example\n  bio: \"Writes on **boats**.\"\n  avatar: /assets/ada.png\n  links:\n    - label: Site\n      url: https://ada.example/\n  twitter: \"@ada\"\nbob:\n  name: Bob\n";
    let (blog, printed) = built(
        &[
            ("_config.yml", "title: T\n"),
            ("_data/authors.yml", data),
            ("_posts/2024-05-01-a-post.md", POST),
        ],
        &["assets/ada.png"],
    );
    let ada = author(&blog, "ada");
    assert_eq!(ada["name"], "Ada Example", "{printed}");
    assert_eq!(ada["bio"], "Writes on boats.");
    assert_eq!(
        ada["same_as"],
        json!(["https://ada.example/", "https://x.com/ada"])
    );
    let avatar = ada["avatar"].as_str().unwrap();
    assert!(
        avatar.starts_with("/assets/media/") && blog.has(&avatar[1..]),
        "{avatar}"
    );
    assert!(!blog.has("authors/bob/index.html"), "Bob wrote nothing");
}

/// Hugo: the page of a term of the taxonomy `authors` has its facts in its head, and no text of its own; its translations
/// say nothing else. A post names it by its title.
#[test]
fn the_page_of_a_term_describes_an_author() {
    let head = "---\ntitle: Ada Example\nrole: Editor\navatar: ada.png\nsocials:\n  - platform: GitHub\n    url: https://github.com/ada\n---\n";
    let post = POST.replace("author: ada", "authors: [Ada Example]");
    let (blog, printed) = built(
        &[
            ("hugo.toml", "title = 'T'\nbaseURL = 'https://t.example/'\n"),
            (
                "content/authors/ada/_index.md",
                &[head, "Ada has a *boat*.\n\nAnd a dog.\n"].concat(),
            ),
            (
                "content/authors/bob/index.md",
                "---\ntitle: Bob\nbio: None.\n---\n",
            ),
            ("content/posts/a.md", &post),
        ],
        &["content/authors/ada/ada.png"],
    );
    let ada = author(&blog, "ada");
    assert_eq!(ada["role"], "Editor", "{printed}");
    assert_eq!(ada["bio"], "Ada has a boat. And a dog.");
    assert_eq!(ada["same_as"], json!(["https://github.com/ada"]));
    assert!(
        ada["avatar"]
            .as_str()
            .unwrap()
            .starts_with("/assets/media/")
    );
    assert!(!printed.contains("says nothing"), "{printed}");
}

/// Docusaurus: `title` is what somebody does, and `image_url` may be elsewhere.
#[test]
fn a_file_beside_the_posts_describes_authors() {
    let data = "ada:\n  name: Ada Example\n  title: Captain\n  url: https://ada.example\n  image_url: missing.png\n  socials:\n    github: ada\n    mastodon: https://social.example/@ada\n";
    let (blog, printed) = built(&[("authors.yml", data), ("2024-05-01-a.md", POST)], &[]);
    let ada = author(&blog, "ada");
    assert_eq!(ada["role"], "Captain", "{printed}");
    assert_eq!(ada["url"], "https://ada.example");
    assert_eq!(
        ada["same_as"],
        json!(["https://github.com/ada", "https://social.example/@ada"])
    );
    assert_eq!(ada["avatar"], Value::Null);
    assert!(
        printed.contains("authors.yml:1:1: warning: there is no file `missing.png`"),
        "{printed}"
    );
}

/// A file of Recto's own counts before what another system says.
#[test]
fn an_own_file_comes_first() {
    let (blog, _) = built(
        &[
            ("hugo.toml", "title = 'T'\n"),
            ("content/authors/ada.json", "{ \"name\": \"Ada, Ours\" }"),
            ("data/authors/ada.yaml", "name: Ada, Theirs\nbio: Theirs.\n"),
            ("data/authors/eve.toml", "name = 'Eve'\n"),
            ("content/posts/a.md", POST),
            ("content/posts/b.md", &POST.replace("ada", "eve")),
        ],
        &[],
    );
    assert_eq!(author(&blog, "ada")["name"], "Ada, Ours");
    assert_eq!(author(&blog, "eve")["name"], "Eve");
}
