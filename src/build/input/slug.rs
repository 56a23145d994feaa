//! Names as parts of a URL.

use std::collections::{HashMap, HashSet};

/// A slug as the publisher chose it, if a URL can hold it as it is: letters, digits, `-`, `_`, `.` and `~`.
pub fn is_usable(slug: &str) -> bool {
    let usable =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    !slug.is_empty() && !slug.starts_with('.') && slug.len() <= 200 && slug.bytes().all(usable)
}

/// A usable slug for any text: `Q & A` becomes `q-a`, `C++` becomes `c-plus-plus`, `Grüße` becomes `grusse`.
pub fn from_text(text: &str) -> String {
    let slug = slug::slugify(text.replace('+', " plus ").replace('#', " sharp "));
    let slug = slug.get(..120).unwrap_or(&slug).trim_matches('-');
    match slug.is_empty() {
        true => text
            .chars()
            .map(|character| u32::from(character).to_string())
            .collect::<Vec<_>>()
            .join("-"),
        false => slug.into(),
    }
}

/// The first free one of `c-2`, `c-3` and so on, for a `c` that is taken. `behind` stands after the number.
pub fn numbered(taken: &str, behind: &str, is_free: impl Fn(&String) -> bool) -> String {
    let numbered = (2..).map(|number: usize| [taken, "-", &number.to_string(), behind].concat());
    let mut free = numbered.filter(is_free);
    free.next().expect("there is always another number")
}

/// Slugs that are taken. Names that would have the same slug get a number behind it: `c`, `c-2`, `c-3`.
#[derive(Default)]
pub struct UniqueSlugs {
    taken: HashSet<String>,
    /// The number that the next name with this slug gets, if that is free.
    next: HashMap<String, u32>,
}

impl UniqueSlugs {
    /// A slug for the name that no other name has.
    pub fn claim(&mut self, name: &str) -> String {
        let slug = from_text(name);
        if self.taken.insert(slug.clone()) {
            return slug;
        }
        let next = self.next.entry(slug.clone()).or_insert(2);
        loop {
            let numbered = [&slug, "-", &next.to_string()].concat();
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_names_get_the_same_slug() {
        let mut slugs = super::UniqueSlugs::default();
        let claimed = ["C 2", "C!", "C?", "C 2!"].map(|name| slugs.claim(name));
        assert_eq!(claimed, ["c-2", "c", "c-3", "c-2-2"]);
    }

    #[test]
    fn any_text_makes_a_usable_slug() {
        for (text, slug) in [
            ("Q & A", "q-a"),
            ("C++", "c-plus-plus"),
            ("C", "c"),
            ("C#", "c-sharp"),
            ("…", "…"),
        ] {
            let made = super::from_text(text);
            assert!(super::is_usable(&made), "{text} became {made}");
            assert!(slug == text || made == slug, "{text} became {made}");
        }
    }
}
