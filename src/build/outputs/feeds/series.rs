//! Series as lists of their own: they have feeds, though no page.

use crate::build::input::slug;
use crate::build::model::library::Library;
use crate::route;
use std::collections::{BTreeMap, HashSet};

/// All series of a library, by name.
pub struct Series<'a>(BTreeMap<&'a str, SeriesList<'a>>);

pub struct SeriesList<'a> {
    pub name: &'a str,
    /// Where its feeds lie, below the base path.
    pub folder: String,
    /// Places in the library's articles, newest first.
    pub articles: Vec<usize>,
}

impl<'a> Series<'a> {
    /// Names that make the same slug get a number behind it.
    pub fn of(library: &'a Library) -> Self {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, entry) in library.articles.iter().enumerate() {
            if let Some(series) = &entry.article.series {
                places.entry(&series.name).or_default().push(place);
            }
        }
        let mut taken = HashSet::new();
        let list = |(name, articles)| {
            let slug = free(slug::from_text(name), &mut taken);
            let folder = route::series_folder(&slug);
            (
                name,
                SeriesList {
                    name,
                    folder,
                    articles,
                },
            )
        };
        Self(places.into_iter().map(list).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &SeriesList<'a>> {
        self.0.values()
    }

    /// Where the feeds of each series lie, by its name.
    pub fn folders(&self) -> BTreeMap<String, String> {
        let folders = self.0.values();
        folders
            .map(|list| (list.name.to_string(), list.folder.clone()))
            .collect()
    }
}

fn free(slug: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number: u32| [&slug, "-", &number.to_string()].concat());
    let free = std::iter::once(slug.clone())
        .chain(numbered)
        .find(|slug| !taken.contains(slug))
        .unwrap_or_default();
    taken.insert(free.clone());
    free
}
