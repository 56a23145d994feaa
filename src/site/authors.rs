//! Who wrote what: the authors that articles name, and the cards of those that nobody described.

use super::content_folder::Content;
use super::front_matter::PublishedAuthor;
use super::media;
use super::memory::Memory;
use super::problem::Problems;
use super::read::Source;
use super::slug;
use crate::content::{author::Author, site::Site};
use std::path::PathBuf;

/// The article's authors; one that has no file gets a card with what the article knows.
pub fn of_article(
    source: &Source,
    authors: &mut Vec<Author>,
    problems: &mut Problems,
) -> Vec<Author> {
    let mut found: Vec<Author> = Vec::new();
    for PublishedAuthor {
        name,
        url,
        role,
        bio,
    } in &source.facts.authors
    {
        let id = slug::from_text(&name.text);
        let is_meant = |author: &&Author| {
            author.id == name.text
                || author.id == id
                || author.name.eq_ignore_ascii_case(&name.text)
        };
        let author = match authors.iter().find(is_meant) {
            Some(author) => author.clone(),
            None => {
                let what = ["no author has the id or name `", &name.text, "`"].concat();
                let remedy = [
                    "write authors/",
                    &id,
                    ".json with a `name`, or correct the name here",
                ]
                .concat();
                problems.warning(&source.path, name.position, what, remedy);
                let author = Author {
                    id,
                    name: name.text.clone(),
                    url: url.clone(),
                    role: role.clone(),
                    bio: bio.clone(),
                    ..Author::default()
                };
                authors.push(author.clone());
                author
            }
        };
        if !found.iter().any(|known| known.id == author.id) {
            found.push(author);
        }
    }
    found
}

/// The picture gets a name that changes with it. That it is there was checked when the author was read.
pub fn publish_avatar(
    content: &Content,
    site: &Site,
    author: &mut Author,
    memory: &Memory,
) -> Option<(String, PathBuf)> {
    if let Some(path) = author.avatar.strip_prefix('/') {
        author.avatar = site.file_href(path);
        return None;
    }
    let path = content.folder.join("authors").join(&author.avatar);
    let file = media::file(&path, memory).ok()?;
    author.avatar = site.file_href(&file.path);
    Some((file.path.clone(), path))
}
