//! What editors are told of `theme.json`: a JSON Schema, made from the types below.

use crate::build::input::config::site_schema::Logo;
use schemars::{JsonSchema, Schema, schema_for};

/// How a blog looks.
#[derive(JsonSchema)]
#[schemars(rename = "theme.json", deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is of use")]
struct ThemeJson {
    /// Where this schema lies, for editors.
    #[schemars(rename = "$schema")]
    schema: Option<String>,
    /// The ground of pages.
    paper: Option<Color>,
    /// The text.
    ink: Option<Color>,
    /// Links, and what is chosen.
    accent: Option<Color>,
    typefaces: Option<Typefaces>,
    /// The width of a line of text, in `rem`; ours is 38.5.
    #[schemars(range(min = 20, max = 80))]
    measure: Option<f64>,
    /// How much larger the text is than ours.
    #[schemars(range(min = 0.75, max = 1.5))]
    text_size: Option<f64>,
    /// Of the corners of pictures, code and buttons, in pixels.
    #[schemars(range(min = 0, max = 40))]
    radius: Option<f64>,
    lists: Option<Lists>,
    covers: Option<Covers>,
    /// A picture in the place of the title; one in site.json counts more.
    logo: Option<Logo>,
    /// A path in the folder `public`, such as `mark.svg`.
    #[schemars(regex(pattern = r"\.(svg|png)$"))]
    favicon: Option<String>,
}

/// As `#b01a2b`: one for both grounds, or one for each.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Color {
    Both(#[schemars(regex(pattern = r"^#([0-9a-fA-F]{3}){1,2}$"))] String),
    Each {
        #[schemars(regex(pattern = r"^#([0-9a-fA-F]{3}){1,2}$"))]
        light: Option<String>,
        #[schemars(regex(pattern = r"^#([0-9a-fA-F]{3}){1,2}$"))]
        dark: Option<String>,
    },
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is of use")]
struct Typefaces {
    text: Option<Typeface>,
    headings: Option<Typeface>,
    /// Of navigation, facts and buttons.
    labels: Option<Typeface>,
    code: Option<Typeface>,
}

/// A name, a font in the folder `public`, or a font for each style.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is of use")]
enum Typeface {
    Name(Stack),
    File(FontFile),
    Fonts {
        regular: Option<FontFile>,
        italic: Option<FontFile>,
        bold: Option<FontFile>,
        bold_italic: Option<FontFile>,
        /// What the text is set in until the font has come.
        fallback: Option<Stack>,
    },
}

/// A path in the folder `public`, such as `fonts/text.woff2`.
#[derive(JsonSchema)]
#[schemars(transparent)]
#[allow(dead_code, reason = "only its schema is of use")]
struct FontFile(#[schemars(regex(pattern = r"\.(woff2?|ttf|otf)$"))] String);

/// Faces that systems have.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[allow(dead_code, reason = "only its schema is of use")]
enum Stack {
    Serif,
    Sans,
    OldStyle,
    Transitional,
    Modern,
    Slab,
    Humanist,
    Geometric,
    Grotesque,
    Rounded,
    Mono,
}

/// How much lists say of each article.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its schema is of use")]
enum Lists {
    Magazine,
    List,
    Compact,
}

/// How wide covers are.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its schema is of use")]
enum Covers {
    Wide,
    Text,
}

pub fn schema() -> Schema {
    schema_for!(ThemeJson)
}
