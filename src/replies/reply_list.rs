//! Replies as Markdown, with every mark of theirs escaped: the renderer and its allow-list make HTML of it, as of all texts.

use super::Reply;
use crate::content::url::authority;
use crate::i18n::{Translator, message};

/// A list, and links to where readers can reply.
pub fn markdown<'a>(
    replies: &[Reply],
    places: impl Iterator<Item = &'a str>,
    translator: &Translator,
) -> String {
    let mut markdown = String::new();
    for reply in replies {
        markdown.extend(["- ", &link(&reply.author, &reply.url)]);
        if let Some(date) = reply.published {
            markdown.extend([" · ", &translator.date(date)]);
        }
        for paragraph in reply.text.split("\n\n") {
            let lines: Vec<String> = paragraph.lines().map(escaped).collect();
            markdown.extend(["\n\n  ", &lines.join("\\\n  ")]);
        }
        markdown.push_str("\n\n");
    }
    for place in places {
        let label = translator.fill(message::REPLY_AT, [authority(place)]);
        markdown.extend([&*link(&label, place), "\n\n"]);
    }
    markdown
}

fn link(label: &str, url: &str) -> String {
    let url = url.replace('&', "&amp;");
    let url = url.replace('\\', "%5C");
    let url = url.replace('<', "%3C").replace('>', "%3E");
    ["[", &escaped(label), "](<", &url, ">)"].concat()
}

/// Every mark of ASCII can be escaped, and no other means anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
