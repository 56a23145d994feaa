//! `authors/<id>.json`: who writes here.

use super::allow::{Allowances, What};
use super::json_file::JsonFile;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::content_folder::Content;
use crate::build::input::front_matter::PublishedAuthor;
use crate::build::input::slug;
use crate::content::author::Author;
use crate::content::url::{UrlUse, clean_url};

/// The authors that have a file, in order of their ids.
pub fn authors(content: &Content, allowances: &Allowances, problems: &mut Problems) -> Vec<Author> {
    if !content.folder.join("authors").is_dir() {
        return Vec::new();
    }
    let files = content.files("authors", &["json"], problems);
    let read = |file: String| {
        let id = file.strip_prefix("authors/")?.strip_suffix(".json")?;
        let json = JsonFile::<Author>::read(content, &file, problems);
        let author = Author {
            id: id.into(),
            ..json.value.clone()?
        };
        check_author(&author, &json, content, problems);
        if let Some((what, remedy)) = allowances.refusal(What::Image, &author.avatar) {
            json.error(&["avatar"], &[&what], &remedy, problems);
        }
        Some(author)
    };
    files.into_iter().filter_map(read).collect()
}

/// What is known of an author that has no file.
pub fn author_card(named: &PublishedAuthor) -> Author {
    Author {
        id: slug::from_text(&named.name.text),
        name: named.name.text.clone(),
        url: named.url.as_str().into(),
        role: named.role.clone(),
        bio: named.bio.clone(),
        ..Author::default()
    }
}

fn check_author(
    author: &Author,
    file: &JsonFile<Author>,
    content: &Content,
    problems: &mut Problems,
) {
    if !slug::is_usable(&author.id) {
        let what = ["`", &author.id, "` cannot be the id of an author"];
        file.error(
            &[],
            &what,
            "name the file with letters a to z, digits and hyphens",
            problems,
        );
    }
    if author.name.is_empty() {
        file.error(
            &[],
            &["the author has no name"],
            "add a line such as `\"name\": \"Ada Example\"`",
            problems,
        );
    }
    let avatar = &*author.avatar;
    let is_elsewhere = avatar.is_empty() || avatar.starts_with('/') || avatar.contains("://");
    let picture = content.folder.join("authors").join(avatar);
    if !is_elsewhere && !picture.is_file() {
        file.error(
            &["avatar"],
            &["there is no file `", avatar, "`"],
            "correct the path, or add the file",
            problems,
        );
    } else if let (false, Err(refusal)) = (is_elsewhere, content.publisher.file(&picture)) {
        let what = ["`", avatar, "` ", &refusal.what()];
        file.error(&["avatar"], &what, refusal.remedy(), problems);
    }
    check_url(&["avatar"], file, problems);
    check_url(&["url"], file, problems);
    for index in 0..author.same_as.len() {
        check_url(&["same_as", &index.to_string()], file, problems);
    }
}

/// Judges what is written, of which a [`SafeUrl`](crate::content::url::SafeUrl) keeps only what a page may hold.
fn check_url(keys: &[&str], file: &JsonFile<Author>, problems: &mut Problems) {
    let url = &file.text(keys);
    if clean_url(url, UrlUse::Media).is_none() {
        file.error(
            keys,
            &["`", url, "` is not a link that a page may hold"],
            "use http or https",
            problems,
        );
    }
}
