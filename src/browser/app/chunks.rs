//! Puts a page on screen: all of it, or, where its text is long, the beginning, and frame by frame what follows, so that
//! the page answers all the while. In the order of the document, so that nothing moves that is on show.
//!
//! A page to which the reader comes back is all there at once, because the browser scrolls it to its old place: blocks out
//! of view are as high as they were, and drawn frame by frame.

use super::heights;
use crate::browser::{bridge, find, number::format_number, timing};
use js_sys::{Function, JsString, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DocumentFragment, Element, Event, HtmlElement, Node};

/// In characters: what follows at once of a long text. A telephone lays it out within 50 ms.
const CHUNK: u32 = 3000;

/// A text comes in no more chunks than this: each frame costs more, the more stands above.
const MAX_CHUNKS: u32 = 32;

/// In milliseconds. Chunks grow while each takes less than a frame, and shrink before a reader could feel one, at 50.
const QUICK: f64 = 15.0;
const SLOW: f64 = 35.0;

/// The event that says that the page is whole.
pub const SHOWN: &str = "recto-shown";

/// A page that is not on show yet: what is to be seen at once, and the rest of it, taken out when the page was built so that
/// a click need not do it.
pub struct SplitPage {
    first: DocumentFragment,
    /// The text, where it is an article.
    prose: Option<HtmlElement>,
    rest: Vec<Chunk>,
}

/// What is still to be shown of a page.
struct Chunk {
    node: Node,
    /// Where it goes; nothing where it stands already, and is only to be drawn.
    parent: Option<Node>,
    length: u32,
}

impl SplitPage {
    pub fn of(page: DocumentFragment) -> Self {
        let prose = find::first(page.unchecked_ref(), ".prose");
        let rest = match &prose {
            Some(prose) => behind_first_chunk(&page, prose),
            None => Vec::new(),
        };
        Self {
            first: page,
            prose,
            rest,
        }
    }

    /// An element of what is to be seen at once.
    pub fn first(&self, selector: &str) -> Option<HtmlElement> {
        find::first(self.first.unchecked_ref(), selector)
    }
}

thread_local! {
    /// Counts pages: a chunk of one that another has taken the place of is not shown.
    static PAGES: Cell<u32> = const { Cell::new(0) };
    /// While a page comes: settles when it is whole, or another page has taken its place.
    static COMING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Waits until the page on show has been painted, and all of its text is there.
pub async fn whole() {
    let coming = COMING.with_borrow(Option::clone);
    if let Some(coming) = coming {
        // It never rejects.
        drop(JsFuture::from(coming).await);
    }
}

/// Whether there is more to come of the page on show.
pub fn is_coming() -> bool {
    find::is_on_page("main [aria-busy]")
}

/// Replaces what `main` holds. `back`: the reader has been on the page before.
pub fn put(main: &Element, page: SplitPage, back: bool) {
    let SplitPage { first, prose, rest } = page;
    let chunks = match &prose {
        None => Vec::new(),
        Some(prose) if back => {
            rest.into_iter().for_each(Chunk::show);
            out_of_view(prose)
        }
        Some(_) => {
            let in_main = |chunk: Chunk| chunk.moved(&first, main);
            rest.into_iter().map(in_main).collect()
        }
    };
    let mut settle = None::<Function>;
    let coming = Promise::new(&mut |done, _| settle = Some(done));
    COMING.set(Some(coming));
    let number = PAGES.get() + 1;
    PAGES.set(number);
    let busy: Option<Element> = prose.filter(|_| !chunks.is_empty()).map(Into::into);
    if let Some(busy) = &busy {
        set_busy(busy, true);
    }
    main.replace_children_with_node_1(&first);
    spawn_local(async move {
        show(busy, chunks, number).await;
        // It cannot fail: it is a promise's.
        settle
            .iter()
            .for_each(|settle| drop(settle.call0(&JsValue::UNDEFINED)));
    });
}

async fn show(busy: Option<Element>, chunks: Vec<Chunk>, number: u32) {
    show_chunks(chunks, number).await;
    if PAGES.get() == number {
        busy.iter().for_each(|prose| set_busy(prose, false));
        COMING.set(None);
        if let Ok(event) = Event::new(SHOWN) {
            // Nobody can cancel it.
            drop(bridge::window().dispatch_event(&event));
        }
    }
}

/// Frame by frame, until all are there and painted, or another page has taken the place.
async fn show_chunks(chunks: Vec<Chunk>, number: u32) {
    let all: u32 = chunks.iter().map(|chunk| chunk.length).sum();
    let least = CHUNK.max(all / MAX_CHUNKS);
    let mut most = least;
    let mut chunks = chunks.into_iter();
    loop {
        let begin = timing::now();
        timing::painted().await;
        if chunks.len() == 0 || PAGES.get() != number {
            return;
        }
        let took = timing::now() - begin;
        if took < QUICK {
            most = most.saturating_mul(2);
        }
        if took > SLOW {
            most = least.max(most / 2);
        }
        let mut room = i64::from(most);
        while room > 0 {
            let Some(chunk) = chunks.next() else { break };
            room -= i64::from(chunk.length);
            chunk.show();
        }
    }
}

impl Chunk {
    fn new(node: &Node, parent: Option<&Node>) -> Self {
        Self {
            node: node.clone(),
            parent: parent.cloned(),
            length: length(node),
        }
    }

    /// Below another parent, if this one was to be its parent.
    fn moved(self, from: &Node, to: &Node) -> Self {
        let parent = self.parent.map(|parent| match parent == *from {
            true => to.clone(),
            false => parent,
        });
        Self { parent, ..self }
    }

    fn show(self) {
        // Neither can fail: the parent is where the node has been, and the attribute is one.
        match self.parent {
            Some(parent) => drop(parent.append_child(&self.node)),
            None => drop(
                self.node
                    .unchecked_ref::<Element>()
                    .remove_attribute("style"),
            ),
        }
    }
}

fn out_of_view(prose: &Element) -> Vec<Chunk> {
    let heights = heights::known();
    let blocks = find::all(prose, ":scope > *").zip(heights);
    blocks
        .map(|(block, height)| {
            let style = [
                "content-visibility: auto; block-size: ",
                &format_number(height),
                "px",
            ];
            block.style().set_css_text(&style.concat());
            Chunk::new(&block, None)
        })
        .collect()
}

/// Takes out of the page what is not seen at first, in the order of the document.
fn behind_first_chunk(page: &DocumentFragment, prose: &Element) -> Vec<Chunk> {
    let page: &Node = page;
    let mut room = first_screen();
    let mut last = prose.first_child();
    while let Some(node) = &last {
        room -= i64::from(length(node));
        if room <= 0 {
            break;
        }
        last = node.next_sibling();
    }
    let mut chunks = Vec::new();
    while let Some(above) = last.filter(|above| above != page) {
        let Some(parent) = above.parent_node() else {
            break;
        };
        while let Some(node) = above.next_sibling() {
            chunks.push(Chunk::new(&node, Some(&parent)));
            // It is the parent's child.
            drop(parent.remove_child(&node));
        }
        last = Some(parent);
    }
    chunks
}

/// In characters: as many as the window is pixels high fill it, below a title and at any width.
fn first_screen() -> i64 {
    bridge::window_height().unwrap_or(900.0) as i64
}

fn set_busy(prose: &Element, busy: bool) {
    // Neither can fail for a name that is an attribute's name.
    match busy {
        true => drop(prose.set_attribute("aria-busy", "true")),
        false => drop(prose.remove_attribute("aria-busy")),
    }
}

#[wasm_bindgen]
extern "C" {
    /// A node of which only the length of the text is wanted: `web-sys` would copy the text.
    type Text;

    #[wasm_bindgen(method, getter, js_name = textContent)]
    fn text_content(this: &Text) -> JsString;
}

fn length(node: &Node) -> u32 {
    node.unchecked_ref::<Text>().text_content().length()
}
