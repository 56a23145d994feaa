//! Pages for frames: one embed of the blog, finished, for other people's pages that allow no scripts.
//!
//! All of them share a style sheet and a script, so that each is little more than its text. Articles have three: whole, as
//! a card, and where to read on; that is about 16 KB for each, a tenth of what a build writes. Reactions have one for all
//! articles, and so has the search, because without scripts they show nothing.

use super::document::{BarePage, written};
use super::policy::policy_of_frame;
use super::shell::Shell;
use crate::build::store::output::Contents;
use crate::components::embed::EmbedKind;
use crate::components::optional_text::unless_empty;
use crate::content::site::Site;
use crate::i18n::message;
use crate::page_data::PageContent;
use crate::route::{EMBED_SCRIPT, Route};
use leptos::prelude::*;

/// A list is as long as on its own page; the script shortens it.
const LIMIT: usize = usize::MAX;

/// What of a page has a page of its own.
pub fn of_page(
    site: &Site,
    route: &Route,
    content: &PageContent,
    shell: &Shell,
) -> Vec<(String, Contents)> {
    let kinds = kinds(route).into_iter();
    let pages = kinds.filter_map(|kind| {
        let body = kind.view(site, content, "", LIMIT)?;
        Some(file(&kind, site, title(site, content), body, None, shell))
    });
    pages.collect()
}

fn kinds(route: &Route) -> Vec<EmbedKind> {
    match route {
        Route::Article { slug } => vec![
            EmbedKind::Article(slug.clone()),
            EmbedKind::Card(slug.clone()),
            EmbedKind::Related(slug.clone()),
        ],
        Route::Page { path } => vec![EmbedKind::page(path)],
        Route::Author { id, page: 1 } => vec![EmbedKind::Author(id.clone())],
        Route::Tag { slug, page: 1 } => vec![EmbedKind::Latest(slug.clone())],
        Route::Home { page: 1 } => vec![EmbedKind::Latest(String::new())],
        Route::Home { .. }
        | Route::Tags
        | Route::Tag { .. }
        | Route::Authors
        | Route::Author { .. }
        | Route::Archive
        | Route::Year { .. }
        | Route::AllSeries
        | Route::Series { .. }
        | Route::Section { .. }
        | Route::You
        | Route::Search
        | Route::Embed
        | Route::Write
        | Route::NotFound => Vec::new(),
    }
}

/// The page with the reactions to whichever article its address names.
pub fn reactions(site: &Site, shell: &Shell) -> (String, Contents) {
    let translator = site.translator();
    let (before, behind) = translator.around(message::EMBED_SOURCE);
    let live = view! {
        <recto-reactions src=site.base_path() loading="eager">
            <p class="embed-source">
                <span class="needs-scripts">{translator.text(message::REACTIONS_NEED_SCRIPTS)}</span>
                {unless_empty(before)}
                <a href=site.href(&Route::HOME)>{site.title.as_str()}</a>
                {unless_empty(behind)}
            </p>
        </recto-reactions>
    };
    alive(&EmbedKind::Reactions(String::new()), site, live, shell)
}

/// The page with the field that searches all, or what its address names.
pub fn search(site: &Site, shell: &Shell) -> (String, Contents) {
    let live = view! {
        <recto-search src=site.base_path() loading="eager">
            <p>
                <a href=site.href(&Route::Search)>{site.translator().text(message::SEARCH)}</a>
            </p>
        </recto-search>
    };
    alive(&EmbedKind::Search(String::new()), site, live, shell)
}

/// A page with an element of ours, and the script that brings it to life.
fn alive(
    kind: &EmbedKind,
    site: &Site,
    element: impl IntoView,
    shell: &Shell,
) -> (String, Contents) {
    let script = [site.base_path(), EMBED_SCRIPT].concat();
    file(kind, site, &site.title, element, Some(script), shell)
}

fn title<'a>(site: &'a Site, content: &'a PageContent) -> &'a str {
    match content {
        PageContent::Article(article, _) => &article.title,
        PageContent::List(list, _) => match &list.author {
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
    kind: &EmbedKind,
    site: &Site,
    title: &str,
    body: impl IntoView,
    elements: Option<String>,
    shell: &Shell,
) -> (String, Contents) {
    let policy = policy_of_frame(site.origin(), &shell.allowances);
    let framed = &shell.framed;
    let head = view! {
        <link rel="stylesheet" href=framed.style_sheet.as_str() />
        <script src=framed.script.as_str()></script>
        {elements.map(|src| view! { <script type="module" src=src></script> })}
    };
    let body = view! {
        <div class="ground" data-ground="">
            <main class="recto">{body}</main>
        </div>
    };
    let page = view! { <BarePage site policy title target="_top" head body_class="framed" body /> };
    let html = staying_within(&written(page));
    (kind.frame_path() + "index.html", html.into())
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
