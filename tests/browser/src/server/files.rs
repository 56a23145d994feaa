//! From a path of the site to a file of the folder, and from a file name to its media type.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;

/// What a path of the site means in the folder.
pub(super) enum Found {
    File(PathBuf),
    /// A folder was asked for without its last slash.
    Folder,
    Nothing,
}

/// `path` is below the base path and still percent-encoded.
pub(super) fn find(dist: &Path, path: &str) -> Found {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else {
        return Found::Nothing;
    };
    let parts: Vec<&str> = decoded.split('/').filter(|part| !part.is_empty()).collect();
    if parts
        .iter()
        .any(|part| *part == ".." || part.contains('\\'))
    {
        return Found::Nothing;
    }
    let file = parts
        .iter()
        .fold(dist.to_owned(), |path, part| path.join(part));
    let index = file.join("index.html");
    match decoded.ends_with('/') {
        true if index.is_file() => Found::File(index),
        false if file.is_file() => Found::File(file),
        false if index.is_file() => Found::Folder,
        _ => Found::Nothing,
    }
}

/// All files of a folder as paths of the site (`/articles/a/index.html`), sorted.
pub fn files_in(dist: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                paths.push(format!("/{}", path.strip_prefix(dist)?.display()));
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// The media type a good static host sends for a file name.
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "avif" => "image/avif",
        "css" => "text/css; charset=utf-8",
        "gif" => "image/gif",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "md" => "text/markdown; charset=utf-8",
        "mp4" => "video/mp4",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
