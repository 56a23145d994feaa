//! What can be done with the article, in a bar along the upper edge: it comes when the reader scrolls up, and goes when they
//! read on.

use super::{Article, text_sections::window_height};
use crate::browser::{bridge, events::observe, find};
use std::cell::Cell;
use web_sys::{Element, Event};

pub fn follow(article: &Article) {
    let actions = find::first(&article.page(), "recto-actions");
    let copy = actions.and_then(|actions| actions.clone_node_with_deep(true).ok());
    let (Some(copy), Ok(bar)) = (copy, bridge::document().create_element("div")) else {
        return;
    };
    bar.set_class_name("reading-tools");
    // Neither can fail for an element that was just made.
    drop(bar.append_child(&copy));
    drop(article.element.append_child(&bar));
    let (article, last) = (article.clone(), Cell::new(top_of(&article.element)));
    let gone = article.gone.clone();
    observe(&bridge::window(), "scroll", &gone, move |_: Event| {
        let text = article.element.get_bounding_client_rect();
        let before = last.replace(text.top());
        let is_in_text = text.top() < 0.0 && text.bottom() > window_height();
        // It cannot fail for a name that is an attribute's name.
        drop(bar.toggle_attribute_with_force("data-shown", is_in_text && text.top() > before));
    });
}

fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}
