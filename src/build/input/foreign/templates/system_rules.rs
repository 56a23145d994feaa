//! What looks like a template, and to the system that a blog was written for is none.

use super::template_tag::Tag;
use super::transpiler::Transpiler;
use crate::build::options::project::System;

impl Transpiler<'_> {
    /// Whether what begins so means something to the system that the blog was written for.
    pub(super) fn is_read_by_system(&self, source: &str) -> bool {
        let begins_with = |beginnings: &[&str]| {
            beginnings
                .iter()
                .any(|beginning| source.starts_with(beginning))
        };
        match self.context.system {
            System::Hugo => begins_with(&["{{<", "{{%"]),
            // A call has parentheses; `{% end %}` ends one.
            System::Zola => {
                begins_with(&["{{/*", "{%/*"]) || {
                    let inner = source.trim_start_matches(['{', '%', '-', ' ']);
                    let name = inner.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
                    name.len() < inner.len() && (name.starts_with('(') || inner.starts_with("end"))
                }
            }
            System::Astro => false,
            System::Jekyll => true,
            System::Recto => source.len() > "{{".len() || begins_with(&["{{<", "{{%"]),
        }
    }

    /// Whether a text of our own kind only shows what Go's templates or GitHub's workflows look like: `{{ .Values.x }}`,
    /// `${{ secrets.x }}`, or is escaped. No system would do anything else with them.
    pub(super) fn is_about_templates(&self, tag: &Tag) -> bool {
        let inner = tag.source.strip_prefix("{{");
        let inner = inner.map(|inner| inner.trim_start_matches(['-', ' ']));
        let is_marked = || self.text[..tag.range.start].ends_with(['$', '\\']);
        self.context.system == System::Recto
            && inner.is_some_and(|inner| inner.starts_with(['.', '$']) || is_marked())
    }
}
