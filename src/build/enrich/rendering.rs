//! One article: links, pictures, code and formulas are prepared, then it is rendered, and its problems are collected.

use super::body::Body;
use super::build_cache::{BuildCache, Digest, Rendering};
use super::heading_links::heading_links;
use super::links::Targets;
use super::messages::labels;
use super::players::players;
use super::references::{FragmentUse, References};
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::Allowances;
use crate::build::input::source::Source;
use crate::build::store::fingerprint;
use crate::build::store::output::Contents;
use crate::content::{article::Image, site::Site};
use crate::markdown::{self, Enrichment, Rendered};
use std::sync::Arc;

/// What all articles are rendered with.
pub struct Renderer<'a> {
    pub site: &'a Site,
    pub targets: &'a Targets<'a>,
    pub allowances: &'a Allowances,
    pub cache: &'a BuildCache,
    /// Whether quotes, dashes and dots become typographic ones.
    pub smart_punctuation: bool,
}

/// An article's body, rendered, and what it refers to.
pub struct RenderedBody {
    /// Of the Markdown.
    pub digest: Digest,
    pub body: Arc<Body>,
    pub rendering: Arc<Rendering>,
    pub cover: Option<Image>,
    /// Files that the page refers to, by their paths below `dist/`.
    pub files: Vec<(String, Contents)>,
    pub fragments: Vec<FragmentUse>,
}

impl Renderer<'_> {
    pub fn render(&self, source: &Source) -> (RenderedBody, Problems) {
        let digest = fingerprint::digest(source.body.as_bytes());
        let body = self.cache.bodies.known(&digest);
        let body = body.unwrap_or_else(|| Arc::new(self.read(&source.body)));
        let body = self.cache.bodies.keep(digest, body);
        let (targets, allowances) = (self.targets, self.allowances);
        let mut references = References::new(source, self.site, targets, allowances, self.cache);
        let mut links = heading_links(&body.extract);
        links.append(&mut references.links(&body.extract.links));
        let enrichment = Enrichment {
            code: body.code.clone(),
            math: body.math.clone(),
            links: links.into(),
            images: references.images(&body.extract.images).into(),
            players: players(&body.extract.links, allowances, &self.site.translator()).into(),
            smart_punctuation: self.smart_punctuation,
            figures: source.front_matter.figures,
            labels: labels(&self.site.translator()),
        };
        let cover = references.cover();
        let known = self.cache.renderings.known(&digest);
        let known = known.filter(|known| known.enrichment == enrichment);
        let rendering = known.unwrap_or_else(|| {
            let rendered = markdown::render(&source.body, &enrichment);
            Arc::new(Rendering {
                enrichment,
                rendered,
            })
        });
        let rendering = self.cache.renderings.keep(digest, rendering);
        let References {
            files,
            fragments,
            mut problems,
            ..
        } = references;
        report_formulas(source, &body, &mut problems);
        report_warnings(source, &rendering.rendered, &mut problems);
        let rendered = RenderedBody {
            digest,
            body,
            rendering,
            cover,
            files,
            fragments,
        };
        (rendered, problems)
    }

    fn read(&self, markdown: &str) -> Body {
        let tokens = |language: &str, code: &str| self.cache.tokens(language, code);
        Body::read(markdown, tokens, &self.cache.formulas)
    }
}

fn report_formulas(source: &Source, body: &Body, problems: &mut Problems) {
    let mut positions = source.positions();
    for fault in &body.faults {
        let what = fault.what.trim_end_matches('.');
        let what = format!("the formula is not understood: {what}");
        let position = positions.position(fault.line, fault.column);
        let remedy = "correct the TeX, which is shown as it is";
        problems.warning(&source.path, position, what, remedy);
    }
}

fn report_warnings(source: &Source, rendered: &Rendered, problems: &mut Problems) {
    let mut positions = source.positions();
    for warning in &rendered.warnings {
        let position = positions.position(warning.line, warning.column);
        problems.warning(&source.path, position, &*warning.what, &*warning.remedy);
    }
}
