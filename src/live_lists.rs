//! Lists as they are with what was published since the last build.

use crate::content::article::{Summary, Term};
use crate::content::author::Author;
use crate::content::list::{AuthorEntry, Index, List, TagEntry, YearEntry};
use crate::content::live::{Live, LiveArticle};
use crate::content::names::Names;
use crate::route::Route;
use std::cmp::Reverse;

impl LiveArticle {
    /// The lists that it is in, beside those of all articles.
    pub fn lists(&self) -> impl Iterator<Item = Route> {
        let Summary {
            tags,
            authors,
            series,
            ..
        } = &self.article;
        let tags = tags.iter().map(|tag| Route::tag(&tag.slug));
        let authors = authors.iter().map(|author| Route::author(&author.slug));
        let series = series.iter().map(|series| Route::series(&series.slug));
        let sections = self.sections.iter().map(|path| Route::section(path));
        tags.chain(authors).chain(series).chain(sections)
    }

    /// Whether it has come into the list since the build.
    fn is_new_in(&self, list: &Route, path: &str, is_added: bool) -> bool {
        if let Route::Year { year, .. } = list {
            return is_added && self.year() == Some(*year);
        }
        match (is_of_all(list), is_added) {
            (true, _) => is_added,
            (_, true) => self.lists().any(|own| own == *list),
            (_, false) => self.joined.iter().any(|joined| joined == path),
        }
    }
}

impl LiveArticle {
    fn year(&self) -> Option<u16> {
        self.article.published.map(|date| date.year)
    }
}

/// Whether all articles are in it.
fn is_of_all(list: &Route) -> bool {
    matches!(list, Route::Home { .. } | Route::Archive)
}

impl Live {
    /// Nothing has happened since the build.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// All articles that can be read and are otherwise than the build has them.
    pub fn articles(&self) -> impl Iterator<Item = &LiveArticle> {
        self.added.iter().chain(&self.changed)
    }

    /// The article of this slug.
    pub fn article(&self, slug: &str) -> Option<&LiveArticle> {
        self.articles().find(|live| live.article.slug == slug)
    }

    /// How many articles have come into a list that was made with this. They stand on its first page.
    pub fn added_since(&self, shown: &Live, list: &Route) -> u32 {
        let is_first = list.at_page(1) == *list;
        let is_shown = |new: &&LiveArticle| {
            let mut shown = shown.new_in(list);
            shown.any(|shown| shown.article.slug == new.article.slug)
        };
        let new = self.new_in(list).filter(|new| is_first && !is_shown(new));
        new.count() as u32
    }

    /// The articles that are otherwise than a page shows them that was made with this.
    pub fn touched_since<'a>(&'a self, shown: &'a Live) -> impl Iterator<Item = &'a str> {
        let all = self.slugs().chain(shown.slugs());
        all.filter(|slug| self.state(slug) != shown.state(slug))
    }

    fn slugs(&self) -> impl Iterator<Item = &str> {
        let removed = self.removed.iter().map(|gone| &*gone.slug);
        self.articles()
            .map(|live| &*live.article.slug)
            .chain(removed)
    }

    /// What tells one version of an article from another; nothing for that of the build.
    fn state(&self, slug: &str) -> Option<&str> {
        let is_removed = self.is_removed(slug).then_some("");
        self.article(slug).map(|live| &*live.hash).or(is_removed)
    }

    /// Whether an article is in other lists than it was.
    pub fn has_moved(&self, slug: &str) -> bool {
        let mut changed = self.changed.iter();
        let changed = changed.find(|live| live.article.slug == slug);
        changed.is_none_or(|live| !live.joined.is_empty() || !live.left.is_empty())
    }

    pub fn is_removed(&self, slug: &str) -> bool {
        self.removed.iter().any(|gone| gone.slug == slug)
    }

    /// What has come into a list since the build.
    pub fn new_in(&self, list: &Route) -> impl Iterator<Item = &LiveArticle> {
        let list = list.at_page(1);
        let path = list.path();
        let added = self.added.iter().map(|live| (live, true));
        let changed = self.changed.iter().map(|live| (live, false));
        let all = added.chain(changed);
        all.filter(move |(live, is_added)| live.is_new_in(&list, &path, *is_added))
            .map(|(live, _)| live)
    }

    /// Makes a page of a list show what is. What is new stands on the first page alone, so that no other moves.
    pub fn apply_to_list(&self, route: &Route, list: &mut List) {
        let path = route.at_page(1).path();
        let is_of_all = is_of_all(route);
        for gone in &self.removed {
            let is_of_year = matches!(route, Route::Year { .. });
            let is_in_year = is_of_year && list.article(&gone.slug).is_some();
            if is_of_all || is_in_year || gone.lists.contains(&path) {
                list.remove(&gone.slug);
            }
        }
        for live in &self.changed {
            if live.left.contains(&path) {
                list.remove(&live.article.slug);
            } else if let Some(shown) = list.article(&live.article.slug) {
                // What it shows of a cover is still right, or comes with the article.
                let cover = shown.cover.take();
                *shown = live.article.clone();
                shown.cover = cover;
            }
        }
        self.apply_to_years(&mut list.years);
        // The newest last, so that it comes first among those of one day.
        let new: Vec<_> = self.new_in(route).collect();
        for live in new.into_iter().rev() {
            if list.article(&live.article.slug).is_none() {
                list.total += 1;
                if list.page <= 1 {
                    let at = place(route, list, &live.article);
                    list.articles.insert(at, live.article.clone());
                }
            }
        }
    }

    /// Only a large blog has any; the list says not of which year what is gone was.
    fn apply_to_years(&self, years: &mut Vec<YearEntry>) {
        if years.is_empty() {
            return;
        }
        for year in self.added.iter().filter_map(LiveArticle::year) {
            let known = years.iter_mut().find(|known| known.year == year);
            match known {
                Some(known) => known.articles += 1,
                None => years.push(YearEntry { year, articles: 1 }),
            }
        }
        years.sort_by_key(|entry| Reverse(entry.year));
    }

    /// A list that the build did not have; nothing where nothing is in it.
    pub fn new_list(&self, route: &Route) -> Option<List> {
        let live = self.new_in(route).next()?;
        let name = |terms: &[Term], slug: &str| {
            let term = terms.iter().find(|term| term.slug == slug);
            term.map(|term| term.name.clone()).unwrap_or_default()
        };
        let mut list = List {
            page: 1,
            pages: 1,
            ..List::default()
        };
        match route {
            Route::Tag { slug, page: 1 } => list.title = name(&live.article.tags, slug),
            Route::Series { .. } => list.title = live.article.series.as_ref()?.name.clone(),
            Route::Author { id, page: 1 } => {
                list.author = Some(author(id, name(&live.article.authors, id)));
            }
            // Its title is in its address.
            Route::Year { page: 1, .. } => {}
            _ => return None,
        }
        Some(list)
    }

    /// Makes all tags, authors or series count what is.
    pub fn apply_to_index(&self, route: &Route, index: &mut Index) {
        match route {
            Route::Tags => {
                let terms = self.articles().flat_map(|live| live.article.tags.clone());
                self.count(terms, &mut index.tags, Route::tag);
            }
            Route::AllSeries => {
                let series = self
                    .articles()
                    .filter_map(|live| live.article.series.as_ref());
                let terms = series.map(|series| Term {
                    name: series.name.clone(),
                    slug: series.slug.clone(),
                });
                self.count(terms, &mut index.series, Route::series);
            }
            Route::Authors => {
                let terms = self
                    .articles()
                    .flat_map(|live| live.article.authors.clone());
                self.count(terms, &mut index.authors, Route::author);
            }
            _ => {}
        }
    }

    fn count<E: Entry>(
        &self,
        terms: impl Iterator<Item = Term>,
        entries: &mut Vec<E>,
        list: impl Fn(&str) -> Route,
    ) {
        for term in terms {
            if !entries.iter().any(|entry| entry.slug() == term.slug) {
                entries.push(E::empty(term));
            }
        }
        for entry in entries.iter_mut() {
            let route = list(entry.slug());
            let path = route.path();
            let gone = self.removed.iter().map(|gone| &gone.lists);
            let gone = gone.chain(self.changed.iter().map(|live| &live.left));
            let gone = gone.filter(|lists| lists.contains(&path)).count();
            let articles = entry.articles();
            *articles =
                (*articles + self.new_in(&route).count() as u32).saturating_sub(gone as u32);
        }
        entries.retain_mut(|entry| *entry.articles() > 0);
    }

    /// Makes names to choose from those that are.
    pub fn apply_to_names(&self, names: &mut Names) {
        names.articles.retain(|known| !self.is_removed(&known.slug));
        for live in self.added.iter().rev() {
            let Summary { title, slug, .. } = &live.article;
            let (name, slug) = (title.clone(), slug.clone());
            names.articles.insert(0, Term { name, slug });
        }
    }
}

impl List {
    fn article(&mut self, slug: &str) -> Option<&mut Summary> {
        self.articles
            .iter_mut()
            .find(|article| article.slug == slug)
    }

    /// It may be on another page.
    fn remove(&mut self, slug: &str) {
        self.articles.retain(|article| article.slug != slug);
        self.total = self.total.saturating_sub(1);
    }
}

/// Where a new article stands: parts of a series in their order, others by their day.
fn place(route: &Route, list: &List, new: &Summary) -> usize {
    let part = |article: &Summary| article.series.as_ref().map(|series| series.part);
    let is_behind = |article: &Summary| match route {
        Route::Series { .. } => part(article) > part(new),
        _ => article.published <= new.published,
    };
    let at = list.articles.iter().position(is_behind);
    at.unwrap_or(list.articles.len())
}

fn author(id: &str, name: String) -> Author {
    Author {
        id: id.into(),
        name,
        ..Author::default()
    }
}

/// A name with how many articles it has.
trait Entry {
    fn empty(term: Term) -> Self;
    fn slug(&self) -> &str;
    fn articles(&mut self) -> &mut u32;
}

impl Entry for TagEntry {
    fn empty(Term { name, slug }: Term) -> Self {
        let articles = 0;
        Self {
            name,
            slug,
            articles,
        }
    }

    fn slug(&self) -> &str {
        &self.slug
    }

    fn articles(&mut self) -> &mut u32 {
        &mut self.articles
    }
}

impl Entry for AuthorEntry {
    fn empty(Term { name, slug }: Term) -> Self {
        let (author, articles) = (author(&slug, name), 0);
        Self { author, articles }
    }

    fn slug(&self) -> &str {
        &self.author.id
    }

    fn articles(&mut self) -> &mut u32 {
        &mut self.articles
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::date::Date;

    fn article(slug: &str, day: &str) -> LiveArticle {
        LiveArticle {
            article: Summary {
                slug: slug.into(),
                published: Date::parse(day),
                ..Summary::default()
            },
            ..LiveArticle::default()
        }
    }

    fn years(list: &List) -> Vec<(u16, u32)> {
        let entries = list.years.iter();
        entries.map(|entry| (entry.year, entry.articles)).collect()
    }

    #[test]
    fn a_year_that_the_build_did_not_have_is_in_the_archive_of_a_large_blog() {
        let live = Live {
            added: vec![
                article("new", "2025-01-02"),
                article("old", "2023-06-01"),
                article("newer", "2025-01-03"),
            ],
            ..Live::default()
        };
        let year = |year| YearEntry {
            year,
            articles: 120,
        };
        let mut large = List {
            page: 1,
            years: vec![year(2024), year(2023)],
            ..List::default()
        };
        live.apply_to_list(&Route::Archive, &mut large);
        assert_eq!(years(&large), [(2025, 2), (2024, 120), (2023, 121)]);
        let mut small = List::default();
        live.apply_to_list(&Route::Archive, &mut small);
        assert_eq!(years(&small), []);

        // Its page is made, and says what is new.
        let route = Route::year(2025);
        let mut list = live.new_list(&route).unwrap();
        live.apply_to_list(&route, &mut list);
        let slugs: Vec<&str> = list.articles.iter().map(|article| &*article.slug).collect();
        assert_eq!(slugs, ["newer", "new"]);
        assert_eq!(live.added_since(&Live::default(), &Route::year(2023)), 1);
        assert!(live.new_list(&Route::year(2024)).is_none());
    }
}
