//! The pictures of authors, under names that change with them.

use super::build_cache::BuildCache;
use super::media;
use crate::build::diagnostics::problem::{Position, Problems};
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
    problems: &mut Problems,
) -> (Vec<Writer>, BTreeMap<String, Contents>) {
    let mut files = BTreeMap::new();
    let publish = |writer: Writer| {
        let (avatar, file) = published(&writer.author, site, content, cache, problems);
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
    author: &Author,
    site: &Site,
    content: &Path,
    cache: &BuildCache,
    problems: &mut Problems,
) -> (SafeUrl, Option<(String, Contents)>) {
    let avatar = &*author.avatar;
    if let Some(path) = avatar.strip_prefix('/') {
        return (site.file_href(path).into(), None);
    }
    let folder = content.join("authors");
    // The folder may be missing, and nothing is above what is missing.
    let path = match avatar.strip_prefix("../") {
        Some(below_content) => content.join(below_content),
        None => folder.join(avatar),
    };
    match media::file(&path, cache) {
        Ok(file) => {
            let named = folder.join([&author.id, ".json"].concat());
            let named = (&*named.to_string_lossy(), Position::START);
            file.report_faults(&path, named, problems);
            let url = site.file_href(&file.path).into();
            (url, Some((file.path.clone(), Contents::CopyOf(path))))
        }
        Err(_) => (avatar.into(), None),
    }
}
