//! The style of pages: what a page's first screen needs stands in the page, the rest in one sheet behind the text.
//!
//! `style/inlined/` lists what each kind of page has in itself, `style/later.css` the rest. A publisher's folder without
//! the latter has an `index.css`, which stands whole in every page.

use super::style_sheet::bundle;
use crate::build::diagnostics::problem::Problems;
use crate::build::options::asset_source::AssetSource;
use crate::build::store::fingerprint;
use crate::components::contents::has_table;
use crate::content::article::Article;
use crate::page_data::PageContent;
use std::sync::Arc;

/// What pages have in themselves, by what they show.
pub struct PageStyle {
    article: InlinedSheet,
    /// What articles have besides, if they need it.
    extras: Vec<(Need, InlinedSheet)>,
    list: InlinedSheet,
}

/// Whether an article with this text as HTML needs a sheet.
type Need = fn(&Article, &str) -> bool;

/// The sheets of which some articles need none, below `inlined/`, in their order.
const EXTRAS: [(&str, Need); 4] = [
    ("contents", |article, _| has_table(&article.outline)),
    ("lists", |_, html| first_tags(html).any(is_list_or_code)),
    ("code", |_, html| first_tags(html).any(is_code)),
    ("blocks", |_, html| first_tags(html).any(is_block)),
];

/// One in memory for thousands of pages.
#[derive(Clone)]
pub struct InlinedSheet {
    pub text: Arc<str>,
    /// What the policy calls it.
    pub source: String,
}

const LATER: &str = "later.css";

impl PageStyle {
    /// With the sheet that all pages load behind their text, if there is one.
    pub fn read(
        style: &AssetSource,
        right_to_left: bool,
        problems: &mut Problems,
    ) -> (Self, Option<String>) {
        let mut bundled = |file: &str| bundle(style, file, problems);
        if style.read(LATER).is_err() {
            let index = if right_to_left {
                "right_to_left.css"
            } else {
                "index.css"
            };
            return (Self::whole(bundled(index)), None);
        }
        let direction = match right_to_left {
            true => bundled("right_to_left.css"),
            false => String::new(),
        };
        let mut inlined = |name: &str| bundled(&["inlined/", name, ".css"].concat());
        let style = Self {
            article: InlinedSheet::new(inlined("article") + &direction),
            list: InlinedSheet::new(inlined("list") + &direction),
            extras: EXTRAS
                .map(|(name, need)| (need, InlinedSheet::new(inlined(name))))
                .into(),
        };
        (style, Some(bundled(LATER)))
    }

    /// One sheet for all pages.
    fn whole(sheet: String) -> Self {
        let sheet = InlinedSheet::new(sheet);
        Self {
            article: sheet.clone(),
            extras: Vec::new(),
            list: sheet,
        }
    }

    /// What a page with this content has in itself, in this order.
    pub fn of(&self, content: &PageContent) -> Vec<&InlinedSheet> {
        let PageContent::Article(article, html) = content else {
            return vec![&self.list];
        };
        let extras = self.extras.iter().filter(|(need, _)| need(article, html));
        std::iter::once(&self.article)
            .chain(extras.map(|(_, sheet)| sheet))
            .collect()
    }

    /// All that may stand in a page, as the policy says it.
    pub fn sources(&self) -> String {
        let extras = self.extras.iter().map(|(_, sheet)| sheet);
        let sheets = [&self.article, &self.list].into_iter().chain(extras);
        let mut sources: Vec<&str> = sheets.map(|sheet| &*sheet.source).collect();
        sources.dedup();
        sources.join(" ")
    }

    /// Where the tokens are that name the site's colours.
    pub fn tokens(&self) -> &str {
        &self.list.text
    }
}

impl InlinedSheet {
    fn new(text: String) -> Self {
        Self {
            source: fingerprint::policy_source(&text),
            text: text.into(),
        }
    }
}

/// How much of a text a large screen shows at once, in bytes of HTML.
const FIRST_SCREEN: usize = 3_000;

/// What `inlined/article.css`, `lists.css` and `code.css` know.
#[rustfmt::skip]
const PLAIN: [&str; 24] = [
    "a", "b", "blockquote", "br", "code", "dd", "dl", "dt", "em", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "i",
    "li", "ol", "p", "pre", "span", "strong", "ul",
];

/// What stands behind each `<` that begins an element on the first screen.
fn first_tags(html: &str) -> impl Iterator<Item = &str> {
    let tags = html.match_indices('<').map(|(at, _)| (at, &html[at + 1..]));
    let first = tags.take_while(|(at, _)| *at < FIRST_SCREEN);
    first
        .map(|(_, tag)| tag)
        .filter(|tag| !tag.starts_with('/'))
}

fn is_list_or_code(tag: &str) -> bool {
    ["ul", "ol", "dl", "code", "pre", "samp"].contains(&name(tag))
}

fn is_code(tag: &str) -> bool {
    name(tag) == "pre"
}

/// Whether it is more than paragraphs, headings, lists and code.
fn is_block(tag: &str) -> bool {
    !(PLAIN.contains(&name(tag)) || tag.starts_with("figure class=\"code\""))
}

fn name(tag: &str) -> &str {
    tag.split([' ', '>', '/']).next().unwrap_or_default()
}
