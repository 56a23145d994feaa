//! The keys of the site, as a list.

use super::dialog;
use crate::html::element;

const TITLE: &str = "Keyboard";

const KEYS: [(&[&str], &str); 5] = [
    (&["/", "Ctrl K"], "Search articles, and do things"),
    (&["j"], "Next article of a list"),
    (&["k"], "Previous article of a list"),
    (&["?"], "This list"),
    (&["Esc"], "Close what is open"),
];

const SWITCH: &str = "Keys of a single letter can be switched off under Reading preferences.";

pub fn open() {
    let rows = KEYS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| element("kbd", "").text(key));
        element("li", "key")
            .child(element("span", "key-names").children(keys))
            .child(element("span", "").text(what))
    });
    let list = element("ul", "keys").children(rows);
    let switch = element("p", "tool-note").text(SWITCH);
    dialog::open("tool-keys", TITLE, vec![list.into(), switch.into()]);
}
