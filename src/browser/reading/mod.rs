//! `<recto-reading article hash minutes>`: an article while it is read; without a name it is a page, of which nothing is kept.
//!
//! * [`contents`]: the table of contents follows the scroll.
//! * [`progress`]: how far the reader is, which is kept.
//! * [`resume`]: the place where they left off.
//! * [`bar`]: saving and sharing, when they scroll up.
//! * [`changes`]: what says something else than when the reader was through.
//! * [`prose`], [`notes`]: what the text itself can do: copy code and links, enlarge pictures, show footnotes.

mod bar;
mod changes;
mod contents_marker;
mod notes;
mod progress;
mod prose;
mod resume;
mod text_sections;

use super::{app::chunks, events::until_removed, find, timing};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortSignal, HtmlElement};

/// An article that is read.
#[derive(Clone)]
struct Article {
    /// The element of it.
    element: HtmlElement,
    prose: HtmlElement,
    slug: String,
    hash: String,
    /// Aborted when it leaves the page.
    gone: AbortSignal,
}

/// Brings the article in the element to life, when it has been painted and its text is whole.
pub fn enhance(element: HtmlElement) {
    let Some(gone) = until_removed() else {
        return;
    };
    spawn_local(async move {
        chunks::whole().await;
        if let Some(article) = Article::of(element, gone).filter(|article| !article.gone.aborted())
        {
            contents_marker::follow(&article);
            prose::enhance(&article);
            if article.slug.is_empty() {
                return;
            }
            progress::follow(&article);
            changes::mark(&article);
            // These measure, and to measure before the browser has put a page back to its place would make it keep the wrong one.
            timing::painted().await;
            if !article.gone.aborted() {
                resume::offer(&article);
                bar::follow(&article);
            }
        }
    });
}

impl Article {
    fn of(element: HtmlElement, gone: AbortSignal) -> Option<Self> {
        let attribute = |name| element.get_attribute(name).unwrap_or_default();
        Some(Self {
            prose: find::first(&element, ".prose")?,
            slug: attribute("article"),
            hash: attribute("hash"),
            gone,
            element,
        })
    }

    /// With its title and its cover, which stand above the text.
    fn page(&self) -> HtmlElement {
        let page = self.element.closest("article").ok().flatten();
        page.and_then(|page| wasm_bindgen::JsCast::dyn_into(page).ok())
            .unwrap_or_else(|| self.element.clone())
    }
}
