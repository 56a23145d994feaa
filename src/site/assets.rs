//! The app that readers download later: the wasm modules that Trunk built, and the script that starts them.
//!
//! Trunk names files before `wasm-opt` has changed them, so the names that caches may keep for ever are made here.

use super::fingerprint;
use super::output::Outputs;
use super::problem::{Position, Problems};
use serde::Serialize;
use std::fs;
use std::path::Path;

/// Where files with a fingerprint in their name lie, below `dist/`.
pub const FOLDER: &str = "assets/";

/// The start script; `"./app.js"` and the like stand for the files' names.
const START_SCRIPT: &str = include_str!("../browser/start.js");

/// What Trunk wrote, and how the start script calls it.
const APP: [(&str, &str); 4] = [
    ("recto.js", "app.js"),
    ("recto_bg.wasm", "app.wasm"),
    ("recto-markdown.js", "markdown.js"),
    ("recto-markdown_bg.wasm", "markdown.wasm"),
];

/// `assets/manifest.json`: what a first visit loads, and what follows later. Paths below `dist/`.
#[derive(Serialize)]
struct Manifest {
    start: Vec<String>,
    later: Vec<String>,
}

/// Puts the app among the outputs. Answers the path of the start script.
pub fn add_app(folder: &Path, outputs: &mut Outputs, problems: &mut Problems) -> String {
    let mut start_script = START_SCRIPT.to_string();
    let mut paths = Vec::new();
    for (file, name) in APP {
        let path = folder.join(file);
        let Ok(bytes) = fs::read(&path) else {
            let remedy = "run `trunk build`, or name the folder that it wrote with --app";
            problems.error(
                &path.to_string_lossy(),
                Position::START,
                "there is no such file",
                remedy,
            );
            continue;
        };
        let hashed = fingerprint::name(name, &bytes);
        start_script = start_script.replace(&quoted(name), &quoted(&hashed));
        paths.push([FOLDER, &hashed].concat());
        outputs.insert([FOLDER, &hashed].concat(), bytes);
    }
    let start = [
        FOLDER,
        &fingerprint::name("start.js", start_script.as_bytes()),
    ]
    .concat();
    outputs.insert(&start, start_script);
    let later = paths.split_off(paths.len().min(2));
    paths.insert(0, start.clone());
    let manifest = serde_json::to_vec(&Manifest {
        start: paths,
        later,
    })
    .unwrap_or_default();
    outputs.insert([FOLDER, "manifest.json"].concat(), manifest);
    start
}

/// How the start script spells the name of a file beside it.
fn quoted(name: &str) -> String {
    ["\"./", name, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_script_names_every_file_of_the_app() {
        for (_, name) in APP {
            assert!(
                START_SCRIPT.contains(&quoted(name)),
                "start.js does not load {name}"
            );
        }
    }
}
