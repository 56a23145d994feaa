//! The sections of a text: their headings, where they are on screen, and what they say.

use crate::browser::{bridge, find};
use crate::reader_data::Sections;
use web_sys::{Element, HtmlElement};

const HEADINGS: &str = ":is(h2, h3, h4)[id]";

/// Those at the top level of the text.
pub fn headings(prose: &HtmlElement) -> Vec<HtmlElement> {
    find::all(prose, &[":scope > ", HEADINGS].concat()).collect()
}

/// Whether the reader has come to it: it is in the upper third of the window.
pub fn is_reached(heading: &Element) -> bool {
    heading.get_bounding_client_rect().top() <= window_height() / 3.0
}

/// In CSS pixels.
pub fn window_height() -> f64 {
    bridge::window_height().unwrap_or_default()
}

/// From the id of each section's heading to a hash of the section's text. What stands before the first has no name.
pub fn hashes(prose: &HtmlElement) -> Sections {
    let mut hashes: Vec<(String, u32)> = Vec::new();
    let mut name = String::new();
    for element in find::all(prose, ":scope > *") {
        if element.matches(HEADINGS).unwrap_or_default() {
            name = element.id();
        }
        let text = element.text_content().unwrap_or_default();
        let known = hashes.iter_mut().find(|(known, _)| *known == name);
        match known {
            Some((_, hash)) => *hash = continued(*hash, &text),
            None => hashes.push((name.clone(), continued(START, &text))),
        }
    }
    hashes.into()
}

const START: u32 = 0x811c_9dc5;

/// FNV-1a, 32 bits, over UTF-16: nobody wants to deceive here, and it is short.
fn continued(hash: u32, text: &str) -> u32 {
    text.encode_utf16().fold(hash, |hash, unit| {
        (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193)
    })
}
