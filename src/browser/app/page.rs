//! Putting a page on screen: its content, the head of the document, and a word for those who do not see it change.

use super::chunks::{self, SplitPage};
use super::news;
use crate::browser::{bridge, find, live_updates, timing};
use crate::content::article::Image;
use crate::content::url::{SafeSrcset, SafeUrl};
use crate::page_data::{PageContent, PageData};
use crate::pages::Page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, FocusOptions, HtmlAnchorElement, HtmlLinkElement};

/// A page that is ready to be shown.
pub struct BuiltPage {
    data: PageData,
    /// What was published when it was made.
    version: u32,
    content: SplitPage,
    /// An article's, held back until the page is on show: nothing is asked for that may never be seen. All other
    /// pictures are lazy.
    cover: Option<Image>,
    /// Whether it may come softly: the reader has waited for it anyway.
    pub is_soft: bool,
}

impl BuiltPage {
    /// `version` is that of what was published when the data was loaded.
    pub fn with(mut data: PageData, version: u32) -> Self {
        let cover = hold_cover_back(&mut data.content);
        let content = bridge::document().create_document_fragment();
        // A view without signals is done when it is built.
        view! { <Page data=&data /> }
            .build()
            .mount(content.unchecked_ref(), None);
        Self {
            data,
            version,
            content: SplitPage::of(content),
            cover,
            is_soft: false,
        }
    }

    /// Whether nothing was published since it was made.
    pub fn is_of_today(&self) -> bool {
        self.version == live_updates::version()
    }

    pub fn softly(self) -> Self {
        Self {
            is_soft: true,
            ..self
        }
    }

    fn show_cover(&self) {
        let picture = self.content.first(".cover img");
        if let Some((cover, picture)) = self.cover.as_ref().zip(picture) {
            let addresses = [
                ("srcset", cover.srcset.as_str()),
                ("src", cover.src.as_str()),
            ];
            for (name, address) in addresses
                .into_iter()
                .filter(|(_, address)| !address.is_empty())
            {
                // It cannot fail for a name that is an attribute's name.
                drop(picture.set_attribute(name, address));
            }
        }
    }
}

/// Takes the addresses out of an article's cover.
fn hold_cover_back(content: &mut PageContent) -> Option<Image> {
    let PageContent::Article(article, _) = content else {
        return None;
    };
    let cover = article.cover.as_mut()?;
    let whole = cover.clone();
    cover.src = SafeUrl::default();
    cover.srcset = SafeSrcset::default();
    Some(whole)
}

/// Replaces what stands in `<main>`. `is_back`: the reader has been on the page before.
///
/// Nothing of the page is kept here: what is alive on it are elements, which come alive by themselves. What nobody sees
/// at once waits until the page is painted.
pub fn show(page: BuiltPage, is_back: bool) {
    let document = bridge::document();
    let Some(main) = document.get_element_by_id("recto-main") else {
        return;
    };
    let title = page.data.document_title();
    let canonical_url = page.data.canonical_url();
    document.set_title(&title);
    page.show_cover();
    mark_current_link(&page.data.site.href(&page.data.route));
    chunks::put(&main, page.content, is_back);
    news::made_with(page.version);
    news::look();
    // The next Tab begins at the page; what had the focus may be gone.
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    drop(
        main.unchecked_ref::<web_sys::HtmlElement>()
            .focus_with_options(&options),
    );
    spawn_local(async move {
        timing::painted().await;
        let document = bridge::document();
        if document.title() == title {
            bridge::announce(&title);
            update_head(&document, &canonical_url);
        }
    });
}

fn update_head(document: &Document, canonical_url: &str) {
    if let Ok(Some(link)) = document.query_selector("link[rel=canonical]") {
        link.unchecked_into::<HtmlLinkElement>()
            .set_href(canonical_url);
    }
    if let Ok(Some(robots)) = document.query_selector("meta[name=robots][content=noindex]") {
        robots.remove();
    }
}

/// The header stays where it is; only the link to the page on show is marked.
fn mark_current_link(path: &str) {
    for link in find::on_page(".site-navigation a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        // Neither call can fail for a name that is an attribute's name.
        drop(match link.pathname() == path {
            true => link.set_attribute("aria-current", "page"),
            false => link.remove_attribute("aria-current"),
        });
    }
}
