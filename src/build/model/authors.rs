//! Who wrote what: the authors that articles name, and the cards of those that have no file.

use super::entry::Entry;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::author_card;
use crate::build::input::front_matter::PublishedAuthor;
use crate::build::input::slug;
use crate::build::input::source::Source;
use crate::content::author::Author;
use std::collections::{HashMap, HashSet};

/// An author and what they wrote.
pub struct Writer {
    pub author: Author,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// Authors, and where they are by what articles call them.
#[derive(Default)]
pub struct Authors {
    list: Vec<Author>,
    /// As many of the first have a file.
    described: usize,
    /// Whether one of these files is of Recto's own kind: then whoever has none is told.
    are_own: bool,
    /// Indexes by id and by name, both in small letters; the first of several.
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl Authors {
    /// Of two files of one author, the first counts.
    pub fn with_files(own: Vec<Author>, imported: Vec<Author>) -> Self {
        let are_own = !own.is_empty();
        let list = [own, imported].concat();
        Self {
            described: list.len(),
            are_own,
            ..Self::without_files(list)
        }
    }

    pub fn without_files(list: Vec<Author>) -> Self {
        let mut authors = Self::default();
        list.into_iter().for_each(|author| authors.push(author));
        authors
    }

    fn push(&mut self, author: Author) {
        let index = self.list.len();
        self.by_id.entry(author.id.to_lowercase()).or_insert(index);
        self.by_name
            .entry(author.name.to_lowercase())
            .or_insert(index);
        self.list.push(author);
    }

    /// The first with a file that is meant: by id, by the id that a name makes, or by name; else whoever has that name.
    /// Names in other letters than those of ids make ids alike that are of different people, so that only their spelling
    /// counts.
    fn find(&self, name: &str) -> Option<&Author> {
        let named = self.by_name.get(&name.to_lowercase());
        let made = name.is_ascii().then(|| slug::from_text(name));
        let ids = [Some(name.to_lowercase()), made].into_iter().flatten();
        let by_id = ids.filter_map(|id| self.by_id.get(&id));
        let with_file = by_id.chain(named).filter(|index| **index < self.described);
        with_file.min().or(named).map(|index| &self.list[*index])
    }

    /// The ids of an article's authors. Those that have no file are added, with what the article says about them.
    /// `default_authors` are those of an article that names nobody.
    pub fn of_article(
        &mut self,
        source: &Source,
        default_authors: &Self,
        problems: &mut Problems,
    ) -> Vec<String> {
        let (mut ids, mut found) = (Vec::new(), HashSet::new());
        let mut add = |author: Author, authors: &mut Self| {
            if found.insert(author.id.clone()) {
                ids.push(author.id.clone());
            }
            if !authors.by_id.contains_key(&author.id.to_lowercase()) {
                authors.push(author);
            }
        };
        for named in &source.front_matter.authors {
            let name = &named.name.text;
            let known = self.find(name).or_else(|| default_authors.find(name));
            let author = known.cloned().unwrap_or_else(|| {
                // Where no author has a file, names are all that there is.
                if self.are_own {
                    report_unknown(source, named, problems);
                }
                let card = author_card(named);
                let id = self.free_id(&card.id);
                Author { id, ..card }
            });
            add(author, self);
        }
        if source.front_matter.authors.is_empty() {
            let default = default_authors.list.iter().cloned();
            default.for_each(|author| add(author, self));
        }
        ids
    }

    /// The id, or the first with a number behind it that nobody else has.
    fn free_id(&self, id: &str) -> String {
        let is_free = |id: &String| !self.by_id.contains_key(&id.to_lowercase());
        let own = Some(id.to_string()).filter(is_free);
        own.unwrap_or_else(|| slug::numbered(id, "", is_free))
    }
}

/// All authors who have written something, with their articles, in order of their names.
pub fn lists(authors: Authors, articles: &[Entry]) -> Vec<Writer> {
    let mut authors = authors.list;
    authors.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, entry) in articles.iter().enumerate() {
        for id in &entry.authors {
            by_id.entry(id).or_default().push(index);
        }
    }
    let writer = |author: Author| Writer {
        articles: by_id.remove(author.id.as_str()).unwrap_or_default(),
        author,
    };
    let writers = authors.into_iter().map(writer);
    writers
        .filter(|writer| !writer.articles.is_empty())
        .collect()
}

fn report_unknown(source: &Source, named: &PublishedAuthor, problems: &mut Problems) {
    let name = &named.name.text;
    let remedy = format!(
        "write `authors/{}.json` with a `name`, or correct the name here",
        slug::from_text(name)
    );
    let what = format!("no author has the id or name `{name}`");
    problems.warning(&source.path, named.name.position, what, remedy);
}
