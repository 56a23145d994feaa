//! Typefaces: names for faces that systems have, which need no file, and files of the publisher's.

use super::Face;
use crate::build::diagnostics::problem::Position;
use crate::build::input::front_matter::{Kind, Located, Value, located};

/// Names, and the faces behind them.
pub const STACKS: [(&str, &str); 11] = [
    ("serif", "\"Iowan Old Style\",\"Sitka Text\",serif"),
    ("sans", "system-ui,sans-serif"),
    (
        "old-style",
        "\"Iowan Old Style\",\"Palatino Linotype\",\"URW Palladio L\",P052,serif",
    ),
    (
        "transitional",
        "Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,serif",
    ),
    (
        "modern",
        "Didot,\"Bodoni MT\",\"Noto Serif Display\",\"URW Bookman\",serif",
    ),
    (
        "slab",
        "Rockwell,\"Rockwell Nova\",\"Roboto Slab\",\"DejaVu Serif\",serif",
    ),
    (
        "humanist",
        "Seravek,\"Gill Sans Nova\",Ubuntu,Calibri,\"DejaVu Sans\",sans-serif",
    ),
    (
        "geometric",
        "Avenir,Montserrat,Corbel,\"URW Gothic\",sans-serif",
    ),
    (
        "grotesque",
        "\"Helvetica Neue\",Helvetica,Inter,Arial,\"Nimbus Sans\",sans-serif",
    ),
    (
        "rounded",
        "ui-rounded,\"Arial Rounded MT Bold\",Quicksand,Comfortaa,sans-serif",
    ),
    ("mono", "ui-monospace,Consolas,monospace"),
];

/// What one kind of text is set in.
#[derive(Clone, Debug)]
pub enum Typeface {
    /// Faces that systems have.
    Stack(&'static str),
    Fonts(Fonts),
}

/// Files of one typeface.
#[derive(Clone, Debug)]
pub struct Fonts {
    /// Paths below the public folder, at least one, the plainest first.
    pub files: Vec<(Style, Located)>,
    /// What stands there until they have come.
    pub fallback: &'static str,
}

/// What a file holds, unless it is a variable font, which may hold more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub is_bold: bool,
    pub is_italic: bool,
}

const STYLES: [(&str, Style); 4] = [
    ("regular", Style::new(false, false)),
    ("italic", Style::new(false, true)),
    ("bold", Style::new(true, false)),
    ("bold_italic", Style::new(true, true)),
];

/// Extensions of fonts, and the media types that browsers know them by.
pub const FORMATS: [(&str, &str); 4] = [
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("ttf", "font/ttf"),
    ("otf", "font/otf"),
];

impl Style {
    const fn new(is_bold: bool, is_italic: bool) -> Self {
        Self { is_bold, is_italic }
    }
}

impl Typeface {
    /// A name, the path of a file, or a file for each style. An error is where it is and what it says.
    pub fn parse(face: Face, value: &Value) -> Result<Self, Unknown> {
        if let Kind::Table(_) = &value.kind {
            return fonts(face, value).map(Self::Fonts);
        }
        let text = located(value).ok_or((value.position, String::new()))?;
        match stack(&text.text) {
            Some(stack) => Ok(Self::Stack(stack)),
            None if media_type(&text.text).is_some() => Ok(Self::Fonts(Fonts {
                files: vec![(Style::new(false, false), text)],
                fallback: face.fallback(),
            })),
            None => Err((value.position, text.text)),
        }
    }
}

/// Where what is no typeface stands, and what it says.
type Unknown = (Position, String);

/// `{ "regular": …, "italic": …, "bold": …, "bold_italic": …, "fallback": … }`
fn fonts(face: Face, value: &Value) -> Result<Fonts, Unknown> {
    let mut fonts = Fonts {
        files: Vec::new(),
        fallback: face.fallback(),
    };
    for (key, value) in value.entries() {
        let text = located(value).ok_or_else(|| (value.position, key.clone()))?;
        let style = STYLES.iter().find(|(name, _)| name == key);
        match (style, stack(&text.text)) {
            (Some((_, style)), _) if media_type(&text.text).is_some() => {
                fonts.files.push((*style, text));
            }
            (None, Some(stack)) if key == "fallback" => fonts.fallback = stack,
            (None, None) if key != "fallback" => return Err((value.position, key.clone())),
            _ => return Err((value.position, text.text)),
        }
    }
    fonts
        .files
        .sort_by_key(|(style, _)| (style.is_bold, style.is_italic));
    match fonts.files.is_empty() {
        true => Err((value.position, "{}".into())),
        false => Ok(fonts),
    }
}

/// What may be written, for messages.
pub fn remedy() -> String {
    let names = STACKS.map(|(name, _)| name).join(", ");
    let of_a_file = ", or the path of a font in `public`";
    ["write one of these: ", &names, of_a_file].concat()
}

/// Of a font, by its extension.
pub fn media_type(path: &str) -> Option<&'static str> {
    let (_, extension) = path.rsplit_once('.')?;
    let mut formats = FORMATS.iter();
    let found = formats.find(|(known, _)| extension.eq_ignore_ascii_case(known));
    found.map(|(_, media_type)| *media_type)
}

/// The faces of this name.
pub fn stack(name: &str) -> Option<&'static str> {
    let found = STACKS.iter().find(|(known, _)| *known == name);
    found.map(|(_, faces)| *faces)
}
