//! What the palette offers beside what the search finds: tags and authors by their names, the site's own pages, and what
//! can be done.

use crate::browser::bridge;
use crate::browser::tools::preferences_panel::{self, CHOICES, Choice};
use crate::browser::tools::{Tool, open_dialog, share};
use crate::content::article::Term;
use crate::content::names::Names;
use crate::content::ranking::SearchText;
use crate::content::search::fold::folded;
use crate::i18n::{Message, Translator, message};
use crate::route::Route;
use std::sync::Arc;

#[derive(Clone)]
pub struct Command {
    /// No two have the same.
    pub number: usize,
    pub name: String,
    pub kind: String,
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

/// Tags, series and authors, and the newest articles, which are what is shown before anything is typed. Their numbers begin
/// with this one.
pub fn of_names(names: Names, first: usize) -> impl Iterator<Item = Arc<Command>> {
    let translator = bridge::translator();
    type Kind = (Message, Vec<Term>, fn(&str) -> Route);
    let kinds: [Kind; 4] = [
        (message::KIND_ARTICLE, names.articles, Route::article),
        (message::TAG, names.tags, Route::tag),
        (message::SERIES, names.series, Route::series),
        (message::KIND_AUTHOR, names.authors, Route::author),
    ];
    let commands = kinds.into_iter().flat_map(move |(kind, terms, route)| {
        let kind = translator.text(kind);
        let terms = terms.into_iter();
        terms.map(move |term| command(&kind, term.name, Action::Go(route(&term.slug))))
    });
    numbered(commands, first)
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
        let name = preferences_panel::setting(translator, choice, *label);
        let kind = translator.text(message::KIND_SET);
        command(&kind, name, Action::Choose(choice.name, value))
    })
}

fn command(kind: &str, name: String, action: Action) -> Command {
    Command {
        number: 0,
        text: SearchText([folded(&name), folded(kind), String::new()]),
        name,
        kind: kind.into(),
        action,
    }
}

/// Opens a page, by its address below the base path, as a click on a link would: the app takes it over, or the browser
/// loads the page.
pub fn go(href: &str) {
    let href = bridge::get().base() + href;
    drop(bridge::window().location().set_href(&href));
}

impl Action {
    pub fn run(&self) {
        match self {
            Self::Go(route) => go(&route.path()),
            Self::Choose(name, value) => preferences_panel::choose(name, value),
            Self::Open(Tool::Share) => share::open(),
            Self::Open(tool) => open_dialog(tool.clone()),
        }
    }
}
