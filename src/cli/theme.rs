//! `recto theme`: the style sheets that Recto brings, and the looks that a blog may begin with.

use super::write_new::write_new;
use crate::build::diagnostics::console::{fail, print};
use crate::build::options::asset_source::AssetSource;
use clap::ValueEnum;
use std::path::Path;
use std::process::ExitCode;

/// A look that a blog may begin with.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Ready {
    /// A newspaper: its name between double lines, headlines of high contrast
    Broadsheet,
    /// A notebook: warm paper, quiet titles, soft corners
    Notebook,
    /// A console: one typeface and one size
    Console,
}

impl Ready {
    /// Paths and texts of its files.
    pub fn files(self) -> [(&'static str, &'static str); 2] {
        let (json, css) = match self {
            Self::Broadsheet => (
                include_str!("new_blog/themes/broadsheet.json"),
                include_str!("new_blog/themes/broadsheet.css"),
            ),
            Self::Notebook => (
                include_str!("new_blog/themes/notebook.json"),
                include_str!("new_blog/themes/notebook.css"),
            ),
            Self::Console => (
                include_str!("new_blog/themes/console.json"),
                include_str!("new_blog/themes/console.css"),
            ),
        };
        [("content/theme.json", json), ("content/theme.css", css)]
    }
}

/// Writes all sheets, unless one of them is there.
pub fn export(folder: &Path) -> ExitCode {
    match write(folder) {
        Ok(count) => {
            let folder = folder.display();
            print(&format!(
                "{count} style sheets are in {folder}. Keep those that you change, and build with `--style {folder}`."
            ));
            ExitCode::SUCCESS
        }
        Err(why) => fail(&why),
    }
}

fn write(folder: &Path) -> Result<usize, String> {
    let style = AssetSource::style(None);
    let sheets: Vec<String> = (style.files().into_iter())
        .filter(|file| file.ends_with(".css"))
        .collect();
    if let Some(there) = sheets
        .iter()
        .map(|file| folder.join(file))
        .find(|file| file.exists())
    {
        let there = there.display();
        return Err(format!("{there} is there already; name another folder"));
    }
    for file in &sheets {
        let path = folder.join(file);
        let written = style.read(file).and_then(|bytes| write_new(&path, &bytes));
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    }
    Ok(sheets.len())
}
