//! The archive: all articles on one page; or, where they are many, every year with pages of its own.
//!
//! Of a large blog, the archive itself lists the years, and the articles of the newest.

use super::list_pages::ListPage;
use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::model::years::Year;
use crate::build::store::output::Maker;
use crate::content::VERSION;
use crate::content::article::Summary;
use crate::content::list::{List, YearEntry};
use crate::content::moment::Moment;
use crate::page_data::PageContent;
use crate::route::Route;

/// Articles of a year on one page.
const PAGE_SIZE: usize = 100;

pub fn pages(loaded: &LoadedSite) -> Vec<ListPage> {
    let years = loaded.years.iter().flat_map(|year| of_year(loaded, year));
    std::iter::once(archive(loaded)).chain(years).collect()
}

fn archive(loaded: &LoadedSite) -> ListPage {
    let total = loaded.articles.len();
    let shown: Vec<usize> = match loaded.years.first() {
        None => (0..total).collect(),
        Some(newest) => newest_years(&loaded.years, newest),
    };
    let list = List {
        pages: 1,
        page: 1,
        ..list(loaded, &shown, total)
    };
    page(Maker::part("a page of every site"), Route::Archive, list)
}

/// Articles of whole years, as long as they fit; of the newest, as many as fit.
fn newest_years(years: &[Year], newest: &Year) -> Vec<usize> {
    let mut shown: Vec<usize> = newest.articles.iter().copied().take(PAGE_SIZE).collect();
    for year in &years[1..] {
        if shown.len() + year.articles.len() > PAGE_SIZE {
            break;
        }
        shown.extend(&year.articles);
    }
    shown
}

fn of_year(loaded: &LoadedSite, year: &Year) -> impl Iterator<Item = ListPage> {
    let maker = Maker::named("year", &year.year.to_string());
    let pages = year.articles.chunks(PAGE_SIZE);
    let count = pages.len() as u32;
    pages.zip(1..).map(move |(articles, number)| {
        let list = List {
            pages: count,
            page: number,
            ..list(loaded, articles, year.articles.len())
        };
        let route = Route::year(year.year).at_page(number);
        page(maker.clone(), route, list)
    })
}

/// Many articles on a page, so each with no more than the page shows.
fn list(loaded: &LoadedSite, articles: &[usize], total: usize) -> List {
    let entry = |index: &usize| {
        let article = &loaded.articles[*index].article;
        Summary {
            slug: article.slug.clone(),
            title: article.title.clone(),
            published: article.published.map(Moment::date),
            ..Summary::default()
        }
    };
    let year = |year: &Year| YearEntry {
        year: year.year,
        articles: year.articles.len() as u32,
    };
    List {
        version: VERSION,
        articles: articles.iter().map(entry).collect(),
        total: total as u32,
        years: loaded.years.iter().map(year).collect(),
        ..List::default()
    }
}

fn page(maker: Maker, route: Route, list: List) -> ListPage {
    ListPage {
        maker,
        route,
        content: PageContent::List(Box::new(list), String::new()),
        rendering: None,
    }
}
