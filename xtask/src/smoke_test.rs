//! Tries the one program that a publisher needs where there is nothing else: in an empty folder, with no variable set,
//! so that it finds no Rust, no Node and nothing of this repository.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::{build, dist, process, workspace};

/// The step `smoke-test`: with a developer's build of the program, which is made in a tenth of the time of a release.
pub fn run() -> Result<()> {
    workspace::built_app()?;
    build::native_with(&dist::parts()?)?;
    try_program(&workspace::recto())
}

/// Goes the way of a publisher, from nothing to a site.
pub fn try_program(program: &Path) -> Result<()> {
    let folder = env::temp_dir().join(format!("recto-smoke-test-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let works = publish(program, &folder);
    let _ = fs::remove_dir_all(&folder);
    works
}

fn publish(original: &Path, folder: &Path) -> Result<()> {
    let program = folder.join("recto");
    fs::copy(original, &program)?;
    let blog = folder.join("blog");
    let recto = |place: &Path, arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(place).env_clear().args(arguments);
        command
    };
    process::printed(&mut recto(folder, &["new", "blog"]))?;
    // What a newcomer gets must be in order: a warning fails, too.
    process::printed(&mut recto(&blog, &["check", "--strict"]))?;
    let written = process::printed(&mut recto(&blog, &["post", "A Thought"]))?;
    let draft = blog.join(written.trim());
    ensure!(
        draft.is_file(),
        "`recto post` told of {written}, but wrote no such file"
    );
    let url = "https://example.org/blog/";
    process::printed(&mut recto(&blog, &["build", "--strict", "--base-url", url]))?;
    check_site(&blog.join("dist"))?;
    let html = piped(recto(&blog, &["render"]), "*Text.*")?;
    ensure!(
        html.trim() == "<p><em>Text.</em></p>",
        "`recto render` made {html}"
    );
    Ok(())
}

/// Each page must have its style and start the app; the draft must not be there.
fn check_site(dist: &Path) -> Result<()> {
    let pages: Vec<PathBuf> = ["hello", "how-to-write"]
        .iter()
        .map(|slug| dist.join("articles").join(slug).join("index.html"))
        .chain([dist.join("index.html")])
        .collect();
    for path in pages {
        let page = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let script = page.split_once("\"/blog/assets/start-");
        let name = script.and_then(|(_, rest)| Some(rest.split_once('"')?.0));
        let name = name.with_context(|| format!("{} starts no app", path.display()))?;
        let script = dist.join("assets").join(format!("start-{name}"));
        ensure!(script.is_file(), "{} was not written", script.display());
        ensure!(
            page.contains("<style>@layer"),
            "{} has no style",
            path.display()
        );
    }
    ensure!(
        !dist.join("articles/a-thought").exists(),
        "a draft was published"
    );
    Ok(())
}

fn piped(mut command: Command, input: &str) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().context("no standard input")?;
    stdin.write_all(input.as_bytes())?;
    drop(stdin);
    let output = child.wait_with_output()?;
    ensure!(
        output.status.success(),
        "`recto render` failed ({})",
        output.status
    );
    Ok(String::from_utf8(output.stdout)?)
}
