//! What each element loads that stands alone in somebody else's page, pictures apart: script, wasm, style and data.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::report::{File, Group};
use super::{KB, assets, measure};
use crate::mirror;

pub const TITLE: &str = "bytes of an element alone, with the heaviest data there is";

/// The script that pages name: all that is loaded before an element is near what is seen.
const SCRIPT: &str = "embed/v1.js";
const SCRIPT_BUDGET: usize = 3 * KB;
const BUDGET: usize = 85 * KB;
const ARTICLE_BUDGET: usize = 175 * KB;
/// With the engine, which comes once a reader uses the field.
const SEARCH_BUDGET: usize = 132 * KB;

/// What every embed reads.
const SITE: &str = "content/site.json";

/// The folder with what the interface says: of all JSON, nothing else lies there. English needs none of it.
const MESSAGES: &str = "assets";

/// The elements, and the folder with what they read as well.
const EMBEDS: [(&str, &str); 5] = [
    ("recto-reactions", "content/articles"),
    ("recto-card", "content/articles"),
    ("recto-related", "content/articles"),
    ("recto-author", "content/lists/authors"),
    ("recto-latest", "content/lists/home"),
];

/// In the order of loading: what is painted first, without a byte of ours, the script, then every element.
pub fn embeds(dist: &Path, manifest: &Value) -> Result<Vec<Group>> {
    let mut shared = assets(dist, manifest, "embed", "", BUDGET)?.files;
    shared.push(measure(dist, SITE)?);
    shared.extend(heaviest(dist, MESSAGES, |path| {
        Ok(vec![measure(dist, path)?])
    })?);
    let group = |title: &str, budget, files| Group::new(title, Some(budget), files);
    let script = vec![measure(dist, SCRIPT)?];
    let mut groups = vec![
        group("what the tag holds, until the embed is there", 0, vec![]),
        group(
            "the script, until an element is near",
            SCRIPT_BUDGET,
            script,
        ),
    ];
    for (element, folder) in EMBEDS {
        let data = heaviest(dist, folder, |path| Ok(vec![measure(dist, path)?]))?;
        groups.push(group(element, BUDGET, [shared.clone(), data].concat()));
    }
    let field = assets(dist, manifest, "search_box", "", BUDGET)?.files;
    let engine = assets(dist, manifest, "search", "", BUDGET)?.files;
    let search = [shared.clone(), field, engine].concat();
    groups.push(group("recto-search, in use", SEARCH_BUDGET, search));
    let markdown = assets(dist, manifest, "later", "", BUDGET)?.files;
    let text = heaviest(dist, "content/articles", |path| {
        let text = Path::new(path).with_extension("md");
        Ok(vec![
            measure(dist, path)?,
            measure(dist, &text.to_string_lossy())?,
        ])
    })?;
    let all = [shared, markdown, text].concat();
    groups.push(group("recto-article", ARTICLE_BUDGET, all));
    Ok(groups)
}

/// The files that the heaviest JSON file of a folder comes with.
fn heaviest(
    dist: &Path,
    folder: &str,
    with: impl Fn(&str) -> Result<Vec<File>>,
) -> Result<Vec<File>> {
    let files = mirror::files(&dist.join(folder))?;
    let paths = files
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "json"));
    let sets = paths.map(|path| with(&format!("{folder}/{}", path.display())));
    let sets = sets.collect::<Result<Vec<_>>>()?;
    let weight = |files: &Vec<File>| files.iter().map(|file| file.brotli).sum::<usize>();
    let heaviest = sets.into_iter().max_by_key(weight);
    heaviest.with_context(|| format!("dist/{folder} holds no JSON"))
}
