//! A draft on the page: as an article of the blog looks, and changed where the text has changed.

use super::draft_text::DraftText;
use crate::browser::{bridge, find};
use crate::components::article_body::put;
use crate::content::article::Article;
use crate::content::site::Site;
use crate::pages::article_page::DraftArticle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where it is shown, and what its head says.
pub struct DraftView {
    element: HtmlElement,
    head: Option<Article>,
}

impl DraftView {
    pub fn of(element: &HtmlElement) -> Self {
        Self {
            element: element.clone(),
            head: None,
        }
    }

    pub fn show(&mut self, site: &Site, draft: &DraftText) {
        let head = Article {
            outline: Vec::new(),
            ..draft.article.clone()
        };
        let text = find::first(&self.element, ".prose");
        match text.filter(|_| self.head.as_ref() == Some(&head) && draft.cover.is_none()) {
            Some(text) => put(text.unchecked_into(), draft.html.clone()),
            None => self.build(site, draft),
        }
        self.head = Some(head);
    }

    fn build(&self, site: &Site, draft: &DraftText) {
        let nodes = bridge::document().create_document_fragment();
        // A view without signals is done when it is built.
        view! { <DraftArticle site article=&draft.article html=&draft.html /> }
            .build()
            .mount(nodes.unchecked_ref(), None);
        self.element.set_text_content(None);
        // It cannot fail where an element may have children.
        drop(self.element.append_child(&nodes));
        let cover = find::first(&self.element, ".cover img");
        if let (Some(cover), Some(src)) = (cover, &draft.cover) {
            // It cannot fail for a name that is an attribute's name.
            drop(cover.set_attribute("src", src));
        }
    }
}
