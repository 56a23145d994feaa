//! The two scripts that stand in a page: one applies the reader's preferences before anything is painted; the other, behind
//! the text, waits for the first sign of reading.

use crate::build::store::fingerprint;
use crate::storage_key::StorageKey;

/// As a page holds them.
#[derive(Clone)]
pub struct InlineScripts {
    pub first_paint: String,
    pub first_sign: String,
}

impl InlineScripts {
    /// For a site below this base path. `start` is the URL of the start script, `messages` of what the interface says,
    /// where that is not English; `asks` whether links stand for what waits for a press.
    pub fn new(base_path: &str, start: &str, messages: Option<&str>, asks: bool) -> Self {
        // An empty slug gives the beginning that the names of all articles share.
        let keys = [
            ("preferences", StorageKey::Preferences),
            ("last", StorageKey::Last),
            ("reading", StorageKey::Reading("")),
            ("saved", StorageKey::Saved("")),
            ("reactions", StorageKey::Reactions("")),
        ];
        let names = keys.map(|(place, key)| (place, key.name(base_path)));
        let urls = [
            ("start", start.to_string()),
            ("messages", messages.unwrap_or_default().to_string()),
        ];
        let pressed = asks.then(|| (PRESSED, [PRESSED, ", [data-ask]"].concat()));
        let values: Vec<_> = names.into_iter().chain(urls).chain(pressed).collect();
        let fill = |script: &str| {
            let code = without_comments(script);
            values.iter().fold(code, |code, (place, value)| {
                code.replace(&quoted(place), &quoted(value))
            })
        };
        Self {
            first_paint: fill(include_str!("../../browser/scripts/first_paint.js")),
            first_sign: fill(include_str!("../../browser/scripts/first_sign.js")),
        }
    }

    /// What the Content-Security-Policy calls them.
    pub fn sources(&self) -> String {
        let scripts = [&self.first_paint, &self.first_sign];
        scripts
            .map(|script| fingerprint::policy_source(script))
            .join(" ")
    }
}

/// What needs the app when it is pressed, as `first_sign.js` says it.
const PRESSED: &str = "recto-reactions button, recto-actions button, [data-tool]";

/// Without indentation, lines of comment, and the types that stand between `/*` and `*/`, which browsers need not know.
fn without_comments(script: &str) -> String {
    let mut parts = script.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    let code = parts.fold(first, |code, part| {
        let (_, behind) = part.split_once("*/").unwrap_or_default();
        code + behind.trim_start_matches(' ')
    });
    let lines = code.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A text in JSON is one in JavaScript too; `<` could end the script.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text)
        .to_string()
        .replace('<', "\\u003C")
}
