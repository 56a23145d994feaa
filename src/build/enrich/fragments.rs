//! A link to a place in another article needs an element of that name there.

use super::rendered_article::RenderedArticle;
use crate::build::diagnostics::problem::Problems;
use percent_encoding::percent_decode_str;
use std::collections::HashMap;

/// Reports the links that lead to no such element.
pub fn check(articles: &[RenderedArticle], problems: &mut Problems) {
    let html: HashMap<&str, &str> = articles
        .iter()
        .map(|article| {
            let html = &article.rendering.rendered.html;
            (article.article.slug.as_str(), html.as_str())
        })
        .collect();
    for used in articles.iter().flat_map(|article| &article.fragments) {
        let id = percent_decode_str(&used.fragment).decode_utf8_lossy();
        let element = format!(" id=\"{id}\"");
        let article = html.get(used.slug.as_str());
        if !article.is_some_and(|html| html.contains(&element)) {
            let (slug, fragment) = (&used.slug, &used.fragment);
            let what = format!("nothing in the article `{slug}` is named #{fragment}");
            let remedy = "link to the id of one of its headings";
            problems.warning(&used.path, used.position, what, remedy);
        }
    }
}
