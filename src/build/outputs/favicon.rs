//! The publisher's picture that the site's icons are made of: the one that the theme names, or one whose name browsers know.

use super::public_files;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::enrich::{picture_check, responsive_images};
use crate::build::input::config::theme::ThemeConfig;
use crate::build::input::front_matter::Located;
use crate::build::options::BuildOptions;
use crate::build::pages::rasterize;
use image::DynamicImage;
use image::imageops::FilterType;
use std::fs;
use std::io::Cursor;
use std::path::{MAIN_SEPARATOR, Path};

/// The name that browsers look for.
pub const ICON: &str = "favicon.svg";

/// Publishers may have only one of these.
const OTHER_ICONS: [&str; 2] = ["favicon.ico", "favicon.png"];

/// What phones put on the home screen, in pixels.
pub const TOUCH_SIZE: u32 = 180;

/// A picture that is copied with the public files.
pub struct Favicon {
    /// Where it is, below the top of the site.
    pub path: String,
    /// What it shows; nothing for what we cannot draw.
    pub artwork: Option<Artwork>,
}

/// What an icon shows.
pub enum Artwork {
    /// The text of a drawing, which can be drawn.
    Drawing(String),
    Picture(DynamicImage),
}

impl Artwork {
    /// A drawing that can be drawn, or why it cannot.
    pub fn drawing(svg: String) -> Result<Self, String> {
        rasterize::png(&svg, TOUCH_SIZE, TOUCH_SIZE).map(|_| Self::Drawing(svg))
    }

    /// As PNG; nothing where it would have to be made larger.
    pub fn png(&self, side: u32) -> Option<Vec<u8>> {
        match self {
            Self::Drawing(svg) => rasterize::png(svg, side, side).ok(),
            Self::Picture(picture) if picture.width().min(picture.height()) < side => None,
            Self::Picture(picture) => {
                let small = picture.resize_to_fill(side, side, FilterType::Lanczos3);
                let mut bytes = Cursor::new(Vec::new());
                small.write_to(&mut bytes, image::ImageFormat::Png).ok()?;
                Some(bytes.into_inner())
            }
        }
    }
}

/// Nothing where the publisher has none. Tells what is wrong with one that the theme names, and a drawing that cannot be
/// drawn.
pub fn favicon(
    options: &BuildOptions,
    theme: &ThemeConfig,
    problems: &mut Problems,
) -> Option<Favicon> {
    match &theme.favicon {
        Some(named) => match named_icon(named, options) {
            Ok(favicon) => Some(favicon),
            Err((what, remedy)) => {
                let what = ["`", &named.text, "` ", &what].concat();
                problems.error(&theme.path, named.position, what, remedy);
                None
            }
        },
        None => known_icon(options, problems),
    }
}

fn named_icon(named: &Located, options: &BuildOptions) -> Result<Favicon, (String, &'static str)> {
    const REMEDY: &str = "put an SVG, or a square PNG of 512 pixels, into the folder `public`";
    let path = named.text.trim_start_matches("./").trim_start_matches('/');
    let path = path.strip_prefix("public/").unwrap_or(path);
    let is_drawing = path.ends_with(".svg");
    if !is_drawing && !path.ends_with(".png") {
        return Err(("is neither an SVG nor a PNG by its name".into(), REMEDY));
    }
    let is_below = !path.split('/').any(|part| part == "..");
    let file = public_files::root_file(options, path).filter(|_| is_below);
    let Some(file) = file else {
        return Err(("is not in the folder `public`".into(), REMEDY));
    };
    let artwork = match is_drawing {
        true => drawing(&file).map_err(|fault| {
            let what = ["cannot be drawn: ", &fault].concat();
            (what, "save it as plain SVG")
        })?,
        false => picture(&file)?,
    };
    Ok(Favicon {
        path: path.into(),
        artwork: Some(artwork),
    })
}

fn drawing(file: &Path) -> Result<Artwork, String> {
    let svg = fs::read_to_string(file).map_err(|error| error.to_string())?;
    Artwork::drawing(svg)
}

fn picture(file: &Path) -> Result<Artwork, (String, &'static str)> {
    const AGAIN: &str = "save it again as PNG";
    let bytes = fs::read(file).map_err(|error| (error.to_string(), AGAIN))?;
    let size = imagesize::blob_size(&bytes);
    let (width, height) = size.map_or((0, 0), |size| (size.width, size.height));
    let pixels = [width, height].map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    if let Some(fault) = picture_check::fault(file, &bytes, pixels.into()) {
        return Err(fault);
    }
    if width != height {
        let what = format!("is {width} pixels wide and {height} high, and an icon is square");
        return Err((what, "cut it, or add an empty border"));
    }
    if pixels[0] < TOUCH_SIZE {
        let what = format!("is {width} pixels wide, and phones need {TOUCH_SIZE}");
        return Err((what, "give one of 512 pixels, or an SVG"));
    }
    match responsive_images::decode("icon.png", &bytes) {
        Ok(Some(picture)) => Ok(Artwork::Picture(picture)),
        Ok(None) => Err(("moves, or has unusual colours".into(), AGAIN)),
        Err(fault) => Err((fault, AGAIN)),
    }
}

/// What is wrong with one of these is no error: a site of another system has it as it is.
fn known_icon(options: &BuildOptions, problems: &mut Problems) -> Option<Favicon> {
    if let Some(file) = public_files::root_file(options, ICON) {
        let artwork = drawing(&file);
        if let Err(fault) = &artwork {
            let path = file.to_string_lossy().replace(MAIN_SEPARATOR, "/");
            let what = ["cannot be drawn: ", fault].concat();
            problems.warning(&path, Position::START, what, "save it as plain SVG");
        }
        return Some(Favicon {
            path: ICON.into(),
            artwork: artwork.ok(),
        });
    }
    OTHER_ICONS.into_iter().find_map(|name| {
        let file = public_files::root_file(options, name)?;
        let is_picture = name.ends_with(".png");
        Some(Favicon {
            path: name.into(),
            artwork: is_picture.then(|| picture(&file).ok()).flatten(),
        })
    })
}
