//! A search without its index: in what this visit has loaded anyway, titles and texts.
//!
//! It knows neither languages nor which article has which tag: a word is found where a text has it, or one that begins so.

use super::{Engine, Found, TextKey};
use crate::content::search::order::{highest_first, ordered};
use crate::content::search::plain::{Section, sections};
use crate::content::search::query::{Clause, Query};
use crate::content::search::snippet::{Marked, Sought, has_phrase};
use crate::content::search::token::{Purpose, tokens};

/// An article or a page that was opened, or is known by its title.
pub struct Visited {
    key: TextKey,
    title: String,
    /// As [`packed_day`](crate::content::search::query::packed_day) has it; 0 where it is not known.
    day: u32,
    sections: Vec<Section>,
}

/// What a word is worth by where it stands.
const TITLE: f32 = 4.0;
const HEADING: f32 = 2.0;
const TEXT: f32 = 1.0;

/// A shorter word is found only whole.
const MIN_BEGINNING: usize = 3;

impl Engine {
    /// Keeps what was loaded; the text may come later, and empty values change nothing.
    pub fn add_visited(&mut self, key: TextKey, title: &str, day: u32, markdown: &str) {
        let index = self.visited.iter().position(|visited| visited.key == key);
        let index = index.unwrap_or_else(|| {
            self.visited.push(Visited {
                key,
                title: String::new(),
                day: 0,
                sections: Vec::new(),
            });
            self.visited.len() - 1
        });
        let visited = &mut self.visited[index];
        if !title.is_empty() {
            visited.title = title.into();
        }
        visited.day = visited.day.max(day);
        if !markdown.is_empty() {
            visited.sections = sections(markdown);
        }
    }

    /// The best first. Nothing where there are filters, which nothing here can decide.
    pub(super) fn search_visited(&self, query: &Query, limit: usize) -> Vec<Found> {
        let wanted = query.clauses.iter().filter(|clause| !clause.is_excluded);
        let words = wanted.clone().flat_map(|clause| &clause.words);
        let sought = Sought {
            words: words.map(|word| vec![word.clone()]).collect(),
            beginning: wanted
                .clone()
                .next_back()
                .and_then(|clause| clause.words.last().cloned()),
        };
        if query.is_empty() || !query.filters.is_empty() {
            return Vec::new();
        }
        let scored = self.visited.iter().filter_map(|visited| {
            let score = visited.score(query)?;
            Some((score, visited))
        });
        let best = ordered(scored.collect(), |(score, _)| highest_first(*score).into());
        let best = best.into_iter().take(limit);
        best.map(|(_, visited)| visited.found(&sought)).collect()
    }
}

impl Visited {
    /// Nothing where a word is missing, or one is there that must not be.
    fn score(&self, query: &Query) -> Option<f32> {
        let mut score = 0.0;
        for clause in &query.clauses {
            let weight = self.weight(clause);
            if clause.is_excluded != (weight == 0.0) {
                return None;
            }
            score += weight;
        }
        Some(score)
    }

    fn weight(&self, clause: &Clause) -> f32 {
        let is_in = |text: &str| match clause.is_phrase {
            true => has_phrase(text, &clause.words),
            false => has_all(text, &clause.words),
        };
        let sections = || self.sections.iter();
        match () {
            () if is_in(&self.title) => TITLE,
            () if sections().any(|section| is_in(&section.heading)) => HEADING,
            () if sections().any(|section| is_in(&section.text)) => TEXT,
            () => 0.0,
        }
    }

    fn found(&self, sought: &Sought) -> Found {
        let mut texts = self.sections.iter().map(|section| &*section.text);
        let text = texts.find(|text| sought.is_in(text)).unwrap_or_default();
        Found {
            is_page: self.key.is_page,
            slug: self.key.slug.clone(),
            title: sought.marked(&self.title),
            day: self.day,
            snippet: match text {
                "" => Marked::new(),
                text => sought.snippet(text),
            },
            passage: sought.passage(text).unwrap_or_default(),
            sections: Vec::new(),
        }
    }
}

fn has_all(text: &str, words: &[String]) -> bool {
    let mut is_there = vec![false; words.len()];
    tokens(text, Purpose::Text, |token| {
        for (word, is_there) in words.iter().zip(&mut is_there) {
            *is_there |= token.word == word
                || (word.len() >= MIN_BEGINNING && token.word.starts_with(word.as_str()));
        }
    });
    is_there.iter().all(|is_there| *is_there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::search::engine::{Answer, ROOT};

    /// What a visit has loaded that the index has not.
    fn engine() -> Engine {
        let mut engine = Engine::default();
        for (slug, title, text) in [
            ("caches", "A cache is a promise", ""),
            (
                "bread",
                "On bread",
                "Flour.\n\n## Water\n\nA starter is a promise of bread.",
            ),
            ("tokyo", "東京", "活版印刷を見る。"),
        ] {
            let key = TextKey {
                is_page: false,
                slug: slug.into(),
            };
            engine.add_visited(key.clone(), title, 0, "");
            engine.add_visited(key, "", 5, text);
        }
        engine
    }

    fn search(engine: &Engine, typed: &str) -> Answer {
        engine.search(&Query::parse(typed), 10, 3)
    }

    #[test]
    fn without_the_index_what_was_opened_is_searched() {
        let mut engine = engine();
        assert_eq!(search(&engine, "promise").wanted_files, [ROOT]);
        engine.put(ROOT, None);
        for (typed, expected) in [
            ("promise", "caches bread"),
            ("prom", "caches bread"),
            ("\"a promise of\"", "bread"),
            ("promise -cache", "bread"),
            ("water", "bread"),
            ("印刷", "tokyo"),
            ("elsewhere", ""),
            ("tag:bread promise", ""),
            ("", ""),
        ] {
            let answer = search(&engine, typed);
            let slugs: Vec<&str> = answer.found.iter().map(|found| &*found.slug).collect();
            assert_eq!(slugs.join(" "), expected, "{typed}");
            assert!(answer.is_incomplete, "{typed}");
            assert_eq!(answer.is_of_visit, !expected.is_empty(), "{typed}");
        }
        let found = &search(&engine, "starter").found[0];
        assert_eq!(found.passage, "starter is a promise of bread");
        assert!(found.snippet.contains(&("starter".into(), true)));
        assert_eq!(found.day, 5);
        engine.forget_failures();
        assert_eq!(search(&engine, "promise").wanted_files, [ROOT]);
    }
}
