//! The site's icons, and the `site.webmanifest` that lists them: the publisher's `favicon.svg`, or else the first letter
//! of the title, and the same as PNG for devices that want one.

use super::public_files;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::pages::page_assets::Icons;
use crate::build::pages::rasterize::{self, Drawing, Rect, Text};
use crate::build::pages::style_sheet::Palette;
use crate::build::store::asset_paths::FOLDER;
use crate::build::store::fingerprint;
use crate::build::store::json::json;
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::content::site::Site;
use crate::i18n::message;
use crate::route::{Route, WEB_MANIFEST};
use serde::Serialize;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path};

/// The name that browsers look for.
const ICON: &str = "favicon.svg";

/// Publishers may have only one of these; what it shows, we cannot draw larger.
const OTHER_ICONS: [&str; 2] = ["favicon.ico", "favicon.png"];

/// What browsers ask a host for, at its root, where a page names no icon; and its side in pixels.
const UNASKED_ICON: &str = "favicon.ico";
const UNASKED_SIZE: u8 = 48;

/// Sides in pixels: what phones put on the home screen, and what the web manifest should have.
const TOUCH_SIZE: u32 = 180;
const SIZES: [u32; 2] = [192, 512];

/// The icons and the manifest, and what pages name of them.
pub fn icons(
    options: &BuildOptions,
    site: &Site,
    palette: &Palette,
    problems: &mut Problems,
) -> (Icons, OutputFiles) {
    let mut files = OutputFiles::of(Maker::part("the site's icons"));
    let has = |name: &&&str| public_files::root_file(options, name).is_some();
    let other = OTHER_ICONS.iter().find(has);
    let drawn = public_files::root_file(options, ICON);
    let (mut touch_icon, mut listed) = (None, Vec::new());
    let svg = match &drawn {
        Some(drawn) => fs::read_to_string(drawn).map_err(|error| error.to_string()),
        None => Ok(monogram(&site.title, palette)),
    };
    let png = |size: u32| {
        let svg = svg.as_ref().map_err(String::clone);
        svg.and_then(|svg| rasterize::png(svg, size, size))
    };
    let draw = |size: u32| {
        let bytes = png(size)?;
        let name = ["icon-", &size.to_string(), ".png"].concat();
        let path = [FOLDER, &fingerprint::name(&name, &bytes)].concat();
        files.insert(&path, bytes);
        Ok(site.file_href(&path))
    };
    if drawn.is_some() || other.is_none() {
        let sizes = [TOUCH_SIZE, SIZES[0], SIZES[1]];
        let urls: Result<Vec<String>, String> = sizes.into_iter().map(draw).collect();
        match urls {
            Ok(urls) => {
                touch_icon = urls.first().cloned();
                listed = SIZES.into_iter().zip(urls.into_iter().skip(1)).collect();
            }
            Err(fault) => warn_of_drawing(drawn.as_deref(), &fault, problems),
        }
    }
    let is_asked_for =
        site.base_path() == "/" && public_files::root_file(options, UNASKED_ICON).is_none();
    if let (true, Some(_), Ok(png)) = (is_asked_for, &touch_icon, png(UNASKED_SIZE.into())) {
        files.insert(UNASKED_ICON, ico(&png));
    }
    if drawn.is_none() && other.is_none() {
        files.insert(ICON, svg.unwrap_or_default());
    }
    let manifest = manifest(site, palette, &listed);
    files.insert_as(Claim::Fallback, WEB_MANIFEST, manifest);
    let icons = Icons {
        icon: site.file_href(other.filter(|_| drawn.is_none()).copied().unwrap_or(ICON)),
        touch_icon,
        manifest: site.file_href(WEB_MANIFEST),
    };
    (icons, files)
}

fn warn_of_drawing(drawn: Option<&Path>, fault: &str, problems: &mut Problems) {
    let path = drawn.unwrap_or(Path::new(ICON)).to_string_lossy();
    let path = path.replace(MAIN_SEPARATOR, "/");
    let what = ["cannot be drawn: ", fault].concat();
    problems.warning(&path, Position::START, what, "save it as plain SVG");
}

/// A file with one picture, as PNG.
fn ico(png: &[u8]) -> Vec<u8> {
    const BEFORE_PICTURE: u32 = 22;
    let length = u32::try_from(png.len()).unwrap_or_default();
    [
        // An icon; one picture.
        &[0, 0, 1, 0, 1, 0][..],
        // Its sides, no palette, one plane of 32 bits.
        &[UNASKED_SIZE, UNASKED_SIZE, 0, 0, 1, 0, 32, 0],
        &length.to_le_bytes(),
        &BEFORE_PICTURE.to_le_bytes(),
        png,
    ]
    .concat()
}

#[derive(Serialize)]
struct WebManifest<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    lang: &'a str,
    start_url: &'a str,
    scope: &'a str,
    display: &'static str,
    background_color: &'a str,
    theme_color: &'a str,
    icons: Vec<ManifestIcon<'a>>,
    shortcuts: [Shortcut; 1],
}

/// What an installed site offers on its icon.
#[derive(Serialize)]
struct Shortcut {
    name: String,
    url: String,
}

#[derive(Serialize)]
struct ManifestIcon<'a> {
    src: &'a str,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
}

fn manifest(site: &Site, palette: &Palette, icons: &[(u32, String)]) -> Vec<u8> {
    let icons = icons.iter().map(|(size, src)| ManifestIcon {
        src,
        sizes: [&size.to_string(), "x", &size.to_string()].concat(),
        kind: "image/png",
    });
    let manifest = WebManifest {
        id: site.base_path(),
        name: &site.title,
        description: &site.description,
        lang: &site.language,
        start_url: site.base_path(),
        scope: site.base_path(),
        display: "minimal-ui",
        background_color: &palette.paper,
        theme_color: &palette.paper,
        icons: icons.collect(),
        shortcuts: [Shortcut {
            name: site.translator().text(message::SEARCH),
            url: site.href(&Route::Search),
        }],
    };
    json(&manifest)
}

/// The title's first letter on the colour of the links.
fn monogram(title: &str, palette: &Palette) -> String {
    let letter = title.chars().find(|character| character.is_alphanumeric());
    let letter = letter.unwrap_or('·').to_uppercase().collect();
    let mut drawing = Drawing::new(64, 64);
    drawing.rect.push(Rect {
        width: 64,
        height: 64,
        fill: &palette.accent,
    });
    drawing.text.push(Text {
        x: 32,
        y: 47,
        font_family: "serif",
        font_size: 46,
        text_anchor: "middle",
        fill: &palette.paper,
        text: letter,
    });
    drawing.to_svg()
}
