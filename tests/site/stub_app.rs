//! An app folder whose files are there but empty of meaning: what builds and benches of content need of the app.

use std::fs;
use std::path::Path;

/// All that `recto build --app` reads, but for the start script, which names the others.
const FILES: [&str; 18] = [
    "recto.js",
    "recto_bg.wasm",
    "recto-markdown.js",
    "recto-markdown_bg.wasm",
    "recto-search.js",
    "recto-search_bg.wasm",
    "recto-live.js",
    "recto-live_bg.wasm",
    "recto-desk.js",
    "recto-desk_bg.wasm",
    "recto-tools.js",
    "recto-tools_bg.wasm",
    "v1.js",
    "frame.js",
    "framed.js",
    "search_box.js",
    "recto-embed.js",
    "recto-embed_bg.wasm",
];

/// Writes it into the folder, which is made.
pub fn write(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for file in FILES {
        fs::write(folder.join(file), file).unwrap();
    }
    let start = include_str!("../../src/browser/scripts/start.js");
    fs::write(folder.join("start.js"), start).unwrap();
}
