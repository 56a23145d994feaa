//! What of a blog stands in other people's pages.

use super::article_body::ArticleBody;
use super::article_cards::{ArticleCard, ArticleList, RelatedList};
use super::article_header::{ArticleDates, Deck};
use super::author_card::AuthorCard;
use super::byline::Byline;
use super::cover::Cover;
use super::optional_text::unless_empty;
use super::reaction_bar::ReactionBar;
use super::search_box::SearchBox;
use super::time::ReadingTime;
use crate::content::{article::Article, site::Site};
use crate::i18n::message;
use crate::page_data::PageContent;
use crate::route::{Route, frame_path};
use leptos::either::EitherOf7;
use leptos::html::div;
use leptos::prelude::*;

/// What can be embedded, and what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmbedKind {
    /// An article by its slug, or a page by its address: `/about/`.
    Article(String),
    /// An article's title, deck and facts.
    Card(String),
    Author(String),
    /// Where to read on after an article.
    Related(String),
    /// The bar of reactions to an article.
    Reactions(String),
    /// The newest articles: of a tag, if one is named, else all.
    Latest(String),
    /// A field that searches all, or the articles of a tag.
    Search(String),
}

/// The path of the page that is meant, if none of an article is.
fn page_of(text: &str) -> Option<&str> {
    text.strip_prefix('/').map(|path| path.trim_matches('/'))
}

impl EmbedKind {
    /// A whole page.
    pub fn page(path: &str) -> Self {
        Self::Article(["/", path, "/"].concat())
    }

    /// What an element `recto-<name>` shows of the article, author or tag that its attribute names.
    pub fn named(name: &str, of: &str) -> Option<Self> {
        let kind = match name {
            "article" => Self::Article,
            "card" => Self::Card,
            "author" => Self::Author,
            "related" => Self::Related,
            "reactions" => Self::Reactions,
            "latest" => return Some(Self::Latest(of.into())),
            "search" => return Some(Self::Search(of.into())),
            _ => return None,
        };
        (!of.is_empty()).then(|| kind(of.into()))
    }

    /// What shows it in a frame, below the blog's address. Reactions share one page, and so do searches, because without
    /// scripts there is nothing to show; what they are of, its address says behind a `?`.
    pub fn frame_path(&self) -> String {
        match self {
            Self::Article(text) => match page_of(text) {
                // No article has a slash in its name.
                Some(page) => frame_path("article", &["pages/", page].concat()),
                None => frame_path("article", text),
            },
            Self::Card(slug) => frame_path("card", slug),
            Self::Author(id) => frame_path("author", id),
            Self::Related(slug) => frame_path("related", slug),
            Self::Reactions(_) => frame_path("reactions", ""),
            Self::Latest(tag) => frame_path("latest", tag),
            Self::Search(_) => frame_path("search", ""),
        }
    }

    /// The page with whose data it is made.
    pub fn route(&self) -> Route {
        match self {
            Self::Article(text) => match page_of(text) {
                Some(page) => Route::page(page),
                None => Route::article(text),
            },
            Self::Card(slug) | Self::Related(slug) | Self::Reactions(slug) => Route::article(slug),
            Self::Author(id) => Route::author(id),
            Self::Latest(tag) if tag.is_empty() => Route::HOME,
            Self::Latest(tag) => Route::tag(tag),
            Self::Search(_) => Route::Search,
        }
    }

    /// Nothing where the content is of another kind, or has nothing to show. `limit` is the length of a list.
    ///
    /// `key` is what reactions are kept under.
    pub fn view<'a>(
        &self,
        site: &'a Site,
        content: &'a PageContent,
        key: &'a str,
        limit: usize,
    ) -> Option<impl IntoView + use<'a>> {
        Some(match (self, content) {
            (Self::Article(_), PageContent::Article(article, html)) => {
                let address = site.href(&self.route());
                EitherOf7::A(view! { <WholeArticle site address article html /> })
            }
            (Self::Card(_), PageContent::Article(article, _)) => {
                let article = &article.summary();
                EitherOf7::B(view! { <ArticleCard site article /> }.into_any())
            }
            (Self::Related(_), PageContent::Article(article, _)) if !article.related.is_empty() => {
                let related = article.related.iter().take(limit).collect();
                EitherOf7::C(view! { <RelatedList site related /> })
            }
            (Self::Reactions(_), PageContent::Article(article, _))
                if !site.reactions.is_empty() =>
            {
                let bar = view! { <ReactionBar site /> };
                EitherOf7::D(div().class("reactions-bar").attr("article", key).child(bar))
            }
            (Self::Author(_), PageContent::List(list, _)) => {
                let author = list.author.as_ref()?;
                EitherOf7::E(view! { <AuthorCard site author level="h3" /> })
            }
            (Self::Latest(_), PageContent::List(list, _)) => {
                let articles = list.articles.get(..limit).unwrap_or(&list.articles);
                EitherOf7::F(view! { <ArticleList site articles /> })
            }
            (Self::Search(_), _) => EitherOf7::G(view! { <SearchBox site /> }),
            _ => return None,
        })
    }
}

/// An article without what only its own page has.
#[component]
fn WholeArticle<'a>(
    site: &'a Site,
    address: String,
    article: &'a Article,
    html: &'a str,
) -> impl IntoView {
    let [lang, dir] = site.language_of(article);
    let (before, behind) = site.translator().around(message::EMBED_SOURCE);
    view! {
        <article class="article h-entry" lang=lang dir=dir>
            <header class="article-header">
                <h2 class="article-title">
                    <a class="p-name u-url" href=address>
                        {article.title.as_str()}
                    </a>
                </h2>
                <Deck article />
                <div class="article-facts">
                    <Byline site authors=&article.authors />
                    {article.published.map(|_| view! { <ArticleDates site article /> })}
                    <ReadingTime site minutes=article.reading_minutes />
                </div>
                {article.cover.as_ref().map(|cover| view! { <Cover cover /> })}
            </header>
            <ArticleBody html />
            <p class="embed-source">
                {unless_empty(before)}
                <a href=site.href(&Route::HOME)>{site.title.as_str()}</a>
                {unless_empty(behind)}
            </p>
        </article>
    }
}
