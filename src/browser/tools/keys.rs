//! The keys of the site, as a list.

use super::dialog;
use crate::browser::host;
use crate::html::element;
use crate::language::{Message, message};

const KEYS: [(&[&str], Message); 5] = [
    (&["/", "Ctrl K"], message::KEYS_SEARCH),
    (&["j"], message::KEYS_NEXT),
    (&["k"], message::KEYS_PREVIOUS),
    (&["?"], message::KEYS_LIST),
    (&["Esc"], message::KEYS_CLOSE),
];

pub fn open() {
    let words = &host::words();
    let rows = KEYS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| element("kbd", "").text(key));
        element("li", "key")
            .child(element("span", "key-names").children(keys))
            .child(element("span", "").say(words, *what))
    });
    let list = element("ul", "keys").children(rows);
    let switch = element("p", "tool-note").say(words, message::KEYS_SWITCH);
    let title = words.text(message::KEYBOARD);
    dialog::open("tool-keys", &title, vec![list.into(), switch.into()]);
}
