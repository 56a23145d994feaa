//! What says that a page is loading, when it takes a while: a thin bar, and a word for those who do not see it.

use crate::browser::{bridge, timing};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// In milliseconds. What comes sooner needs no sign.
const A_WHILE: i32 = 300;

thread_local! {
    /// How many pages have a sign.
    static SIGNS: Cell<u32> = const { Cell::new(0) };
}

/// For as long as this lives, something is loading.
pub struct LoadingSign(Rc<Cell<State>>);

#[derive(Clone, Copy, PartialEq)]
enum State {
    Waiting,
    Shown,
    Over,
}

pub fn begin() -> LoadingSign {
    let state = Rc::new(Cell::new(State::Waiting));
    let waiting = state.clone();
    spawn_local(async move {
        timing::sleep(A_WHILE).await;
        if waiting.get() == State::Waiting {
            waiting.set(State::Shown);
            change(1);
        }
    });
    LoadingSign(state)
}

impl Drop for LoadingSign {
    fn drop(&mut self) {
        if self.0.replace(State::Over) == State::Shown {
            change(-1);
        }
    }
}

fn change(by: i32) {
    SIGNS.set(SIGNS.get().saturating_add_signed(by));
    let document = bridge::document();
    let (root, main) = (
        document.document_element(),
        document.get_element_by_id("recto-main"),
    );
    let attributes = [(root, "data-loading"), (main, "aria-busy")];
    for (element, name) in attributes {
        // Neither can fail for a name that is an attribute's name.
        drop(element.map(|element| match SIGNS.get() {
            0 => element.remove_attribute(name),
            _ => element.set_attribute(name, "true"),
        }));
    }
}
