//! The publisher's theme as style: tokens that take the place of ours (`colors` says of which colours, and checks that they
//! are read well), rules in a layer behind all of ours, and `fonts` of the publisher's.

mod colors;
mod fonts;

use super::style_sheet;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::theme::typefaces::Typeface;
use crate::build::input::config::theme::{Covers, Face, Lists, ThemeConfig};
use crate::build::options::BuildOptions;
use crate::content::site::Site;
use fonts::FontFamily;
pub use fonts::Preload;

/// What is changed in style sheets, and what pages have besides.
#[derive(Default)]
pub struct Theme {
    /// Tokens and their values; `{}` in one stands for the value that we gave it.
    pub tokens: Vec<(&'static str, String)>,
    /// Rules for every page; empty where there are none.
    pub rules: String,
    pub preloads: Vec<Preload>,
}

/// Where the tokens are, and those of text.
const TOKENS: [&str; 2] = ["tokens.css", "text_tokens.css"];

const RADIUS: &str = ":is(.cover,.card-cover) :is(img,svg),.card-cover,.code,.prose :is(pre,img,video),.ask,\
    .reactions button,recto-slot :is(button,input,select,iframe){border-radius:RADIUSpx}";

/// Every article of a list as those below the first three are.
const LIST: &str = ":is(.lead-story,.second-stories) .card-cover{display:none}\
    :is(.lead-story,.second-stories) .card-title.card-title{font-size:var(--large);line-height:1.25;letter-spacing:-.01em}\
    :is(.lead-story,.second-stories) .article-card.article-card{display:grid;grid-template-columns:var(--columns);gap:0 var(--column-gap);align-items:baseline}\
    :is(.lead-story,.second-stories) .card-text{display:contents}\
    :is(.lead-story,.second-stories) .card-text>*{grid-column:var(--in-text);margin-block:0}\
    .lead-story .card-deck{font-size:1rem}\
    .second-stories.second-stories{display:block}\
    .lead-story,.second-stories>li{--facts:inherit;padding-block:calc(.6*var(--space))}\
    @media (width>=64rem){:is(.lead-story,.second-stories) .card-text>.card-kicker{grid-column:var(--in-margin);grid-row:var(--beside)}\
    :is(.lead-story,.second-stories) .card-text>.card-facts{grid-column:3;grid-row:var(--beside)}}";
const COMPACT: &str = ":is(.lead-story,.second-stories,.article-list) :is(.card-cover,.card-deck,.card-kicker){display:none}\
    :is(.lead-story,.second-stories>li,.article-list>li){padding-block:.5rem}";

const COVERS_AS_TEXT: &str = ".cover{grid-column:var(--in-text)}";

/// Tells colours that are not read well, and fonts that are none.
pub fn theme(
    config: &ThemeConfig,
    options: &BuildOptions,
    site: &Site,
    problems: &mut Problems,
) -> Theme {
    if config.is_empty() {
        return Theme::default();
    }
    let style = &options.style;
    let [tokens, text_tokens] = TOKENS.map(|file| match style.read(file) {
        Ok(_) => style_sheet::bundle(style, file, problems),
        Err(_) => String::new(),
    });
    let families: Vec<(Face, FontFamily)> = config
        .typefaces
        .iter()
        .map(|(face, typeface)| match typeface {
            Typeface::Stack(stack) => (*face, FontFamily::of_system(stack)),
            Typeface::Fonts(fonts) => {
                let family = fonts::family(*face, fonts, (config, options, site), problems);
                (*face, family)
            }
        })
        .collect();
    let mut changed = colors::tokens(config, &tokens, &text_tokens, problems);
    changed.extend(faces(&families));
    changed.extend(
        config
            .measure
            .map(|measure| ("--line", format!("{measure}rem"))),
    );
    changed.extend(
        config
            .text_size
            .map(|size| ("--text", format!("calc({size}*{{}})"))),
    );
    let rules = rules(config, &families, problems);
    let mut preloads: Vec<Preload> = Vec::new();
    for preload in families
        .into_iter()
        .filter_map(|(_, family)| family.preload)
    {
        // One font may be for several kinds of text.
        if !preloads.contains(&preload) {
            preloads.push(preload);
        }
    }
    Theme {
        tokens: changed,
        rules,
        preloads,
    }
}

fn faces(families: &[(Face, FontFamily)]) -> impl Iterator<Item = (&'static str, String)> + '_ {
    families.iter().filter_map(|(face, family)| {
        let token = match face {
            Face::Text => "--serif",
            Face::Labels => "--sans",
            Face::Code => "--mono",
            Face::Headings => return None,
        };
        Some((token, family.stack.clone()))
    })
}

fn rules(config: &ThemeConfig, families: &[(Face, FontFamily)], problems: &mut Problems) -> String {
    let mut rules = String::new();
    for (face, family) in families {
        if *face == Face::Headings {
            rules.extend([
                ":is(h1,h2,h3,h4,h5,h6,.site-title){font-family:",
                &family.stack,
                "}",
            ]);
        }
    }
    if let Some(radius) = config.radius {
        rules.push_str(&RADIUS.replace("RADIUS", &radius.to_string()));
    }
    rules.push_str(match config.lists {
        Lists::Magazine => "",
        Lists::List | Lists::Compact => LIST,
    });
    if config.lists == Lists::Compact {
        rules.push_str(COMPACT);
    }
    if config.covers == Covers::Text {
        rules.push_str(COVERS_AS_TEXT);
    }
    if let Some((path, text)) = &config.sheet {
        rules.push_str(&style_sheet::minified(path, text, problems));
    }
    let mut sheet: String = families.iter().map(|(_, family)| &*family.rules).collect();
    if !rules.is_empty() {
        sheet.extend(["@layer theme{", &rules, "}"]);
    }
    sheet
}
