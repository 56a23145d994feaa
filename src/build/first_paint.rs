//! The one inline script of a page: it applies the reader's preferences before anything is painted, and waits for the
//! first sign of reading.

use crate::stored::Key;

const SCRIPT: &str = include_str!("../browser/scripts/first_paint.js");

/// The script for a site below this base path, without comments and indentation. `start` is the URL of the start script,
/// `messages` of what the interface says, where that is not English.
pub fn script(base_path: &str, start: &str, messages: Option<&str>) -> String {
    let script = without_comments(SCRIPT);
    let lines = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let code: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
    // An empty slug gives the beginning that the names of all articles share.
    let keys = [
        ("preferences", Key::Preferences),
        ("last", Key::Last),
        ("reading", Key::Reading("")),
        ("saved", Key::Saved("")),
        ("reactions", Key::Reactions("")),
    ];
    let names = keys.map(|(place, key)| (place, key.name(base_path)));
    let urls = [
        ("start", start.to_string()),
        ("messages", messages.unwrap_or_default().to_string()),
    ];
    let values = names.iter().chain(&urls);
    values.fold(code.join("\n"), |code, (place, value)| {
        code.replace(&quoted(place), &quoted(value))
    })
}

/// Without what stands between `/*` and `*/`: the types, which browsers need not know.
fn without_comments(script: &str) -> String {
    let mut parts = script.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |code, part| {
        let (_, behind) = part.split_once("*/").unwrap_or_default();
        code + behind.trim_start_matches(' ')
    })
}

/// A text in JSON is one in JavaScript too; `<` could end the script.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text)
        .to_string()
        .replace('<', "\\u003C")
}
