//! Publishing without a build: the articles that differ from the last build, as the files that the app reads, and the list
//! of them, `content/live.json`. They go into a folder of their own, which is copied over the site.
//!
//! 1. The content is loaded and checked as for a build.
//! 2. [`built`] is what the last build wrote, [`difference`] what is otherwise now.
//! 3. [`selection`] says which articles are meant, where not all of them are; [`files`] makes their files.

mod built;
mod difference;
mod files;
mod selection;

use super::diagnostics::problem::{Position, Problem, Problems};
use super::enrich::build_cache::BuildCache;
use super::enrich::rendered_site::LoadedSite;
use super::load;
use super::options::BuildOptions;
use super::outputs::metadata;
use super::store::output::{OutputFiles, Outputs};
use crate::content::live::Live;
use built::{Built, Earlier};
use difference::Difference;
use selection::Selection;
use std::path::{Path, PathBuf};

/// What is to be published.
pub struct PublishOptions<'a> {
    /// Files or slugs of articles; all that differ, if there are none.
    pub files: &'a [PathBuf],
    /// Whether they are to be gone.
    pub is_removal: bool,
    /// The folder of the last build.
    pub built: &'a Path,
    /// The folder that is written.
    pub out: &'a Path,
}

/// The folder as a value.
pub struct Published {
    pub outputs: Outputs,
    pub live: Live,
    /// What the publisher should know, though it stops nothing.
    pub warnings: Vec<Problem>,
}

/// All files of what is published since the last build, or every problem that stands in the way.
pub fn publish(
    options: &BuildOptions,
    cache: &BuildCache,
    wanted: &PublishOptions,
) -> Result<Published, Vec<Problem>> {
    let mut problems = Problems::default();
    let loaded = load::load(options, cache, None, &mut problems);
    let built = Built::read(wanted.built, &loaded, &mut problems);
    report_other_site(wanted.out, &mut problems);
    let (Some(built), false) = (built, problems.has_errors()) else {
        return Err(problems.into_sorted());
    };
    let earlier = Earlier::read(wanted.out, built.id());
    let published = published(&loaded, &built, &earlier, wanted, &mut problems);
    let (live, files) = published.ok_or_else(|| problems.clone().into_sorted())?;
    let mut outputs = Outputs::default();
    outputs.add(files, &mut problems);
    if !loaded.keeps_metadata {
        metadata::remove(&mut outputs, &cache.files, &mut problems);
    }
    cache.end_build();
    match problems.has_errors() {
        true => Err(problems.into_sorted()),
        false => Ok(Published {
            outputs,
            live,
            warnings: problems.into_sorted(),
        }),
    }
}

/// Nothing where what is named cannot be published, which is told.
fn published(
    loaded: &LoadedSite,
    built: &Built,
    earlier: &Earlier,
    wanted: &PublishOptions,
    problems: &mut Problems,
) -> Option<(Live, OutputFiles)> {
    let difference = Difference::between(loaded, built);
    let selection = Selection::of(wanted, loaded, built, earlier, problems)?;
    let live = selection.live(difference, built, earlier);
    let files = files::files(loaded, built, earlier, &selection, &live);
    Some((live, files))
}

/// A whole site would be gone.
fn report_other_site(out: &Path, problems: &mut Problems) {
    if out.join("_headers").exists() || out.join("index.html").exists() {
        problems.error(
            &out.to_string_lossy(),
            Position::START,
            "holds a whole site",
            "name another folder with --out",
        );
    }
}
