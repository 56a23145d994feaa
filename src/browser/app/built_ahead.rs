//! Pages that a reader may go to next, built while nothing else is to be done, so that a click only has to show them.
//!
//! Nothing that the reader stores is in a page before it is on show, so a page stays right for as long as its files are
//! kept, which is as long as the document.

use super::{navigation::route_of, page::BuiltPage};
use crate::browser::{live_updates, page_loader, timing};
use crate::page_data::PageContent;
use std::cell::RefCell;
use web_sys::AbortController;

/// Pages that are kept. The oldest makes way.
pub const MAX_PAGES: usize = 3;

/// In characters of HTML. To build a longer text would keep the reader waiting; its files are here.
const LONG_TEXT: usize = 50_000;

thread_local! {
    /// By path; nothing while a page is being built.
    static PAGES: RefCell<Vec<(String, Option<BuiltPage>)>> = const { RefCell::new(Vec::new()) };
}

/// The page of this path, if it is built.
pub fn take(path: &str) -> Option<BuiltPage> {
    PAGES.with_borrow_mut(|pages| {
        let index = pages
            .iter()
            .position(|(known, page)| known == path && page.is_some())?;
        pages.remove(index).1.filter(BuiltPage::is_of_today)
    })
}

/// Loads and builds the page of a path, unless that is done or under way. A failure is told when the reader goes there.
pub async fn build(path: &str) {
    let (Some(route), Ok(controller)) = (route_of(path), AbortController::new()) else {
        return;
    };
    if PAGES.with_borrow(|pages| pages.iter().any(|(known, _)| known == path)) {
        return;
    }
    PAGES.with_borrow_mut(|pages| {
        if pages.len() == MAX_PAGES {
            pages.remove(0);
        }
        pages.push((path.into(), None));
    });
    let version = live_updates::version();
    page_loader::prefetch(&route);
    let data = page_loader::page(&route, &controller.signal()).await;
    timing::idle().await;
    let page = data
        .ok()
        .filter(|data| is_quick(&data.content))
        .map(|data| BuiltPage::with(data, version));
    PAGES.with_borrow_mut(|pages| {
        let index = pages.iter().position(|(known, _)| known == path);
        match (index, page) {
            (Some(index), Some(page)) => pages[index].1 = Some(page),
            (Some(index), None) => drop(pages.remove(index)),
            (None, _) => {}
        }
    });
}

fn is_quick(content: &PageContent) -> bool {
    !matches!(content, PageContent::Article(_, html) if html.len() > LONG_TEXT)
}
