//! Templates that are shown as they are need an escape even in code, where the system would read them: `{% raw %}` in
//! Jekyll, `{{</* … */>}}` in Hugo and Zola. Nothing else of code is touched, and only where that system wrote it.

use crate::build::options::project::System;
use std::ops::Range;

const JEKYLL: &[(&str, &str)] = &[("{% raw %}", ""), ("{% endraw %}", "")];

const HUGO: &[(&str, &str)] = &[
    ("{{</*", "{{<"),
    ("*/>}}", ">}}"),
    ("{{%/*", "{{%"),
    ("*/%}}", "%}}"),
];

const ZOLA: &[(&str, &str)] = &[
    ("{{/*", "{{"),
    ("*/}}", "}}"),
    ("{%/*", "{%"),
    ("*/%}", "%}"),
];

/// The escapes in a literal part of a text, in their order, and what each of them stands for.
pub fn escapes(
    text: &str,
    literal: Range<usize>,
    system: System,
) -> Vec<(Range<usize>, &'static str)> {
    let known = match system {
        System::Jekyll => JEKYLL,
        System::Hugo => HUGO,
        System::Zola => ZOLA,
        System::Recto | System::Astro => return Vec::new(),
    };
    let code = &text[literal.clone()];
    let found = known.iter().flat_map(|(escape, shown)| {
        let places = code.match_indices(escape);
        places.map(|(at, _)| {
            let start = literal.start + at;
            (start..start + escape.len(), *shown)
        })
    });
    let mut escapes: Vec<_> = found.collect();
    escapes.sort_by_key(|(range, _)| range.start);
    escapes
}
