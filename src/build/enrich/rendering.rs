//! What is too heavy for a browser, computed once: token runs, MathML, image sizes, resolved links. Then the article is
//! rendered, and all that the renderer and we have to remark about it is collected.

use super::build_cache::Memory;
use super::links::Targets;
use super::messages::labels;
use super::references::{FragmentUse, References};
use crate::build::diagnostics::problem::Problems;
use crate::build::input::read::Source;
use crate::build::store::fingerprint;
use crate::content::{article::Image, site::Site};
use crate::markdown::{self, CodeTokens, Enrichment, Parts, Rendered};
use std::path::PathBuf;
use std::sync::Arc;

/// All that follows from the Markdown alone.
pub struct Body {
    pub parts: Parts,
    code: Vec<CodeTokens>,
    math: Vec<String>,
    /// Formulas that are not understood: line and column in the body, and what is wrong.
    faults: Vec<((u32, u32), String)>,
}

/// The Markdown as HTML, and the enrichment it was rendered with.
pub struct Rendering {
    pub enrichment: Enrichment,
    pub rendered: Rendered,
}

/// One article, ready for its page.
pub struct Enriched {
    pub body: Arc<Body>,
    pub rendering: Arc<Rendering>,
    pub cover: Option<Image>,
    /// Files that the page refers to: path below `dist/`, and where they lie now.
    pub files: Vec<(String, PathBuf)>,
    pub fragments: Vec<FragmentUse>,
}

/// Enriches one article and renders it.
pub fn enrich(
    source: &Source,
    site: &Site,
    smart_punctuation: bool,
    targets: &Targets,
    memory: &Memory,
) -> (Enriched, Problems) {
    let digest = fingerprint::digest(source.body.as_bytes());
    let body = memory
        .bodies
        .known(&digest)
        .unwrap_or_else(|| Arc::new(Body::read(&source.body, memory)));
    let body = memory.bodies.keep(digest, body);

    let mut references = References::new(source, site, targets, memory);
    let enrichment = Enrichment {
        code: body.code.clone(),
        math: body.math.clone(),
        links: references.links(&body.parts.links).into(),
        images: references.images(&body.parts.images).into(),
        smart_punctuation,
        labels: labels(&site.words()),
    };
    let cover = references.cover();
    let known = memory
        .renderings
        .known(&digest)
        .filter(|known| known.enrichment == enrichment);
    let rendering = known.unwrap_or_else(|| {
        let rendered = markdown::render(&source.body, &enrichment);
        Arc::new(Rendering {
            enrichment,
            rendered,
        })
    });
    let rendering = memory.renderings.keep(digest, rendering);

    let References {
        files,
        fragments,
        mut problems,
        ..
    } = references;
    tell_faults(source, &body, &mut problems);
    tell_remarks(source, &rendering.rendered, &mut problems);
    (
        Enriched {
            body,
            rendering,
            cover,
            files,
            fragments,
        },
        problems,
    )
}

impl Body {
    fn read(markdown: &str, memory: &Memory) -> Self {
        let parts = markdown::parts(markdown);
        let tokens = |code: &markdown::CodePart| match code.language.is_empty() {
            true => CodeTokens::default(),
            false => memory.tokens(&code.language, &code.text),
        };
        let code = parts.code.iter().map(tokens).collect();
        let mut faults = Vec::new();
        let mathml = |formula: &markdown::FormulaPart| {
            memory
                .formulas
                .to_mathml(&formula.tex, formula.is_block)
                .unwrap_or_else(|fault| {
                    faults.push(((formula.line, formula.column), fault));
                    String::new()
                })
        };
        let math = parts.formulas.iter().map(mathml).collect();
        Self {
            parts,
            code,
            math,
            faults,
        }
    }
}

fn tell_faults(source: &Source, body: &Body, problems: &mut Problems) {
    let mut places = source.places();
    for &((line, column), ref fault) in &body.faults {
        let what = [
            "the formula is not understood: ",
            fault.trim_end_matches('.'),
        ]
        .concat();
        problems.warning(
            &source.path,
            places.position(line, column),
            what,
            "correct the TeX, which is shown as it is",
        );
    }
}

fn tell_remarks(source: &Source, rendered: &Rendered, problems: &mut Problems) {
    let mut places = source.places();
    for warning in &rendered.warnings {
        let (what, remedy) = warning
            .message
            .split_once("; ")
            .unwrap_or((&warning.message, "correct this place"));
        let position = places.position(warning.line, warning.column);
        problems.warning(&source.path, position, what, remedy);
    }
}
