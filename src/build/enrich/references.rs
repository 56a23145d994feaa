//! The links and images of one text, followed: where they lead, which files must be published with it, and which of
//! them lead nowhere.

use super::build_cache::BuildCache;
use super::links::Targets;
use super::media;
use super::media_file::MediaFile;
use super::responsive_images::Variant;
use super::target::Target;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::config::{Allowances, What};
use crate::build::input::publisher_folders::Refusal;
use crate::build::input::source::{BodyPositions, Source};
use crate::build::store::output::Contents;
use crate::content::url::{UrlUse, clean_url};
use crate::content::{article::Image, site::Site};
use crate::markdown::{ImageInfo, ImageReference, ImageSource, LinkReference};
use crate::route::Route;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What following the references of a text brings to light.
pub struct References<'a> {
    source: &'a Source,
    positions: BodyPositions<'a>,
    site: &'a Site,
    targets: &'a Targets<'a>,
    allowances: &'a Allowances,
    cache: &'a BuildCache,
    /// Files that the page refers to, by their paths below `dist/`.
    pub files: Vec<(String, Contents)>,
    pub fragments: Vec<FragmentUse>,
    pub problems: Problems,
}

/// A link to a place in a text, which can be checked once all are rendered.
pub struct FragmentUse {
    pub path: String,
    pub position: Position,
    pub route: Route,
    pub fragment: String,
}

impl<'a> References<'a> {
    pub fn new(
        source: &'a Source,
        site: &'a Site,
        targets: &'a Targets,
        allowances: &'a Allowances,
        cache: &'a BuildCache,
    ) -> Self {
        let (files, fragments, problems) = (Vec::new(), Vec::new(), Problems::default());
        Self {
            source,
            positions: source.positions(),
            site,
            targets,
            allowances,
            cache,
            files,
            fragments,
            problems,
        }
    }

    /// Where each link leads that cannot stay as it is written.
    pub fn links(&mut self, links: &[LinkReference]) -> BTreeMap<String, String> {
        let mut resolved = BTreeMap::new();
        for link in links {
            let position = self.position(link.line, link.column);
            let secure = match link.is_media {
                true => self.asked(&link.url, What::Media, position),
                false => None,
            };
            if let Some(url) = secure.or_else(|| self.link(&link.url, position)) {
                resolved.insert(link.url.clone(), url);
            }
        }
        resolved
    }

    /// What is known of each image that is ours.
    pub fn images(&mut self, images: &[ImageReference]) -> BTreeMap<String, ImageInfo> {
        let mut known = BTreeMap::new();
        for image in images {
            let position = self.position(image.line, image.column);
            if image.alt.trim().is_empty() {
                self.warn_of_missing_alt(&image.url, position);
            }
            if let Some((src, file)) = self.image(&image.url, position) {
                let info = ImageInfo {
                    width: file.width,
                    height: file.height,
                    srcset: self.publish_variants(&src, &file),
                    src,
                };
                known.insert(image.url.clone(), info);
            }
        }
        known
    }

    pub fn cover(&mut self) -> Option<Image> {
        let cover = self.source.front_matter.cover.as_ref()?;
        let position = cover.src.position;
        if cover.alt.is_empty() {
            self.warn_of_missing_alt(&cover.src.text, position);
        }
        let url = cover.src.text.replace('\\', "/");
        if clean_url(&url, UrlUse::Media).is_none() {
            let what = [
                "`",
                &cover.src.text,
                "` is not an image that a page may hold",
            ]
            .concat();
            self.error(position, what, "use https, or the path of a file");
            return None;
        }
        let known = self.image(&cover.src.text, position);
        let (src, file) = known.unwrap_or_else(|| (cover.src.text.clone(), Arc::default()));
        let pixels = |count: u32| (count > 0).then_some(count);
        let sources = self.publish_variants(&src, &file);
        let sources = sources
            .iter()
            .map(|source| [&source.src, " ", &source.width.to_string(), "w"].concat());
        Some(Image {
            srcset: sources.collect::<Vec<_>>().join(", ").into(),
            src: src.into(),
            alt: cover.alt.clone(),
            caption: cover.caption.clone(),
            width: pixels(file.width),
            height: pixels(file.height),
            position: cover.position.clone(),
            color: file.color.clone(),
        })
    }

    fn link(&mut self, url: &str, position: Position) -> Option<String> {
        match self.targets.resolve(&self.source.file, url) {
            Target::AsWritten => None,
            Target::Page { url } | Target::PublicFile { url, .. } => Some(url),
            Target::Text {
                route,
                url,
                fragment,
            } => {
                if !fragment.is_empty() {
                    let path = self.source.path.clone();
                    self.fragments.push(FragmentUse {
                        path,
                        position,
                        route,
                        fragment,
                    });
                }
                Some(url)
            }
            Target::File { path, suffix } => {
                self.publish(&path, position).map(|(url, _)| url + &suffix)
            }
            Target::Unknown { url: resolved } => {
                let what = ["nothing of this site is at `", url, "`"].concat();
                self.problems.warning(
                    &self.source.path,
                    position,
                    what,
                    "correct the link, or write it with its host",
                );
                Some(resolved)
            }
            Target::Skipped { what, remedy } => {
                self.problems
                    .warning(&self.source.path, position, what, remedy);
                None
            }
            Target::NoLink { what } => {
                let remedy = "write its address, or a backslash before the first bracket";
                self.problems
                    .warning(&self.source.path, position, what, remedy);
                Some(String::new())
            }
            Target::Missing { what, remedy } => {
                self.error(position, what, remedy);
                None
            }
        }
    }

    /// The URL of an image that is ours, and its size.
    fn image(&mut self, url: &str, position: Position) -> Option<(String, Arc<MediaFile>)> {
        match self.targets.resolve(&self.source.file, url) {
            Target::AsWritten => {
                let secure = self.asked(url, What::Image, position);
                secure.map(|url| (url, Arc::default()))
            }
            Target::File { path, .. } => self.publish(&path, position),
            Target::PublicFile { path, url } => {
                self.read(&path, position).map(|(_, file)| (url, file))
            }
            Target::Missing { what, remedy } => {
                self.error(position, what, remedy);
                None
            }
            Target::Text { .. }
            | Target::Page { .. }
            | Target::Unknown { .. }
            | Target::NoLink { .. }
            | Target::Skipped { .. } => {
                let what = ["there is no image `", url, "`"].concat();
                self.error(position, what, "correct the path, or add the file");
                None
            }
        }
    }

    fn publish(&mut self, path: &Path, position: Position) -> Option<(String, Arc<MediaFile>)> {
        let (real, file) = self.read(path, position)?;
        let contents = Contents::CopyOf(real);
        self.files.push((file.path.clone(), contents));
        Some((self.site.file_href(&file.path), file))
    }

    /// The widths that a browser may choose from. `src` is the URL of the original.
    fn publish_variants(&mut self, src: &str, file: &MediaFile) -> Vec<ImageSource> {
        let files = file.variants.iter();
        let files =
            files.filter_map(|variant| Some((variant.path.clone(), variant.contents.clone()?)));
        self.files.extend(files);
        let variants = file.variants.iter();
        let source = |variant: &Variant| ImageSource {
            src: match variant.contents {
                Some(_) => self.site.file_href(&variant.path),
                None => src.into(),
            },
            width: variant.width,
        };
        variants.map(source).collect()
    }

    /// Where a file really lies, and what is known of it.
    fn read(&mut self, path: &Path, position: Position) -> Option<(PathBuf, Arc<MediaFile>)> {
        let real = self.targets.publisher.file(path);
        let read = real.and_then(|real| {
            let file = media::file(path, self.cache).map_err(Refusal::Unreadable)?;
            Ok((real, file))
        });
        let refused = |refusal: Refusal| {
            let what = ["`", &path.to_string_lossy(), "` ", &refusal.what()].concat();
            self.error(position, what, refusal.remedy());
        };
        let (real, file) = read.map_err(refused).ok()?;
        file.report_faults(path, (&self.source.path, position), &mut self.problems);
        Some((real, file))
    }

    /// Checks who is asked for a file; the URL that is asked for, where it is another than the one written.
    fn asked(&mut self, url: &str, what: What, position: Position) -> Option<String> {
        let secure = self.secured(url, position);
        self.check_host(secure.as_deref().unwrap_or(url), what, position);
        secure
    }

    /// A page that comes over https asks for pictures, sound and films over https alone: browsers write the URL anew, as
    /// <https://www.w3.org/TR/mixed-content/#upgrade-algorithm> says.
    fn secured(&mut self, url: &str, position: Position) -> Option<String> {
        let rest = url.strip_prefix("http:")?;
        let what = ["`", url, "` is asked for over https, as browsers do"].concat();
        let remedy =
            "see that its host answers, and write https, or keep the file beside the article";
        self.problems
            .warning(&self.source.path, position, what, remedy);
        Some(["https:", rest].concat())
    }

    /// Where the publisher says who may be asked, nobody else is.
    fn check_host(&mut self, url: &str, what: What, position: Position) {
        if let Some((what, remedy)) = self.allowances.refusal(what, url) {
            self.error(position, what, &remedy);
        }
    }

    fn error(&mut self, position: Position, what: String, remedy: &str) {
        self.problems
            .error(&self.source.path, position, what, remedy);
    }

    fn warn_of_missing_alt(&mut self, url: &str, position: Position) {
        let what = [
            "the image `",
            url,
            "` has no text for those who cannot see it",
        ]
        .concat();
        self.problems.warning(
            &self.source.path,
            position,
            what,
            "describe in a few words what it shows",
        );
    }

    /// A place that the renderer tells, in the whole file.
    fn position(&mut self, line: u32, column: u32) -> Position {
        self.positions.position(line, column)
    }
}
