//! `recto new`: a small blog that works, to begin with.

use crate::build::diagnostics::console::{fail, print};
use crate::content::date::Date;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

/// Its files, and what they hold.
const FILES: [(&str, &str); 7] = [
    ("content/site.json", include_str!("new_blog/site.json")),
    ("content/authors/me.json", include_str!("new_blog/me.json")),
    (
        "content/articles/hello.md",
        include_str!("new_blog/hello.md"),
    ),
    (
        "content/articles/how-to-write/index.md",
        include_str!("new_blog/how_to_write.md"),
    ),
    (
        "content/articles/how-to-write/a-drawing.svg",
        include_str!("new_blog/a_drawing.svg"),
    ),
    (".gitignore", include_str!("new_blog/gitignore")),
    ("public/favicon.svg", include_str!("new_blog/favicon.svg")),
];

/// Stands in the articles for the day.
const DAY: &str = "DAY-OF-TODAY";

pub fn blog(folder: &Path, today: Date) -> ExitCode {
    let shown = folder.display().to_string();
    match is_free(folder).and_then(|free| match free {
        true => write(folder, today).map(|()| true),
        false => Ok(false),
    }) {
        Ok(true) => {
            print(&format!(
                "A blog is in {shown}. Go there, and run `recto serve`."
            ));
            ExitCode::SUCCESS
        }
        Ok(false) => fail(&format!(
            "{shown} is not empty; name a folder that is, or one that is not there yet"
        )),
        Err(error) => fail(&format!("{shown} cannot be written: {error}")),
    }
}

fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn write(folder: &Path, today: Date) -> io::Result<()> {
    for (path, text) in FILES {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text.replace(DAY, &today.to_string()))?;
    }
    Ok(())
}
