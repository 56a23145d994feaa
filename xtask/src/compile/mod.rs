//! Stands in for rustc when a release of the app is built: cargo starts this program (see `build`).
//!
//! `pulldown-cmark` holds HTML's 2,125 named characters, which weigh 16 KB of Brotli in the Markdown module. Every
//! browser has them already, so here the parser is compiled with `named_characters.rs` in the place of its table. Any
//! other call of rustc goes through as it is.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{mirror, workspace};

/// What makes cargo keep the libraries that were compiled so apart from others.
pub const FLAG: &str = "--cfg=named_characters_by_host";

const CRATE: &str = "pulldown_cmark";
const TABLE: &str = "entities.rs";
/// What the rest of the parser calls in that file.
const LOOK_UP: &str = "pub(crate) fn get_entity(bytes: &[u8]) -> Option<&'static str> {";
const REPLACEMENT: &str = include_str!("named_characters.rs");

/// The command line that cargo would have called: rustc and its arguments.
pub fn run(words: &[String]) -> Result<()> {
    let (rustc, arguments) = words.split_first().context("no compiler is named")?;
    let mut rustc = Command::new(rustc);
    rustc.args(with_replacement(arguments)?);
    let status = rustc.status().context("cannot start rustc")?;
    ensure!(status.success(), "rustc failed ({status})");
    Ok(())
}

fn with_replacement(arguments: &[String]) -> Result<Vec<String>> {
    let mut arguments = arguments.to_vec();
    if is_parser(&arguments) {
        let root = arguments.iter_mut().find(|word| word.ends_with("lib.rs"));
        let root = root.context("the parser is compiled from no lib.rs")?;
        let copy = copy_sources(Path::new(root.as_str()))?;
        *root = copy.to_string_lossy().into_owned();
    }
    Ok(arguments)
}

/// Whether this compiles the parser with our flag, that is, for browsers.
fn is_parser(arguments: &[String]) -> bool {
    let mut pairs = arguments.windows(2);
    pairs.any(|pair| pair == ["--crate-name", CRATE]) && arguments.iter().any(|word| word == FLAG)
}

/// Copies the parser's sources, but for the table. Returns where the copy of `lib.rs` is.
fn copy_sources(lib: &Path) -> Result<PathBuf> {
    let from = lib.parent().context("lib.rs lies in no folder")?;
    let table = fs::read_to_string(from.join(TABLE));
    ensure!(
        table.is_ok_and(|table| table.contains(LOOK_UP)),
        "{CRATE} looks its named characters up in another way now: adapt xtask/src/compile to {}",
        from.display()
    );
    let to = workspace::root().join("target").join(CRATE);
    for path in mirror::files(from)? {
        let bytes = match path.to_str() {
            Some(TABLE) => REPLACEMENT.as_bytes().to_owned(),
            _ => fs::read(from.join(&path))?,
        };
        mirror::write(&to.join(path), &bytes)?;
    }
    Ok(to.join("lib.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn only_the_parser_for_browsers_is_compiled_from_elsewhere() {
        for line in [
            "--crate-name serde --edition=2021 src/lib.rs --cfg=named_characters_by_host",
            "--crate-name pulldown_cmark --edition=2021 src/lib.rs",
            "-vV",
        ] {
            let arguments = words(line);
            assert_eq!(with_replacement(&arguments).unwrap(), arguments);
        }
    }

    #[test]
    fn a_parser_with_another_table_is_refused() {
        let folder = std::env::temp_dir().join(format!("xtask-{}-parser", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("entities.rs"), "pub fn look_up() {}").unwrap();
        let line = format!(
            "--crate-name pulldown_cmark {}/lib.rs {FLAG}",
            folder.display()
        );
        let refusal = with_replacement(&words(&line)).unwrap_err();
        fs::remove_dir_all(&folder).unwrap();
        assert!(refusal.to_string().contains("adapt xtask/src/compile"));
    }
}
