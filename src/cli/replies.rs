//! `recto replies`: how to fetch what others replied to articles, or the answer to that, kept.

use super::command_line::RepliesArguments;
use crate::build::diagnostics::console::{fail, print, report};
use crate::build::options::BuildOptions;
use crate::build::reply_files::{Discussed, Update, discussed, update};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::process::ExitCode;

/// Bytes of an answer. The longest thread has a hundredth of it.
const MAX_SIZE: u64 = 64_000_000;

pub fn run(arguments: RepliesArguments) -> ExitCode {
    let options = &BuildOptions::from(arguments.inputs);
    let answer = arguments.slug.zip(arguments.answer);
    let articles = match discussed(options) {
        Ok(articles) => articles,
        Err(problems) => {
            report(&problems);
            return ExitCode::FAILURE;
        }
    };
    match answer {
        None => commands(&articles),
        Some((slug, file)) => keep(options, &articles, &slug, &file),
    }
}

/// One line for each address, for people and for shells.
fn commands(articles: &[Discussed]) -> ExitCode {
    for Discussed { slug, addresses } in articles {
        for address in addresses {
            print(&format!(
                "curl -fsS {} | recto replies {} -",
                quoted(address),
                quoted(slug)
            ));
        }
    }
    if articles.is_empty() {
        return fail(
            "no article says where it is talked about; write `replies: https://social.example/@me/123` into its head",
        );
    }
    ExitCode::SUCCESS
}

fn keep(options: &BuildOptions, articles: &[Discussed], slug: &str, file: &Path) -> ExitCode {
    if articles.iter().all(|article| article.slug != slug) {
        return fail(&format!(
            "no article `{slug}` says where it is talked about; write one that `recto replies` prints"
        ));
    }
    let answer = match read(file) {
        Ok(answer) => answer,
        Err(error) => return fail(&format!("{} cannot be read: {error}", file.display())),
    };
    match update(options, slug, &answer) {
        Ok(update) => {
            print(&kept(&update));
            ExitCode::SUCCESS
        }
        Err(problem) => {
            report([&problem]);
            ExitCode::FAILURE
        }
    }
}

fn kept(update: &Update) -> String {
    let Update {
        path,
        place,
        replies,
        gone,
        left_out,
    } = update;
    let mut kept = format!("{path}: {replies} from {}", place.name());
    if *gone > 0 {
        kept.push_str(&format!(", {gone} gone"));
    }
    if *left_out > 0 {
        kept.push_str(&format!(
            ", {left_out} left out: an article shows {replies}"
        ));
    }
    kept
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut answer = Vec::new();
    let input: Box<dyn Read> = match file == Path::new("-") {
        true => Box::new(io::stdin()),
        false => Box::new(File::open(file)?),
    };
    input.take(MAX_SIZE).read_to_end(&mut answer)?;
    Ok(answer)
}

/// As a shell takes it for one word.
fn quoted(word: &str) -> String {
    let is_plain = word
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-_/.".contains(c));
    match is_plain {
        true => word.into(),
        false => ["'", &word.replace('\'', r"'\''"), "'"].concat(),
    }
}
