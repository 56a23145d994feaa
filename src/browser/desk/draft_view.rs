//! A draft on the page: as an article of the blog looks, and changed where the text has changed.

use super::desk_parts::element as new_element;
use super::draft_text::DraftText;
use crate::browser::{bridge, find};
use crate::components::article_body::put;
use crate::content::article::Article;
use crate::content::site::Site;
use crate::pages::article_page::DraftArticle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

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
            Some(text) => change(&text, &draft.html),
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

/// Puts the text in the place of the one before. What is the same at its beginning and at its end stays, so that a key in a long
/// text changes a paragraph, and pictures are not loaded anew.
fn change(element: &HtmlElement, html: &str) {
    let Some(fresh) = new_element("div", "") else {
        return;
    };
    put(fresh.clone().unchecked_into(), html.into());
    let (mut old, mut new) = (children(element), children(&fresh));
    let is_same = |(old, new): &(&Node, &Node)| old.is_equal_node(Some(new));
    let same = old.iter().zip(&new).take_while(is_same).count();
    old.drain(..same);
    new.drain(..same);
    let same = old.iter().rev().zip(new.iter().rev());
    let same = same.take_while(is_same).count();
    let behind = old.split_off(old.len() - same).into_iter().next();
    new.truncate(new.len() - same);
    // Neither fails for children of the two.
    for node in old {
        drop(element.remove_child(&node));
    }
    for node in new {
        drop(element.insert_before(&node, behind.as_ref()));
    }
}

fn children(element: &HtmlElement) -> Vec<Node> {
    std::iter::successors(element.first_child(), Node::next_sibling).collect()
}
