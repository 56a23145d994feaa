//! The app that readers download later: the wasm modules that Trunk built, and the script that starts them.
//!
//! Trunk names files before `wasm-opt` has changed them, so the names that caches may keep for ever are made here.

use super::fingerprint;
use super::output::Outputs;
use super::parts::Parts;
use super::problem::{Position, Problems};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where files with a fingerprint in their name lie, below `dist/`.
pub const FOLDER: &str = "assets/";

/// The start script, in which `"./app.js"` and the like stand for the files' names.
const START_SCRIPT: &str = "start.js";

/// What Trunk and its hook wrote, and how the start script calls it.
const APP: [(&str, &str); 8] = [
    ("recto.js", "app.js"),
    ("recto_bg.wasm", "app.wasm"),
    ("reading.js", "reading.js"),
    ("text.js", "text.js"),
    ("recto-markdown.js", "markdown.js"),
    ("recto-markdown_bg.wasm", "markdown.wasm"),
    ("recto-tools.js", "tools.js"),
    ("recto-tools_bg.wasm", "tools.wasm"),
];

/// How the start script calls the style sheet of the tools.
const TOOLS_SHEET: &str = "tools.css";

/// `assets.json`: which files with such names there are. Not among them, because its own name never changes.
#[derive(Serialize)]
struct Manifest<'a> {
    #[serde(flatten)]
    app: &'a App,
    /// All of them, which a later build keeps for as long as readers may still ask for them.
    files: Vec<&'a str>,
}

/// Where the manifest lies, below `dist/`.
pub const MANIFEST: &str = "assets.json";

/// The files of the app, below `dist/`.
#[derive(Serialize)]
pub struct App {
    /// What a first visit loads: the start script, and what it loads at once.
    pub start: Vec<String>,
    /// What follows when it is needed.
    later: Vec<String>,
    /// What only a reader who opens a tool loads.
    tools: Vec<String>,
}

impl App {
    /// Adds the manifest, when all else is there.
    pub fn add_manifest(&self, outputs: &mut Outputs) {
        let files = outputs.paths().filter(|path| path.starts_with(FOLDER));
        let manifest = Manifest {
            app: self,
            files: files.collect(),
        };
        // No value of ours fails to serialise: its keys are texts.
        let manifest = serde_json::to_vec(&manifest).unwrap_or_default();
        outputs.insert(MANIFEST, manifest);
    }
}

/// The assets that a manifest lists; none where it cannot be read.
pub fn listed(manifest: &[u8]) -> BTreeSet<String> {
    #[derive(Default, Deserialize)]
    struct Listed {
        files: BTreeSet<String>,
    }
    let listed: Listed = serde_json::from_slice(manifest).unwrap_or_default();
    listed.files
}

/// Puts the app among the outputs.
pub fn add_app(
    app: &Parts,
    tools_sheet: String,
    outputs: &mut Outputs,
    problems: &mut Problems,
) -> App {
    let mut read = |file: &str| {
        let bytes = app.read(file).ok();
        if bytes.is_none() {
            let remedy = "run `trunk build`, or name the folder that it wrote with --app";
            let path = app.path(file);
            problems.error(
                &path.to_string_lossy(),
                Position::START,
                "there is no such file",
                remedy,
            );
        }
        bytes.unwrap_or_default().into_owned()
    };
    let mut start_script = String::from_utf8_lossy(&read(START_SCRIPT)).into_owned();
    let files = APP.map(|(file, name)| (name, read(file)));
    let sheet = (TOOLS_SHEET, tools_sheet.into_bytes());
    let mut paths = Vec::new();
    for (name, bytes) in files.into_iter().chain([sheet]) {
        let hashed = fingerprint::name(name, &bytes);
        start_script = start_script.replace(&quoted(name), &quoted(&hashed));
        paths.push([FOLDER, &hashed].concat());
        outputs.insert([FOLDER, &hashed].concat(), bytes);
    }
    let hashed = fingerprint::name(START_SCRIPT, start_script.as_bytes());
    let start = [FOLDER, &hashed].concat();
    outputs.insert(&start, start_script);
    let tools = paths.split_off(6);
    let later = paths.split_off(4);
    paths.insert(0, start);
    App {
        start: paths,
        later,
        tools,
    }
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
        for name in APP.map(|(_, name)| name).into_iter().chain([TOOLS_SHEET]) {
            assert!(
                include_str!("../browser/start.js").contains(&quoted(name)),
                "start.js does not load {name}"
            );
        }
    }
}
