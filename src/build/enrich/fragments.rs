//! A link to a place in another text needs an element of that name there.

use super::references::FragmentUse;
use super::rendered_article::RenderedArticle;
use crate::build::diagnostics::problem::Problems;
use crate::route::Route;
use percent_encoding::percent_decode_str;
use std::collections::HashMap;

/// Reports the links that lead to no such element. `texts` are articles and pages, `uses` the links in them and elsewhere.
pub fn check<'a>(
    texts: impl Iterator<Item = &'a RenderedArticle>,
    uses: impl Iterator<Item = &'a FragmentUse>,
    problems: &mut Problems,
) {
    let html: HashMap<Route, &str> = texts
        .map(|text| {
            let html = &text.rendering.rendered.html;
            (text.source.route(), html.as_str())
        })
        .collect();
    for used in uses {
        let id = percent_decode_str(&used.fragment).decode_utf8_lossy();
        let element = format!(" id=\"{id}\"");
        let text = html.get(&used.route);
        if !text.is_some_and(|html| html.contains(&element)) {
            let fragment = &used.fragment;
            let what = match &used.route {
                Route::Article { slug } => {
                    format!("nothing in the article `{slug}` is named #{fragment}")
                }
                page => format!(
                    "nothing on the page `/{}` is named #{fragment}",
                    page.path()
                ),
            };
            let remedy = "link to the id of one of its headings";
            problems.warning(&used.path, used.position, what, remedy);
        }
    }
}
