//! What single hosts do not take of a site. That is no fault of the content, and another host may take it all: it is told
//! beside what the build came to, and stops nothing.

use crate::build::store::output::{Contents, Outputs};
use serde_json::Value;

/// Of Cloudflare Pages, the files in its plan that costs nothing.
const HEADER_RULES: usize = 100;
const REDIRECTS: usize = 2_000;
const REDIRECT_PATTERNS: usize = 100;
const FILES: usize = 20_000;
const MEBIBYTE: u64 = 1 << 20;
const FILE_SIZE: u64 = 25 * MEBIBYTE;

/// Of Vercel.
const VERCEL_REDIRECTS: usize = 2_048;

/// A line for each limit that the site crosses.
pub fn notes(outputs: &Outputs) -> Vec<String> {
    let limits: [fn(&Outputs) -> Option<String>; 6] = [
        header_rules,
        redirects,
        redirect_patterns,
        files,
        large_files,
        vercel_redirects,
    ];
    limits.iter().filter_map(|limit| limit(outputs)).collect()
}

fn header_rules(outputs: &Outputs) -> Option<String> {
    let is_rule = |line: &&str| line.starts_with('/') || line.starts_with("https://");
    let count = text(outputs, "_headers")
        .lines()
        .map(str::trim)
        .filter(is_rule)
        .count();
    (count > HEADER_RULES).then(|| {
        format!(
            "Cloudflare Pages reads {HEADER_RULES} rules of _headers, which has {count}; \
             keep fewer files and folders at the top of the public folder"
        )
    })
}

fn redirects(outputs: &Outputs) -> Option<String> {
    let (_, count) = count_redirects(outputs);
    (count > REDIRECTS).then(|| {
        format!(
            "Cloudflare Pages reads {REDIRECTS} redirects of _redirects, which has {count}; \
             in place of the others the pages at the old addresses lead on"
        )
    })
}

fn redirect_patterns(outputs: &Outputs) -> Option<String> {
    let (count, _) = count_redirects(outputs);
    (count > REDIRECT_PATTERNS).then(|| {
        format!(
            "Cloudflare Pages reads {REDIRECT_PATTERNS} redirects with `*` or `:` of _redirects, which has {count}; \
             write what they have in common as one"
        )
    })
}

fn files(outputs: &Outputs) -> Option<String> {
    let count = outputs.len();
    let is_compressed = outputs.paths().any(|path| path.ends_with(".br"));
    let remedy = match is_compressed {
        true => "build without --compress, as it compresses by itself",
        false => "choose another host, or a plan that takes more",
    };
    (count > FILES).then(|| {
        format!(
            "Cloudflare Pages takes {FILES} files without cost, and this site has {count}; {remedy}"
        )
    })
}

fn large_files(outputs: &Outputs) -> Option<String> {
    let size = |(path, contents): (_, &Contents)| {
        Some((contents.length().ok()?, path)).filter(|(size, _)| *size > FILE_SIZE)
    };
    let (size, path): (u64, &str) = outputs.iter().filter_map(size).max()?;
    Some(format!(
        "Cloudflare Pages takes files of {} MiB, and {path} has {}; make it smaller, or link to it where it lies elsewhere",
        FILE_SIZE / MEBIBYTE,
        size.div_ceil(MEBIBYTE)
    ))
}

fn vercel_redirects(outputs: &Outputs) -> Option<String> {
    let vercel: Value = serde_json::from_str(&text(outputs, "vercel.json")).ok()?;
    let count = vercel["redirects"].as_array()?.len();
    (count > VERCEL_REDIRECTS).then(|| {
        format!(
            "Vercel takes {VERCEL_REDIRECTS} redirects in vercel.json, which has {count}; \
             write one of your own into the public folder, and the pages at the old addresses lead on"
        )
    })
}

/// Those with a pattern, and those without.
fn count_redirects(outputs: &Outputs) -> (usize, usize) {
    let text = text(outputs, "_redirects");
    let from = text
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let from = from.filter(|from| !from.starts_with('#'));
    let (patterns, plain): (Vec<&str>, Vec<&str>) =
        from.partition(|from| from.contains(['*', ':']));
    (patterns.len(), plain.len())
}

/// Ours or the publisher's; empty where there is none.
fn text(outputs: &Outputs, path: &str) -> String {
    let bytes = outputs
        .get(path)
        .and_then(|contents| contents.read().ok())
        .unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::diagnostics::problem::Problems;
    use crate::build::store::output::{Maker, OutputFiles};

    #[test]
    fn as_much_as_a_host_takes_is_not_told_and_more_is() {
        let rules = |count: usize| "/a/*\n  Name: value\n".repeat(count);
        let redirects =
            |count: usize| "/a /b 301\n".repeat(count) + &"/a/* /b\n".repeat(count / 20);
        let vercel = |count: usize| serde_json::json!({ "redirects": vec![0; count] }).to_string();
        let film = tempfile::NamedTempFile::new().unwrap();
        film.as_file().set_len(FILE_SIZE).unwrap();
        let notes = |more: usize| {
            let mut files = OutputFiles::of(Maker::part("a test"));
            files.insert("film.mp4", Contents::CopyOf(film.path().into()));
            files.insert("_headers", rules(HEADER_RULES + more));
            files.insert("_redirects", redirects(REDIRECTS + more * 20));
            files.insert("vercel.json", vercel(VERCEL_REDIRECTS + more));
            (4..FILES + more).for_each(|file| files.insert(file.to_string(), String::new()));
            let mut outputs = Outputs::default();
            outputs.add(files, &mut Problems::default());
            notes(&outputs)
        };
        assert_eq!(notes(0), Vec::<String>::new());

        film.as_file().set_len(FILE_SIZE + 1).unwrap();
        let notes = notes(1);
        let counts = ["101", "2020", "101", "20001", "26", "2049"];
        assert_eq!(notes.len(), counts.len(), "{notes:?}");
        for (note, count) in notes.iter().zip(counts) {
            assert!(note.contains(&[" ", count, ";"].concat()), "{note}");
        }
    }
}
