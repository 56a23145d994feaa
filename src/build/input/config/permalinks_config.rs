//! `permalinks` in site.json: where articles live.

use super::json_file::JsonFile;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::slug;
use crate::content::permalinks::{PLACEHOLDERS, parts};
use crate::content::site::Site;
use crate::route::Route;

/// How Hugo, Jekyll and WordPress spell what we do.
const SPELLINGS: [(&str, &str); 17] = [
    (":year", "{year}"),
    (":month", "{month}"),
    (":day", "{day}"),
    (":sections", "{section}"),
    (":section", "{section}"),
    (":slugorcontentbasename", "{slug}"),
    (":slugorfilename", "{slug}"),
    (":contentbasename", "{slug}"),
    (":filename", "{slug}"),
    (":slug", "{slug}"),
    (":title", "{slug}"),
    (":name", "{slug}"),
    ("%year%", "{year}"),
    ("%monthnum%", "{month}"),
    ("%day%", "{day}"),
    ("%postname%", "{slug}"),
    ("%category%", "{section}"),
];

const REMEDY: &str = "write a path such as `/{year}/{month}/{slug}/`, of {year}, {month}, {day}, {section}, {slug} and names";

/// The pattern, `/blog/{slug}/`; nothing where articles live below `/articles/`.
pub fn pattern(file: &JsonFile<Site>, problems: &mut Problems) -> String {
    let Some(value) = file.tree.get("permalinks") else {
        return String::new();
    };
    let written = value.text().unwrap_or_default();
    let spelled = SPELLINGS
        .iter()
        .fold(written.to_string(), |pattern, (theirs, ours)| {
            pattern.replace(theirs, ours)
        });
    let pattern = spelled.strip_suffix(".html").unwrap_or(&spelled);
    if let Some(what) = mistake(pattern) {
        problems.error(&file.path, value.position, what, REMEDY);
        return String::new();
    }
    let pattern: Vec<&str> = parts(pattern).collect();
    match pattern[..] {
        ["articles", "{slug}"] => String::new(),
        _ => ["/", &pattern.join("/"), "/"].concat(),
    }
}

fn mistake(pattern: &str) -> Option<String> {
    let other = parts(pattern).find(|part| !PLACEHOLDERS.contains(part) && !slug::is_usable(part));
    if let Some(part) = other {
        return Some(["`", part, "` cannot be a part of the addresses of articles"].concat());
    }
    if parts(pattern).last() != Some("{slug}")
        || parts(pattern).filter(|part| *part == "{slug}").count() > 1
    {
        return Some("the addresses of articles must end in their slugs".into());
    }
    let example = pattern.replace(['{', '}'], "");
    let is_free = matches!(
        Route::parse(&example),
        Route::Page { .. } | Route::Article { .. }
    );
    (!is_free).then(|| ["pages of every site are below `", pattern, "`"].concat())
}

#[cfg(test)]
mod tests {
    use super::mistake;

    #[test]
    fn every_mistake_is_named() {
        for (pattern, expected) in [
            ("/{year}/{slug}/", None),
            ("/{slug}", None),
            ("/blog/{section}/{slug}/", None),
            ("", Some("must end in their slugs")),
            ("/{slug}/{year}/", Some("must end in their slugs")),
            ("/{slug}/{slug}/", Some("must end in their slugs")),
            ("/{author}/{slug}/", Some("`{author}`")),
            ("/{year}-{slug}/", Some("`{year}-{slug}`")),
            ("/tags/{slug}/", Some("pages of every site")),
            ("/content/{year}/{slug}/", Some("pages of every site")),
        ] {
            let found = mistake(pattern);
            let found = found.as_deref();
            let is_so = expected.map_or(found.is_none(), |part| {
                found.is_some_and(|found| found.contains(part))
            });
            assert!(is_so, "{pattern}: {found:?}");
        }
    }
}
