//! Who wrote an article: `content/authors/<id>.json`, and the card that articles carry.

use super::url::SafeUrl;
use serde::{Deserialize, Serialize};

/// A person, as bylines, cards and author pages show them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Author {
    /// The file's name without `.json`; part of the author page's URL.
    pub id: String,
    pub name: String,
    /// `Professional Tech Editor`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// A line that begins with `Focuses on …`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub focus: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bio: String,
    /// An image's URL; without one the card shows a monogram.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub avatar: SafeUrl,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub url: SafeUrl,
    /// Profiles elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<SafeUrl>,
}

impl Author {
    /// First letters of the first and last word of the name: `AL` for Ada Lovelace. Arabic letters would join to a word, so
    /// of an Arabic name it is the first.
    pub fn monogram(&self) -> String {
        let mut words = self.name.split_whitespace();
        let first = words.next().and_then(|word| word.chars().next());
        let last = words.next_back().and_then(|word| word.chars().next());
        let joins = first.is_some_and(|letter| ('\u{600}'..='\u{77F}').contains(&letter));
        first.into_iter().chain(last.filter(|_| !joins)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_monogram_is_no_word() {
        let monogram = |name: &str| {
            let name = name.into();
            Author {
                name,
                ..Author::default()
            }
            .monogram()
        };
        assert_eq!(monogram("Ada King Lovelace"), "AL");
        assert_eq!(monogram("Ada"), "A");
        assert_eq!(monogram("مريم الإسطرلابي"), "م");
        assert_eq!(monogram("נעמי כהן"), "נכ");
    }
}
