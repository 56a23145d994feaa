//! The sample blog of this repository.

use super::blog::{Blog, files, stderr};
use std::path::Path;

#[test]
fn the_sample_blog_builds_without_a_remark_and_always_the_same() {
    let (one, other) = (Blog::new(), Blog::new());
    build(&one);
    build(&other);
    let (files_of_one, files_of_other) = (
        files(&one.path().join("dist")),
        files(&other.path().join("dist")),
    );
    assert!(files_of_one.len() > 100);
    for (path, bytes) in &files_of_one {
        assert!(
            files_of_other.get(path) == Some(bytes),
            "{} differs",
            path.display()
        );
    }
    assert_eq!(files_of_one.len(), files_of_other.len());
}

/// Builds it into the blog's `dist`, without pictures.
pub fn build(blog: &Blog) {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = |path: &str| repository.join(path).to_str().unwrap().to_string();
    let mut recto = blog.recto(&["build", "--no-images", "--now", "2030-01-01"]);
    recto.args(["--app", "app", "--out", "dist"]);
    for (option, path) in [
        ("--content", "public/content"),
        ("--public", "public"),
        ("--style", "style"),
    ] {
        recto.args([option, &folder(path)]);
    }
    let output = recto.output().unwrap();
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
}
