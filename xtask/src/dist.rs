//! `cargo xtask dist`: the one program that a publisher needs.
//!
//! 1. Trunk builds the app.
//! 2. The app and the style sheets are laid out in one folder; `build.rs` puts that into `target/release/recto`.
//! 3. The program is tried in a folder that holds nothing but one article.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{build, mirror, process, workspace};

pub fn run() -> Result<()> {
    build::release_app()?;
    let parts = workspace::root().join("target/embed");
    mirror::mirror(&workspace::app(true), &parts.join("app"))?;
    mirror::mirror(&workspace::root().join("style"), &parts.join("style"))?;
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--release", "--package", "recto", "--bin", "recto"]);
    process::run(cargo.env("RECTO_EMBED", parts))?;
    let program = workspace::release_recto();
    let tried = env::temp_dir().join(format!("recto-dist-{}", std::process::id()));
    let works = try_in(&tried, &program);
    let _ = fs::remove_dir_all(&tried);
    works?;
    let bytes = fs::metadata(&program)?.len();
    println!("{}: {} MB", program.display(), bytes.div_ceil(1_000_000));
    Ok(())
}

/// Builds a blog of one article where there is nothing else.
fn try_in(folder: &Path, program: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let article = "---\ntitle: One\ndate: 2024-05-01\n---\nText.\n";
    fs::write(folder.join("one.md"), article)?;
    let mut recto = process::command(program);
    recto.args(["build", "--content", ".", "--out", "out"]);
    process::run(recto.current_dir(folder))?;
    let page = fs::read_to_string(folder.join("out/articles/one/index.html"))
        .context("the program wrote no page")?;
    let script = page
        .split_once("src=\"/assets/start-")
        .map(|(_, rest)| rest);
    let name = script
        .and_then(|rest| rest.split_once('"'))
        .map(|(name, _)| name);
    let name = name.context("the page starts no app")?;
    let script = folder.join("out/assets").join(format!("start-{name}"));
    ensure!(script.is_file(), "the page's script was not written");
    ensure!(
        page.contains("<style>@layer"),
        "the page has no style sheet"
    );
    Ok(())
}
