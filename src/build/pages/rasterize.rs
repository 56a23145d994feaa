//! Drawings of rectangles and lines of text: as SVG, and as PNG with the one font that we bring, so that the same drawing
//! gives the same bytes everywhere.

use crate::build::store::xml;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};
use serde::Serialize;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::{Arc, LazyLock};

/// EB Garamond, cut down to Latin, Greek and Cyrillic letters; its licence lies beside it.
const FONT: &[u8] = include_bytes!("../../../fonts/eb-garamond-subset.otf");

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    let family = fonts
        .faces()
        .find_map(|face| face.families.first().cloned());
    let family = family.map_or_else(String::new, |(family, _)| family);
    fonts.set_serif_family(&family);
    fonts.set_sans_serif_family(family);
    Arc::new(fonts)
});

/// A picture as a value.
#[derive(Serialize)]
#[serde(rename = "svg")]
pub struct Drawing<'a> {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "@viewBox")]
    view_box: String,
    pub rect: Vec<Rect<'a>>,
    pub text: Vec<Text<'a>>,
}

#[derive(Serialize)]
pub struct Rect<'a> {
    #[serde(rename = "@width")]
    pub width: u32,
    #[serde(rename = "@height")]
    pub height: u32,
    #[serde(rename = "@fill")]
    pub fill: &'a str,
}

/// One line of text.
#[derive(Serialize)]
pub struct Text<'a> {
    #[serde(rename = "@x")]
    pub x: u32,
    /// Of the baseline.
    #[serde(rename = "@y")]
    pub y: u32,
    #[serde(rename = "@font-family")]
    pub font_family: &'static str,
    #[serde(rename = "@font-size")]
    pub font_size: u32,
    /// `start` or `middle`: what stands at `x`.
    #[serde(rename = "@text-anchor")]
    pub text_anchor: &'static str,
    #[serde(rename = "@fill")]
    pub fill: &'a str,
    #[serde(rename = "$text")]
    pub text: String,
}

impl Drawing<'_> {
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            namespace: "http://www.w3.org/2000/svg",
            view_box: ["0 0 ", &width.to_string(), " ", &height.to_string()].concat(),
            rect: Vec::new(),
            text: Vec::new(),
        }
    }

    pub fn to_svg(&self) -> String {
        xml::document(self)
    }
}

/// Whether the font has every letter of a text.
pub fn can_write(text: &str) -> bool {
    let Ok(font) = FontRef::new(FONT) else {
        return false;
    };
    let letters = font.charmap();
    text.chars()
        .all(|character| character.is_whitespace() || letters.map(character).is_some())
}

/// How wide a text is at this size, in the drawing's units.
pub fn width(text: &str, font_size: u32) -> f32 {
    let Ok(font) = FontRef::new(FONT) else {
        return 0.0;
    };
    let letters = font.charmap();
    let metrics = font.glyph_metrics(Size::new(font_size as f32), LocationRef::default());
    let advance = |character| metrics.advance_width(letters.map(character)?);
    text.chars().filter_map(advance).sum()
}

/// Draws the whole picture into so many pixels. The error is a word about what is wrong with it.
pub fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, String> {
    let options = Options {
        font_family: "serif".into(),
        fontdb: Arc::clone(&FONTS),
        // A drawing holds all that it shows: nothing is read from the disk for it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(width, height).ok_or("it has no size")?;
    let scale = Transform::from_scale(
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
