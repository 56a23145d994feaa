//! What is kept in the reader's browser: the only place where a storage key is spelt.

/// One thing that is kept, in local storage, as JSON with a version `v`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// What the reader gave to the article of this slug.
    Reactions(&'a str),
    /// How the reader wants pages to look.
    Preferences,
}

impl Key<'_> {
    /// Two blogs below one origin keep apart by their base paths, which have slashes at both ends.
    pub fn name(&self, base: &str) -> String {
        let below = base.trim_start_matches('/');
        match self {
            Self::Reactions(slug) => ["recto:reactions:", below, slug].concat(),
            Self::Preferences => ["recto:preferences:", below].concat(),
        }
    }
}
