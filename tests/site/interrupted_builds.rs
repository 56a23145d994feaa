//! Builds that are ended in the middle, or meet in one folder: it holds one whole site, whenever somebody looks.

use super::blog::{Blog, INPUTS, files, stderr};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// So many that writing them takes a while.
const ARTICLES: usize = 40;

fn blog() -> Blog {
    let blog = Blog::new();
    (0..ARTICLES).for_each(|article| blog.article(&format!("a{article}"), "Text."));
    blog
}

fn dist(blog: &Blog) -> Files {
    files(&blog.path().join("dist"))
}

fn set_title(blog: &Blog, title: &str) {
    let site = format!(r#"{{ "title": "{title}", "base_url": "https://blog.example/" }}"#);
    blog.write("content/site.json", site);
}

/// What lies beside the site's folder and is hidden.
fn beside(blog: &Blog) -> Vec<String> {
    let entries = fs::read_dir(blog.path()).unwrap().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".dist")).collect()
}

#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new() {
    let blog = blog();
    let titles = ["Old", "New"];
    let sites = titles.map(|title| {
        set_title(&blog, title);
        blog.build_with(&["--no-images"]);
        without_assets(dist(&blog))
    });
    let (mut shown, mut killed_while_writing) = (1, 0);
    for delay in 0..20 {
        set_title(&blog, titles[1 - shown]);
        killed_while_writing += usize::from(is_killed_while_writing(&blog, delay));
        let found = without_assets(dist(&blog));
        let whole = sites.iter().position(|site| *site == found);
        shown = whole.unwrap_or_else(|| panic!("a mixture after {delay} ms"));
    }
    assert!(killed_while_writing > 2, "{killed_while_writing}");
    blog.build_with(&["--no-images"]);
    assert_eq!(beside(&blog), [""; 0]);
}

/// Begins a build and ends it that many milliseconds after it has begun to write; whether it was not done by then.
fn is_killed_while_writing(blog: &Blog, delay: u64) -> bool {
    let mut recto = blog.recto(&["build", "--no-images"]);
    let recto = recto
        .args(INPUTS)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut recto = recto.spawn().unwrap();
    let start = Instant::now();
    // What a build before has left there goes first.
    let left = blog.path().join(".dist.new");
    let is_writing = || left.exists() && blog.path().join(".dist.lock").exists();
    while !is_writing() && recto.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(60));
        thread::sleep(Duration::from_micros(200));
    }
    thread::sleep(Duration::from_millis(delay));
    let is_under_way = recto.try_wait().unwrap().is_none();
    let _ = recto.kill();
    recto.wait().unwrap();
    is_under_way
}

fn without_assets(files: Files) -> Files {
    let files = files.into_iter();
    files
        .filter(|(path, _)| !path.starts_with("assets"))
        .collect()
}

#[test]
fn what_a_version_control_keeps_in_the_folder_stays() {
    let blog = blog();
    blog.build_with(&["--no-images"]);
    blog.write("dist/.git/HEAD", "ref: refs/heads/pages");
    set_title(&blog, "Another");
    blog.build_with(&["--no-images"]);
    assert_eq!(blog.dist(".git/HEAD"), "ref: refs/heads/pages");
    // As a build leaves it that is killed right after the folders have changed places.
    fs::create_dir(blog.path().join(".dist.new")).unwrap();
    fs::rename(
        blog.path().join("dist/.git"),
        blog.path().join(".dist.new/.git"),
    )
    .unwrap();
    blog.build_with(&["--no-images"]);
    assert_eq!(blog.dist(".git/HEAD"), "ref: refs/heads/pages");
    // On a disk where they cannot do that in one step.
    fs::rename(blog.path().join("dist"), blog.path().join(".dist.old")).unwrap();
    blog.build_with(&["--no-images"]);
    assert_eq!(blog.dist(".git/HEAD"), "ref: refs/heads/pages");
    assert_eq!(beside(&blog), [""; 0]);
}

#[test]
fn builds_that_meet_in_one_folder_all_succeed() {
    let blog = blog();
    let base_urls = ["a", "b", "c", "d"].map(|name| format!("https://{name}.example/"));
    for _ in 0..3 {
        let builds = base_urls.each_ref().map(|base_url| {
            let mut recto = blog.recto(&["build", "--base-url", base_url]);
            let recto = recto
                .args(INPUTS)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            recto.spawn().unwrap()
        });
        for build in builds {
            let output = build.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", stderr(&output));
            let told = stderr(&output);
            let line = "recto: another build writes into this folder; waiting for it\n";
            assert!(told.is_empty() || told == line, "{told}");
        }
        let site = blog.dist("sitemap.xml");
        let whose = base_urls.iter().filter(|base_url| site.contains(*base_url));
        assert_eq!(whose.count(), 1);
        assert_eq!(beside(&blog), [""; 0]);
    }
}

#[test]
fn a_build_waits_for_the_one_before_it_and_says_so() {
    let blog = blog();
    blog.build_with(&["--no-images"]);
    let lock = fs::File::create(blog.path().join(".dist.lock")).unwrap();
    lock.lock().unwrap();
    let mut recto = blog.recto(&["build", "--no-images"]);
    let recto = recto
        .args(INPUTS)
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut recto = recto.spawn().unwrap();
    let mut told = String::new();
    let mut stderr = BufReader::new(recto.stderr.take().unwrap());
    stderr.read_line(&mut told).unwrap();
    assert!(
        told.contains("another build writes into this folder; waiting for it"),
        "{told}"
    );
    assert!(recto.try_wait().unwrap().is_none());
    lock.unlock().unwrap();
    assert!(recto.wait().unwrap().success());
    assert_eq!(beside(&blog), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_one_and_files_keep_their_identity() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let blog = blog();
    fs::create_dir(blog.path().join("real")).unwrap();
    symlink("real", blog.path().join("dist")).unwrap();
    blog.build_with(&["--no-images"]);
    let page = blog.path().join("real/articles/a1/index.html");
    let before = fs::metadata(&page).unwrap();
    blog.article("a2", "Another text.");
    blog.build_with(&["--no-images"]);
    let after = fs::metadata(&page).unwrap();
    assert_eq!(
        (before.ino(), before.mtime_nsec()),
        (after.ino(), after.mtime_nsec())
    );
    assert!(blog.path().join("dist").is_symlink());
    assert!(
        blog.dist("articles/a2/index.html")
            .contains("Another text.")
    );
}

#[test]
fn a_site_is_what_it_would_be_whatever_is_kept_of_those_before() {
    let blog = blog();
    let anew = || {
        let out = blog.path().join("anew");
        let _ = fs::remove_dir_all(&out);
        blog.build_with(&["--no-images", "--out", "anew", "--cache", "another-cache"]);
        without_assets(files(&out))
    };
    let changes: [&dyn Fn(); 7] = [
        &|| set_title(&blog, "Another"),
        &|| blog.article("a1", "Another text."),
        &|| fs::remove_file(blog.path().join("content/articles/a2.md")).unwrap(),
        &|| blog.write("public/a/b", "a file below a folder"),
        &|| fs::remove_dir_all(blog.path().join("public/a")).unwrap(),
        &|| blog.write("public/a", "a file in its place"),
        &|| {
            fs::remove_file(blog.path().join("public/a")).unwrap();
            blog.write("public/a/b/c", "and a folder again");
        },
    ];
    blog.build_with(&["--no-images"]);
    for (index, change) in changes.into_iter().enumerate() {
        change();
        blog.build_with(&["--no-images"]);
        assert!(without_assets(dist(&blog)) == anew(), "change {index}");
        // What is done to the folder does nothing to what is kept.
        fs::write(blog.path().join("dist/index.html"), "spoilt").unwrap();
        blog.build_with(&["--no-images"]);
        assert!(without_assets(dist(&blog)) == anew(), "spoilt {index}");
        assert_eq!(beside(&blog), [""; 0]);
    }
    fs::remove_dir_all(blog.path().join(".recto-cache")).unwrap();
    blog.article("a1", "A last text.");
    blog.build_with(&["--no-images"]);
    assert!(without_assets(dist(&blog)) == anew());
}

#[test]
fn a_site_that_cannot_be_written_leaves_the_one_before() {
    let blog = blog();
    blog.build_with(&["--no-images"]);
    let before = dist(&blog);
    // Somebody's own, where the next site would be put together.
    blog.write(".dist.new", "");
    set_title(&blog, "Another");
    let told = blog.build_fails();
    assert!(told.starts_with("dist:1:1: cannot be written: "), "{told}");
    assert!(dist(&blog) == before);
}
