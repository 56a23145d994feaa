//! What an article has in common with the one that is offered after it.

/// Why an article is offered: the first of these that is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Another part of the same series.
    SameSeries,
    /// One to three tags, the rarest first, spelt as in the article being read.
    SharedTags(Vec<String>),
    /// One to three words in lower case, the most telling first.
    SharedWords(Vec<String>),
    /// Nothing in common: one of the newest articles.
    Recent,
}
