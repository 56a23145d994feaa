//! A draft on the page: as an article of the blog looks, and changed where the text has changed.

use super::draft_text::DraftText;
use crate::browser::{bridge, find};
use crate::components::article_body::put;
use crate::content::article::Article;
use crate::content::site::Site;
use crate::pages::article_page::DraftArticle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Where it is shown, and what is on show.
pub struct DraftView {
    element: HtmlElement,
    /// What the head says, and the cover that lies on the device.
    head: Option<(Article, Option<String>)>,
    blocks: Vec<Block>,
}

/// A node at the top of the text, and how it came: what is on show may have been enhanced since.
struct Block {
    html: String,
    node: Node,
}

impl DraftView {
    pub fn of(element: &HtmlElement) -> Self {
        Self {
            element: element.clone(),
            head: None,
            blocks: Vec::new(),
        }
    }

    pub fn show(&mut self, site: &Site, draft: &DraftText) {
        let article = Article {
            outline: Vec::new(),
            ..draft.article.clone()
        };
        let head = Some((article, draft.cover.clone()));
        if self.head != head {
            self.build(site, draft);
            self.head = head;
        }
        if let Some(text) = find::first(&self.element, ".prose") {
            self.change(&text, &draft.html);
        }
    }

    /// All but the text.
    fn build(&mut self, site: &Site, draft: &DraftText) {
        let nodes = bridge::document().create_document_fragment();
        // A view without signals is done when it is built.
        view! { <DraftArticle site article=&draft.article html="" /> }
            .build()
            .mount(nodes.unchecked_ref(), None);
        self.element.set_text_content(None);
        self.blocks.clear();
        // It cannot fail where an element may have children.
        drop(self.element.append_child(&nodes));
        let cover = find::first(&self.element, ".cover img");
        if let (Some(cover), Some(src)) = (cover, &draft.cover) {
            // It cannot fail for a name that is an attribute's name.
            drop(cover.set_attribute("src", src));
        }
    }

    /// Puts the text in the place of the one before. Blocks that are the same at its beginning and at its end stay, so that a key
    /// in a long text costs a paragraph, and pictures are not loaded anew.
    fn change(&mut self, element: &HtmlElement, html: &str) {
        let new = blocks(html);
        let is_same = |(old, new): &(&Block, &Block)| old.html == new.html;
        let before = (self.blocks.iter().zip(&new)).take_while(is_same).count();
        let (old_rest, new_rest) = (&self.blocks[before..], &new[before..]);
        let from_end = old_rest.iter().rev().zip(new_rest.iter().rev());
        let behind = from_end.take_while(is_same).count();
        let (old_end, new_end) = (self.blocks.len() - behind, new.len() - behind);
        let following = self.blocks.get(old_end).map(|block| block.node.clone());
        let mut fresh: Vec<Block> = new.into_iter().take(new_end).skip(before).collect();
        if let ([old], [new]) = (&mut self.blocks[before..old_end], &mut fresh[..])
            && old.takes_children_of(new)
        {
            old.html = std::mem::take(&mut new.html);
            return;
        }
        // Neither fails for children of the element.
        for block in &fresh {
            drop(element.insert_before(&block.node, following.as_ref()));
        }
        for block in self.blocks.splice(before..old_end, fresh) {
            drop(element.remove_child(&block.node));
        }
    }
}

/// Elements in which nothing is enhanced but what they hold.
const PLAIN: &str = "p, ul, ol, dl, blockquote, h2, h3, h4, h5, h6";

impl Block {
    /// Where that is all that differs. An element that comes or goes has the style of all others computed anew: 40 ms in a text
    /// of 100 KB.
    fn takes_children_of(&self, other: &Self) -> bool {
        let element = |block: &Self| block.node.dyn_ref::<Element>().cloned();
        let (Some(own), Some(other)) = (element(self), element(other)) else {
            return false;
        };
        // What is not cloned deeply has no children.
        let tag = |element: &Element| element.clone_node().ok();
        let is_alike = own.matches(PLAIN).unwrap_or(false)
            && tag(&own).is_some_and(|own| own.is_equal_node(tag(&other).as_ref()));
        if is_alike {
            own.set_text_content(None);
            while let Some(child) = other.first_child() {
                // It cannot fail where an element may have children.
                drop(own.append_child(&child));
            }
        }
        is_alike
    }
}

/// The browser cuts the text, in a document that loads nothing. What stands between elements is a block, too.
fn blocks(html: &str) -> Vec<Block> {
    let inert = bridge::document().implementation();
    let inert = inert.and_then(|inert| inert.create_html_document());
    let Some(body) = inert.ok().and_then(|inert| inert.body()) else {
        return Vec::new();
    };
    put(body.clone().unchecked_into(), html.into());
    let nodes = std::iter::successors(body.first_child(), Node::next_sibling);
    let block = |node: Node| Block {
        html: match node.dyn_ref::<Element>() {
            Some(element) => element.outer_html(),
            None => node.text_content().unwrap_or_default(),
        },
        node,
    };
    nodes.map(block).collect()
}
