//! Every page that is not an article, with all that it shows.

use crate::build::enrich::build_cache::Rendering;
use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::model::authors::Writer;
use crate::build::model::series::Series;
use crate::build::model::tags::Tag;
use crate::build::store::output::Maker;
use crate::content::VERSION;
use crate::content::list::{AuthorEntry, Index, List, TagEntry};
use crate::page_data::PageContent;
use crate::route::Route;
use std::sync::Arc;

/// A page that is not an article's.
#[derive(Clone)]
pub struct ListPage {
    pub maker: Maker,
    pub route: Route,
    pub content: PageContent,
    /// What stands above it, rendered.
    pub rendering: Option<Arc<Rendering>>,
}

/// Articles that their writers pinned, then all others.
fn pinned_first(loaded: &LoadedSite) -> Vec<usize> {
    let is_pinned = |index: &usize| loaded.articles[*index].source.front_matter.is_pinned;
    let (pinned, others): (Vec<usize>, Vec<usize>) =
        (0..loaded.articles.len()).partition(is_pinned);
    [pinned, others].concat()
}

/// All pages but the articles' own and the archive's.
pub fn lists(loaded: &LoadedSite) -> Vec<ListPage> {
    let pages = Pages {
        size: loaded.site.page_size.max(1),
        loaded,
    };
    let titled = |title: &str| List {
        title: title.into(),
        ..List::default()
    };
    let mut lists = single_pages(loaded);
    let home = Maker::part("the front page");
    lists.extend(pages.of(home, Route::HOME, &pinned_first(loaded), List::default()));
    for Tag { term, articles } in &loaded.tags {
        let maker = Maker::named("tag", &term.name);
        lists.extend(pages.of(maker, Route::tag(&term.slug), articles, titled(&term.name)));
    }
    for Writer { author, articles } in &loaded.authors {
        let list = List {
            author: Some(author.clone()),
            ..List::default()
        };
        let maker = Maker::named("author", &author.name);
        lists.extend(pages.of(maker, Route::author(&author.id), articles, list));
    }
    let series = loaded.series.iter();
    lists.extend(series.map(|series| series_page(loaded, series)));
    for section in &loaded.sections {
        let (route, title) = (Route::section(&section.path), &section.title);
        let maker = Maker::named("section", title);
        lists.extend(pages.of(maker, route, &section.articles, titled(title)));
    }
    lists
}

/// The pages that are there once.
fn single_pages(loaded: &LoadedSite) -> Vec<ListPage> {
    let single = |route, content| ListPage {
        maker: Maker::part("a page of every site"),
        route,
        content,
        rendering: None,
    };
    let not_found = loaded.not_found.as_ref();
    let not_found = not_found.map_or(PageContent::NotFound, EnrichedArticle::content);
    let mut pages = vec![
        single(Route::Tags, PageContent::Index(tag_index(loaded))),
        single(Route::Authors, PageContent::Index(author_index(loaded))),
        single(Route::You, PageContent::Fixed),
        single(Route::Search, PageContent::Fixed),
        single(Route::NotFound, not_found),
    ];
    if !loaded.series.is_empty() {
        let series = PageContent::Index(series_index(loaded));
        pages.push(single(Route::AllSeries, series));
    }
    pages
}

/// All parts on one page, the first part first.
fn series_page(loaded: &LoadedSite, series: &Series) -> ListPage {
    let part = |index: usize| Some(loaded.articles[index].article.series.as_ref()?.part);
    let articles = series.in_order(part).into_iter();
    let list = List {
        version: VERSION,
        title: series.name.clone(),
        articles: articles
            .map(|index| loaded.articles[index].summary.clone())
            .collect(),
        page: 1,
        pages: 1,
        total: series.articles.len() as u32,
        ..List::default()
    };
    ListPage {
        maker: Maker::named("series", &series.name),
        route: Route::series(&series.slug),
        content: PageContent::List(Box::new(list), String::new()),
        rendering: None,
    }
}

fn series_index(loaded: &LoadedSite) -> Index {
    let entry = |series: &Series| TagEntry {
        name: series.name.clone(),
        slug: series.slug.clone(),
        articles: series.articles.len() as u32,
    };
    Index {
        version: VERSION,
        series: loaded.series.iter().map(entry).collect(),
        ..Index::default()
    }
}

/// Cuts long lists into pages.
struct Pages<'a> {
    size: usize,
    loaded: &'a LoadedSite,
}

impl Pages<'_> {
    /// The pages of one list, at least one. `facts` are the same on all of them.
    fn of(
        &self,
        maker: Maker,
        route: Route,
        indexes: &[usize],
        list: List,
    ) -> impl Iterator<Item = ListPage> {
        let pages = indexes.len().div_ceil(self.size).max(1) as u32;
        let introduction = self.loaded.introductions.get(&route);
        (1..=pages).map(move |page| {
            let on_page = indexes
                .iter()
                .skip((page as usize - 1) * self.size)
                .take(self.size);
            let articles = on_page
                .map(|&index| self.loaded.articles[index].summary.clone())
                .collect();
            let total = indexes.len() as u32;
            // Only the first page is introduced.
            let introduction = introduction.filter(|_| page == 1);
            let text = introduction.map(|text| text.source.body.to_string());
            let rendering = introduction.map(|text| text.rendering.clone());
            let html = rendering.as_ref().map(|text| text.rendered.html.clone());
            let list = List {
                version: VERSION,
                introduction: text.unwrap_or_default(),
                articles,
                page,
                pages,
                total,
                ..list.clone()
            };
            ListPage {
                maker: maker.clone(),
                route: route.at_page(page),
                content: PageContent::List(Box::new(list), html.unwrap_or_default()),
                rendering,
            }
        })
    }
}

fn tag_index(loaded: &LoadedSite) -> Index {
    let entry = |tag: &Tag| TagEntry {
        name: tag.term.name.clone(),
        slug: tag.term.slug.clone(),
        articles: tag.articles.len() as u32,
    };
    Index {
        version: VERSION,
        tags: loaded.tags.iter().map(entry).collect(),
        ..Index::default()
    }
}

fn author_index(loaded: &LoadedSite) -> Index {
    let entry = |writer: &Writer| AuthorEntry {
        author: writer.author.clone(),
        articles: writer.articles.len() as u32,
    };
    Index {
        version: VERSION,
        authors: loaded.authors.iter().map(entry).collect(),
        ..Index::default()
    }
}
