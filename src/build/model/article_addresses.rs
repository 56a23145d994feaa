//! Articles get the addresses that the publisher chose.

use super::sections;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::source::Source;
use crate::build::options::project::System;
use crate::content::permalinks;
use crate::route::Route;

/// Makes slugs paths from the root, `/2024/05/some-slug`, where `pattern` says so. What was below `articles/` before leads
/// on.
pub fn apply(articles: &mut [Source], pattern: &str, system: System, problems: &mut Problems) {
    if pattern.is_empty() {
        return;
    }
    for source in articles {
        let date = source.front_matter.published.date();
        let section = sections::path(&source.file).unwrap_or_default();
        let path = permalinks::path(pattern, date, &section, &source.slug);
        let before = source.route().path();
        if !matches!(Route::parse(&path), Route::Page { .. }) {
            let what = [
                "the path `/",
                &path,
                "/` is that of a page of every site, so this one is at `/",
                &before,
                "`",
            ];
            let remedy = "give it another `slug:`, or another file name";
            problems.warning(&source.path, source.slug_position(), what.concat(), remedy);
            continue;
        }
        source.slug = ["/", &path].concat();
        let own = source.route().path();
        source
            .front_matter
            .aliases
            .retain(|alias| alias.text != own);
        if system == System::Recto {
            source.addresses.push(before);
        }
    }
}
