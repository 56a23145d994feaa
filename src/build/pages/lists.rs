//! Library → every page of the site, with all that it shows.

use crate::build::model::library::Library;
use crate::content::VERSION;
use crate::content::article::Summary;
use crate::content::list::{AuthorEntry, Index, List, TagEntry};
use crate::page_data::PageContent;
use crate::route::Route;

/// All pages but the articles' own. `summaries` stand in the order of the library's articles.
pub fn lists(library: &Library, summaries: &[Summary]) -> Vec<(Route, PageContent)> {
    let everything: Vec<usize> = (0..summaries.len()).collect();
    let pages = Pages {
        size: library.site.page_size.max(1),
        summaries,
    };
    let mut lists = vec![
        (Route::Archive, PageContent::List(archive(summaries))),
        (Route::Tags, PageContent::Index(tag_index(library))),
        (Route::Authors, PageContent::Index(author_index(library))),
        (Route::You, PageContent::Fixed),
        (Route::NotFound, PageContent::NotFound),
    ];
    let unpinned = everything
        .iter()
        .filter(|place| !library.pinned.contains(place));
    let home: Vec<usize> = library.pinned.iter().chain(unpinned).copied().collect();
    lists.extend(pages.of(Route::HOME, &home, List::default()));
    for tag in &library.tags {
        let title = tag.term.name.clone();
        lists.extend(pages.of(
            Route::tag(&tag.term.slug),
            &tag.articles,
            List {
                title,
                ..List::default()
            },
        ));
    }
    for writer in &library.authors {
        let author = Some(writer.author.clone());
        lists.extend(pages.of(
            Route::author(&writer.author.id),
            &writer.articles,
            List {
                author,
                ..List::default()
            },
        ));
    }
    lists
}

/// Cuts long lists into pages.
struct Pages<'a> {
    size: usize,
    summaries: &'a [Summary],
}

impl Pages<'_> {
    /// The pages of one list, at least one. `facts` are the same on all of them.
    fn of(
        &self,
        route: Route,
        places: &[usize],
        facts: List,
    ) -> impl Iterator<Item = (Route, PageContent)> {
        let pages = places.len().div_ceil(self.size).max(1) as u32;
        (1..=pages).map(move |page| {
            let on_page = places
                .iter()
                .skip((page as usize - 1) * self.size)
                .take(self.size);
            let articles = on_page
                .map(|&place| self.summaries[place].clone())
                .collect();
            let total = places.len() as u32;
            let list = List {
                version: VERSION,
                articles,
                page,
                pages,
                total,
                ..facts.clone()
            };
            (route.at_page(page), PageContent::List(list))
        })
    }
}

/// All articles on one page, so each with no more than the page shows.
fn archive(summaries: &[Summary]) -> List {
    let entry = |article: &Summary| Summary {
        slug: article.slug.clone(),
        title: article.title.clone(),
        published: article.published,
        ..Summary::default()
    };
    let articles = summaries.iter().map(entry).collect();
    List {
        version: VERSION,
        articles,
        page: 1,
        pages: 1,
        total: summaries.len() as u32,
        ..List::default()
    }
}

fn tag_index(library: &Library) -> Index {
    let entry = |tag: &crate::build::model::library::Tag| TagEntry {
        name: tag.term.name.clone(),
        slug: tag.term.slug.clone(),
        articles: tag.articles.len() as u32,
    };
    Index {
        version: VERSION,
        tags: library.tags.iter().map(entry).collect(),
        ..Index::default()
    }
}

fn author_index(library: &Library) -> Index {
    let entry = |writer: &crate::build::model::library::Writer| AuthorEntry {
        author: writer.author.clone(),
        articles: writer.articles.len() as u32,
    };
    Index {
        version: VERSION,
        authors: library.authors.iter().map(entry).collect(),
        ..Index::default()
    }
}
