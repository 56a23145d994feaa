//! Texts that may be empty.

/// Nothing in the place of an empty text, for which Leptos would write a space.
pub fn unless_empty<Text: AsRef<str>>(text: Text) -> Option<Text> {
    Some(text).filter(|text| !text.as_ref().is_empty())
}
