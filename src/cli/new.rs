//! `recto new`: a small blog that works, to begin with.

use super::ci::Host;
use super::theme::Ready;
use super::write_new::write_new;
use crate::build::diagnostics::console::{fail, print};
use crate::content::date::Date;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

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

/// Writes a blog, and what its host needs. Where there is a blog already, only the latter.
pub fn blog(folder: &Path, ci: Option<Host>, theme: Option<Ready>, today: Date) -> ExitCode {
    match write_all(folder, ci, theme, today) {
        Ok(report) => {
            print(&report);
            ExitCode::SUCCESS
        }
        Err(why) => fail(&why),
    }
}

/// What is said when it is done, or why it cannot be.
fn write_all(
    folder: &Path,
    ci: Option<Host>,
    theme: Option<Ready>,
    today: Date,
) -> Result<String, String> {
    let shown = folder.display();
    let unwritable = |error: io::Error| format!("{shown} cannot be written: {error}");
    let is_free = is_free(folder).map_err(unwritable)?;
    let mut report = Vec::new();
    if is_free {
        write(folder, theme, today).map_err(unwritable)?;
        report.push(format!(
            "A blog is in {shown}. Go there, and run `recto serve`."
        ));
    } else if ci.is_none() {
        return Err(format!(
            "{shown} is not empty; name a folder that is, or one that is not there yet"
        ));
    }
    if let Some(host) = ci {
        for (path, text) in host.files() {
            let file = folder.join(path);
            let written = write_new(&file, text.as_bytes());
            written.map_err(|error| format!("{}: {error}; move it away", file.display()))?;
            report.push(format!("Written: {}", file.display()));
        }
        report.push(host.next().into());
    }
    Ok(report.join("\n"))
}

pub fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn write(folder: &Path, theme: Option<Ready>, today: Date) -> io::Result<()> {
    let of_theme = theme.map(Ready::files).into_iter().flatten();
    for (path, text) in FILES.into_iter().chain(of_theme) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text.replace(DAY, &today.to_string()))?;
    }
    Ok(())
}
