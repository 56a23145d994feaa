//! The app that readers download later: the wasm modules that Trunk built, and the script that starts them.
//!
//! Trunk names files before `wasm-opt` has changed them, so the names that caches may keep for ever are made here.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::enrich::messages;
use crate::build::options::asset_source::AssetSource;
use crate::build::pages::page_assets::Linked;
use crate::build::pages::page_style::LaterSheets;
use crate::build::store::asset_paths::{FOLDER, MANIFEST};
use crate::build::store::fingerprint;
use crate::build::store::json::json;
use crate::build::store::output::{Maker, OutputFiles};
use crate::route;
use serde::Serialize;
use std::collections::BTreeMap;

/// The start script, in which `"./app.js"` and the like stand for the files' names.
const START_SCRIPT: &str = "start.js";

/// The script with the elements for other people's pages. It names its files in the same way.
const EMBED_SCRIPT: &str = "v1.js";

/// What that script loads with a search, and how it calls it.
const SEARCH_BOX: (&str, &str) = ("search_box.js", "search-box.js");

/// The script that gives frames their height, in other people's pages; and the one in the pages for frames.
const FRAME_SCRIPT: &str = "frame.js";
const FRAMED_SCRIPT: &str = "framed.js";

/// What the page about embedding loads beside what every page does.
const BUILDER_SHEET: &str = "builder.css";

/// The same of the page to write at.
const DESK_SHEET: &str = "desk.css";

/// What Trunk and its hook wrote, how the scripts call it, and when it is loaded.
const APP: [(&str, &str, Phase); 14] = [
    ("recto.js", "app.js", Phase::Start),
    ("recto_bg.wasm", "app.wasm", Phase::Start),
    ("recto-markdown.js", "markdown.js", Phase::Later),
    ("recto-markdown_bg.wasm", "markdown.wasm", Phase::Later),
    ("recto-tools.js", "tools.js", Phase::Tools),
    ("recto-tools_bg.wasm", "tools.wasm", Phase::Tools),
    ("recto-search.js", "search.js", Phase::Search),
    ("recto-search_bg.wasm", "search.wasm", Phase::Search),
    ("recto-live.js", "live.js", Phase::Live),
    ("recto-live_bg.wasm", "live.wasm", Phase::Live),
    ("recto-desk.js", "desk.js", Phase::Desk),
    ("recto-desk_bg.wasm", "desk.wasm", Phase::Desk),
    ("recto-embed.js", "embed-view.js", Phase::Embed),
    ("recto-embed_bg.wasm", "embed-view.wasm", Phase::Embed),
];

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Start,
    Later,
    Tools,
    Search,
    Live,
    Desk,
    Embed,
}

/// Style sheets that do not stand in pages, and how the scripts call them.
pub struct Sheets {
    /// What pages link to behind their text.
    pub later: Option<LaterSheets>,
    /// What comes with the app.
    pub app: Option<String>,
    pub tools: String,
    pub embed: String,
    pub builder: String,
    /// Of the page to write at, if there is one.
    pub desk: Option<String>,
}

const APP_SHEET: &str = "app.css";
const TOOLS_SHEET: &str = "tools.css";
const EMBED_SHEET: &str = "embed-view.css";

/// `assets.json`: which files with such names there are. Not among them, because its own name never changes.
#[derive(Serialize)]
struct Manifest<'a> {
    #[serde(flatten)]
    app: &'a App,
    /// All of them, which a later build keeps for as long as readers may still ask for them.
    files: Vec<&'a str>,
}

/// The files of the app, below `dist/`.
#[derive(Serialize)]
pub struct App {
    /// What a first visit loads: the start script, and what it loads at once.
    pub start: Vec<String>,
    /// The style sheets that pages link to behind their text.
    pub later_sheets: Option<LaterSheets>,
    /// What follows when it is needed.
    later: Vec<String>,
    /// What only a reader who opens a tool loads.
    tools: Vec<String>,
    /// What only a reader who searches loads beside that.
    search: Vec<String>,
    /// What readers load where something was published without a build.
    live: Vec<String>,
    /// What the page to write at loads beside what every page does, and whoever drops a text on any page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    desk: Vec<String>,
    /// What other people's pages load for any embed; a whole article needs the Markdown module as well.
    embed: Vec<String>,
    /// What they load beside that for a field that searches, and for whoever uses it the files of `search`.
    search_box: [String; 1],
    /// What a page in another language than English loads with them, by the code of the language.
    pub messages: BTreeMap<&'static str, String>,
    /// The script with the elements, under a name that changes with it, and its digest for `integrity`.
    embed_script: Pinned,
    /// What other people's pages load for any number of frames, and the same under a name that changes with it.
    frame: [&'static str; 1],
    frame_script: Pinned,
    /// What pages for frames load.
    pub framed: Linked,
    /// What the page about embedding loads beside what every page does.
    pub builder_sheet: String,
    #[serde(skip)]
    pub desk_sheet: Option<String>,
}

/// A file that may be named together with what it holds.
#[derive(Serialize)]
struct Pinned {
    path: String,
    integrity: String,
}

impl App {
    /// The manifest of all assets among these paths.
    pub fn manifest<'a>(&self, paths: impl Iterator<Item = &'a str>) -> OutputFiles {
        let manifest = Manifest {
            app: self,
            files: paths.filter(|path| path.starts_with(FOLDER)).collect(),
        };
        let mut files = OutputFiles::of(Maker::part("the list of assets"));
        files.insert(MANIFEST, json(&manifest));
        files
    }
}

/// Puts the app among the outputs.
pub fn add_app(
    app: &AssetSource,
    sheets: Sheets,
    outputs: &mut OutputFiles,
    problems: &mut Problems,
) -> App {
    let scripts = [START_SCRIPT, EMBED_SCRIPT, FRAME_SCRIPT, FRAMED_SCRIPT];
    let [mut start, mut embed, frame, framed] =
        scripts.map(|script| read_script(app, script, problems));
    let builder_sheet = add_hashed(BUILDER_SHEET, sheets.builder, outputs);
    let desk_sheet = (sheets.desk).map(|sheet| add_hashed(DESK_SHEET, sheet, outputs));
    let mut add_later = |name: &str, sheet: &str| {
        add_hashed(&["later-", name, ".css"].concat(), sheet.into(), outputs)
    };
    let later_sheets = sheets.later.map(|sheets| sheets.map(&mut add_later));
    let embed_sheet = fingerprint::name(EMBED_SHEET, sheets.embed.as_bytes());
    let mut files = read_modules(app, desk_sheet.is_some(), &mut start, problems);
    match sheets.app {
        Some(sheet) => files.push((APP_SHEET, sheet.into_bytes(), Phase::Start)),
        // Pages have all rules in themselves.
        None => leave_out(APP_SHEET, &mut start),
    }
    files.push((TOOLS_SHEET, sheets.tools.into_bytes(), Phase::Tools));
    files.push((EMBED_SHEET, sheets.embed.into_bytes(), Phase::Embed));
    let mut paths = Vec::new();
    for (name, bytes, phase) in files {
        let hashed = fingerprint::name(name, &bytes);
        start = start.replace(&quoted(name), &quoted(&hashed));
        embed = embed.replace(&quoted(name), &from_beside(&hashed));
        paths.push((phase, [FOLDER, &hashed].concat()));
        outputs.insert([FOLDER, &hashed].concat(), bytes);
    }
    let search_box = add_search_box(
        read_script(app, SEARCH_BOX.0, problems),
        &mut embed,
        outputs,
    );
    let messages = add_messages(&mut embed, outputs);
    let of = |wanted: Phase| {
        let paths = paths.iter().filter(move |(phase, _)| *phase == wanted);
        paths.map(|(_, path)| path.clone())
    };
    App {
        start: std::iter::once(add_hashed(START_SCRIPT, start, outputs))
            .chain(of(Phase::Start))
            .collect(),
        later_sheets,
        later: of(Phase::Later).collect(),
        tools: of(Phase::Tools).collect(),
        search: of(Phase::Search).collect(),
        live: of(Phase::Live).collect(),
        desk: of(Phase::Desk).chain(desk_sheet.clone()).collect(),
        embed: std::iter::once(route::EMBED_SCRIPT.into())
            .chain(of(Phase::Embed))
            .collect(),
        search_box: [search_box],
        messages,
        embed_script: add_pinned(EMBED_SCRIPT, route::EMBED_SCRIPT, embed, outputs),
        frame: [route::FRAME_SCRIPT],
        frame_script: add_pinned(FRAME_SCRIPT, route::FRAME_SCRIPT, frame, outputs),
        framed: Linked {
            script: add_hashed(FRAMED_SCRIPT, framed, outputs),
            style_sheet: [FOLDER, &embed_sheet].concat(),
        },
        builder_sheet,
        desk_sheet,
    }
}

/// The modules and their scripts, under the names by which scripts call them; the desk's, if there is one.
fn read_modules(
    app: &AssetSource,
    has_desk: bool,
    start: &mut String,
    problems: &mut Problems,
) -> Vec<(&'static str, Vec<u8>, Phase)> {
    let (there, missing): (Vec<_>, Vec<_>) = APP
        .into_iter()
        .partition(|(_, _, phase)| *phase != Phase::Desk || has_desk);
    missing
        .iter()
        .for_each(|(_, name, _)| leave_out(name, start));
    let read = |(file, name, phase)| (name, read_asset(app, file, problems), phase);
    there.into_iter().map(read).collect()
}

fn read_script(app: &AssetSource, file: &str, problems: &mut Problems) -> String {
    String::from_utf8_lossy(&read_asset(app, file, problems)).into_owned()
}

/// A name that is empty says to the script that there is no such file.
fn leave_out(name: &str, start: &mut String) {
    *start = start.replace(&quoted(name), "\"\"");
}

/// Nothing, with an error, where the file is missing.
fn read_asset(app: &AssetSource, file: &str, problems: &mut Problems) -> Vec<u8> {
    match app.read(file) {
        Ok(bytes) => bytes.into_owned(),
        Err(_) => {
            let path = app.path(file);
            problems.error(
                &path.to_string_lossy(),
                Position::START,
                "there is no such file",
                "run `trunk build`, or name the folder that it wrote with --app",
            );
            Vec::new()
        }
    }
}

/// The interface's messages, a file for each language, whose names the embed script is told; their paths by language.
fn add_messages(embed: &mut String, outputs: &mut OutputFiles) -> BTreeMap<&'static str, String> {
    let mut paths = BTreeMap::new();
    for (code, text) in messages::files() {
        let name = messages::file_name(code);
        let hashed = fingerprint::name(&name, &text);
        *embed = embed.replace(&quoted(&name), &from_beside(&hashed));
        outputs.insert([FOLDER, &hashed].concat(), text);
        paths.insert(code, [FOLDER, &hashed].concat());
    }
    paths
}

/// The script of the field that searches, whose name the embed script is told; its path.
fn add_search_box(script: String, embed: &mut String, outputs: &mut OutputFiles) -> String {
    let hashed = fingerprint::name(SEARCH_BOX.1, script.as_bytes());
    *embed = embed.replace(&quoted(SEARCH_BOX.1), &from_beside(&hashed));
    add_hashed(SEARCH_BOX.1, script, outputs)
}

/// Adds a script at an address that never changes, and under a name that does.
fn add_pinned(name: &str, address: &str, script: String, outputs: &mut OutputFiles) -> Pinned {
    outputs.insert(address, script.clone());
    Pinned {
        integrity: fingerprint::integrity(script.as_bytes()),
        path: add_hashed(name, script, outputs),
    }
}

fn add_hashed(name: &str, text: String, outputs: &mut OutputFiles) -> String {
    let path = [FOLDER, &fingerprint::name(name, text.as_bytes())].concat();
    outputs.insert(&path, text);
    path
}

/// How the script of the embeds, which lies in a folder beside the assets, finds one of them.
fn from_beside(name: &str) -> String {
    ["\"../", FOLDER, name, "\""].concat()
}

/// How the scripts spell the name of a file.
fn quoted(name: &str) -> String {
    ["\"./", name, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_name_every_file_of_the_app() {
        let start = include_str!("../../browser/scripts/start.js");
        let embed = include_str!("../../browser/scripts/v1.js");
        let files = APP.map(|(_, name, phase)| (name, phase));
        let sheets = [
            (APP_SHEET, Phase::Start),
            (TOOLS_SHEET, Phase::Tools),
            (EMBED_SHEET, Phase::Embed),
        ];
        for (name, phase) in files.into_iter().chain(sheets) {
            let script = if phase == Phase::Embed { embed } else { start };
            assert!(script.contains(&quoted(name)), "{name} is never loaded");
        }
        for (code, _) in messages::files() {
            let name = messages::file_name(code);
            assert!(embed.contains(&quoted(&name)), "{name} is never loaded");
        }
    }
}
