//! A link to a film or a sound that is all of its paragraph, in words or as a picture: it stands for the player until it is
//! pressed. Where nothing is done about that, it leads to the film's page.

use super::escape;
use super::html_output::HtmlOutput;
use super::scan::{after, cut, find};
use crate::content::url::{UrlUse, clean_url};

/// Remembers a link that leads to a film. To be called where its first attribute is to stand.
pub(super) fn remember(output: &mut HtmlOutput, url: &str) {
    if let Some(player) = output.enrichment.players.get(url) {
        output.player = Some((output.fragment.html.len(), player));
    }
}

/// Marks the paragraph whose content begins at `start`, if it is nothing but such a link.
pub(super) fn mark(output: &mut HtmlOutput, start: usize) {
    let Some((at, player)) = output.player.take() else {
        return;
    };
    let html = &mut output.fragment.html;
    let is_first = cut(html, start, at) == "<a";
    let is_last =
        find(after(html, at), "</a>").is_some_and(|end| at + end + "</a>".len() == html.len());
    let Some(src) = clean_url(&player.src, UrlUse::Media).filter(|_| is_first && is_last) else {
        return;
    };
    let mut ask = String::new();
    escape::named_url(&mut ask, "data-ask", &src);
    html.insert_str(at, &ask);
    html.push_str("<small>");
    escape::text(html, &player.note);
    html.push_str("</small>");
    let class = match &*player.kind {
        "sound" => " class=\"player sound\"",
        "sounds" => " class=\"player sounds\"",
        _ => " class=\"player video\"",
    };
    html.insert_str(start - 1, class);
}
