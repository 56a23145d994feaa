//! The one inline script of a page: it applies the reader's preferences before anything is painted.

use crate::stored::Key;

const SCRIPT: &str = include_str!("../browser/first_paint.js");

/// The script for a site below this base path, without comments and indentation.
pub fn script(base_path: &str) -> String {
    let lines = SCRIPT.lines().map(str::trim);
    let code: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
    // A text in JSON is one in JavaScript too; `<` could end the script.
    let key = serde_json::Value::from(Key::Preferences.name(base_path)).to_string();
    code.join("\n")
        .replace("\"key\"", &key.replace('<', "\\u003C"))
}
