//! Why an article is offered after another, in words for the reader.

use super::{Translator, message};
use crate::content::shared_ground::Reason;

pub fn reason_text(translator: &Translator, reason: &Reason) -> String {
    let list = |items: &[String]| {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        translator.list(&items)
    };
    match reason {
        Reason::SameSeries => translator.text(message::SAME_SERIES),
        Reason::SharedTags(tags) => translator.fill(message::SHARED_TAGS, [&list(tags)]),
        Reason::SharedWords(words) => translator.fill(message::SHARED_WORDS, [&list(words)]),
        Reason::Recent => translator.text(message::RECENT),
    }
}
