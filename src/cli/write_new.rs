//! Writes files that are not there yet.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file and the folders that it lies in. An existing file is left as it is, which is an error.
pub fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(Path::new("")))?;
    File::create_new(file)?.write_all(bytes)
}
