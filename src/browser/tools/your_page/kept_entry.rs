//! The entries of the lists: what they are called, where they lead, and what there is to say about them.

use super::stored::Stored;
use crate::browser::bridge;
use crate::browser::tools::preferences_panel::{CHOICES, setting};
use crate::content::reactions::ReactionKind;
use crate::i18n::{Translator, message};
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

/// Titles of articles by their slugs, and labels of reactions by their ids, for what is stored without.
#[derive(Default)]
pub struct Titles {
    articles: Vec<(String, String)>,
    reactions: Vec<ReactionKind>,
}

impl Titles {
    pub fn new(articles: Vec<(String, String)>, reactions: Vec<ReactionKind>) -> Self {
        Self {
            articles,
            reactions,
        }
    }

    fn get(&self, slug: &str) -> Option<&str> {
        let mut known = self.articles.iter();
        let (_, title) = known.find(|(known, _)| known == slug)?;
        Some(title)
    }

    /// Its id where the site does not offer it any more.
    fn reaction<'a>(&'a self, id: &'a str) -> &'a str {
        let kind = self.reactions.iter().find(|kind| kind.id == id);
        kind.map_or(id, |kind| &kind.label)
    }
}

/// Articles of which something is stored without their title.
pub fn untitled(stored: &[Stored], limit: usize) -> Vec<String> {
    let mut slugs: Vec<String> = Vec::new();
    for Stored { kind, slug, data } in stored {
        let is_titled = match data {
            Some(ReaderData::Reading(reading)) => !reading.title.is_empty(),
            Some(ReaderData::Saved(saved)) => !saved.title.is_empty(),
            _ => *kind == "draft",
        };
        if !is_titled && !slug.is_empty() && !slugs.contains(slug) && slugs.len() < limit {
            slugs.push(slug.clone());
        }
    }
    slugs
}

/// The entries of one kind.
pub fn entries(kind: &str, stored: &[Stored], titles: &Titles) -> Vec<Arc<Entry>> {
    let translator = &bridge::translator();
    let of_kind = stored.iter().filter(|stored| stored.kind == kind);
    of_kind
        .map(|stored| Arc::new(entry(translator, stored, titles)))
        .collect()
}

impl Entry {
    /// Nothing where it belongs to no article.
    pub fn href(&self) -> Option<String> {
        if self.slug.is_empty() {
            return None;
        }
        let route = match self.kind {
            "draft" => Route::Write,
            _ => Route::article(&self.slug),
        };
        let article = bridge::get().base() + &route.path();
        Some(match &*self.place {
            "" => article,
            place => [&article, "#", place].concat(),
        })
    }
}

fn entry(translator: &Translator, stored: &Stored, titles: &Titles) -> Entry {
    let Stored { kind, slug, data } = stored;
    let (title, place, note) = match data {
        Some(ReaderData::Reading(reading)) => (
            &*reading.title,
            &*reading.at,
            reading_note(translator, reading),
        ),
        Some(ReaderData::Saved(saved)) => (&*saved.title, "", day(translator, saved.time)),
        Some(ReaderData::Draft(draft)) => (&*draft.title, "", day(translator, draft.time)),
        Some(ReaderData::Reactions(reactions)) => {
            let given = reactions.given().iter();
            let given: Vec<&str> = given.map(|id| titles.reaction(id)).collect();
            ("", "", translator.list(&given))
        }
        _ => ("", "", String::new()),
    };
    let title = match data {
        Some(ReaderData::Preferences(preferences)) => settings(translator, preferences),
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
fn settings(translator: &Translator, preferences: &Preferences) -> String {
    let settings = CHOICES.iter().filter_map(|choice| {
        let chosen = preferences.get(choice.name);
        let mut options = choice.options.iter();
        let (_, label) = options.find(|(value, _)| *value == chosen && !chosen.is_empty())?;
        Some(setting(translator, choice, *label))
    });
    let settings: Vec<String> = settings.collect();
    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
    translator.list(&settings)
}

fn reading_note(translator: &Translator, reading: &Reading) -> String {
    let day = day(translator, reading.time);
    if reading.finished.is_empty() {
        let part = translator.percent(reading.part.of_one());
        translator.fill(message::READ_IN_PART, [&part, &day])
    } else {
        translator.fill(message::FINISHED_ON, [&day])
    }
}

fn day(translator: &Translator, time: Option<Time>) -> String {
    time.map_or_else(String::new, |time| translator.day(time.milliseconds()))
}
