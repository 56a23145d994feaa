//! The entries of the search: articles, tags and authors of the index, the site's own pages, and what can be done.

use crate::browser::bridge;
use crate::browser::tools::preferences::{self, CHOICES, Choice};
use crate::browser::tools::{Tool, open_dialog, share};
use crate::content::article::Term;
use crate::content::ranking::SearchText;
use crate::content::search::{SearchEntry, SearchIndex};
use crate::i18n::{Message, Translator, message};
use crate::route::Route;
use js_sys::JsString;
use std::sync::Arc;

#[derive(Clone)]
pub struct Command {
    /// No two have the same.
    pub number: usize,
    pub name: String,
    pub kind: String,
    pub description: String,
    pub text: SearchText,
    pub action: Action,
}

/// What happens when it is chosen.
#[derive(Clone)]
pub enum Action {
    Go(Route),
    Choose(&'static str, &'static str),
    Open(Tool),
}

impl PartialEq for Command {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Command {
    /// Of its element.
    pub fn id(&self) -> String {
        ["recto-found-", &self.number.to_string()].concat()
    }
}

/// Articles first, newest before older, then pages, so that they are what is shown before anything is typed. Their numbers begin with
/// this one.
pub fn of_index(index: SearchIndex, first: usize) -> impl Iterator<Item = Arc<Command>> {
    let translator = bridge::translator();
    let kinds = [
        message::KIND_ARTICLE,
        message::KIND_PAGE,
        message::TAG,
        message::SERIES,
        message::KIND_AUTHOR,
    ];
    let [kind_article, kind_page, kind_tag, kind_series, kind_author] =
        kinds.map(|kind| translator.text(kind));
    let articles = index.articles.into_iter();
    let articles = articles.map(move |entry| {
        let route = Route::article(&entry.slug);
        text(&kind_article, entry, route)
    });
    let pages = index.pages.into_iter();
    let pages = pages.map(move |entry| {
        let route = Route::page(&entry.slug);
        text(&kind_page, entry, route)
    });
    let articles = articles.chain(pages);
    let tags = index.tags.into_iter();
    let tags = tags.map(move |tag| term(&kind_tag, &tag, Route::tag(&tag.slug)));
    let series = index.series.into_iter();
    let series = series.map(move |series| term(&kind_series, &series, Route::series(&series.slug)));
    let tags = tags.chain(series);
    let authors = index.authors.into_iter();
    let authors =
        authors.map(move |author| term(&kind_author, &author, Route::author(&author.slug)));
    numbered(articles.chain(tags).chain(authors), first)
}

/// Pages and what can be done, which are there before the index is.
pub fn of_the_site() -> Vec<Arc<Command>> {
    let translator = bridge::translator();
    let named = |kind: Message, name: Message, action| {
        command(&translator.text(kind), translator.text(name), action)
    };
    let pages = [
        (message::NEWEST_ARTICLES, Route::HOME),
        (message::ARCHIVE, Route::Archive),
        (message::TAGS, Route::Tags),
        (message::AUTHORS, Route::Authors),
        (message::YOU, Route::You),
    ];
    let pages = pages.map(|(name, route)| named(message::KIND_PAGE, name, Action::Go(route)));
    let tools = [
        (message::PREFERENCES, Tool::Preferences),
        (message::KEYBOARD, Tool::Keys),
        (message::SHARE, Tool::Share),
    ];
    let tools = tools.map(|(name, tool)| named(message::KIND_OPEN, name, Action::Open(tool)));
    let choices = CHOICES
        .iter()
        .flat_map(|choice| settings(&translator, choice));
    numbered(pages.into_iter().chain(tools).chain(choices), 0).collect()
}

fn numbered(
    commands: impl Iterator<Item = Command>,
    first: usize,
) -> impl Iterator<Item = Arc<Command>> {
    commands
        .zip(first..)
        .map(|(command, number)| Arc::new(Command { number, ..command }))
}

/// `Theme: Dark`.
fn settings(translator: &Translator, choice: &'static Choice) -> impl Iterator<Item = Command> {
    choice.options.iter().map(|(value, label)| {
        let name = preferences::setting(translator, choice, *label);
        let kind = translator.text(message::KIND_SET);
        command(&kind, name, Action::Choose(choice.name, value))
    })
}

fn text(kind: &str, entry: SearchEntry, route: Route) -> Command {
    let names = [entry.tags.join(" "), entry.authors.join(" ")].join(" ");
    Command {
        number: 0,
        text: SearchText([&entry.title, &names, &entry.description].map(|text| folded(text))),
        name: entry.title,
        kind: kind.into(),
        description: entry.description,
        action: Action::Go(route),
    }
}

fn term(kind: &str, term: &Term, route: Route) -> Command {
    command(kind, term.name.clone(), Action::Go(route))
}

fn command(kind: &str, name: String, action: Action) -> Command {
    Command {
        number: 0,
        text: SearchText([folded(&name), folded(kind), String::new()]),
        description: String::new(),
        name,
        kind: kind.into(),
        action,
    }
}

impl Action {
    pub fn run(&self) {
        match self {
            // As a click on a link would: the app takes it over, or the browser loads the page.
            Self::Go(route) => {
                let href = bridge::get().base() + &route.path();
                drop(bridge::window().location().set_href(&href));
            }
            Self::Choose(name, value) => preferences::choose(name, value),
            Self::Open(Tool::Share) => share::open(),
            Self::Open(tool) => open_dialog(tool.clone()),
        }
    }
}

/// Without capitals and accents, as people type. The browser knows how; tables of ours would weigh 14 KB.
pub fn folded(text: &str) -> String {
    let text = JsString::from(text).normalize("NFD").to_lower_case();
    let letters = String::from(text);
    let is_accent = |letter: char| ('\u{300}'..='\u{36F}').contains(&letter);
    letters
        .chars()
        .filter(|letter| !is_accent(*letter))
        .collect()
}
