//! "Suggest a change" leads to the line of the words that are selected, where the forge of its address is one that we know.
//! It is asked for when a reader comes near the link, so that the link is what it says when it is pressed.

use crate::browser::{bridge, find, request};
use crate::content::source_line::{Passage, line_of, line_url};
use crate::from_json::lenient_field;
use crate::i18n::message;
use crate::route::Route;
use js_sys::JSON;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, Node, Range};

/// Keeps the address of the file.
const FILE: &str = "data-file";

const BLOCKS: &str = "p, li, dt, dd, td, th, pre, figcaption, summary, h2, h3, h4, h5, h6";
const HEADINGS: &str = "h2, h3, h4, h5, h6";

pub fn open(link: &HtmlElement) {
    let (link, passage) = (link.clone(), selected());
    spawn_local(async move {
        let file = link
            .get_attribute(FILE)
            .or_else(|| link.get_attribute("href"));
        let file = file.unwrap_or_default();
        let line = match passage {
            Some(passage) => line(&passage).await,
            None => None,
        };
        let translator = bridge::translator();
        let (url, label) = match line.and_then(|line| Some((line, line_url(&file, line)?))) {
            Some((line, url)) => {
                let line = translator.number(line as u32);
                (url, translator.fill(message::EDIT_LINE, [&line]))
            }
            None => (file.clone(), translator.text(message::EDIT)),
        };
        // They cannot fail for names that are an attribute's.
        drop(link.set_attribute(FILE, &file));
        drop(link.set_attribute("href", &url));
        link.set_text_content(Some(&label));
    });
}

/// The line in the file, from 1; nothing where the text does not come from the file line by line.
async fn line(passage: &Passage) -> Option<usize> {
    let route = route()?;
    let article = request::text(&route.data_path()?, None).await.ok()?;
    let article = JSON::parse(&article.as_string()?).ok()?;
    let first: usize = lenient_field(&article, "body_line");
    let markdown = request::text(&route.markdown_path()?, None).await.ok()?;
    let line = line_of(&markdown.as_string()?, passage)?;
    (first > 0).then_some(first + line)
}

/// Of the text on show.
fn route() -> Option<Route> {
    let article = find::on_page("main recto-reading").next()?;
    match article.get_attribute("article") {
        Some(slug) => Some(Route::article(&slug)),
        None => {
            let path = bridge::window().location().pathname().ok()?;
            let path = path.strip_prefix(&bridge::get().base())?.to_owned();
            Some(Route::page(path.trim_end_matches('/')))
        }
    }
}

/// What the reader has selected in the text.
fn selected() -> Option<Passage> {
    let selection = bridge::window().get_selection().ok()??;
    let range = selection.get_range_at(0).ok()?;
    let words = text_of(&range);
    let start = range.start_container().ok()?;
    let element = match start.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => start.parent_element()?,
    };
    let text = element.closest("recto-reading .prose").ok()??;
    let block = element.closest(BLOCKS).ok()?.unwrap_or(element);
    let before = range.clone_range();
    before.set_start(&block, 0).ok()?;
    before.set_end(&start, range.start_offset().ok()?).ok()?;
    let headings = find::all(&text, HEADINGS).filter(|heading| is_before(heading, &start));
    (!words.trim().is_empty()).then(|| Passage {
        heading: headings
            .last()
            .map_or_else(String::new, |heading| text_in(&heading)),
        block: text_in(&block),
        before: text_of(&before),
        words,
    })
}

fn is_before(heading: &Node, node: &Node) -> bool {
    heading.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING > 0
}

fn text_of(range: &Range) -> String {
    range.to_string().into()
}

fn text_in(node: &Node) -> String {
    node.text_content().unwrap_or_default()
}
