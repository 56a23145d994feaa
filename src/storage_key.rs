//! What is kept in the reader's browser: the only place where a storage key is spelt.

/// One thing that is kept, in local storage, as a JSON object with a version `v`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageKey<'a> {
    /// What the reader gave to the article of this slug.
    Reactions(&'a str),
    /// How far the reader has come in the article of this slug.
    Reading(&'a str),
    /// That the reader has saved the article of this slug for later.
    Saved(&'a str),
    /// Which article the reader has begun last and not finished.
    Last,
    /// How the reader wants pages to look.
    Preferences,
    /// A draft at the desk, by the number that it has there.
    Draft(&'a str),
}

/// What the desk has open in a tab, in the storage of its session.
pub const DRAFTS_OF_TAB: &str = "recto:drafts:";

/// The same of what became of files that were dropped on another page.
pub const DESK_OUTCOMES: &str = "recto:desk-outcomes";

/// The version of all that is written.
pub const VERSION: u32 = 1;

/// Every name begins with it.
const OURS: &str = "recto:";

impl<'a> StorageKey<'a> {
    /// Two blogs below one origin keep apart by their base paths, which have slashes at both ends.
    pub fn name(&self, base: &str) -> String {
        let (kind, slug) = self.parts();
        [OURS, kind, ":", below(base), slug].concat()
    }

    /// Reads a name back; nothing where it is not one of this site's.
    pub fn parse(name: &'a str, base: &str) -> Option<Self> {
        let (kind, rest) = name.strip_prefix(OURS)?.split_once(':')?;
        Self::of(kind, rest.strip_prefix(below(base))?)
    }

    /// The kind, as names and exports spell it, and the slug.
    pub fn parts(&self) -> (&'static str, &'a str) {
        match self {
            Self::Reactions(slug) => ("reactions", slug),
            Self::Reading(slug) => ("reading", slug),
            Self::Saved(slug) => ("saved", slug),
            Self::Last => ("last", ""),
            Self::Preferences => ("preferences", ""),
            Self::Draft(number) => ("draft", number),
        }
    }

    /// The opposite of [`StorageKey::parts`]. A slug is never empty, and holds a slash only if it begins with one.
    pub fn of(kind: &str, slug: &'a str) -> Option<Self> {
        let is_path = slug.starts_with('/') && slug.len() > 1;
        let is_slug = is_path || (!slug.is_empty() && !slug.contains('/'));
        match kind {
            "reactions" if is_slug => Some(Self::Reactions(slug)),
            "reading" if is_slug => Some(Self::Reading(slug)),
            "saved" if is_slug => Some(Self::Saved(slug)),
            "last" if slug.is_empty() => Some(Self::Last),
            "preferences" if slug.is_empty() => Some(Self::Preferences),
            "draft" if is_slug => Some(Self::Draft(slug)),
            _ => None,
        }
    }
}

fn below(base: &str) -> &str {
    base.trim_start_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for base in ["/", "/blog/"] {
            for key in [
                StorageKey::Reactions("a"),
                StorageKey::Reading("a"),
                StorageKey::Saved("a-b"),
                StorageKey::Saved("/2024/05/a"),
                StorageKey::Last,
                StorageKey::Preferences,
                StorageKey::Draft("1"),
            ] {
                assert_eq!(StorageKey::parse(&key.name(base), base), Some(key));
            }
        }
    }

    #[test]
    fn what_belongs_to_others_is_left_alone() {
        for name in [
            "theme",
            "recto:",
            "recto:other:a",
            "recto:saved:",
            // Of a blog below this one.
            "recto:saved:blog/a",
            "recto:last:blog/",
        ] {
            assert_eq!(StorageKey::parse(name, "/"), None, "{name}");
        }
        assert_eq!(StorageKey::parse("recto:saved:a", "/blog/"), None);
    }
}
