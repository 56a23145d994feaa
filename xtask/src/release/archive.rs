//! Archives whose bytes depend only on what is in them: no times, no owners, an order of their own.

use std::{fs, io::Write, path::Path, process::Command};

use anyhow::Result;
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use super::platform::Platform;
use crate::{process, workspace};

/// A file of an archive.
pub struct Entry {
    /// Below the archive's folder.
    pub path: String,
    pub bytes: Vec<u8>,
    pub is_program: bool,
}

impl Entry {
    pub fn text(path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
            is_program: false,
        }
    }

    pub fn program(path: &str, program: &Path) -> Result<Self> {
        Ok(Self {
            path: path.into(),
            bytes: fs::read(program)?,
            is_program: true,
        })
    }
}

/// 1985-10-26, which npm writes as well: some programs refuse what is older than 1980.
const TIME: u64 = 499_162_500;

/// Shells, and the files in which they look for completions of `recto`.
const SHELLS: [(&str, &str); 4] = [
    ("bash", "completions/recto.bash"),
    ("zsh", "completions/_recto"),
    ("fish", "completions/recto.fish"),
    ("powershell", "completions/recto.ps1"),
];

/// What an archive holds beside the program: licences, completions, manual.
pub fn contents(platform: Platform, program: &Path) -> Result<Vec<Entry>> {
    let mut entries = vec![Entry::program(platform.program(), program)?];
    for file in ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "CHANGELOG.md"] {
        entries.push(Entry::text(file, fs::read(workspace::root().join(file))?));
    }
    let printed = |arguments: &[&str]| process::printed(Command::new(program).args(arguments));
    for (shell, path) in SHELLS {
        entries.push(Entry::text(path, printed(&["completions", shell])?));
    }
    entries.push(Entry::text("man/recto.1", printed(&["man"])?));
    let help = printed(&["help"])?;
    let commands = help.split("Commands:\n").nth(1).unwrap_or_default();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names = commands.filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|&name| name != "help") {
        let path = format!("man/recto-{name}.1");
        entries.push(Entry::text(&path, printed(&["man", name])?));
    }
    Ok(entries)
}

/// Writes a `.tar.gz` in which everything lies in one folder.
pub fn write(file: &Path, folder: &str, entries: &[Entry]) -> Result<()> {
    Ok(fs::write(file, packed(folder, entries)?)?)
}

fn packed(folder: &str, entries: &[Entry]) -> Result<Vec<u8>> {
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    let mut tar = Builder::new(Vec::new());
    for entry in entries {
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_size(entry.bytes.len() as u64);
        header.set_mode(if entry.is_program { 0o755 } else { 0o644 });
        header.set_mtime(TIME);
        let path = [folder, "/", &entry.path].concat();
        tar.append_data(&mut header, path, entry.bytes.as_slice())?;
    }
    let tar = tar.into_inner()?;
    // 255: the system is not told.
    let mut gzip = GzBuilder::new()
        .operating_system(255)
        .write(Vec::new(), Compression::best());
    gzip.write_all(&tar)?;
    Ok(gzip.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_entries_changes_nothing() {
        let entries = || vec![Entry::text("a", "1"), Entry::text("b", "2")];
        let mut turned = entries();
        turned.reverse();
        let packed = |entries: &[Entry]| packed("folder", entries).unwrap();
        assert_eq!(packed(&entries()), packed(&turned));
    }
}
