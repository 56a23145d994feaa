//! How much of the content is not on the site, and why. Where that is most of it, or all, it is said first.

use super::content_folder::Content;
use super::source::{SkipReason, SkippedFiles};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;

/// Files of Markdown by the reason why they are not on the site.
#[derive(Default)]
pub struct Skipped {
    drafts: usize,
    out_of_time: usize,
    undated: usize,
    /// These are on the site, but in no list.
    pages: usize,
    unreadable: usize,
}

/// Fewer are told one by one.
const FEW: usize = 5;

const REMEDY: &str = "begin each article with a line of `---`, lines such as `title: A Good Title` and `date: 2026-04-01`, \
                      then `---` again, or name another folder with --content; in a Git checkout, `\"dates\": \"git\"` in site.json \
                      gives each file the date of its first commit";

impl Skipped {
    pub fn count(files: &SkippedFiles, pages: usize) -> Self {
        let mut skipped = Self {
            pages,
            ..Self::default()
        };
        for why in files.values() {
            *match why {
                SkipReason::Draft => &mut skipped.drafts,
                SkipReason::Later | SkipReason::Expired => &mut skipped.out_of_time,
                SkipReason::NoText => &mut skipped.undated,
                SkipReason::Unreadable => &mut skipped.unreadable,
            } += 1;
        }
        skipped
    }

    /// Not one article is an error; fewer articles than files that could be some is a warning.
    pub fn report(
        &self,
        content: &Content,
        articles: usize,
        options: &BuildOptions,
        problems: &mut Problems,
    ) {
        let path = content.path("");
        let missed = self.undated + self.unreadable;
        // Of our own kind, a folder that is not there was reported as an error.
        let is_reported = !content.folder.is_dir() && content.system == System::Recto;
        if articles == 0 && !options.drafts && !is_reported {
            let what = ["there is not one article here", &self.reasons()].concat();
            problems.error(&path, Position::START, what, REMEDY);
        } else if missed > articles.max(FEW) {
            let what = ["most files of Markdown are left out", &self.reasons()].concat();
            problems.warning(&path, Position::START, what, REMEDY);
        }
    }

    /// `: 12 have no date, 1 is a draft`, or nothing where there is nothing.
    fn reasons(&self) -> String {
        let reasons = [
            (self.undated, "has no date", "have no date"),
            (self.pages, "is a page", "are pages"),
            (self.unreadable, "cannot be read", "cannot be read"),
            (self.drafts, "is a draft", "are drafts"),
            (self.out_of_time, "is of another day", "are of another day"),
        ];
        let reasons = reasons.iter().filter(|(count, ..)| *count > 0);
        let reasons: Vec<String> = reasons
            .map(|(count, one, many)| {
                let reason = if *count == 1 { one } else { many };
                format!("{count} {reason}")
            })
            .collect();
        match reasons.is_empty() {
            true => String::new(),
            false => [": ", &reasons.join(", ")].concat(),
        }
    }
}
