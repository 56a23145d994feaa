//! A link to a film or a sound that is all of its paragraph, in words or as a picture: it stands for the player until it is
//! pressed. Where nothing is done about that, it leads to the film's page.

use super::escape;
use super::html_output::HtmlOutput;
use super::raw_html::allowed::word;
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
    let end = find(after(html, at), "</a>").map(|end| at + end + "</a>".len());
    let (kind, rest) = parted(player);
    let (src, note) = parted(rest);
    let kind = word("video sound sounds", kind);
    let src = clean_url(src, UrlUse::Media).filter(|src| !src.is_empty());
    if let (true, Some(kind), Some(src)) = (is_first && end == Some(html.len()), kind, src) {
        let mut ask = String::new();
        escape::named_url(&mut ask, "data-ask", &src);
        html.insert_str(at, &ask);
        html.push_str("<small>");
        escape::text(html, note);
        html.push_str("</small>");
        html.insert_str(start - 1, &[" class=\"player ", kind, "\""].concat());
    }
}

/// What stands before the first space, and behind it.
fn parted(text: &str) -> (&str, &str) {
    let end = find(text, " ").unwrap_or(text.len());
    (cut(text, 0, end), after(text, end + 1))
}
