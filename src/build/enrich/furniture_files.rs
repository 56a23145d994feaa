//! The head and the foot of every page, with the files of the logo.

use super::build_cache::BuildCache;
use super::drawing_size;
use super::links::Targets;
use super::media;
use super::target::Target;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::FurnitureConfig;
use crate::build::input::front_matter::Located;
use crate::build::store::output::Contents;
use crate::components::furniture::{Furniture, Lists, Logo};
use crate::content::article::Image;
use crate::content::site::{NavigationLink, Site};
use std::fs;

/// How high a logo is, in CSS pixels.
const LOGO_HEIGHT: u32 = 40;

/// The furniture, and the files of its pictures by their paths below `dist/`.
pub fn furniture(
    config: FurnitureConfig,
    links: Vec<NavigationLink>,
    has: Lists,
    targets: &Targets,
    site: &Site,
    cache: &BuildCache,
    problems: &mut Problems,
) -> (Furniture, Vec<(String, Contents)>) {
    let mut files = Vec::new();
    let mut picture = |named: &Located| {
        let found = picture(named, targets, site, cache);
        if let Some((image, file)) = found {
            files.extend(file);
            return Some(image);
        }
        let what = ["there is no picture `", &named.text, "`"].concat();
        let remedy = "correct the path, or add the file";
        problems.error(&config.path, named.position, what, remedy);
        None
    };
    let logo = config.logo.as_ref().and_then(|(light, dark)| {
        Some(Logo {
            light: picture(light)?,
            dark: dark.as_ref().and_then(&mut picture),
        })
    });
    let furniture = Furniture {
        logo,
        links,
        text: config.text,
        licence: config.licence,
        social: config.social,
        has,
    };
    (furniture, files)
}

/// A picture beside `site.json`, or one of the public folder, which is copied anyway.
fn picture(
    named: &Located,
    targets: &Targets,
    site: &Site,
    cache: &BuildCache,
) -> Option<(Image, Option<(String, Contents)>)> {
    let (path, public_url) = match targets.resolve("", &named.text) {
        Target::File { path, .. } => (path, None),
        Target::PublicFile { path, url } => (path, Some(url)),
        _ => return None,
    };
    let real = targets.publisher.file(&path).ok()?;
    let file = media::file(&path, cache).ok()?;
    let (width, height) = match (file.width, file.height) {
        (0, _) | (_, 0) => drawing_size::size(&fs::read(&real).ok()?)?,
        size => size,
    };
    let image = Image {
        src: public_url
            .clone()
            .unwrap_or_else(|| site.file_href(&file.path))
            .into(),
        alt: site.title.clone(),
        width: Some((width * LOGO_HEIGHT).div_ceil(height)),
        height: Some(LOGO_HEIGHT),
        ..Image::default()
    };
    let contents = (file.path.clone(), Contents::CopyOf(real));
    Some((image, public_url.is_none().then_some(contents)))
}
