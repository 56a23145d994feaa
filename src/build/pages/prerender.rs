//! Every page as files: finished HTML, and the data that the app makes the same page from.

use super::archive;
use super::article_file::ArticleFile;
use super::builder_page;
use super::desk_page;
use super::document;
use super::frames;
use super::list_file::ListFile;
use super::list_pages::{self, ListPage};
use super::oembed;
use super::open_graph::SocialMeta;
use super::shell::Shell;
use super::slot_addresses;
use super::social_image::{self, social_image};
use super::style_sheet::Palette;
use crate::build::diagnostics::progress_line::Progress;
use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::store::cache::Cache;
use crate::build::store::json::json;
use crate::build::store::output::{Contents, Maker, OutputFiles};
use crate::components::embed::EmbedKind;
use crate::content::article::{Article, Image};
use crate::content::site::Site;
use crate::markdown::{self, Enrichment};
use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use rayon::prelude::*;

/// Where the data of pages lie.
const DATA: &str = "content/";

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
        frames::reactions(site, shell),
        frames::search(site, shell),
        builder_page::preview(site, shell),
        builder_page::page(site, newest, shell),
    ];
    let embeds = OutputFiles::with(Maker::part("the pages about embedding"), embeds);
    let step = progress.step("Making pages", loaded.articles.len() + loaded.pages.len());
    let articles = loaded
        .articles
        .par_iter()
        .map(|article| article_files(site, article, shell, artist))
        .inspect(|_| step.advance());
    let pages = loaded
        .pages
        .par_iter()
        .map(|page| text_page_files(site, page, shell, artist))
        .inspect(|_| step.advance());
    let lists = lists(loaded).into_par_iter();
    let lists = lists.map(|page| list_files(site, page, shell));
    let mut files: Vec<OutputFiles> = articles.chain(pages).chain(lists).collect();
    files.push(embeds);
    files.extend(desk_page::page(site, shell));
    files
}

/// Every page that is not a text's.
pub fn lists(loaded: &LoadedSite) -> Vec<ListPage> {
    let mut lists = archive::pages(loaded);
    lists.extend(list_pages::lists(loaded));
    lists
}

/// The file at this path, if it belongs to a text or to one of these lists, which are made only if it does not to a text.
pub fn file<'a>(
    loaded: &LoadedSite,
    lists: impl FnOnce() -> &'a [ListPage],
    shell: &Shell,
    path: &str,
) -> Option<Contents> {
    if !path.ends_with(".html") && !path.starts_with(DATA) {
        return None;
    }
    let site = &loaded.site;
    let is_of = |route: &Route| {
        route.html_file() == path
            || route.data_path().is_some_and(|own| own == path)
            || route.markdown_path().is_some_and(|own| own == path)
    };
    let is_wanted = |text: &&EnrichedArticle| is_of(&text.source.route());
    let article = loaded.articles.iter().find(is_wanted);
    let article = article.map(|article| article_files(site, article, shell, None));
    let page = || loaded.pages.iter().find(is_wanted);
    let files = article.or_else(|| Some(text_page_files(site, page()?, shell, None)));
    let list = || {
        let list = lists().iter().find(|list| is_of(&list.route))?;
        Some(list_files(site, list.clone(), shell))
    };
    files.or_else(list)?.take(path)
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
    let route = Route::article(&article.slug);
    let data = json(&ArticleFile {
        article,
        enrichment: &rendering.enrichment,
    });
    let (image, drawn) = preview_image(site, article, artist);
    let kind = EmbedKind::Card(article.slug.clone());
    let oembed = oembed::files(site, &kind, article, image.as_ref());
    let content = enriched.content();
    let frames = frames::of_page(site, &route, &content, shell);
    let description = enriched.description();
    let page = page(site, route.clone(), content, description, image, shell);
    let data = route.data_path().map(|path| (path, data.into()));
    let markdown = route.markdown_path();
    let markdown = markdown.map(|path| (path, Contents::Text(source.body.clone())));
    let files = [(route.html_file(), page)].into_iter();
    let files = files.chain(frames).chain(data).chain(markdown);
    let maker = Maker::named("article", &source.path);
    OutputFiles::with(maker, files.chain(drawn).chain(oembed))
}

/// A page has all that an article has but what is for lists.
fn text_page_files(
    site: &Site,
    text: &EnrichedArticle,
    shell: &Shell,
    artist: Option<(&Palette, &Cache)>,
) -> OutputFiles {
    let EnrichedArticle {
        article,
        source,
        rendering,
        ..
    } = text;
    let route = source.route();
    let data = json(&ArticleFile {
        article,
        enrichment: &rendering.enrichment,
    });
    let content = text.content();
    let frames = frames::of_page(site, &route, &content, shell);
    let (image, drawn) = preview_image(site, article, artist);
    let kind = EmbedKind::page(&article.slug);
    let oembed = oembed::files(site, &kind, article, image.as_ref());
    let page = page(
        site,
        route.clone(),
        content,
        text.description(),
        image,
        shell,
    );
    let data = route.data_path().map(|path| (path, data.into()));
    let markdown = route.markdown_path();
    let markdown = markdown.map(|path| (path, Contents::Text(source.body.clone())));
    let files = [(route.html_file(), page)].into_iter();
    let files = files.chain(frames).chain(data).chain(markdown);
    let maker = Maker::named("page", &source.path);
    OutputFiles::with(maker, files.chain(drawn).chain(oembed))
}

/// What other sites show of a text: its cover, or a picture that is drawn; and the file of the latter.
fn preview_image(
    site: &Site,
    article: &Article,
    artist: Option<(&Palette, &Cache)>,
) -> (Option<Image>, Option<(String, Contents)>) {
    let drawn = artist
        .filter(|_| article.cover.is_none())
        .and_then(|(palette, cache)| social_image(site, article, palette, cache));
    match &drawn {
        Some((path, _)) => (Some(drawn_image(site, article, path)), drawn),
        None => (article.cover.clone(), None),
    }
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
        rendering,
    }: ListPage,
    shell: &Shell,
) -> OutputFiles {
    let data = match &content {
        PageContent::List(list, _) => Some(json(&ListFile {
            list,
            enrichment: rendering.as_ref().map(|text| &text.enrichment),
        })),
        PageContent::Index(index) => Some(json(index)),
        _ => None,
    };
    let description = match &route {
        Route::Home { .. } => site.description.clone(),
        Route::Author { .. } => match &content {
            PageContent::List(list, _) => {
                let author = list.author.as_ref();
                author.map(|author| author.bio.clone()).unwrap_or_default()
            }
            _ => String::new(),
        },
        Route::Article { .. }
        | Route::Page { .. }
        | Route::Tags
        | Route::Tag { .. }
        | Route::Authors
        | Route::Archive
        | Route::Year { .. }
        | Route::AllSeries
        | Route::Series { .. }
        | Route::Section { .. }
        | Route::You
        | Route::Search
        | Route::Embed
        | Route::Write
        | Route::NotFound => String::new(),
    };
    let frames = frames::of_page(site, &route, &content, shell);
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
    let replies = match &content {
        PageContent::Article(article, _) if !article.replies.is_empty() => {
            markdown::render_html(&article.replies, &Enrichment::default())
        }
        _ => String::new(),
    };
    let data = PageData {
        replies,
        slots: slot_addresses::filled(&shell.slots.in_pages, site, &route),
        route,
        site: site.clone(),
        content,
    };
    let preview = SocialMeta::new(data.heading(), description, image);
    document::html(&data, &preview, shell)
}
