//! Every page as files: finished HTML, and the data that the app makes the same page from.

use super::diagnostics::progress::Progress;
use super::document::{self, Shell};
use super::enrich::rendering::Rendering;
use super::model::library::Library;
use super::outputs::search;
use super::pages::open_graph::Preview;
use super::pages::social_image::{self, social_image};
use super::pages::{lists, oembed};
use super::store::cache::Cache;
use super::store::output::{Contents, Outputs};
use super::style_sheet::Palette;
use super::{builder_page, frames};
use crate::content::article::{Article, ArticleFile, Image, Summary};
use crate::content::site::Site;
use crate::page_data::{PageContent, PageData};
use crate::route::{Route, SEARCH_INDEX, SITE_DATA};
use rayon::prelude::*;
use serde::Serialize;
use std::sync::Arc;

/// An article with its body, as written and as HTML.
pub struct FinishedArticle {
    pub article: Article,
    pub markdown: String,
    pub rendering: Arc<Rendering>,
}

/// Adds the files of every page.
pub fn add_pages(
    library: &Library,
    articles: Vec<FinishedArticle>,
    summaries: &[Summary],
    shell: &Shell,
    artist: Option<(&Palette, &Cache)>,
    progress: Progress,
    outputs: &mut Outputs,
) {
    let site = &library.site;
    outputs.insert(SITE_DATA, json(site));
    outputs.insert(SEARCH_INDEX, json(&search::index(library, summaries)));
    for (path, page) in [
        frames::reactions(site, &shell.framed),
        builder_page::preview(site),
        builder_page::page(site, summaries.first(), shell),
    ] {
        outputs.insert(path, page);
    }
    let step = progress.step("Making pages", articles.len());
    let articles = articles
        .into_par_iter()
        .map(|article| article_files(site, article, shell, artist))
        .inspect(|_| step.advance());
    let lists = lists::lists(library, summaries)
        .into_par_iter()
        .map(|(route, page)| list_files(site, route, page, shell));
    for (path, contents) in articles.chain(lists).flatten_iter().collect::<Vec<_>>() {
        outputs.insert(path, contents);
    }
}

type Files = Vec<(String, Contents)>;

fn article_files(
    site: &Site,
    finished: FinishedArticle,
    shell: &Shell,
    artist: Option<(&Palette, &Cache)>,
) -> Files {
    let FinishedArticle {
        article,
        markdown,
        rendering,
    } = finished;
    let Rendering {
        enrichment,
        rendered,
    } = &*rendering;
    let route = Route::article(&article.slug);
    let data = json(&ArticleFile {
        article: &article,
        enrichment,
    });
    let described = !article.description.is_empty();
    let description = if described {
        article.description.clone()
    } else {
        rendered.excerpt.clone()
    };
    let drawn = artist
        .filter(|_| article.cover.is_none())
        .and_then(|(palette, cache)| social_image(site, &article, palette, cache));
    let (image, drawn) = match (&article.cover, drawn) {
        (Some(cover), _) => (Some(cover.clone()), None),
        (None, Some(drawn)) => (Some(drawn_image(site, &article, &drawn.0)), Some(drawn)),
        (None, None) => (None, None),
    };
    let oembed = oembed::files(site, &article, image.as_ref());
    let content = PageContent::Article(Box::new(article), rendered.html.clone());
    let mut files = frames::of_page(site, &route, &content, &shell.framed);
    let page = page(site, route.clone(), content, &description, image, shell);
    files.push((route.html_file(), page));
    files.extend(route.data_path().map(|path| (path, data.into())));
    files.extend(route.markdown_path().map(|path| (path, markdown.into())));
    files.extend(drawn);
    files.extend(oembed);
    files
}

fn drawn_image(site: &Site, article: &Article, path: &str) -> Image {
    Image {
        src: site.file_href(path).into(),
        alt: article.title.clone(),
        width: Some(social_image::WIDTH),
        height: Some(social_image::HEIGHT),
        ..Image::default()
    }
}

fn list_files(site: &Site, route: Route, content: PageContent, shell: &Shell) -> Files {
    let data = match &content {
        PageContent::List(list) => Some(json(list)),
        PageContent::Index(index) => Some(json(index)),
        _ => None,
    };
    let description = match (&route, &content) {
        (Route::Home { .. }, _) => site.description.clone(),
        (Route::Author { .. }, PageContent::List(list)) => list
            .author
            .as_ref()
            .map_or_else(String::new, |author| author.bio.clone()),
        _ => String::new(),
    };
    let mut files = frames::of_page(site, &route, &content, &shell.framed);
    let page = page(site, route.clone(), content, &description, None, shell);
    files.push((route.html_file(), page));
    files.extend(route.data_path().zip(data.map(Contents::Bytes)));
    files
}

fn page(
    site: &Site,
    route: Route,
    content: PageContent,
    description: &str,
    image: Option<Image>,
    shell: &Shell,
) -> Contents {
    let data = PageData {
        route,
        site: site.clone(),
        content,
    };
    let preview = Preview::new(data.heading(), description, image);
    document::html(&data, &preview, shell)
}

/// No value of ours fails to serialise: its keys are texts.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
