//! The files of what is published: those of each article as the app reads them, the pictures that they show, the articles
//! around them whose links have changed, and `content/live.json`.

use super::built::{Built, Earlier};
use super::selection::Selection;
use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::pages::article_file::ArticleFile;
use crate::build::store::json::json;
use crate::build::store::output::{Contents, Maker, OutputFiles};
use crate::content::article::Article;
use crate::content::live::Live;
use crate::route::{LIVE, Route};
use std::collections::{BTreeMap, BTreeSet};

type Files = BTreeMap<String, Contents>;

pub fn files(
    loaded: &LoadedSite,
    built: &Built,
    earlier: &Earlier,
    selection: &Selection,
    live: &Live,
) -> OutputFiles {
    let articles = live.added.iter().chain(&live.changed);
    let slugs: BTreeSet<&str> = articles.map(|live| &*live.article.slug).collect();
    let (now, before): (Vec<&str>, Vec<&str>) =
        slugs.iter().partition(|slug| selection.is_made_now(slug));
    let mut files = files_before(earlier, &before);
    for article in &loaded.articles {
        let slug = article.article.slug.as_str();
        if now.contains(&slug) {
            let is_known = |slug: &str| built.has_article(slug) || slugs.contains(slug);
            files.extend(files_of(article, loaded, built, is_known));
        } else if matches!(selection, Selection::All) {
            files.extend(neighbour(article, built));
        }
    }
    files.insert(LIVE.into(), json(live).into());
    OutputFiles::with(Maker::part("what is published"), files)
}

/// An article's data and text, and the pictures that the site does not have. Links to articles that readers cannot open are
/// left out.
fn files_of(
    enriched: &EnrichedArticle,
    loaded: &LoadedSite,
    built: &Built,
    is_known: impl Fn(&str) -> bool,
) -> Files {
    let article = linked(enriched.article.clone(), is_known);
    let mut data = String::from_utf8(json(&ArticleFile {
        article: &article,
        enrichment: &enriched.rendering.enrichment,
    }))
    .unwrap_or_default();
    let url = loaded.live.as_ref().and_then(|live| live.url.as_ref());
    let mut files = Files::new();
    for (path, contents) in &loaded.media {
        let href = loaded.site.file_href(path);
        if !data.contains(&href) || (url.is_none() && built.has_file(path)) {
            continue;
        }
        if let Some(url) = url {
            data = data.replace(&href, &[url.as_str(), path].concat());
        }
        files.insert(path.clone(), contents.clone());
    }
    let route = Route::article(&article.slug);
    files.extend(route.data_path().map(|path| (path, data.into())));
    let text = Contents::Text(enriched.source.body.clone());
    files.extend(route.markdown_path().map(|path| (path, text)));
    files
}

fn linked(mut article: Article, is_known: impl Fn(&str) -> bool) -> Article {
    article
        .related
        .retain(|related| is_known(&related.article.slug));
    article.previous = article.previous.filter(|link| is_known(&link.slug));
    article.next = article.next.filter(|link| is_known(&link.slug));
    if let Some(series) = &mut article.series {
        series.listed.retain(|part| is_known(&part.slug));
    }
    article
}

/// The data of an article whose own content is as it was, where its links to others are not.
fn neighbour(enriched: &EnrichedArticle, built: &Built) -> Option<(String, Contents)> {
    let data = json(&ArticleFile {
        article: &enriched.article,
        enrichment: &enriched.rendering.enrichment,
    });
    let path = Route::article(&enriched.article.slug).data_path()?;
    (!built.is_same(&path, &data)).then(|| (path, data.into()))
}

/// What was published before and is not made now, with its pictures.
fn files_before(earlier: &Earlier, slugs: &[&str]) -> Files {
    let routes = slugs.iter().map(|slug| Route::article(slug));
    let paths = routes.flat_map(|route| [route.data_path(), route.markdown_path()]);
    let paths: BTreeSet<String> = paths.flatten().collect();
    let texts = paths.iter().filter(|path| path.ends_with(".json"));
    let texts: String = texts.map(|path| earlier.text(path)).collect();
    let files = earlier.files().into_iter();
    let files = files.filter(|(path, _)| paths.contains(path) || texts.contains(path.as_str()));
    files
        .map(|(path, file)| (path, Contents::CopyOf(file)))
        .collect()
}
