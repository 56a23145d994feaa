//! How high the blocks of a text were when the reader left it, by the entry of the history, so that the way back leads to
//! the same place before all blocks are drawn.

use super::navigation_api::navigation;
use crate::browser::{bridge, find};
use std::cell::RefCell;

/// A text of fewer blocks is drawn at once anyway; for one of more, each frame would cost more than what is left out.
const MIN_BLOCKS: usize = 20;
const MAX_BLOCKS: usize = 1500;

/// Entries that are kept.
const MAX_ENTRIES: usize = 50;

/// In CSS pixels.
type Heights = Vec<f64>;

thread_local! {
    /// The latest last.
    static HEIGHTS: RefCell<Vec<(String, Heights)>> = const { RefCell::new(Vec::new()) };
}

/// To be called before the page goes.
pub fn remember() {
    let (Some(key), Some(body)) = (key(), bridge::document().body()) else {
        return;
    };
    let blocks: Vec<_> = find::all(&body, "main .prose > *").collect();
    if !(MIN_BLOCKS..=MAX_BLOCKS).contains(&blocks.len()) {
        return;
    }
    let heights = blocks
        .iter()
        .map(|block| block.get_bounding_client_rect().height());
    let heights = heights.collect();
    HEIGHTS.with_borrow_mut(|all| {
        all.retain(|(known, _)| *known != key);
        if all.len() == MAX_ENTRIES {
            all.remove(0);
        }
        all.push((key, heights));
    });
}

/// Those of the entry that the reader is on; none where they are not known.
pub fn known() -> Heights {
    let Some(key) = key() else { return Vec::new() };
    HEIGHTS.with_borrow(|all| {
        let entry = all.iter().find(|(known, _)| *known == key);
        entry.map_or_else(Vec::new, |(_, heights)| heights.clone())
    })
}

fn key() -> Option<String> {
    Some(navigation()?.current_entry()?.key())
}
