//! The file `content/articles/<slug>.json`: the article, and what the Markdown module needs to render its body richly.

use crate::content::article::Article;
use crate::markdown::Enrichment;
use serde::Serialize;

/// The app reads the one and hands on the other, so neither holds code for both.
#[derive(Serialize, schemars::JsonSchema)]
pub struct ArticleFile<'a> {
    #[serde(flatten)]
    pub article: &'a Article,
    #[schemars(with = "Option<Enrichment>")]
    pub enrichment: &'a Enrichment,
}
