//! What the desk may have to say, in the page itself: so it is in the site's language, and no other page pays for it.

use crate::content::site::Site;
use crate::i18n::{Message, build_message};
use leptos::prelude::*;

const PLAIN: [(&str, Message); 12] = [
    ("untitled", build_message::WRITE_UNTITLED),
    ("all-well", build_message::WRITE_ALL_WELL),
    ("head", build_message::WRITE_HEAD),
    ("no-title", build_message::WRITE_NO_TITLE),
    ("no-date", build_message::WRITE_NO_DATE),
    ("no-text", build_message::WRITE_NO_TEXT),
    ("no-room", build_message::WRITE_NO_ROOM),
    ("link-copied", build_message::WRITE_LINK_COPIED),
    ("link-shown", build_message::WRITE_LINK_SHOWN),
    ("link-too-long", build_message::WRITE_LINK_TOO_LONG),
    ("banner", build_message::WRITE_BANNER),
    ("broken-link", build_message::WRITE_BROKEN_LINK),
];

/// With the name of a file, or an address.
const OF_FILES: [(&str, Message<1>); 7] = [
    ("no-picture", build_message::WRITE_NO_PICTURE),
    ("no-article", build_message::WRITE_NO_ARTICLE),
    ("opened", build_message::WRITE_OPENED),
    ("saved", build_message::WRITE_SAVED),
    ("not-text", build_message::WRITE_NOT_TEXT),
    ("too-large", build_message::WRITE_TOO_LARGE),
    ("too-many", build_message::WRITE_TOO_MANY),
];

/// The places stay as they are: `{file}`, `{line}` and `{column}`.
#[component]
pub fn DeskWords<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    let plain = PLAIN.map(|(name, message)| (name, translator.text(message)));
    let of_files = OF_FILES.map(|(name, message)| (name, translator.fill(message, ["{file}"])));
    let places = [
        (
            "line",
            translator.fill(build_message::WRITE_LINE, ["{line}"]),
        ),
        (
            "place",
            translator.fill(build_message::WRITE_PLACE, ["{line}", "{column}"]),
        ),
    ];
    let words = plain.into_iter().chain(of_files).chain(places);
    let words = words.map(|(name, text)| view! { <li data-word=name>{text}</li> });
    view! { <ul hidden>{words.collect_view()}</ul> }
}
