//! From a word of the query to the terms that may be meant: the word itself, one that begins so, one of its family, and
//! where there is none of these, one that is spelt nearly so.

use super::Work;
use crate::content::search::order::{highest_first, ordered, pair};
use crate::content::search::root::{Directory, Root};
use crate::content::search::spelling::{CERTAIN, Candidate, candidates, reversed};
use crate::content::search::stem::stem;
use crate::content::search::terms::each_term;
use crate::content::search::typo::Typo;

/// A term that may be meant.
pub struct Form<'a> {
    pub term: String,
    /// Articles that it is in.
    pub documents: u32,
    /// How surely it is meant: 1 for the word itself.
    pub quality: f32,
    pub listing: &'a [u8],
}

/// Which terms are looked for.
#[derive(Clone, Copy, PartialEq)]
pub enum Wanted {
    /// The word and its family.
    Family,
    /// And what begins so.
    Beginning,
}

/// Terms that one word stands for, at most.
const MAX_FORMS: usize = 40;
/// Shards that are loaded for words that begin as one does.
const MAX_SHARDS: usize = 3;
/// Words that a mistyped one is taken for.
const MAX_CORRECTIONS: usize = 3;

const FAMILY: f32 = 0.8;
/// For each letter that is wrong.
const MISTYPED: f32 = 0.6;

impl<'a> Work<'a> {
    /// What a word may mean, the likeliest first.
    pub fn forms(
        &mut self,
        root: &Root,
        word: &str,
        wanted: Wanted,
        corrects: bool,
    ) -> Vec<Form<'a>> {
        let is_open = wanted == Wanted::Beginning && may_go_on(word);
        let (mut forms, is_known) = self.related(root, word, is_open);
        if forms.is_empty() && is_known && corrects {
            forms = self.corrected(root, word, is_open);
        }
        let mut forms = ordered(forms, |form| {
            pair(highest_first(form.quality), u32::MAX - form.documents)
        });
        forms.truncate(MAX_FORMS);
        forms
    }

    /// The word itself, its family, and what begins so. Answers also whether all shards were there that could tell.
    fn related(&mut self, root: &Root, word: &str, is_open: bool) -> (Vec<Form<'a>>, bool) {
        let stems: Vec<String> = (root.languages.iter())
            .map(|language| stem(word, language))
            .collect();
        let mut shards: Vec<usize> = Vec::new();
        if is_open {
            shards.extend(root.terms.beginning(word).take(MAX_SHARDS));
        }
        let near = std::iter::once(word).chain(stems.iter().map(String::as_str));
        for shard in near.filter_map(|term| root.terms.at(term)) {
            if !shards.contains(&shard) {
                shards.push(shard);
            }
        }
        let forms = self.terms(&root.terms, &shards, |term| {
            if term == word {
                return 1.0;
            }
            if is_open && term.starts_with(word) {
                return 0.5 + 0.4 * word.len() as f32 / term.len() as f32;
            }
            let same_stem =
                |(language, stemmed): (&String, &String)| *stemmed == stem(term, language);
            let family = root.languages.iter().zip(&stems).any(same_stem);
            if family { FAMILY } else { 0.0 }
        });
        let mut paths = shards.iter().filter_map(|shard| root.terms.path(*shard));
        (forms, paths.all(|path| self.engine.file(&path).is_some()))
    }

    /// The terms of some shards that have a quality.
    pub fn terms(
        &mut self,
        directory: &Directory,
        shards: &[usize],
        quality: impl Fn(&str) -> f32,
    ) -> Vec<Form<'a>> {
        let mut forms = Vec::new();
        for shard in shards {
            let path = directory.path(*shard);
            let Some(bytes) = path.and_then(|path| self.file(&path)) else {
                continue;
            };
            let read = each_term(bytes, |term, documents, listing| {
                let quality = quality(term);
                if quality > 0.0 {
                    let term = term.to_owned();
                    forms.push(Form {
                        term,
                        documents,
                        quality,
                        listing,
                    });
                }
            });
            self.answer.is_incomplete |= read.is_none();
        }
        forms
    }

    /// The words that are meant by one that is in no article.
    fn corrected(&mut self, root: &Root, word: &str, is_open: bool) -> Vec<Form<'a>> {
        let mut typo = Typo::of(word, is_open);
        if !typo.tolerates() {
            return Vec::new();
        }
        let mut found = self.near(&root.spelling, word, &mut typo, false);
        // Letters at the beginning may be wrong, too. A word that is being typed has no end yet.
        if found.is_empty() {
            let mut typo = Typo::of(word, false);
            found = self.near(&root.reversed, &reversed(word), &mut typo, true);
        }
        let least = found.iter().map(|candidate| candidate.distance).min();
        found.retain(|candidate| Some(candidate.distance) == least);
        let mut found = ordered(found, |candidate| {
            let frequency = u32::from(u8::MAX - candidate.frequency);
            pair(frequency, candidate.word.len() as u32)
        });
        found.truncate(MAX_CORRECTIONS);
        let mut forms = Vec::new();
        for candidate in found {
            let likelihood = match candidate.distance {
                0 | 1 => MISTYPED,
                _ => MISTYPED * MISTYPED,
            };
            let (related, _) = self.related(root, &candidate.word, false);
            forms.extend(related.into_iter().map(|form| Form {
                quality: form.quality * likelihood,
                ..form
            }));
        }
        forms
    }

    /// Words that begin as this one does, and are spelt nearly so.
    fn near(
        &mut self,
        directory: &Directory,
        word: &str,
        typo: &mut Typo,
        is_reversed: bool,
    ) -> Vec<Candidate> {
        let certain = word.char_indices().nth(CERTAIN);
        let beginning = certain.map_or(word, |(end, _)| &word[..end]);
        let mut found = Vec::new();
        for shard in directory.beginning(beginning).take(MAX_SHARDS) {
            let path = directory.path(shard);
            if let Some(bytes) = path.and_then(|path| self.file(&path)) {
                let near = candidates(bytes, typo, is_reversed);
                self.answer.is_incomplete |= near.is_none();
                found.extend(near.unwrap_or_default());
            }
        }
        found
    }
}

/// One letter begins too many words; one character of a text without spaces begins a pair.
fn may_go_on(word: &str) -> bool {
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    second.is_some() || first.is_some_and(|letter| letter >= '\u{E00}')
}
