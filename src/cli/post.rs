//! `recto post`: a draft of a new article, where the blog has its articles.

use crate::build::diagnostics::console::{fail, print};
use crate::build::input::slug;
use crate::build::options::project::{Project, System};
use crate::content::date::Date;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where people have their articles, below the content folder. The first is ours.
const FOLDERS: [&str; 7] = [
    "articles",
    "posts",
    "post",
    "blog",
    "content/blog",
    "content/posts",
    "content/articles",
];

pub fn draft(title: &str, content: Option<&Path>, today: Date) -> ExitCode {
    let project = Project::find(content);
    let file = folder(&project).join([&slug::from_text(title), ".md"].concat());
    let shown = file.display().to_string();
    let shown = shown.trim_start_matches("./");
    match write(&file, title, today) {
        Ok(()) => {
            print(shown);
            ExitCode::SUCCESS
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => fail(&format!(
            "{shown} is there already; choose another title, or edit that file"
        )),
        Err(error) => fail(&format!("{shown} cannot be written: {error}")),
    }
}

fn folder(project: &Project) -> PathBuf {
    let known = FOLDERS.iter().map(|folder| project.content.join(folder));
    match project.system {
        System::Jekyll => project.content.join("_drafts"),
        _ => known
            .clone()
            .find(|folder| folder.is_dir())
            .unwrap_or_else(|| project.content.join(FOLDERS[0])),
    }
}

fn write(file: &Path, title: &str, today: Date) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // A text of JSON is one of YAML, whatever stands in it.
    let title = serde_json::to_string(title)?;
    let text = format!("---\ntitle: {title}\ndate: {today}\ndraft: true\n---\n\n");
    File::create_new(file)?.write_all(text.as_bytes())
}
