//! `llms.txt`: what the site is about, and each article as Markdown, for programs that read for people.

use crate::build::enrich::site::LoadedSite;
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::content::article::Article;
use crate::i18n::message;
use crate::route::{LLMS, Route};

pub fn llms(loaded: &LoadedSite) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::part("the list of articles for programs"));
    files.insert_as(Claim::Fallback, LLMS, text(loaded));
    files
}

fn text(loaded: &LoadedSite) -> String {
    let site = &loaded.site;
    let mut text = ["# ", &line(&site.title), "\n"].concat();
    if !site.description.is_empty() {
        text.push_str(&["\n> ", &line(&site.description), "\n"].concat());
    }
    text.push_str(&["\n## ", &site.translator().text(message::ARTICLES), "\n\n"].concat());
    for Article {
        slug,
        title,
        description,
        ..
    } in loaded.articles.iter().map(|entry| &entry.article)
    {
        let path = Route::article(slug).markdown_path().unwrap_or_default();
        let about = match description.is_empty() {
            true => String::new(),
            false => [": ", &line(description)].concat(),
        };
        let link = [
            "- [",
            &line(title),
            "](",
            &site.base_url,
            &path,
            ")",
            &about,
            "\n",
        ];
        text.push_str(&link.concat());
    }
    text
}

/// On one line, with nothing in it that Markdown would take for a link or for HTML.
fn line(text: &str) -> String {
    let mut line = String::new();
    for character in text.chars() {
        match character {
            '[' | ']' | '<' | '\\' | '`' | '*' | '_' => line.extend(['\\', character]),
            _ if character.is_control() => line.push(' '),
            _ => line.push(character),
        }
    }
    line
}
