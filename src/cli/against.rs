//! `recto check --against`: which addresses of a sitemap, written by the system that a blog comes from, nothing would lead
//! on from.

use crate::build::BuiltSite;
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::store::output::Outputs;
use percent_encoding::percent_decode_str;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// A URL of a sitemap, and where it stands.
struct Location {
    url: String,
    position: Position,
}

/// Tells each address that would be lost, with the page that has the most alike.
pub fn lost_addresses(sitemap: &Path, built: &BuiltSite, problems: &mut Problems) {
    let path = sitemap.to_string_lossy();
    let locations = match fs::read_to_string(sitemap).and_then(|text| locations(&text)) {
        Ok(locations) => locations,
        Err(error) => {
            let what = ["this sitemap cannot be read: ", &error.to_string()].concat();
            return problems.error(
                &path,
                Position::START,
                what,
                "name a file with a sitemap in XML",
            );
        }
    };
    let moved = moved(built);
    let is_now = |page: &&str| !moved.contains(page.trim_matches('/'));
    let pages = built.outputs.paths().filter_map(page).filter(is_now);
    let pages: Vec<&str> = pages.collect();
    for Location { url, position } in locations {
        let address = below_base(&url, &built.base_path);
        if address.ends_with(".xml") && url.contains("sitemap") {
            let what = ["this names another sitemap, `", &url, "`"].concat();
            problems.warning(&path, position, what, "check against that file, too");
        } else if !is_there(&address, &built.outputs) && !moved.contains(address.trim_matches('/'))
        {
            let what = ["nothing would be at `", &url, "` any more"].concat();
            let remedy = match nearest(&address, &pages) {
                Some(page) => {
                    ["add it to the `aliases` of what is meant, perhaps /", page].concat()
                }
                None => "add it to the `aliases` of what is meant".into(),
            };
            problems.warning(&path, position, what, remedy);
        }
    }
}

fn locations(text: &str) -> io::Result<Vec<Location>> {
    let mut reader = Reader::from_str(text);
    let lines = LineIndex::new(text);
    let (mut locations, mut is_location) = (Vec::new(), false);
    loop {
        let offset = reader.buffer_position() as usize;
        match reader.read_event().map_err(io::Error::other)? {
            Event::Start(tag) => is_location = tag.local_name().as_ref() == "loc",
            Event::Text(text_of_tag) if is_location => {
                let url = text_of_tag.trim().to_string();
                let position = lines.position(offset);
                locations.push(Location { url, position });
            }
            Event::End(_) => is_location = false,
            Event::Eof => return Ok(locations),
            _ => {}
        }
    }
}

/// The decoded path, from the site's base path on where it lies below that.
fn below_base(url: &str, base_path: &str) -> String {
    let path = url.split_once("://").map_or(url, |(_, rest)| {
        rest.split_once('/').map_or("", |(_, path)| path)
    });
    let path = ["/", path.trim_start_matches('/')].concat();
    let path = path
        .strip_prefix(base_path)
        .unwrap_or(path.trim_start_matches('/'));
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// As hosts look for a file.
fn is_there(address: &str, outputs: &Outputs) -> bool {
    let folder = address.trim_end_matches('/');
    let slash = if folder.is_empty() { "" } else { "/" };
    let files = [
        address.to_string(),
        [folder, slash, "index.html"].concat(),
        [folder, ".html"].concat(),
    ];
    files.iter().any(|file| outputs.get(file).is_some())
}

/// The addresses that rules lead on from.
fn moved(built: &BuiltSite) -> BTreeSet<String> {
    let rules = built
        .outputs
        .get("_redirects")
        .and_then(|file| file.read().ok())
        .unwrap_or_default();
    let rules = String::from_utf8_lossy(&rules).into_owned();
    let from = rules.lines().filter_map(|line| line.split(' ').next());
    from.map(|path| {
        below_base(path, &built.base_path)
            .trim_matches('/')
            .to_string()
    })
    .collect()
}

/// The address of a page, by its file.
fn page(file: &str) -> Option<&str> {
    let address = file.strip_suffix("index.html")?;
    (!address.starts_with("embed/")).then_some(address)
}

fn nearest<'a>(address: &str, pages: &[&'a str]) -> Option<&'a str> {
    let name = |path: &'_ str| {
        let path = path.trim_end_matches('/');
        path.rsplit('/')
            .next()
            .unwrap_or(path)
            .trim_end_matches(".html")
            .to_lowercase()
    };
    let wanted = name(address);
    let likeness =
        |page: &&str| (strsim::normalized_levenshtein(&wanted, &name(page)) * 1000.0) as u32;
    let best = pages.iter().copied().max_by_key(likeness)?;
    (likeness(&best) >= 400).then_some(best)
}
