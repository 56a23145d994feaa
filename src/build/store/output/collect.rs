//! Collects the files of the site, in any order, and refuses two of one path.

use super::maker::Maker;
use super::{Contents, Outputs};
use crate::build::diagnostics::problem::{Position, Problems};
use std::collections::btree_map::Entry;

/// Files of one maker.
pub struct OutputFiles {
    maker: Maker,
    files: Vec<OutputFile>,
}

struct OutputFile {
    path: String,
    contents: Contents,
    claim: Claim,
}

/// Which of two files of one path is kept: the one with the stronger claim. Two required ones are an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Recto's, if the publisher has none.
    Fallback,
    /// The publisher's, made for another system: it never replaces a page of ours.
    Foreign,
    Required,
}

impl OutputFiles {
    pub fn of(maker: Maker) -> Self {
        let files = Vec::new();
        Self { maker, files }
    }

    pub fn insert(&mut self, path: impl Into<String>, contents: impl Into<Contents>) {
        self.insert_as(Claim::Required, path, contents);
    }

    pub fn insert_as(
        &mut self,
        claim: Claim,
        path: impl Into<String>,
        contents: impl Into<Contents>,
    ) {
        let (path, contents) = (path.into(), contents.into());
        self.files.push(OutputFile {
            path,
            contents,
            claim,
        });
    }

    /// What lies at this path.
    pub fn take(self, path: &str) -> Option<Contents> {
        let mut files = self.files.into_iter();
        files.find_map(|file| (file.path == path).then_some(file.contents))
    }

    /// Each path with what lies there.
    pub fn with(maker: Maker, files: impl IntoIterator<Item = (String, Contents)>) -> Self {
        let mut made = Self::of(maker);
        for (path, contents) in files {
            made.insert(path, contents);
        }
        made
    }
}

/// What is known of a file that is collected.
#[derive(Debug)]
pub(super) struct Collected {
    pub(super) contents: Contents,
    maker: Maker,
    claim: Claim,
}

impl Outputs {
    /// Adds files; reports each that another maker writes, too.
    pub fn add(&mut self, made: OutputFiles, problems: &mut Problems) {
        let OutputFiles { maker, files } = made;
        for OutputFile {
            path,
            contents,
            claim,
        } in files
        {
            if let Some(other) = self.in_the_way_of(&path) {
                match claim {
                    Claim::Fallback => {}
                    Claim::Foreign => report_skipped(&path, &maker, &other.maker, problems),
                    Claim::Required => report_conflict(&path, &other.maker, &maker, problems),
                }
                continue;
            }
            let new = Collected {
                contents,
                maker: maker.clone(),
                claim,
            };
            match self.0.entry(path) {
                Entry::Vacant(free) => drop(free.insert(new)),
                Entry::Occupied(mut taken) if claim > taken.get().claim => {
                    drop(taken.insert(new));
                }
                Entry::Occupied(taken) if claim == Claim::Required => {
                    report_conflict(taken.key(), &taken.get().maker, &maker, problems);
                }
                Entry::Occupied(taken) if claim == Claim::Foreign => {
                    report_skipped(taken.key(), &maker, &taken.get().maker, problems);
                }
                Entry::Occupied(_) => {}
            }
        }
    }
}

impl Outputs {
    /// What needs a folder of that name, or is a file where it would need a folder.
    fn in_the_way_of(&self, path: &str) -> Option<&Collected> {
        let folder = [path, "/"].concat();
        let below = self.0.range(folder.clone()..).next();
        let below = below.filter(|(file, _)| file.starts_with(&folder));
        let mut folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        let above = || folders.find_map(|folder| self.0.get(folder));
        below.map(|(_, file)| file).or_else(above)
    }
}

/// A file that was made for another system is left out where a page of ours is.
fn report_skipped(path: &str, maker: &Maker, other: &Maker, problems: &mut Problems) {
    let what = format!("this is left out, because `{path}` is written for {other}");
    let place = match maker {
        Maker::File(file) => file,
        Maker::Part(_) => path,
    };
    problems.warning(
        place,
        Position::START,
        what,
        "give it another name, or take it out",
    );
}

/// Told at the publisher's own file, if one of the two is.
fn report_conflict(path: &str, one: &Maker, other: &Maker, problems: &mut Problems) {
    let (place, what) = match (one, other) {
        (Maker::File(file), Maker::Part(part)) | (Maker::Part(part), Maker::File(file)) => (
            &**file,
            format!("this file would replace `{path}`, which is written for {part}"),
        ),
        _ => (
            path,
            format!("both {one} and {other} would be written here"),
        ),
    };
    let remedy = match one {
        _ if place != path => "give this file another name",
        _ => "give one of them another name",
    };
    problems.error(place, Position::START, what, remedy);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(maker: &str, claim: Claim, contents: &str) -> OutputFiles {
        let mut files = OutputFiles::of(Maker::part(maker));
        files.insert_as(claim, "a.txt", contents.to_string());
        files
    }

    #[test]
    fn two_required_files_of_one_path_are_an_error_that_names_both_makers() {
        let (mut outputs, mut problems) = (Outputs::default(), Problems::default());
        outputs.add(made("the sitemap", Claim::Required, "one"), &mut problems);
        outputs.add(made("the feeds", Claim::Required, "two"), &mut problems);
        let problems: Vec<String> = (problems.into_sorted().iter())
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            problems,
            [
                "a.txt:1:1: both the sitemap and the feeds would be written here; give one of them another name"
            ]
        );
    }

    #[test]
    fn what_is_no_more_than_a_fallback_takes_no_room_from_others() {
        let (mut outputs, mut problems) = (Outputs::default(), Problems::default());
        let mut files = OutputFiles::of(Maker::part("a test"));
        for path in ["atom.xml", "posts/index.html"] {
            files.insert(path, String::new());
        }
        for path in ["atom.xml/index.html", "posts", "new/index.html"] {
            files.insert_as(Claim::Fallback, path, String::new());
        }
        outputs.add(files, &mut problems);
        let paths: Vec<&str> = outputs.paths().collect();
        assert_eq!(paths, ["atom.xml", "new/index.html", "posts/index.html"]);
    }

    #[test]
    fn the_stronger_claim_is_kept_in_any_order() {
        let claims = [Claim::Fallback, Claim::Foreign, Claim::Required];
        for (first, second) in [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)] {
            let (mut outputs, mut problems) = (Outputs::default(), Problems::default());
            for claim in [first, second] {
                let files = made("a test", claims[claim], &claim.to_string());
                outputs.add(files, &mut problems);
            }
            let kept = outputs.get("a.txt").unwrap().read().unwrap();
            assert_eq!(kept, first.max(second).to_string().into_bytes());
            assert!(!problems.has_errors());
        }
    }
}
