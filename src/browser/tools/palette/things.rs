//! What the search finds: articles, tags and authors of the index, the site's own pages, and what can be done.

use crate::browser::host;
use crate::browser::tools::preferences::{self, CHOICES, Choice};
use crate::browser::tools::{keys, search::Searched, share};
use crate::content::article::Term;
use crate::content::search::{SearchEntry, SearchIndex};
use crate::language::{Message, Words, message};
use crate::route::Route;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

pub struct Thing {
    pub name: String,
    pub kind: String,
    pub description: String,
    pub searched: Searched,
    pub action: Action,
}

/// What happens when it is chosen.
pub enum Action {
    Go(Route),
    Choose(&'static str, &'static str),
    Open(fn()),
}

/// Articles first, newest before older, so that they are what is shown before anything is typed.
pub fn of_index(index: SearchIndex) -> impl Iterator<Item = Thing> {
    let words = host::words();
    let [kind_article, kind_tag, kind_author] =
        [message::KIND_ARTICLE, message::TAG, message::KIND_AUTHOR].map(|kind| words.text(kind));
    let articles = index.articles.into_iter();
    let articles = articles.map(move |entry| article(&kind_article, entry));
    let tags = index.tags.into_iter();
    let tags = tags.map(move |tag| term(&kind_tag, &tag, Route::tag(&tag.slug)));
    let authors = index.authors.into_iter();
    let authors =
        authors.map(move |author| term(&kind_author, &author, Route::author(&author.slug)));
    articles.chain(tags).chain(authors)
}

/// Pages and commands, which are there before the index is.
pub fn of_the_site() -> Vec<Thing> {
    let words = host::words();
    let named =
        |kind: Message, name: Message, action| thing(&words.text(kind), words.text(name), action);
    let pages = [
        (message::NEWEST_ARTICLES, Route::HOME),
        (message::ARCHIVE, Route::Archive),
        (message::TAGS, Route::Tags),
        (message::AUTHORS, Route::Authors),
        (message::YOU, Route::You),
    ];
    let pages = pages.map(|(name, route)| named(message::KIND_PAGE, name, Action::Go(route)));
    let tools = [
        (message::PREFERENCES, preferences::open as fn()),
        (message::KEYBOARD, keys::open),
        (message::SHARE, share::open),
    ];
    let tools = tools.map(|(name, open)| named(message::KIND_OPEN, name, Action::Open(open)));
    let choices = CHOICES.iter().flat_map(|choice| commands(&words, choice));
    pages.into_iter().chain(tools).chain(choices).collect()
}

/// `Theme: Dark`.
fn commands(words: &Words, choice: &'static Choice) -> impl Iterator<Item = Thing> {
    choice.options.iter().map(|(value, label)| {
        let name = preferences::setting(words, choice, *label);
        let kind = words.text(message::KIND_SET);
        thing(&kind, name, Action::Choose(choice.name, value))
    })
}

fn article(kind: &str, entry: SearchEntry) -> Thing {
    let names = [entry.tags.join(" "), entry.authors.join(" ")].join(" ");
    Thing {
        searched: Searched::new(&entry.title, &names, &entry.description),
        name: entry.title,
        kind: kind.into(),
        description: entry.description,
        action: Action::Go(Route::Article { slug: entry.slug }),
    }
}

fn term(kind: &str, term: &Term, route: Route) -> Thing {
    thing(kind, term.name.clone(), Action::Go(route))
}

fn thing(kind: &str, name: String, action: Action) -> Thing {
    Thing {
        searched: Searched::new(&name, kind, ""),
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
                let href = host::get().base() + &route.path();
                drop(host::window().location().set_href(&href));
            }
            Self::Choose(name, value) => preferences::choose(name, value),
            Self::Open(open) => open(),
        }
    }
}

/// Scrolls no further than it must.
pub fn nearest() -> ScrollIntoViewOptions {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options
}
