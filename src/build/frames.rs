//! Pages for frames: one piece of the blog, finished, for other people's pages that allow no scripts.
//!
//! All of them share a style sheet and a script, so that each is little more than its text. Articles have three: whole, as
//! a card, and where to read on; that is about 16 KB for each, a tenth of what a build writes. Reactions have one for all
//! articles, because without scripts it shows nothing.

use super::assets::Linked;
use super::document::{self, Bare};
use super::outputs::hosting::headers::policy_of_frame;
use super::store::output::Contents;
use crate::components::embed::Piece;
use crate::content::site::Site;
use crate::html::{Element, Node, element, link};
use crate::language::message;
use crate::page_data::PageContent;
use crate::route::{EMBED_SCRIPT, Route};
use leptos::prelude::*;

/// A list is as long as on its own page; the script shortens it.
const LIMIT: usize = usize::MAX;

/// The pieces that a page has, each as a page of its own.
pub fn of_page(
    site: &Site,
    route: &Route,
    content: &PageContent,
    framed: &Linked,
) -> Vec<(String, Contents)> {
    let pieces = pieces(route).into_iter();
    let pages = pieces.filter_map(|piece| {
        let body = piece.view(site, content, "", LIMIT)?;
        Some(file(&piece, site, title(site, content), body, None, framed))
    });
    pages.collect()
}

fn pieces(route: &Route) -> Vec<Piece> {
    match route {
        Route::Article { slug } => vec![
            Piece::Article(slug.clone()),
            Piece::Card(slug.clone()),
            Piece::Related(slug.clone()),
        ],
        Route::Author { id, page: 1 } => vec![Piece::Author(id.clone())],
        Route::Tag { slug, page: 1 } => vec![Piece::Latest(slug.clone())],
        Route::Home { page: 1 } => vec![Piece::Latest(String::new())],
        _ => Vec::new(),
    }
}

/// The page with the reactions to whichever article its address names.
pub fn reactions(site: &Site, framed: &Linked) -> (String, Contents) {
    let home = link("", &site.href(&Route::HOME), &site.title);
    let words = &site.words();
    let needs = element("span", "needs-scripts").say(words, message::REACTIONS_NEED_SCRIPTS);
    let (before, behind) = words.around(message::EMBED_SOURCE);
    let live = element("recto-reactions", "")
        .attribute("src", site.base_path())
        .attribute("loading", "eager")
        .child(
            element("p", "embed-source")
                .child(needs)
                .text(&before)
                .child(home)
                .text(&behind),
        );
    let elements = Some([site.base_path(), EMBED_SCRIPT].concat());
    let piece = Piece::Reactions(String::new());
    file(&piece, site, &site.title, live.into(), elements, framed)
}

fn title<'a>(site: &'a Site, content: &'a PageContent) -> &'a str {
    match content {
        PageContent::Article(article, _) => &article.title,
        PageContent::List(list) => match &list.author {
            Some(author) => &author.name,
            None if list.title.is_empty() => &site.title,
            None => &list.title,
        },
        _ => &site.title,
    }
}

/// Links open in the place of the page around. In a sandbox that does not let them, they do nothing. `elements` is the
/// URL of the script with the elements, where there is one.
fn file(
    piece: &Piece,
    site: &Site,
    title: &str,
    body: Node,
    elements: Option<String>,
    framed: &Linked,
) -> (String, Contents) {
    let page = Bare {
        policy: policy_of_frame(site.origin()),
        title,
        target: "_top",
        body_class: Some("framed"),
        body: staying_within(&ground(body).to_html()),
    };
    let html = document::bare(site, page, || {
        view! {
            <link rel="stylesheet" href=framed.style_sheet.clone() />
            <script src=framed.script.clone()></script>
            {elements.map(|src| view! { <script type="module" src=src></script> })}
        }
    });
    (piece.frame_path() + "index.html", html)
}

fn ground(body: Node) -> Node {
    let piece = element("main", "recto").child(body);
    let ground: Element = element("div", "ground").attribute("data-ground", "");
    ground.child(piece).into()
}

/// Links to places in the page itself do not leave it. In what we write, a tag holds no `<` or `>` but at its ends.
fn staying_within(html: &str) -> String {
    let mut whole = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let stays = tag.starts_with("a ") && tag.contains(" href=\"#");
        let target = if stays { " target=\"_self\"" } else { "" };
        whole.extend([text, "<", tag, target, ">"]);
        rest = after;
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_within_the_page_stay_in_the_frame() {
        let html =
            r##"<a href="/x/#a">x</a> <a class="b" href="#a">a</a> &lt;a href="#a"&gt; <p>1</p>"##;
        let expected = r##"<a href="/x/#a">x</a> <a class="b" href="#a" target="_self">a</a> &lt;a href="#a"&gt; <p>1</p>"##;
        assert_eq!(staying_within(html), expected);
    }
}
