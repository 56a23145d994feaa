//! The entries of the lists: what they are called, where they lead, and what there is to say about them.

use super::stored::Stored;
use crate::browser::bridge;
use crate::browser::tools::preferences::{CHOICES, setting};
use crate::content::search::SearchIndex;
use crate::language::{Words, message};
use crate::reader_data::{Preferences, ReaderData, Reading, Time};
use crate::route::Route;
use std::sync::Arc;

#[derive(PartialEq, Eq, Hash)]
pub struct Entry {
    pub kind: &'static str,
    /// Empty where it belongs to no article.
    pub slug: String,
    pub title: String,
    /// The id of a heading of the article, or nothing.
    place: String,
    pub note: String,
}

/// Titles by slug, for what is stored without one.
#[derive(Default)]
pub struct Titles(Vec<(String, String)>);

impl Titles {
    pub fn new(index: SearchIndex) -> Self {
        let articles = index.articles.into_iter();
        let mut titles: Vec<_> = articles
            .map(|article| (article.slug, article.title))
            .collect();
        titles.sort();
        Self(titles)
    }

    fn get(&self, slug: &str) -> Option<&str> {
        let at = self
            .0
            .binary_search_by(|(other, _)| other.as_str().cmp(slug));
        Some(&self.0[at.ok()?].1)
    }
}

/// The entries of one kind.
pub fn entries(kind: &str, stored: &[Stored], titles: &Titles) -> Vec<Arc<Entry>> {
    let words = &bridge::words();
    let of_kind = stored.iter().filter(|stored| stored.kind == kind);
    of_kind
        .map(|stored| Arc::new(entry(words, stored, titles)))
        .collect()
}

impl Entry {
    /// Nothing where it belongs to no article.
    pub fn href(&self) -> Option<String> {
        if self.slug.is_empty() {
            return None;
        }
        let article = bridge::get().base() + &Route::article(&self.slug).path();
        Some(match &*self.place {
            "" => article,
            place => [&article, "#", place].concat(),
        })
    }
}

fn entry(words: &Words, stored: &Stored, titles: &Titles) -> Entry {
    let Stored { kind, slug, data } = stored;
    let (title, place, note) = match data {
        Some(ReaderData::Reading(reading)) => {
            (&*reading.title, &*reading.at, reading_note(words, reading))
        }
        Some(ReaderData::Saved(saved)) => (&*saved.title, "", day(words, saved.time)),
        Some(ReaderData::Reactions(reactions)) => ("", "", reactions.given().join(", ")),
        _ => ("", "", String::new()),
    };
    let title = match data {
        Some(ReaderData::Preferences(preferences)) => settings(words, preferences),
        _ if !title.is_empty() => title.into(),
        _ => titles.get(slug).unwrap_or(slug).into(),
    };
    Entry {
        kind,
        slug: slug.clone(),
        title,
        place: place.into(),
        note,
    }
}

/// `Theme: Dark, Text size: Large`.
fn settings(words: &Words, preferences: &Preferences) -> String {
    let settings = CHOICES.iter().filter_map(|choice| {
        let chosen = preferences.get(choice.name);
        let mut options = choice.options.iter();
        let (_, label) = options.find(|(value, _)| *value == chosen && !chosen.is_empty())?;
        Some(setting(words, choice, *label))
    });
    let settings: Vec<String> = settings.collect();
    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
    words.list(&settings)
}

fn reading_note(words: &Words, reading: &Reading) -> String {
    let day = day(words, reading.time);
    if reading.finished.is_empty() {
        let part = words.percent(reading.part.of_one());
        words.fill(message::READ_IN_PART, [&part, &day])
    } else {
        words.fill(message::FINISHED_ON, [&day])
    }
}

fn day(words: &Words, time: Option<Time>) -> String {
    time.map_or_else(String::new, |time| words.day(time.milliseconds()))
}
