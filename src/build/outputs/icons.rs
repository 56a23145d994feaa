//! The site's icons, and the `site.webmanifest` that lists them: the publisher's favicon, or else the first letter of the
//! title, and the same as PNG for devices that want one.

use super::favicon::{Artwork, Favicon, ICON, TOUCH_SIZE};
use super::public_files;
use crate::build::options::BuildOptions;
use crate::build::pages::page_assets::Icons;
use crate::build::pages::rasterize::{Drawing, Rect, Text};
use crate::build::pages::style_sheet::Palette;
use crate::build::store::asset_paths::FOLDER;
use crate::build::store::fingerprint;
use crate::build::store::json::json;
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::content::site::Site;
use crate::i18n::message;
use crate::route::{Route, WEB_MANIFEST};
use serde::Serialize;

/// What browsers ask a host for, at its root, where a page names no icon; and its side in pixels.
const UNASKED_ICON: &str = "favicon.ico";
const UNASKED_SIZE: u8 = 48;

/// What the web manifest should have: sides in pixels.
const SIZES: [u32; 2] = [192, 512];

/// The icons and the manifest, and what pages name of them. `favicon` is the publisher's.
pub fn icons(
    options: &BuildOptions,
    site: &Site,
    palette: &Palette,
    favicon: Option<Favicon>,
) -> (Icons, OutputFiles) {
    let mut files = OutputFiles::of(Maker::part("the site's icons"));
    let favicon = favicon.unwrap_or_else(|| {
        let svg = monogram(&site.title, palette);
        files.insert(ICON, svg.clone());
        Favicon {
            path: ICON.into(),
            artwork: Some(Artwork::Drawing(svg)),
        }
    });
    let png = |side: u32| favicon.artwork.as_ref()?.png(side);
    let mut draw = |side: u32| {
        let bytes = png(side)?;
        let name = ["icon-", &side.to_string(), ".png"].concat();
        let path = [FOLDER, &fingerprint::name(&name, &bytes)].concat();
        files.insert(&path, bytes);
        Some(site.file_href(&path))
    };
    let touch_icon = draw(TOUCH_SIZE);
    let listed = SIZES.map(|side| draw(side).map(|url| (side, url)));
    let is_asked_for =
        site.base_path() == "/" && public_files::root_file(options, UNASKED_ICON).is_none();
    if let (true, Some(png)) = (is_asked_for, png(UNASKED_SIZE.into())) {
        files.insert(UNASKED_ICON, ico(&png));
    }
    let listed: Vec<(u32, String)> = listed.into_iter().flatten().collect();
    let manifest = manifest(site, palette, &listed);
    files.insert_as(Claim::Fallback, WEB_MANIFEST, manifest);
    let icons = Icons {
        icon: site.file_href(&favicon.path),
        touch_icon,
        manifest: site.file_href(WEB_MANIFEST),
    };
    (icons, files)
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
