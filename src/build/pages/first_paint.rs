//! The one inline script of a page: it applies the reader's preferences before anything is painted.

use crate::stored::Key;

const SCRIPT: &str = include_str!("../../browser/first_paint.js");

/// The script for a site below this base path, without comments and indentation.
pub fn script(base_path: &str) -> String {
    let lines = SCRIPT.lines().map(str::trim);
    let code: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
    [("preferences", Key::Preferences), ("last", Key::Last)]
        .iter()
        .fold(code.join("\n"), |code, (place, key)| {
            code.replace(&quoted(place), &quoted(&key.name(base_path)))
        })
}

/// A text in JSON is one in JavaScript too; `<` could end the script.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text)
        .to_string()
        .replace('<', "\\u003C")
}
