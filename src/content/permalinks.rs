//! Where articles live if the publisher chose it: `/{year}/{month}/{slug}/`.

use super::date::Date;

/// What can stand in the place of a part of the path.
pub const PLACEHOLDERS: [&str; 5] = ["{year}", "{month}", "{day}", "{section}", "{slug}"];

/// The parts of a pattern, between slashes.
pub fn parts(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split('/').filter(|part| !part.is_empty())
}

/// The path of an article, without slashes at its ends. One without a section has no part for it.
pub fn path(pattern: &str, date: Date, section: &str, slug: &str) -> String {
    let part = |part: &str| match part {
        "{year}" => format!("{:04}", date.year),
        "{month}" => format!("{:02}", date.month),
        "{day}" => format!("{:02}", date.day),
        "{section}" => section.into(),
        "{slug}" => slug.into(),
        fixed => fixed.into(),
    };
    let parts = parts(pattern).map(part).filter(|part| !part.is_empty());
    parts.collect::<Vec<String>>().join("/")
}

/// Whether an article may have this path, with a part for its section or without.
pub fn is_path(pattern: &str, path: &str) -> bool {
    let has_section = parts(pattern).count() == parts(path).count();
    let mut wanted = parts(pattern).filter(|part| has_section || *part != "{section}");
    let mut texts = parts(path);
    let is_of = wanted.all(|part| texts.next().is_some_and(|text| fits(part, text)));
    is_of && texts.next().is_none()
}

fn fits(part: &str, text: &str) -> bool {
    let digits = match part {
        "{year}" => 4,
        "{month}" | "{day}" => 2,
        "{section}" | "{slug}" => return true,
        fixed => return fixed == text,
    };
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_fits_the_pattern_that_it_was_made_by() {
        let date = Date::parse("2024-05-01").unwrap();
        for (pattern, section, expected) in [
            ("/{year}/{month}/{slug}/", "", "2024/05/a"),
            ("/{slug}/", "", "a"),
            (
                "/blog/{year}/{month}/{day}/{slug}/",
                "",
                "blog/2024/05/01/a",
            ),
            ("/{section}/{slug}/", "notes", "notes/a"),
            ("/{section}/{slug}/", "", "a"),
        ] {
            assert_eq!(path(pattern, date, section, "a"), expected);
            assert!(is_path(pattern, expected), "{pattern}");
        }
        for (pattern, other) in [
            ("/{year}/{month}/{slug}/", "24/05/a"),
            ("/{year}/{month}/{slug}/", "2024/may/a"),
            ("/{year}/{month}/{slug}/", "2024/05"),
            ("/blog/{slug}/", "news/a"),
            ("/{slug}/", "a/b"),
        ] {
            assert!(!is_path(pattern, other), "{pattern} {other}");
        }
    }
}
