//! What the interface says, as browsers get it: one file for each language but English, and what Markdown is rendered with.

use crate::build::store::json::json;
use crate::i18n::{Message, Translator, message, native::FILES};
use serde_json::{Map, Value};

/// What the Markdown renderer says, in the order of its `label.rs`.
const LABELS: [Message; 14] = [
    message::NOTE,
    message::TIP,
    message::IMPORTANT,
    message::WARNING,
    message::CAUTION,
    message::TAKEAWAY,
    message::FOOTNOTES,
    message::BACK_TO_REFERENCE,
    message::CUT_OFF,
    message::DONE,
    message::TO_DO,
    message::TABLE,
    message::CODE_BLOCK,
    message::FORMULA,
];

/// What Markdown is rendered with. The renderer knows the English texts itself.
pub fn labels(translator: &Translator) -> Vec<String> {
    match translator.are_english() {
        true => Vec::new(),
        false => LABELS.map(|label| translator.text(label)).into(),
    }
}

/// The languages, and what is in the file of each: its messages, and with them the renderer's.
pub fn files() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    FILES.into_iter().map(|(code, text)| {
        let mut messages: Map<String, Value> =
            serde_json::from_str(text).expect("the tests read every file of messages");
        messages.insert("labels".into(), labels(&Translator::of(code)).into());
        (code, json(&messages))
    })
}

/// How the scripts call the file of a language.
pub fn file_name(code: &str) -> String {
    ["messages-", code, ".json"].concat()
}
