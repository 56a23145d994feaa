//! Makes one folder equal to another without ever leaving it empty: a server may be reading it.
//!
//! 1. Write what is new or different.
//! 2. Remove what the source no longer has.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// Files whose bytes are the same already are not touched, so that watchers stay quiet.
pub fn mirror(source: &Path, target: &Path) -> Result<()> {
    let wanted = files(source)?;
    for path in &wanted {
        copy(&source.join(path), &target.join(path))?;
    }
    for path in files(target)?.difference(&wanted) {
        fs::remove_file(target.join(path))
            .with_context(|| format!("removing {}", path.display()))?;
    }
    Ok(())
}

/// Removes all that a folder holds, and keeps the folder.
pub fn empty(folder: &Path) -> Result<()> {
    fs::remove_dir_all(folder)
        .and_then(|()| fs::create_dir(folder))
        .with_context(|| format!("emptying {}", folder.display()))
}

/// All files below a folder, by their paths inside it. None, if there is no such folder.
pub fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(current) = pending.pop() {
        if !current.exists() {
            continue;
        }
        let entries =
            fs::read_dir(&current).with_context(|| format!("reading {}", current.display()))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                pending.push(entry.path());
            } else if let Ok(path) = entry.path().strip_prefix(folder) {
                found.insert(path.to_owned());
            }
        }
    }
    Ok(found)
}

fn copy(source: &Path, target: &Path) -> Result<()> {
    let bytes = fs::read(source).with_context(|| format!("reading {}", source.display()))?;
    write(target, &bytes)
}

/// A file that has these bytes already is not touched.
pub fn write(target: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(target).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    fs::write(target, bytes).with_context(|| format!("writing {}", target.display()))
}

#[cfg(test)]
mod tests {
    use std::{
        fs::File,
        time::{Duration, UNIX_EPOCH},
    };

    use super::*;

    fn folder(name: &str, content: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{}-{name}", std::process::id()));
        for (path, text) in content {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn content(folder: &Path) -> Vec<(String, String)> {
        let text = |path: &PathBuf| fs::read_to_string(folder.join(path)).unwrap();
        let found = files(folder).unwrap();
        let pair = |path: &PathBuf| (path.display().to_string(), text(path));
        found.iter().map(pair).collect()
    }

    #[test]
    fn a_mirror_has_what_the_source_has_and_nothing_else() {
        let source = folder(
            "source",
            &[("app.js", "new"), ("snippets/a/inline.js", "x")],
        );
        let target = folder("target", &[("app.js", "old"), ("stale/b.js", "y")]);
        mirror(&source, &target).unwrap();
        assert_eq!(content(&target), content(&source));
        assert_eq!(content(&target).len(), 2);
        fs::remove_dir_all(source).unwrap();
        fs::remove_dir_all(target).unwrap();
    }

    #[test]
    fn a_file_that_is_the_same_is_not_written_again() {
        let source = folder("same-source", &[("app.wasm", "bytes")]);
        let target = folder("same-target", &[("app.wasm", "bytes")]);
        let long_ago = UNIX_EPOCH + Duration::from_secs(1_000_000);
        let file = File::options()
            .write(true)
            .open(target.join("app.wasm"))
            .unwrap();
        file.set_modified(long_ago).unwrap();
        mirror(&source, &target).unwrap();
        let modified = fs::metadata(target.join("app.wasm"))
            .unwrap()
            .modified()
            .unwrap();
        assert_eq!(modified, long_ago);
        fs::remove_dir_all(source).unwrap();
        fs::remove_dir_all(&target).unwrap();
    }

    #[test]
    fn an_emptied_folder_is_still_there() {
        let folder = folder("emptied", &[("a/b.js", "x")]);
        empty(&folder).unwrap();
        assert!(folder.is_dir());
        assert!(files(&folder).unwrap().is_empty());
        fs::remove_dir_all(folder).unwrap();
    }
}
