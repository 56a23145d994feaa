//! SHA-256 of contents: for names that change with what they name, and for the Content-Security-Policy.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// Ten hexadecimal digits of the digest: enough that two versions of a file never share a name.
pub fn short(bytes: &[u8]) -> String {
    short_of(&digest(bytes))
}

/// The same of a digest.
pub fn short_of(digest: &[u8; 32]) -> String {
    digits(&digest[..5])
}

/// The whole digest in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    digits(&digest(bytes))
}

fn digits(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// A source expression of a Content-Security-Policy: `'sha256-…'`.
pub fn policy_source(text: &str) -> String {
    ["'", &integrity(text.as_bytes()), "'"].concat()
}

/// As the attribute `integrity` has it: `sha256-…`.
pub fn integrity(bytes: &[u8]) -> String {
    "sha256-".to_owned() + &BASE64_STANDARD.encode(Sha256::digest(bytes))
}

/// The whole digest, as a key.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// `waterfall.png` with these contents becomes `waterfall-1f2e3d4c5b.png`.
pub fn name(file_name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let dot = if extension.is_empty() { "" } else { "." };
    [stem, "-", &short(bytes), dot, extension].concat()
}
