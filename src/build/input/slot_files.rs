//! `slots/*.html`: HTML of the publisher's for fixed places of pages, for the whole site or for a section.

use super::content_folder::Content;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::content::slots::{AFTER_ARTICLE, AFTER_LIST, BEFORE_ARTICLE};

/// A file, not yet looked at.
#[derive(Clone, Debug)]
pub struct SlotFile {
    /// As messages name it.
    pub path: String,
    pub name: &'static str,
    /// The section that it is for; empty where it is for the whole site.
    pub section: String,
    pub text: String,
}

pub const HEAD: &str = "head";
pub const FOOTER: &str = "footer";

/// The folder, below that of the content.
pub const FOLDER: &str = "slots/";

/// All places; in pages of a section, those that change with the page.
const NAMES: [&str; 5] = [HEAD, BEFORE_ARTICLE, AFTER_ARTICLE, AFTER_LIST, FOOTER];

/// All files of slots, in order of their paths.
pub fn read(content: &Content, has_sections: bool, problems: &mut Problems) -> Vec<SlotFile> {
    if !content.folder.join(FOLDER).is_dir() {
        return Vec::new();
    }
    let files = content.files(FOLDER, &["html"], problems);
    let read = |file: String| {
        let below = file.strip_prefix(FOLDER)?.strip_suffix(".html")?;
        let (section, name) = below.rsplit_once('/').unwrap_or(("", below));
        let path = content.path(&file);
        let Some(known) = NAMES.into_iter().find(|known| *known == name) else {
            let what = ["there is no slot `", name, "`"].concat();
            let remedy = "name the file head, before-article, after-article, after-list or footer";
            problems.error(&path, Position::START, what, remedy);
            return None;
        };
        if !section.is_empty() {
            check_section(&path, name, has_sections, problems)?;
        }
        Some(SlotFile {
            text: content.text(&file, problems)?,
            section: section.into(),
            name: known,
            path,
        })
    };
    files.into_iter().filter_map(read).collect()
}

/// Nothing where a section cannot have the slot.
fn check_section(
    path: &str,
    name: &str,
    has_sections: bool,
    problems: &mut Problems,
) -> Option<()> {
    if !has_sections {
        let what = "this is for a section, and there are none";
        let remedy = "write `\"sections\": true` in site.json, or move it up into slots/";
        problems.error(path, Position::START, what, remedy);
        return None;
    }
    if name == HEAD || name == FOOTER {
        let what = "head and footer are the same on every page";
        problems.error(path, Position::START, what, "move the file up into slots/");
        return None;
    }
    Some(())
}
