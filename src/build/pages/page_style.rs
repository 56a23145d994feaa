//! The style of pages: what a page's first screen needs stands in the page, what the rest of it needs in sheets behind the
//! text, and what other pages need comes with the app.
//!
//! `style/inlined/` lists what each kind of page has in itself, `style/later/` what it links to, `style/app.css` all. A
//! publisher's folder without the latter has an `index.css`, which stands whole in every page.

use super::style_sheet::{bundle, with_tokens};
use super::theme::{Preload, Theme};
use crate::build::diagnostics::problem::Problems;
use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::options::asset_source::AssetSource;
use crate::build::store::fingerprint;
use crate::components::contents::has_table;
use crate::content::article::{Article, Image};
use crate::i18n::page_direction;
use crate::page_data::PageContent;
use serde::Serialize;
use std::sync::Arc;

/// What pages have in themselves, by what they show.
#[derive(Clone)]
pub struct PageStyle {
    /// What browsers load before they have read the style.
    pub fonts: Vec<Preload>,
    /// Of the site.
    language: String,
    article: InlinedSheet,
    /// What articles have besides, if they need it.
    extras: Vec<(Need, InlinedSheet)>,
    list: InlinedSheet,
    /// What lists have besides, if something is said above them.
    introduction: Option<InlinedSheet>,
    /// What every page has besides, if the logo is another on a dark ground.
    logo: Option<InlinedSheet>,
    /// What every page has besides, if the publisher fills slots.
    slots: Option<InlinedSheet>,
    /// What every page has besides, if texts have films of other places.
    players: Option<InlinedSheet>,
    /// What every page has besides, if the publisher has a theme.
    theme: Option<InlinedSheet>,
    /// For covers that are cropped around a point of their own; nothing where there is one sheet for all pages.
    crop: Option<InlinedSheet>,
}

/// The sheets that only some sites need: no other pays for them.
#[derive(Clone, Copy, PartialEq)]
pub struct SiteNeeds {
    /// Something is said above a list.
    pub introduction: bool,
    /// The logo is another on a dark ground.
    pub logo: bool,
    /// The publisher fills slots.
    pub slots: bool,
    /// Texts have films of other places.
    pub players: bool,
}

impl SiteNeeds {
    pub fn of(loaded: &LoadedSite) -> Self {
        let logo = loaded.furniture.logo.as_ref();
        Self {
            introduction: !loaded.introductions.is_empty(),
            logo: logo.is_some_and(|logo| logo.dark.is_some()),
            slots: !loaded.slots.is_empty(),
            players: loaded.has_players(),
        }
    }
}

/// When an article needs a sheet.
#[derive(Clone, Copy)]
enum Need {
    Contents,
    /// For a script that Latin faces do not hold, by the language.
    Script,
    /// For elements of the text: whether this one is such, by what stands behind its `<`.
    Element(fn(&str) -> bool),
}

/// The sheets of which some articles need none, below `inlined/`, in their order.
const EXTRAS: [(&str, Need); 5] = [
    ("scripts", Need::Script),
    ("contents", Need::Contents),
    ("lists", Need::Element(is_list_or_code)),
    ("code", Need::Element(is_code)),
    ("blocks", Need::Element(is_block)),
];

/// What pages link to behind their text, by what they show: sheets, or where they are.
#[derive(Clone, Debug, Serialize)]
pub struct LaterSheets {
    article: String,
    /// The same for articles with more in their text than the first screen shows.
    prose: String,
    list: String,
}

/// What one page links to.
pub struct LaterSheet<'a> {
    pub href: &'a str,
    /// Whether the text has rules in it, and not only what stands below.
    pub is_for_text: bool,
}

/// One in memory for thousands of pages.
#[derive(Clone)]
pub struct InlinedSheet {
    pub text: Arc<str>,
    /// What the policy calls it.
    pub source: String,
}

/// All rules, for the app.
const APP: &str = "app.css";

/// What a style folder holds for pages.
pub struct PageSheets {
    pub style: PageStyle,
    /// Nothing where pages have all in themselves.
    pub later: Option<LaterSheets>,
    pub app: Option<String>,
}

impl PageStyle {
    pub fn read(
        style: &AssetSource,
        language: &str,
        site: SiteNeeds,
        theme: &Theme,
        problems: &mut Problems,
    ) -> PageSheets {
        let right_to_left = page_direction(language).is_some();
        let mut bundled = |file: &str| with_tokens(bundle(style, file, problems), &theme.tokens);
        let rules = Some(&theme.rules).filter(|rules| !rules.is_empty());
        let rules = rules.map(|rules| InlinedSheet::new(rules.clone()));
        if style.read(APP).is_err() {
            let index = if right_to_left {
                "right_to_left.css"
            } else {
                "index.css"
            };
            return PageSheets {
                style: Self::whole(bundled(index), rules, theme),
                later: None,
                app: None,
            };
        }
        let direction = match right_to_left {
            true => bundled("right_to_left.css"),
            false => String::new(),
        };
        let mut inlined = |name: &str| bundled(&["inlined/", name, ".css"].concat());
        let script = match has_own_script(language) {
            true => inlined("scripts"),
            false => String::new(),
        };
        let style = Self {
            fonts: theme.preloads.clone(),
            language: language.into(),
            article: InlinedSheet::new(inlined("article") + &direction),
            list: InlinedSheet::new(inlined("list") + &script + &direction),
            introduction: (site.introduction).then(|| InlinedSheet::new(inlined("introduction"))),
            logo: site.logo.then(|| InlinedSheet::new(inlined("logo"))),
            slots: site.slots.then(|| InlinedSheet::new(inlined("slots"))),
            players: site.players.then(|| InlinedSheet::new(inlined("players"))),
            theme: rules,
            crop: Some(InlinedSheet::new(inlined("crop"))),
            extras: EXTRAS
                .map(|(name, need)| (need, InlinedSheet::new(inlined(name))))
                .into(),
        };
        let mut later = |name: &str| bundled(&["later/", name, ".css"].concat());
        PageSheets {
            style,
            later: Some(LaterSheets {
                article: later("article"),
                prose: later("prose"),
                list: later("list"),
            }),
            app: Some(bundled(APP)),
        }
    }

    /// One sheet for all pages.
    fn whole(sheet: String, rules: Option<InlinedSheet>, theme: &Theme) -> Self {
        let sheet = InlinedSheet::new(sheet);
        Self {
            fonts: theme.preloads.clone(),
            language: String::new(),
            article: sheet.clone(),
            extras: Vec::new(),
            crop: None,
            list: sheet,
            introduction: None,
            logo: None,
            slots: None,
            players: None,
            theme: rules,
        }
    }

    /// What a page with this content has in itself, in this order.
    pub fn of(&self, content: &PageContent) -> Vec<&InlinedSheet> {
        let crop = self.crop.iter().filter(|_| has_crop(content));
        let PageContent::Article(article, html) = content else {
            let introduction = self.introduction.iter().filter(|_| is_introduced(content));
            let sheets = std::iter::once(&self.list).chain(introduction);
            return sheets
                .chain(&self.logo)
                .chain(&self.slots)
                .chain(&self.players)
                .chain(crop)
                .chain(&self.theme)
                .collect();
        };
        let extras = self.extras.iter();
        let extras = extras
            .filter(|(need, _)| need.is_met(self.language_of(article), article, first_tags(html)));
        std::iter::once(&self.article)
            .chain(extras.map(|(_, sheet)| sheet))
            .chain(&self.logo)
            .chain(&self.slots)
            .chain(&self.players)
            .chain(crop)
            .chain(&self.theme)
            .collect()
    }

    /// Which of these it links to behind its text.
    pub fn later_of<'a>(&self, content: &PageContent, sheets: &'a LaterSheets) -> LaterSheet<'a> {
        let PageContent::Article(article, html) = content else {
            return match is_introduced(content) {
                true => LaterSheet {
                    href: &sheets.prose,
                    is_for_text: true,
                },
                false => LaterSheet::below_the_text(&sheets.list),
            };
        };
        let lacks_some = self.extras.iter().any(|(need, _)| {
            let language = self.language_of(article);
            let is_needed = need.is_met(language, article, tags(html).map(|(_, tag)| tag));
            is_needed && !need.is_met(language, article, first_tags(html))
        });
        match lacks_some {
            true => LaterSheet {
                href: &sheets.prose,
                is_for_text: true,
            },
            false => LaterSheet::below_the_text(&sheets.article),
        }
    }

    fn language_of<'a>(&'a self, article: &'a Article) -> &'a str {
        match &*article.lang {
            "" => &self.language,
            language => language,
        }
    }

    /// All that may stand in a page, as the policy says it.
    pub fn sources(&self) -> String {
        let extras = self.extras.iter().map(|(_, sheet)| sheet);
        let lists = std::iter::once(&self.list)
            .chain(&self.introduction)
            .chain(&self.logo)
            .chain(&self.slots)
            .chain(&self.players)
            .chain(&self.crop)
            .chain(&self.theme);
        let sheets = std::iter::once(&self.article).chain(lists).chain(extras);
        let mut sources: Vec<&str> = sheets.map(|sheet| &*sheet.source).collect();
        sources.dedup();
        sources.join(" ")
    }

    /// Where the tokens are that name the site's colours.
    pub fn tokens(&self) -> &str {
        &self.list.text
    }
}

/// Whether something is said above a list.
fn is_introduced(content: &PageContent) -> bool {
    matches!(content, PageContent::List(_, html) if !html.is_empty())
}

impl Need {
    fn is_met<'a>(
        self,
        language: &str,
        article: &Article,
        mut tags: impl Iterator<Item = &'a str>,
    ) -> bool {
        match self {
            Self::Script => has_own_script(language),
            Self::Contents => has_table(&article.outline),
            Self::Element(is_such) => tags.any(is_such),
        }
    }
}

impl<'a> LaterSheet<'a> {
    fn below_the_text(href: &'a str) -> Self {
        Self {
            href,
            is_for_text: false,
        }
    }
}

impl LaterSheets {
    /// The same with something else in the place of each: a path in the place of a text, a URL in the place of a path.
    pub fn map(&self, mut change: impl FnMut(&str, &str) -> String) -> Self {
        Self {
            article: change("article", &self.article),
            prose: change("prose", &self.prose),
            list: change("list", &self.list),
        }
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

/// Whether a cover on the page is cropped around a point of its own.
fn has_crop(content: &PageContent) -> bool {
    let is_cropped = |cover: &Option<Image>| {
        cover
            .as_ref()
            .is_some_and(|cover| !cover.position.is_empty())
    };
    match content {
        PageContent::Article(article, _) => is_cropped(&article.cover),
        PageContent::List(list, _) => list
            .articles
            .iter()
            .any(|article| is_cropped(&article.cover)),
        _ => false,
    }
}

/// Whether a language is written in a script for which `inlined/scripts.css` has faces.
fn has_own_script(language: &str) -> bool {
    let language = language.split('-').next().unwrap_or_default();
    ["ar", "fa", "ur", "he", "yi", "zh", "ja", "ko"].contains(&language)
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
    let first = tags(html).take_while(|(at, _)| *at < FIRST_SCREEN);
    first.map(|(_, tag)| tag)
}

/// The same of the whole text, each with its place.
fn tags(html: &str) -> impl Iterator<Item = (usize, &str)> {
    let tags = html.match_indices('<').map(|(at, _)| (at, &html[at + 1..]));
    tags.filter(|(_, tag)| !tag.starts_with('/'))
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
