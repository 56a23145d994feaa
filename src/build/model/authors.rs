//! Who wrote what: the authors that articles name, and the cards of those that nobody described.

use crate::build::diagnostics::problem::Problems;
use crate::build::enrich::build_cache::Memory;
use crate::build::enrich::media;
use crate::build::input::content_folder::Content;
use crate::build::input::front_matter::PublishedAuthor;
use crate::build::input::read::Source;
use crate::build::input::slug;
use crate::content::{author::Author, site::Site};
use std::path::PathBuf;

/// The article's authors. One that has no file gets a card with what the article knows. `house` are those who write
/// what names nobody.
pub fn of_article(
    source: &Source,
    house: &[Author],
    authors: &mut Vec<Author>,
    problems: &mut Problems,
) -> Vec<Author> {
    let mut found: Vec<Author> = Vec::new();
    let mut add = |author: Author, authors: &mut Vec<Author>| {
        if !authors.iter().any(|known| known.id == author.id) {
            authors.push(author.clone());
        }
        if !found.iter().any(|known| known.id == author.id) {
            found.push(author);
        }
    };
    for named in &source.facts.authors {
        let known = authors
            .iter()
            .chain(house)
            .find(|author| is_meant(author, named));
        let author = known.cloned().unwrap_or_else(|| {
            tell_unknown(source, named, problems);
            card(named)
        });
        add(author, authors);
    }
    if source.facts.authors.is_empty() {
        house.iter().for_each(|author| add(author.clone(), authors));
    }
    found
}

/// What is known of an author that has no file.
pub fn card(named: &PublishedAuthor) -> Author {
    Author {
        id: slug::from_text(&named.name.text),
        name: named.name.text.clone(),
        url: named.url.as_str().into(),
        role: named.role.clone(),
        bio: named.bio.clone(),
        ..Author::default()
    }
}

fn is_meant(author: &Author, named: &PublishedAuthor) -> bool {
    let name = &named.name.text;
    author.id == *name
        || author.id == slug::from_text(name)
        || author.name.eq_ignore_ascii_case(name)
}

fn tell_unknown(source: &Source, named: &PublishedAuthor, problems: &mut Problems) {
    let what = ["no author has the id or name `", &named.name.text, "`"].concat();
    let remedy = [
        "write authors/",
        &slug::from_text(&named.name.text),
        ".json with a `name`, or correct the name here",
    ]
    .concat();
    problems.warning(&source.path, named.name.position, what, remedy);
}

/// The picture gets a name that changes with it. That it is there was checked when the author was read.
pub fn publish_avatar(
    content: &Content,
    site: &Site,
    author: &mut Author,
    memory: &Memory,
) -> Option<(String, PathBuf)> {
    if let Some(path) = author.avatar.strip_prefix('/') {
        author.avatar = site.file_href(path).into();
        return None;
    }
    let path = content.folder.join("authors").join(&*author.avatar);
    let file = media::file(&path, memory).ok()?;
    author.avatar = site.file_href(&file.path).into();
    Some((file.path.clone(), path))
}
