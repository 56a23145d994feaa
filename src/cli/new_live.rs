//! `recto new --live`: a site whose articles are a folder of bare Markdown, which browsers read. After this no tool is
//! needed: it is the app with all pages that every site has, and no article of its own.

use super::new::is_free;
use super::theme::Ready;
use super::write_new::write_new;
use crate::build::build;
use crate::build::diagnostics::console::{fail, print, report};
use crate::build::diagnostics::problem::Problem;
use crate::build::diagnostics::progress_line::Progress;
use crate::build::enrich::build_cache::BuildCache;
use crate::build::options::BuildOptions;
use crate::build::options::asset_source::AssetSource;
use crate::build::options::project::System;
use crate::build::store::json::json;
use crate::content::VERSION;
use crate::content::date::Date;
use crate::content::live::Live;
use crate::route::LIVE;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io, process};

/// The folder of the articles, and what is in it.
const FOLDER: &str = "posts";
const FILES: [(&str, &str); 3] = [
    ("posts/hello.md", include_str!("new_blog/live_hello.md")),
    (
        "posts/three-lines.md",
        include_str!("new_blog/live_lines.md"),
    ),
    ("posts/index.txt", "hello.md\nthree-lines.md\n"),
];

/// What such a site is made with.
pub struct LiveBlog {
    pub folder: PathBuf,
    pub theme: Option<Ready>,
    pub base_url: Option<String>,
    pub style: Option<PathBuf>,
    pub app: Option<PathBuf>,
    pub today: Date,
}

/// Writes the site into a folder that is empty or not there.
pub fn site(blog: LiveBlog) -> ExitCode {
    let shown = blog.folder.display().to_string();
    match is_free(&blog.folder) {
        Ok(true) => {}
        Ok(false) => {
            return fail(&format!(
                "{shown} is not empty; name a folder that is, or one that is not there yet"
            ));
        }
        Err(error) => return fail(&format!("{shown} cannot be written: {error}")),
    }
    let content = env::temp_dir().join(["recto-", &process::id().to_string()].concat());
    let written = write_content(&content, &blog).map_err(Failure::from);
    let written = written.and_then(|()| write_site(&content, &blog));
    // Whether it is gone or not, the site is there.
    let _ = fs::remove_dir_all(&content);
    match written {
        Ok(()) => {
            print(&format!(
                "A site is in {shown}. Put it on a host, and write articles into {shown}/{FOLDER}/."
            ));
            ExitCode::SUCCESS
        }
        Err(Failure::Content(problems)) => {
            report(&problems);
            ExitCode::FAILURE
        }
        Err(Failure::Disk(error)) => fail(&format!("{shown} cannot be written: {error}")),
    }
}

enum Failure {
    Content(Vec<Problem>),
    Disk(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// A blog without articles.
fn write_content(folder: &Path, blog: &LiveBlog) -> io::Result<()> {
    let site = include_str!("new_blog/site.json");
    let site = site.replacen("{\n", "{\n  \"live\": true,\n", 1);
    write_new(&folder.join("content/site.json"), site.as_bytes())?;
    let icon = include_bytes!("new_blog/favicon.svg");
    write_new(&folder.join("public/favicon.svg"), icon)?;
    let of_theme = blog.theme.map(Ready::files).into_iter().flatten();
    for (path, text) in of_theme {
        write_new(&folder.join(path), text.as_bytes())?;
    }
    Ok(())
}

fn write_site(from: &Path, blog: &LiveBlog) -> Result<(), Failure> {
    let options = BuildOptions {
        content: from.join("content"),
        system: System::Recto,
        config: None,
        public: from.join("public"),
        style: AssetSource::style(blog.style.clone()),
        app: AssetSource::new(blog.app.clone(), "app", "target/app"),
        base_url: blog.base_url.clone(),
        today: blog.today,
        drafts: false,
        out: Some(blog.folder.clone()),
        progress: Progress::default(),
        images: true,
        compress: false,
        cache: None,
        reload_script: None,
    };
    let built = build(&options, &BuildCache::for_one_build(&options)).map_err(Failure::Content)?;
    let written = built.outputs.write(
        &blog.folder,
        None,
        &options.progress.step("Writing files", built.outputs.len()),
    );
    written.map_err(|problem| Failure::Content(vec![problem]))?;
    let live = Live {
        version: VERSION,
        folder: FOLDER.into(),
        ..Live::default()
    };
    fs::write(blog.folder.join(LIVE), json(&live))?;
    for (path, text) in FILES {
        let text = text.replace("DAY-OF-TODAY", &blog.today.to_string());
        write_new(&blog.folder.join(path), text.as_bytes())?;
    }
    Ok(())
}
