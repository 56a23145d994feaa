//! `.br` and `.gz` beside every text, for servers that send such files as they are and compress nothing themselves.

use crate::build::store::asset_paths::FOLDER;
use crate::build::store::cache::Cache;
use crate::build::store::output::{Claim, Contents, Maker, OutputFiles, Outputs};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use std::io::{self, Write};

/// What is worth it; pictures are compressed already.
const TEXTS: [&str; 10] = [
    "css",
    "html",
    "js",
    "json",
    "md",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Below this, in bytes, an answer is one packet anyway.
const MIN_SIZE: usize = 1024;

/// What is smaller than its text, made or taken from the cache.
pub fn compressed(outputs: &Outputs, cache: &Cache) -> OutputFiles {
    let texts: Vec<(&str, &Contents)> = outputs.iter().filter(|(path, _)| is_text(path)).collect();
    let compressed: Vec<(String, Contents)> = texts
        .into_par_iter()
        .flat_map_iter(|(path, contents)| both(path, contents, cache))
        .collect();
    let mut files = OutputFiles::of(Maker::part("the compressed copies"));
    for (path, contents) in compressed {
        files.insert_as(Claim::Fallback, path, contents);
    }
    files
}

fn is_text(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| TEXTS.contains(&extension))
}

fn both(path: &str, contents: &Contents, cache: &Cache) -> Vec<(String, Contents)> {
    // One that cannot be read is told when it is written.
    let text = contents.read().unwrap_or_default();
    if text.len() < MIN_SIZE {
        return Vec::new();
    }
    let made = [
        (".gz", cache.file("9.gz", &text, || gzip(&text))),
        match path.starts_with(FOLDER) {
            // Kept for ever, so it may take its time.
            true => (".br", cache.file("11.br", &text, || brotli(&text, 11))),
            // From 7 on, each text is given megabytes of memory for half a percent.
            false => (".br", cache.file("6.br", &text, || brotli(&text, 6))),
        },
    ];
    let made = made.into_iter().filter_map(|(suffix, made)| {
        let made = made.ok()?;
        let is_smaller = made.length().is_ok_and(|length| length < text.len() as u64);
        is_smaller.then(|| ([path, suffix].concat(), made))
    });
    made.collect()
}

fn brotli(text: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: 22,
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &text[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Without a time and a name in it: the same text gives the same bytes.
fn gzip(text: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(text)?;
    encoder.finish()
}
