//! `llms.txt`: what the site is about, and each article as Markdown, for programs that read for people.

use crate::build::model::library::Library;
use crate::content::article::Article;
use crate::language::message;
use crate::route::Route;

pub fn text(library: &Library) -> String {
    let site = &library.site;
    let mut text = ["# ", &line(&site.title), "\n"].concat();
    if !site.description.is_empty() {
        text.push_str(&["\n> ", &line(&site.description), "\n"].concat());
    }
    text.push_str(&["\n## ", &site.words().text(message::ARTICLES), "\n\n"].concat());
    for Article {
        slug,
        title,
        description,
        ..
    } in library.articles.iter().map(|entry| &entry.article)
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
