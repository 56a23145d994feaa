//! `llms.txt`: what the site is about, and each article and page as Markdown, for programs that read for people.

use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::content::site::Site;
use crate::i18n::{build_message, message};
use crate::route::LLMS;

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
    let translator = site.translator();
    let groups = [
        (translator.text(message::ARTICLES), &loaded.articles),
        (translator.text(build_message::TEXT_PAGES), &loaded.pages),
    ];
    for (title, texts) in groups.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        text.push_str(&["\n## ", &title, "\n\n"].concat());
        links(site, texts, &mut text);
    }
    text
}

fn links(site: &Site, texts: &[EnrichedArticle], text: &mut String) {
    for EnrichedArticle {
        article, source, ..
    } in texts
    {
        let (title, description) = (&article.title, &article.description);
        let path = source.route().markdown_path().unwrap_or_default();
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
