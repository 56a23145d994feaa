//! All texts of a kind, rendered at the same time.

use super::rendered_article::RenderedArticle;
use super::rendering::Renderer;
use crate::build::diagnostics::problem::Problems;
use crate::build::diagnostics::progress_line::Step;
use crate::build::model::authors::Writer;
use crate::build::model::entry::Entry;
use crate::content::author::Author;
use rayon::prelude::*;
use std::collections::HashMap;

/// The authors of the site, as articles name them.
pub fn by_id(authors: &[Writer]) -> HashMap<String, Author> {
    let authors = authors.iter().map(|writer| &writer.author);
    authors
        .map(|author| (author.id.clone(), author.clone()))
        .collect()
}

/// What all texts become parts of the site with.
pub struct RenderingAll<'a> {
    pub renderer: Renderer<'a>,
    pub authors: HashMap<String, Author>,
    /// With `{path}` in it, or empty.
    pub edit_url: &'a str,
    pub step: Step,
}

impl RenderingAll<'_> {
    /// What is wrong with them is told in their order.
    pub fn all(&self, entries: Vec<Entry>, problems: &mut Problems) -> Vec<RenderedArticle> {
        let rendered = entries.into_par_iter().map(|entry| {
            let (rendered, problems) = self.renderer.render(&entry.source);
            self.step.advance();
            let site = self.renderer.site;
            let article = RenderedArticle::new(entry, rendered, site, &self.authors, self.edit_url);
            (article, problems)
        });
        let (rendered, found): (Vec<RenderedArticle>, Vec<Problems>) = rendered.unzip();
        found.into_iter().for_each(|found| problems.append(found));
        rendered
    }
}
