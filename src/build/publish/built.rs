//! What there is already: the folder of the last build, and what was published since then.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::enrich::rendered_site::LoadedSite;
use crate::content::list::List;
use crate::content::live::Live;
use crate::content::site::SitePaths;
use crate::route::{LIVE, Route, SITE_DATA};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use walkdir::WalkDir;

/// The folder of the last build.
pub struct Built {
    folder: PathBuf,
    /// What it calls itself.
    id: String,
    /// Of its articles.
    slugs: BTreeSet<String>,
    /// Paths of sections, each with the slugs of its articles.
    sections: Vec<(String, String)>,
}

impl Built {
    /// Nothing where there is no build, or one that does not look for live content, which is told.
    pub fn read(folder: &Path, loaded: &LoadedSite, problems: &mut Problems) -> Option<Self> {
        let paths: SitePaths = read(&folder.join(SITE_DATA)).unwrap_or_default();
        let archive = Route::Archive.data_path().unwrap_or_default();
        let archive: Option<List> = read(&folder.join(archive));
        let (Some(archive), false) = (archive, paths.build.is_empty()) else {
            let remedy = match loaded.live {
                Some(_) => "run `recto build` once, or name its folder with --built",
                None => "write `\"live\": true` into site.json, and run `recto build` once",
            };
            let what = "holds no build whose app looks for live content";
            problems.error(&folder.to_string_lossy(), Position::START, what, remedy);
            return None;
        };
        Some(Self {
            folder: folder.into(),
            id: paths.build,
            slugs: slugs(folder, archive),
            sections: sections(folder, &paths.sections),
        })
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn slugs(&self) -> impl Iterator<Item = &String> {
        self.slugs.iter()
    }

    pub fn has_article(&self, slug: &str) -> bool {
        self.slugs.contains(slug)
    }

    pub fn has_file(&self, path: &str) -> bool {
        self.folder.join(path).is_file()
    }

    /// Whether a file of it holds just this.
    pub fn is_same(&self, path: &str, bytes: &[u8]) -> bool {
        fs::read(self.folder.join(path)).is_ok_and(|built| built == bytes)
    }

    /// The data of an article.
    pub fn article(&self, slug: &str) -> Option<Value> {
        read(&self.folder.join(Route::article(slug).data_path()?))
    }

    /// The sections that an article is in.
    pub fn sections_of(&self, slug: &str) -> impl Iterator<Item = &String> {
        let sections = self.sections.iter();
        sections
            .filter(move |(_, article)| article == slug)
            .map(|(path, _)| path)
    }
}

/// Of all articles, which the archive of a large blog has by years.
fn slugs(folder: &Path, archive: List) -> BTreeSet<String> {
    let years = archive.years.iter().map(|entry| Route::year(entry.year));
    let of_years = years.flat_map(|year| pages_of(folder, year));
    let lists = of_years.chain([archive.clone()]);
    let articles = lists.flat_map(|list| list.articles);
    articles.map(|article| article.slug).collect()
}

/// All pages of a list.
fn pages_of(folder: &Path, list: Route) -> impl Iterator<Item = List> {
    (1..).map_while(move |page| read(&folder.join(list.at_page(page).data_path()?)))
}

fn sections(folder: &Path, paths: &[String]) -> Vec<(String, String)> {
    let mut sections = Vec::new();
    for path in paths {
        let pages = pages_of(folder, Route::section(path));
        let articles = pages.flat_map(|page| page.articles);
        sections.extend(articles.map(|article| (path.clone(), article.slug)));
    }
    sections
}

/// What was published since the build, as the folder has it.
#[derive(Default)]
pub struct Earlier {
    folder: PathBuf,
    pub live: Live,
}

impl Earlier {
    /// Nothing of it counts where it begins from another build.
    pub fn read(folder: &Path, build: &str) -> Self {
        let live: Live = read(&folder.join(LIVE)).unwrap_or_default();
        match live.since == build {
            true => Self {
                folder: folder.into(),
                live,
            },
            false => Self::default(),
        }
    }

    /// All its files, by their paths with slashes.
    pub fn files(&self) -> Vec<(String, PathBuf)> {
        if self.folder.as_os_str().is_empty() {
            return Vec::new();
        }
        let entries = WalkDir::new(&self.folder).into_iter().flatten();
        let files = entries.filter(|entry| entry.file_type().is_file());
        let files = files.filter_map(|entry| {
            let below = entry.path().strip_prefix(&self.folder).ok()?.to_str()?;
            Some((below.replace(MAIN_SEPARATOR, "/"), entry.path().into()))
        });
        files.collect()
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap_or_default()
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}
