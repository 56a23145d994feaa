//! Every page as files: finished HTML, and the data that the app makes the same page from.

use super::article_file::ArticleFile;
use super::document;
use super::embed_builder;
use super::frames;
use super::lists::{self, ListPage};
use super::oembed;
use super::open_graph::SocialMeta;
use super::shell::Shell;
use super::social_image::{self, social_image};
use super::style_sheet::Palette;
use crate::build::diagnostics::progress::Progress;
use crate::build::enrich::build_cache::Rendering;
use crate::build::enrich::site::{EnrichedArticle, LoadedSite};
use crate::build::store::cache::Cache;
use crate::build::store::json::json;
use crate::build::store::output::{Contents, Maker, OutputFiles};
use crate::content::article::{Article, Image};
use crate::content::list::List;
use crate::content::site::Site;
use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use rayon::prelude::*;

/// The files of every page.
pub fn pages(
    loaded: &LoadedSite,
    shell: &Shell,
    artist: Option<(&Palette, &Cache)>,
    progress: Progress,
) -> Vec<OutputFiles> {
    let site = &loaded.site;
    let newest = loaded.articles.first().map(|article| &article.summary);
    let embeds = [
        frames::reactions(site, &shell.framed),
        embed_builder::preview(site),
        embed_builder::page(site, newest, shell),
    ];
    let embeds = OutputFiles::with(Maker::part("the pages about embedding"), embeds);
    let step = progress.step("Making pages", loaded.articles.len());
    let articles = loaded
        .articles
        .par_iter()
        .map(|article| article_files(site, article, shell, artist))
        .inspect(|_| step.advance());
    let lists = lists::lists(loaded)
        .into_par_iter()
        .map(|page| list_files(site, page, shell));
    let mut files: Vec<OutputFiles> = articles.chain(lists).collect();
    files.push(embeds);
    files
}

fn article_files(
    site: &Site,
    enriched: &EnrichedArticle,
    shell: &Shell,
    artist: Option<(&Palette, &Cache)>,
) -> OutputFiles {
    let EnrichedArticle {
        article,
        source,
        rendering,
        ..
    } = enriched;
    let Rendering {
        enrichment,
        rendered,
    } = &**rendering;
    let route = Route::article(&article.slug);
    let data = json(&ArticleFile {
        article,
        enrichment,
    });
    let description = match article.description.is_empty() {
        true => &rendered.excerpt,
        false => &article.description,
    };
    let drawn = artist
        .filter(|_| article.cover.is_none())
        .and_then(|(palette, cache)| social_image(site, article, palette, cache));
    let image = match &drawn {
        Some((path, _)) => Some(drawn_image(site, article, path)),
        None => article.cover.clone(),
    };
    let oembed = oembed::files(site, article, image.as_ref());
    let content = PageContent::Article(Box::new(article.clone()), rendered.html.clone());
    let frames = frames::of_page(site, &route, &content, &shell.framed);
    let page = page(site, route.clone(), content, description, image, shell);
    let data = route.data_path().map(|path| (path, data.into()));
    let markdown = route.markdown_path();
    let markdown = markdown.map(|path| (path, Contents::Text(source.body.clone())));
    let files = [(route.html_file(), page)].into_iter();
    let files = files.chain(frames).chain(data).chain(markdown);
    let maker = Maker::named("article", &source.path);
    OutputFiles::with(maker, files.chain(drawn).chain(oembed))
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

fn list_files(
    site: &Site,
    ListPage {
        maker,
        route,
        content,
    }: ListPage,
    shell: &Shell,
) -> OutputFiles {
    let data = match &content {
        PageContent::List(list) => Some(json(list)),
        PageContent::Index(index) => Some(json(index)),
        _ => None,
    };
    let description = match &route {
        Route::Home { .. } => site.description.clone(),
        Route::Author { .. } => match &content {
            PageContent::List(List {
                author: Some(author),
                ..
            }) => author.bio.clone(),
            _ => String::new(),
        },
        Route::Article { .. }
        | Route::Tags
        | Route::Tag { .. }
        | Route::Authors
        | Route::Archive
        | Route::You
        | Route::Embed
        | Route::NotFound => String::new(),
    };
    let frames = frames::of_page(site, &route, &content, &shell.framed);
    let page = page(site, route.clone(), content, &description, None, shell);
    let data = route.data_path().zip(data.map(Contents::Bytes));
    let files = [(route.html_file(), page)].into_iter();
    OutputFiles::with(maker, files.chain(frames).chain(data))
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
    let preview = SocialMeta::new(data.heading(), description, image);
    document::html(&data, &preview, shell)
}
