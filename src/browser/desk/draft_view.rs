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

/// Where it is shown, and what is on show.
pub struct DraftView {
    element: HtmlElement,
    /// What the head says, and the cover that lies on the device.
    head: Option<(Article, Option<String>)>,
    blocks: Vec<Block>,
}

/// An element at the top of the text, with what stands behind it.
struct Block {
    html: String,
    nodes: Vec<Node>,
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
        let new = top_blocks(html);
        let is_same = |(old, new): &(&Block, &&str)| old.html == **new;
        let before = (self.blocks.iter().zip(&new)).take_while(is_same).count();
        let (old_rest, new_rest) = (&self.blocks[before..], &new[before..]);
        let from_end = old_rest.iter().rev().zip(new_rest.iter().rev());
        let behind = from_end.take_while(is_same).count();
        let (old_end, new_end) = (self.blocks.len() - behind, new.len() - behind);
        let following = self.blocks[old_end..]
            .iter()
            .find_map(|block| block.nodes.first().cloned());
        let fresh = made(&new[before..new_end]);
        // Neither fails for children of the element.
        for node in fresh.iter().flat_map(|block| &block.nodes) {
            drop(element.insert_before(node, following.as_ref()));
        }
        for block in self.blocks.splice(before..old_end, fresh) {
            for node in block.nodes {
                drop(element.remove_child(&node));
            }
        }
    }
}

/// The blocks with their elements. Where the browser makes of them another number of elements, they are one.
fn made(blocks: &[&str]) -> Vec<Block> {
    let (html, Some(holder)) = (blocks.concat(), new_element("div", "")) else {
        return Vec::new();
    };
    if html.is_empty() {
        return Vec::new();
    }
    put(holder.clone().unchecked_into(), html.clone());
    let nodes: Vec<Node> =
        std::iter::successors(holder.first_child(), Node::next_sibling).collect();
    let groups = nodes.chunk_by(|_, next| next.node_type() != Node::ELEMENT_NODE);
    let groups: Vec<Vec<Node>> = groups.map(<[Node]>::to_vec).collect();
    if groups.len() != blocks.len() {
        return vec![Block { html, nodes }];
    }
    let made = blocks.iter().zip(groups);
    made.map(|(html, nodes)| Block {
        html: (*html).into(),
        nodes,
    })
    .collect()
}

/// Elements without an end.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "source", "track", "wbr"];

/// HTML of the renderer, where `<` begins a tag and `>` ends one, cut in front of each element that lies in no other.
fn top_blocks(html: &str) -> Vec<&str> {
    let (mut blocks, mut begin, mut depth) = (Vec::new(), 0, 0_u32);
    for (at, _) in html.match_indices('<') {
        let tag = html[at + 1..].split('>').next().unwrap_or_default();
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
            continue;
        }
        if depth == 0 && at > begin {
            blocks.push(&html[begin..at]);
            begin = at;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if !tag.ends_with('/') && !VOID.contains(&name) {
            depth += 1;
        }
    }
    if begin < html.len() {
        blocks.push(&html[begin..]);
    }
    blocks
}
