//! JSON Schemas of what browsers fetch, for those who write it with another program. They are made from the types that
//! both sides share, so that they cannot say anything else than these. And one of what writers write.

use crate::build::input::{config, front_matter};
use crate::build::pages::article_file::ArticleFile;
use crate::build::pages::list_file::ListFile;
use crate::build::pages::site_file::SiteFile;
use crate::content::list::Index;
use crate::content::live::Live;
use crate::content::names::Names;
use crate::replies::ReplyFile;
use clap::ValueEnum;
use schemars::{Schema, schema_for};

/// A kind of file below `content/`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum File {
    /// content/site.json
    Site,
    /// content/articles/<slug>.json and content/pages/<path>.json, beside which the Markdown lies
    Article,
    /// content/lists/: a page of articles, for the home page, a tag, an author, a series, a section, the archive or a year of it
    List,
    /// content/lists/tags.json, authors.json and series.json
    Index,
    /// content/names.json
    Names,
    /// content/live.json: what was published since the last build
    Live,
    /// content/replies/<slug>.json: what `recto replies` keeps
    Replies,
    /// The head of an article or a page, for editors
    FrontMatter,
    /// site.json as publishers write it, for editors
    SiteConfig,
    /// theme.json as publishers write it, for editors
    Theme,
}

/// The schema of a kind of file, as JSON.
pub fn json(file: File) -> String {
    let schema: Schema = match file {
        File::Site => schema_for!(SiteFile),
        File::Article => schema_for!(ArticleFile),
        File::List => schema_for!(ListFile),
        File::Index => schema_for!(Index),
        File::Names => schema_for!(Names),
        File::Live => schema_for!(Live),
        File::Replies => schema_for!(ReplyFile),
        File::FrontMatter => front_matter::front_matter_schema::schema(),
        File::SiteConfig => config::site_schema::schema(),
        File::Theme => config::theme::theme_schema::schema(),
    };
    serde_json::to_string_pretty(&schema).expect("a schema is JSON already")
}
