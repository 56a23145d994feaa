//! What a second build does to the folder that the first has written, and how much there is in it.

#[path = "../../benches/invented_blog.rs"]
mod invented_blog;

use super::blog::{Blog, files, stderr};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

#[test]
fn only_what_an_edit_touches_is_written() {
    let blog = blog();
    blog.build();
    let dist = blog.path().join("dist");
    let long_ago = UNIX_EPOCH + Duration::from_secs(1_000_000);
    for file in all_files(&dist) {
        let file = File::options().write(true).open(file).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    blog.build();
    assert_eq!(touched(&dist, long_ago), BTreeSet::new());

    blog.write(
        "content/articles/one.md",
        "---\ntitle: The one\ndate: 2024-05-01\n---\nAnother text.\n",
    );
    blog.build();
    // Lists say how an article begins that has no description.
    let expected = [
        "articles/one/index.html",
        "atom.xml",
        "content/articles/one.json",
        "content/articles/one.md",
        "content/lists/home/1.json",
        "embed/article/one/index.html",
        "embed/latest/index.html",
        "feed.json",
        "index.html",
        "rss.xml",
    ];
    // The index of the search has the new words; `search` tests that few of its files change.
    let is_of_search = |path: &String| {
        path.starts_with("assets/search/")
            || ["assets.json", "content/search.bin"].contains(&&**path)
    };
    let mut touched = touched(&dist, long_ago);
    touched.retain(|path| !is_of_search(path));
    assert_eq!(touched, BTreeSet::from(expected.map(String::from)));
}

#[test]
fn what_an_article_takes_does_not_grow_with_their_number() {
    let [few, many] = [40, 160].map(|count| {
        let blog = Blog::new();
        invented_blog::write(&blog.path().join("content"), count).unwrap();
        blog.build_with(&["--no-images"]);
        let files = files(&blog.path().join("dist"));
        // Of the articles that both blogs have.
        let own = files.iter().filter(|(path, _)| {
            let path = path.to_string_lossy();
            (0..40).any(|number| path.contains(&format!("article-{number:05}")))
        });
        let own: usize = own.map(|(_, bytes)| bytes.len()).sum();
        let all: usize = files.values().map(Vec::len).sum();
        (own, all as u64 / count)
    });
    assert!(many.0 <= few.0 * 101 / 100, "{few:?}, {many:?}");
    assert!(many.1 <= few.1, "{few:?}, {many:?}");
}

#[test]
fn assets_are_kept_for_one_build() {
    let blog = blog();
    let script = |blog: &Blog| {
        let page = blog.dist("index.html");
        super::pages::start_script(&page)
    };
    blog.build();
    let first = script(&blog);
    blog.write("app/recto_bg.wasm", "second");
    blog.build();
    let second = script(&blog);
    assert!(first != second && blog.has(&first) && blog.has(&second));
    blog.build();
    assert!(
        blog.has(&first),
        "a build without a change is not a next one"
    );
    blog.write("app/recto_bg.wasm", "third");
    blog.build();
    assert!(!blog.has(&first) && blog.has(&second) && blog.has(&script(&blog)));
}

#[test]
fn kept_assets_keep_their_compressed_copies() {
    let blog = blog();
    blog.write("app/recto.js", "first ".repeat(1000));
    blog.build_with(&["--compress"]);
    let copies = |blog: &Blog| -> BTreeSet<PathBuf> {
        let files = all_files(&blog.path().join("dist/assets")).into_iter();
        let is_copy = |file: &PathBuf| {
            let name = file.file_name().unwrap().to_str().unwrap();
            name.starts_with("app-") && [".br", ".gz"].iter().any(|end| name.ends_with(end))
        };
        files.filter(is_copy).collect()
    };
    let first = copies(&blog);
    assert_eq!(first.len(), 2, "{first:?}");
    blog.write("app/recto.js", "second ".repeat(1000));
    blog.build_with(&["--compress"]);
    let both = copies(&blog);
    assert!(first.is_subset(&both) && both.len() == 4, "{both:?}");
}

#[test]
fn a_page_that_is_gone_leaves_no_folder() {
    let blog = blog();
    blog.build();
    assert!(blog.has("articles/two"));
    fs::remove_file(blog.path().join("content/articles/two.md")).unwrap();
    blog.build();
    assert!(!blog.has("articles/two") && blog.has("articles/one/index.html"));
}

#[test]
fn files_and_folders_can_change_places() {
    let blog = blog();
    blog.write("public/a", "a file");
    blog.write("public/b/c", "a file");
    blog.build();
    fs::remove_file(blog.path().join("public/a")).unwrap();
    fs::remove_dir_all(blog.path().join("public/b")).unwrap();
    blog.write("public/a/d", "a file");
    blog.write("public/b", "a file");
    blog.build();
    assert_eq!(
        (blog.dist("a/d"), blog.dist("b")),
        ("a file".into(), "a file".into())
    );
}

#[test]
fn a_folder_with_other_peoples_files_is_left_alone() {
    let blog = blog();
    blog.write("letters/to-mother.txt", "Dear mother");
    let output = blog.run("build", &["--out", "letters"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output).trim(),
        "letters:1:1: holds files that Recto did not write; name another folder with --out, or empty this one"
    );
    assert_eq!(all_files(&blog.path().join("letters")).len(), 1);
}

#[test]
fn highlighted_code_is_kept_and_a_spoilt_cache_does_no_harm() {
    let blog = blog();
    blog.article("code", "```rust\nlet a = 1;\n```");
    blog.build();
    let page = blog.dist("articles/code/index.html");
    assert!(page.contains("tok-keyword"));
    let kept = blog.path().join(".recto-cache/highlighted-1.json");
    let text = fs::read_to_string(&kept).unwrap();
    blog.build();
    assert_eq!(fs::read_to_string(&kept).unwrap(), text);
    assert_eq!(blog.dist("articles/code/index.html"), page);
    for spoilt in ["", "{", &text.replace(":[", ":[7,70000,")] {
        fs::write(&kept, spoilt).unwrap();
        blog.build();
        assert!(blog.dist("articles/code/index.html").contains("let"));
    }
}

#[test]
fn texts_are_compressed_when_asked_and_only_if_that_helps() {
    let blog = blog();
    blog.write("public/short.txt", "short");
    blog.write("public/long.txt", "long ".repeat(1000));
    blog.write("public/picture.png", "long ".repeat(1000));
    blog.build_with(&["--compress"]);
    let read = |path: &str| fs::read(blog.path().join("dist").join(path)).unwrap();
    for path in ["index.html", "articles/one/index.html", "long.txt"] {
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(&read(&format!("{path}.gz"))[..])
            .read_to_end(&mut text)
            .unwrap();
        assert!(text == read(path), "{path}");
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &read(&format!("{path}.br"))[..], &mut text).unwrap();
        assert!(text == read(path), "{path}");
    }
    for path in ["short.txt.gz", "short.txt.br", "picture.png.gz"] {
        assert!(!blog.has(path), "{path}");
    }
    blog.build();
    assert!(!blog.has("index.html.br"));
}

fn blog() -> Blog {
    let blog = Blog::new();
    blog.article("one", "Text.");
    blog.article("two", "Text.");
    blog
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}

fn touched(folder: &Path, since: SystemTime) -> BTreeSet<String> {
    let files = all_files(folder).into_iter();
    files
        .filter(|file| fs::metadata(file).unwrap().modified().unwrap() != since)
        .map(|file| {
            file.strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_string()
        })
        .collect()
}
