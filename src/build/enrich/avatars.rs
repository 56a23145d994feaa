//! The pictures of authors, under names that change with them.

use super::build_cache::BuildCache;
use super::media;
use crate::build::model::authors::Writer;
use crate::build::store::output::Contents;
use crate::content::author::Author;
use crate::content::site::Site;
use crate::content::url::SafeUrl;
use std::collections::BTreeMap;
use std::path::Path;

/// The authors with the URLs of their pictures, and the files of these, by their paths below `dist/`.
pub fn publish(
    writers: Vec<Writer>,
    site: &Site,
    content: &Path,
    cache: &BuildCache,
) -> (Vec<Writer>, BTreeMap<String, Contents>) {
    let mut files = BTreeMap::new();
    let publish = |writer: Writer| {
        let (avatar, file) = published(&writer.author.avatar, site, content, cache);
        files.extend(file);
        let author = Author {
            avatar,
            ..writer.author
        };
        Writer { author, ..writer }
    };
    let writers = writers.into_iter().map(publish).collect();
    (writers, files)
}

/// That the file is there was checked when the author was read.
fn published(
    avatar: &str,
    site: &Site,
    content: &Path,
    cache: &BuildCache,
) -> (SafeUrl, Option<(String, Contents)>) {
    if let Some(path) = avatar.strip_prefix('/') {
        return (site.file_href(path).into(), None);
    }
    let path = content.join("authors").join(avatar);
    match media::file(&path, cache) {
        Ok(file) => (
            site.file_href(&file.path).into(),
            Some((file.path.clone(), Contents::CopyOf(path))),
        ),
        Err(_) => (avatar.into(), None),
    }
}
