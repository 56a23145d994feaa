//! What a reader of an article loads before a sign of reading: the document, its styles and scripts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{
    KB, document, measure,
    report::{File, Group},
};
use crate::mirror;

const DOCUMENT_BUDGET: usize = 17 * KB;
const SCRIPT_BUDGET: usize = 3 * KB;

/// Of the heaviest article, being the worst that a reader can meet; the median says what is usual.
pub fn groups(dist: &Path) -> Result<Vec<Group>> {
    let mut pages = Vec::new();
    for path in article_pages(dist)? {
        pages.push(measure(dist, &path)?);
    }
    pages.sort_by_key(|page| page.brotli);
    let count = pages.len();
    ensure!(count > 0, "dist/articles holds no article");
    let (median, heaviest) = (pages[(count - 1) / 2].clone(), pages[count - 1].clone());
    let html = fs::read_to_string(dist.join(&heaviest.path))?;
    let document = document::read(&html).with_context(|| heaviest.path.clone())?;
    let linked = |addresses: &[&str]| -> Result<Vec<File>> {
        let paths = addresses
            .iter()
            .map(|address| address.trim_start_matches('/'));
        paths.map(|path| measure(dist, path)).collect()
    };
    let sheets = linked(&document.style_sheets)?;
    let scripts = linked(&document.scripts)?;
    let part = |name: &str, text: &str| File::new(name, text.as_bytes());
    let all = [vec![heaviest.clone()], sheets.clone(), scripts.clone()].concat();
    let mut page = Group::new(
        &format!("HTML and CSS, heaviest of {count} articles"),
        Some(DOCUMENT_BUDGET),
        [vec![heaviest], sheets.clone()].concat(),
    );
    page.median = Some(median);
    let group = |title: &str, files: Vec<File>| Group::new(title, None, files);
    let inlined = part("<style>", &document.inline_styles)?;
    let before_text = part("until its first paragraph", document.before_text)?;
    let code = part("<script>", &document.inline_scripts)?;
    Ok(vec![
        page,
        group("  CSS inlined", vec![inlined]),
        group("  CSS later", sheets),
        group("  document before the text", vec![before_text]),
        Group::new(
            "JavaScript before a sign of reading",
            Some(SCRIPT_BUDGET),
            [vec![code], scripts].concat(),
        ),
        group(
            &format!("{} files before a sign of reading", all.len()),
            all,
        ),
    ])
}

fn article_pages(dist: &Path) -> Result<Vec<String>> {
    let articles = mirror::files(&dist.join("articles"))?;
    let is_page = |path: &&PathBuf| path.components().count() == 2 && path.ends_with("index.html");
    let pages = articles.iter().filter(is_page);
    Ok(pages
        .map(|path| format!("articles/{}", path.display()))
        .collect())
}
