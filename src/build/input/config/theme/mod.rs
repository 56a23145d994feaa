//! `theme.json` and `theme.css`: how the publisher wants the blog to look.

pub mod color;
mod theme_pictures;
pub mod theme_schema;
pub mod typefaces;

use super::json_file::JsonFile;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::content_folder::Content;
use crate::build::input::front_matter::{Kind, Located, Value};
use color::Color;
use serde::de::IgnoredAny;
use typefaces::Typeface;

const FILE: &str = "theme.json";
const SHEET: &str = "theme.css";

/// As it is written; nothing where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct ThemeConfig {
    /// The file that says all this, for messages.
    pub path: String,
    pub colors: Vec<ThemeColor>,
    /// Faces by what they are for.
    pub typefaces: Vec<(Face, Typeface)>,
    /// The width of a line of text, in `rem`.
    pub measure: Option<f64>,
    /// How much larger the text is than ours.
    pub text_size: Option<f64>,
    /// Of corners, in pixels.
    pub radius: Option<f64>,
    pub lists: Lists,
    pub covers: Covers,
    pub logo: Option<(Located, Option<Located>)>,
    /// A picture in the public folder.
    pub favicon: Option<Located>,
    /// The file of style sheets of the publisher's, and what it holds.
    pub sheet: Option<(String, String)>,
}

/// One colour of one ground.
#[derive(Clone, Debug)]
pub struct ThemeColor {
    pub role: Role,
    pub ground: Ground,
    pub color: Color,
    pub position: Position,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Paper,
    Ink,
    Accent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    Light,
    Dark,
}

/// What a typeface is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Text,
    Headings,
    Labels,
    Code,
}

impl Face {
    /// What it is set in where nothing is said.
    fn fallback(self) -> &'static str {
        let name = match self {
            Self::Text | Self::Headings => "serif",
            Self::Labels => "sans",
            Self::Code => "mono",
        };
        typefaces::stack(name).expect("all three are in the list")
    }
}

/// How much lists say of each article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lists {
    /// The first large, two below it, then a list.
    #[default]
    Magazine,
    /// All alike.
    List,
    /// Titles and days.
    Compact,
}

/// How wide covers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Covers {
    #[default]
    Wide,
    /// As wide as the text.
    Text,
}

pub const ROLES: [(&str, Role); 3] = [
    ("paper", Role::Paper),
    ("ink", Role::Ink),
    ("accent", Role::Accent),
];
pub const GROUNDS: [(&str, Ground); 2] = [("light", Ground::Light), ("dark", Ground::Dark)];
const FACES: [(&str, Face); 4] = [
    ("text", Face::Text),
    ("headings", Face::Headings),
    ("labels", Face::Labels),
    ("code", Face::Code),
];
const LISTS: [(&str, Lists); 3] = [
    ("magazine", Lists::Magazine),
    ("list", Lists::List),
    ("compact", Lists::Compact),
];
const COVERS: [(&str, Covers); 2] = [("wide", Covers::Wide), ("text", Covers::Text)];

/// All keys but those of colours.
const KEYS: [&str; 9] = [
    "$schema",
    "typefaces",
    "measure",
    "text_size",
    "radius",
    "lists",
    "covers",
    "logo",
    "favicon",
];

impl ThemeConfig {
    /// Nothing where there is no such file.
    pub fn read(content: &Content, problems: &mut Problems) -> Self {
        let mut theme = Self::default();
        if content.folder.join(FILE).exists() {
            let file = JsonFile::<IgnoredAny>::read(content, FILE, problems);
            theme = Reader {
                file: &file,
                problems,
            }
            .theme();
        }
        if content.folder.join(SHEET).exists() {
            let text = content.text(SHEET, problems);
            theme.sheet = text.map(|text| (content.path(SHEET), text));
        }
        theme
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.path.is_empty() && self.sheet.is_none()
    }
}

struct Reader<'a> {
    file: &'a JsonFile<IgnoredAny>,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn theme(mut self) -> ThemeConfig {
        let tree = &self.file.tree;
        for (key, value) in tree.entries() {
            if !KEYS.contains(&&**key) && !ROLES.iter().any(|(role, _)| role == key) {
                let what = ["there is no `", key, "` in a theme"].concat();
                let remedy = "`recto schema theme` prints all keys";
                self.error(value.position, &what, remedy);
            }
        }
        let colors = ROLES.map(|(key, role)| {
            let value = tree.get(key);
            value
                .map(|value| self.colors(role, value))
                .unwrap_or_default()
        });
        ThemeConfig {
            path: self.file.path.clone(),
            colors: colors.concat(),
            typefaces: tree
                .get("typefaces")
                .map(|faces| self.typefaces(faces))
                .unwrap_or_default(),
            measure: self.number("measure", 20.0, 80.0, "34", "rem"),
            text_size: self.number("text_size", 0.75, 1.5, "1.1", "times ours"),
            radius: self.number("radius", 0.0, 40.0, "8", "pixels"),
            lists: self.choice("lists", &LISTS),
            covers: self.choice("covers", &COVERS),
            logo: tree.get("logo").and_then(|logo| self.logo(logo)),
            favicon: tree.get("favicon").and_then(|value| self.favicon(value)),
            sheet: None,
        }
    }

    /// One colour for both grounds, or one for each.
    fn colors(&mut self, role: Role, value: &Value) -> Vec<ThemeColor> {
        let mut colors = Vec::new();
        for (key, ground) in GROUNDS {
            let named = match &value.kind {
                Kind::Table(_) => value.get(key),
                _ => Some(value),
            };
            let Some(named) = named else { continue };
            match named.text().and_then(Color::parse) {
                Some(color) => colors.push(ThemeColor {
                    role,
                    ground,
                    color,
                    position: named.position,
                }),
                // Told once, though it is for both.
                None if ground == Ground::Dark && std::ptr::eq(named, value) => {}
                None => self.no_color(named),
            }
        }
        for (key, other) in value.entries() {
            if !GROUNDS.iter().any(|(ground, _)| ground == key) {
                let what = ["there is no `", key, "` of a colour"].concat();
                self.error(other.position, &what, "write `light` and `dark`");
            }
        }
        colors
    }

    fn no_color(&mut self, value: &Value) {
        let what = ["`", value.text().unwrap_or_default(), "` is no colour"].concat();
        self.error(value.position, &what, "write it as `#b01a2b`");
    }

    fn typefaces(&mut self, faces: &Value) -> Vec<(Face, Typeface)> {
        let mut found = Vec::new();
        for (key, value) in faces.entries() {
            let Some((_, face)) = FACES.iter().find(|(name, _)| name == key) else {
                let what = ["no typeface is for `", key, "`"].concat();
                let remedy = "write text, headings, labels or code";
                self.error(value.position, &what, remedy);
                continue;
            };
            match Typeface::parse(*face, value) {
                Ok(typeface) => found.push((*face, typeface)),
                Err((position, name)) => {
                    let what = ["there is no typeface `", &name, "`"].concat();
                    self.error(position, &what, &typefaces::remedy());
                }
            }
        }
        found
    }

    fn number(&mut self, key: &str, min: f64, max: f64, example: &str, unit: &str) -> Option<f64> {
        let value = self.file.tree.get(key)?;
        let number = value.text().and_then(|text| text.parse::<f64>().ok());
        let number = number.filter(|number| (min..=max).contains(number));
        if number.is_none() {
            let what = ["this is no `", key, "`"].concat();
            let remedy = format!("write a number from {min} to {max}, such as {example} ({unit})");
            self.error(value.position, &what, &remedy);
        }
        number
    }

    fn choice<T: Copy + Default>(&mut self, key: &str, choices: &[(&str, T)]) -> T {
        let Some(value) = self.file.tree.get(key) else {
            return T::default();
        };
        let text = value.text().unwrap_or_default();
        let found = choices.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let what = ["`", text, "` is no choice for `", key, "`"].concat();
            let remedy = ["write one of these: ", &names.join(", ")].concat();
            self.error(value.position, &what, &remedy);
        }
        found.map(|(_, choice)| *choice).unwrap_or_default()
    }

    fn error(&mut self, position: Position, what: &str, remedy: &str) {
        self.problems.error(&self.file.path, position, what, remedy);
    }
}
