//! What opens when a reader asks for it. None of this is in the app: it is a module of its own (`tools_module.rs`), and
//! `start.js` loads it, with `style/tools.css`, when a tool is opened for the first time.

mod changes;
mod dialog;
mod image;
mod keys;
mod palette;
mod preferences;
mod search;
mod share;
mod you;

use super::host::{self, Host};
use web_sys::HtmlElement;

/// Opens the tool of this name, for an element where it belongs to one. A name that no tool has opens nothing.
pub fn open(host: Host, tool: &str, element: Option<HtmlElement>) {
    host::keep(host);
    match tool {
        "preferences" => preferences::open(),
        "palette" => palette::open(),
        "keys" => keys::open(),
        "share" => share::open(),
        "changes" => element.iter().for_each(changes::open),
        "you" => element.iter().for_each(you::open),
        "image" => element.iter().for_each(image::open),
        _ => {}
    }
}
