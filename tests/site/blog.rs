//! A blog in a folder of its own, and the `recto` program to build it.

use super::stub_app;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The content, style and app of a small blog.
pub struct Blog {
    folder: TempDir,
}

impl Blog {
    /// A site with facts, a style sheet and an app, but without articles.
    pub fn new() -> Self {
        let blog = Self::empty();
        blog.write(
            "content/site.json",
            r#"{ "title": "A Blog", "base_url": "https://blog.example/" }"#,
        );
        blog.write("content/articles/.keep", "");
        blog
    }

    /// A style sheet and an app, and no content.
    pub fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("blog").tempdir().unwrap();
        let blog = Self { folder };
        blog.write(
            "style/index.css",
            ":root { --paper: light-dark(#ffffff, #000000); color-scheme: light dark; }",
        );
        blog.write("style/tools.css", "dialog { color: CanvasText; }");
        blog.write("style/builder.css", ".builder { display: block; }");
        blog.write("style/embed.css", ":host { display: block; }");
        stub_app::write(&blog.path().join("app"));
        blog
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// An article with the least of a head.
    pub fn article(&self, slug: &str, body: &str) {
        let text = format!("---\ntitle: The {slug}\ndate: 2024-05-01\n---\n{body}\n");
        self.write(&format!("content/articles/{slug}.md"), text);
    }

    /// `recto`, to be run in the blog's folder.
    pub fn recto(&self, arguments: &[&str]) -> Command {
        let mut recto = Command::new(env!("CARGO_BIN_EXE_recto"));
        recto.current_dir(self.path()).args(arguments);
        recto
    }

    /// Runs `recto` with the blog's folders, as of 1 January 2026 unless the arguments say otherwise.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Output {
        let defaults = INPUTS
            .chunks(2)
            .filter(|option| !arguments.contains(&option[0]))
            .flatten();
        self.recto(&[command])
            .args(defaults)
            .args(arguments)
            .output()
            .unwrap()
    }

    /// Builds into `dist`, which must succeed. Answers what was told on the way.
    pub fn build(&self) -> String {
        self.build_with(&[])
    }

    pub fn build_with(&self, arguments: &[&str]) -> String {
        let output = self.run("build", arguments);
        let told = stderr(&output);
        assert!(output.status.success(), "the build failed:\n{told}");
        told
    }

    /// Builds, which must fail because of the content. Answers what was told.
    pub fn build_fails(&self) -> String {
        let output = self.run("build", &[]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        stderr(&output)
    }

    pub fn dist(&self, path: &str) -> String {
        let path = self.path().join("dist").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn has(&self, path: &str) -> bool {
        self.path().join("dist").join(path).exists()
    }
}

/// The blog's folders, and the day.
#[rustfmt::skip]
pub const INPUTS: [&str; 10] = [
    "--content", "content", "--public", "public", "--style", "style", "--app", "app", "--now", "2026-01-01",
];

/// What the work comes to, which must be done in time in one of three tries: a machine may stand still for a while.
pub fn in_time<T>(patience: Duration, work: impl Fn() -> T) -> T {
    for _ in 0..3 {
        let start = Instant::now();
        let done = work();
        if start.elapsed() < patience {
            return done;
        }
    }
    panic!("not done in {patience:?}, three times");
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Every file below a folder, by its path.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    let files = entries
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path);
    files
        .map(|path| {
            (
                path.strip_prefix(folder).unwrap().into(),
                fs::read(&path).unwrap(),
            )
        })
        .collect()
}
