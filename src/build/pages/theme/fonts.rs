//! The publisher's fonts: rules that load them, and rules that make faces of systems as wide and as high, so that nothing
//! moves when a font has come.

use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::theme::typefaces::{Fonts, Style, media_type};
use crate::build::input::config::theme::{Face, ThemeConfig};
use crate::build::input::front_matter::Located;
use crate::build::input::publisher_folders::PublisherFolders;
use crate::build::options::BuildOptions;
use crate::content::site::Site;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider, Tag};
use std::fs;

/// A font that browsers begin to load before they know that they need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preload {
    pub href: String,
    pub media_type: &'static str,
}

/// What one kind of text is set in.
pub struct FontFamily {
    /// The value of `font-family`.
    pub stack: String,
    /// `@font-face` for each file, and for what stands there until they have come.
    pub rules: String,
    pub preload: Option<Preload>,
}

impl FontFamily {
    /// Faces that need no file.
    pub fn of_system(stack: &str) -> Self {
        Self {
            stack: stack.into(),
            rules: String::new(),
            preload: None,
        }
    }
}

/// Faces that systems have, which are as wide as each other, and how wide, in ems, letters of `SAMPLE` are in them.
struct SystemFace {
    generic: &'static str,
    sources: &'static str,
    width: f32,
}

const SYSTEM_FACES: [SystemFace; 3] = [
    SystemFace {
        generic: "monospace",
        sources: "local(\"Courier New\"),local(\"Liberation Mono\"),local(Cousine)",
        width: 0.6001,
    },
    SystemFace {
        generic: "sans-serif",
        sources: "local(Arial),local(\"Liberation Sans\"),local(Arimo)",
        width: 0.4357,
    },
    SystemFace {
        generic: "serif",
        sources: "local(\"Times New Roman\"),local(\"Liberation Serif\"),local(Tinos)",
        width: 0.39485,
    },
];

/// Letters about as often as they are in a text.
const SAMPLE: &str = "the calm page waits while a reader thinks about what was written there and goes on to the next line of it";

/// Of a font, in ems.
struct Metrics {
    /// Of a letter of `SAMPLE`, in the mean; nothing if the font has not got them.
    width: Option<f32>,
    ascent: f32,
    descent: f32,
    line_gap: f32,
    /// The least and the greatest weight of a variable font.
    weights: Option<(f32, f32)>,
}

/// Tells files that cannot be read, and those that are no fonts.
pub fn family(
    face: Face,
    fonts: &Fonts,
    (config, options, site): (&ThemeConfig, &BuildOptions, &Site),
    problems: &mut Problems,
) -> FontFamily {
    let name = match face {
        Face::Text => "theme-text",
        Face::Headings => "theme-headings",
        Face::Labels => "theme-labels",
        Face::Code => "theme-code",
    };
    let stack = ["\"", name, "\",\"", name, "-until\",", fonts.fallback].concat();
    let mut family = FontFamily::of_system(&stack);
    for (index, (style, file)) in fonts.files.iter().enumerate() {
        let path = public_path(file);
        let metrics = match read(path, options) {
            Ok(metrics) => metrics,
            Err(what) => {
                let what = ["`", &file.text, "` ", &what].concat();
                let remedy = "put a font into the folder `public`, best as WOFF2";
                problems.error(&config.path, file.position, &what, remedy);
                continue;
            }
        };
        let href = site.file_href(path);
        family.rules.push_str(&rule(name, *style, &href, &metrics));
        // The first is what most of the text is in.
        if index == 0 {
            family.rules.push_str(&rule_until(name, fonts, &metrics));
            let media_type = media_type(path).unwrap_or_default();
            family.preload = Some(Preload { href, media_type });
        }
    }
    family
}

fn public_path(file: &Located) -> &str {
    let path = file.text.trim_start_matches("./").trim_start_matches('/');
    path.strip_prefix("public/").unwrap_or(path)
}

fn read(path: &str, options: &BuildOptions) -> Result<Metrics, String> {
    let publisher = PublisherFolders::of(options);
    let file = publisher.file(&options.public.join(path));
    let file = file.map_err(|refusal| refusal.what())?;
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    metrics(&bytes).ok_or_else(|| "is no font".into())
}

fn metrics(bytes: &[u8]) -> Option<Metrics> {
    let unpacked = match bytes.get(..4)? {
        b"wOF2" => wuff::decompress_woff2(bytes).ok()?,
        b"wOFF" => wuff::decompress_woff1(bytes).ok()?,
        _ => bytes.to_vec(),
    };
    let font = FontRef::new(&unpacked).ok()?;
    let whole = font.metrics(Size::unscaled(), LocationRef::default());
    let em = Some(f32::from(whole.units_per_em)).filter(|em| *em > 0.0)?;
    let letters = font.charmap();
    let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let advance = |letter| widths.advance_width(letters.map(letter)?);
    let advances: Option<Vec<f32>> = SAMPLE.chars().map(advance).collect();
    let mean = |advances: Vec<f32>| advances.iter().sum::<f32>() / advances.len() as f32 / em;
    let weights = font.axes().get_by_tag(Tag::new(b"wght"));
    Some(Metrics {
        width: advances.map(mean).filter(|width| *width > 0.0),
        ascent: whole.ascent / em,
        descent: whole.descent.abs() / em,
        line_gap: whole.leading / em,
        weights: weights.map(|axis| (axis.min_value(), axis.max_value())),
    })
}

fn rule(name: &str, style: Style, href: &str, metrics: &Metrics) -> String {
    let weight = match (metrics.weights, style.is_bold) {
        (Some((least, greatest)), _) => format!("{least} {greatest}"),
        (None, true) => "700".into(),
        (None, false) => "400".into(),
    };
    let slant = if style.is_italic { "italic" } else { "normal" };
    format!(
        "@font-face{{font-family:\"{name}\";src:url(\"{href}\");font-weight:{weight};font-style:{slant};font-display:swap}}"
    )
}

/// Nothing for a font without Latin letters, whose text a face of the system cannot stand in for.
fn rule_until(name: &str, fonts: &Fonts, metrics: &Metrics) -> String {
    let is_of = |face: &&SystemFace| fonts.fallback.ends_with(face.generic);
    // `sans-serif` ends with `serif`, too, and comes first.
    let (Some(face), Some(width)) = (SYSTEM_FACES.iter().find(is_of), metrics.width) else {
        return String::new();
    };
    let size = width / face.width;
    let percent = |ems: f32| ems / size * 100.0;
    format!(
        "@font-face{{font-family:\"{name}-until\";src:{};size-adjust:{:.2}%;ascent-override:{:.2}%;\
         descent-override:{:.2}%;line-gap-override:{:.2}%}}",
        face.sources,
        size * 100.0,
        percent(metrics.ascent),
        percent(metrics.descent),
        percent(metrics.line_gap)
    )
}
