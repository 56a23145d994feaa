//! Templates of other systems in a text: those that most blogs use become Markdown, the rest is told and left out.
//! Nothing is executed, and nothing is touched in code, formulas and comments but the `escapes` that keep a system from
//! reading them.
//!
//! `walk` finds what is a template, and replaces it:
//! 1. `tag` and `arguments` read a tag of Hugo, Zola or Jekyll, `mdx` and `admonitions` what Astro's users write,
//!    `kramdown` what Jekyll's users do, `block_attributes` what Hugo's do, `html_elements`, `callouts` and `emoji` what all
//!    of them may.
//! 2. `shortcode_translation` says what it means: `shortcodes` are figures, videos and the like, `names` finds the file of a link.
//! 3. `pieces` writes Markdown, which takes the tag's place.
//! 4. `origin` remembers where everything was, so that a remark about the text names the place in the file.
//!
//! What comes out is what the renderer gets and what is published as the article's Markdown.

mod admonitions;
mod arguments;
mod block_attributes;
mod callouts;
mod emoji;
mod escapes;
mod html_elements;
mod html_walk;
mod kramdown;
mod kramdown_html;
mod kramdown_walk;
mod markdown_writer;
mod mdx;
mod origin;
mod reference_names;
mod shortcode_translation;
mod shortcodes;
mod surrounding_lines;
mod system_rules;
mod template_tag;
mod transpiler;

pub use origin::{Origin, Origins};
pub use reference_names::Names;

use crate::build::diagnostics::problem::Problems;
use crate::build::input::front_matter::Value;
use crate::build::options::project::System;
use crate::markdown;
use std::borrow::Cow;
use transpiler::Transpiler;

/// The article whose text it is.
pub struct Context<'a> {
    /// For messages.
    pub path: &'a str,
    /// Below the content folder.
    pub file: &'a str,
    /// Lines of the file before the text's first.
    pub lines: usize,
    pub system: System,
    pub names: &'a Names<'a>,
    pub title: &'a str,
    /// Whether tags of HTML that we do not let through were meant to be read by browsers.
    pub has_foreign_html: bool,
    /// What the file's head says, and what the blog is configured with: templates may ask for any of it.
    pub values: [&'a Value; 2],
}

impl Context<'_> {
    fn is_mdx(&self) -> bool {
        self.file.ends_with(".mdx")
    }
}

/// The text without templates, and where it comes from if it is another than before.
pub fn translate(
    text: &str,
    context: &Context,
    problems: &mut Problems,
) -> (String, Option<Origin>) {
    let is_mdx = context.is_mdx();
    let has_tags = text.contains("{{") || text.contains("{%");
    let marks = ["{:", "$$", "*["];
    let is_of_kramdown =
        context.system == System::Jekyll && marks.iter().any(|mark| text.contains(mark));
    let has_html = context.has_foreign_html && text.contains('<');
    let has_notes = context.system == System::Astro && text.contains(":::");
    let has_callouts = text.contains("[!");
    let has_emoji = text.contains(':') && context.has_emoji();
    let has_attributes = context.system == System::Hugo && text.contains("\n{");
    let has_marks = has_tags || is_of_kramdown || has_callouts || has_emoji || has_attributes;
    if !is_mdx && !has_marks && !has_html && !has_notes {
        return (text.into(), None);
    }
    let text = match context.system {
        System::Astro => admonitions::alerts(text),
        _ => Cow::Borrowed(text),
    };
    let source = markdown::normalised(&text);
    Transpiler::new(&source, context, problems).run().finish()
}
