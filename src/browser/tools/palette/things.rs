//! What the search finds: articles, tags and authors of the index, the site's own pages, and what can be done.

use crate::browser::host;
use crate::browser::tools::preferences::{self, CHOICES, Choice};
use crate::browser::tools::{keys, search::Searched, share};
use crate::content::article::Term;
use crate::content::search::{SearchEntry, SearchIndex};
use crate::pages::you;
use crate::route::Route;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

pub struct Thing {
    pub name: String,
    pub kind: &'static str,
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
    let articles = index.articles.into_iter().map(article);
    let tags = index.tags.into_iter();
    let tags = tags.map(|tag| term("Tag", &tag, Route::tag(&tag.slug)));
    let authors = index.authors.into_iter();
    let authors = authors.map(|author| term("Author", &author, Route::author(&author.slug)));
    articles.chain(tags).chain(authors)
}

/// Pages and commands, which are there before the index is.
pub fn of_the_site() -> Vec<Thing> {
    let pages = [
        ("Newest articles", Route::HOME),
        ("Archive", Route::Archive),
        ("Tags", Route::Tags),
        ("Authors", Route::Authors),
        (you::TITLE, Route::You),
    ];
    let pages = pages.map(|(name, route)| thing("Page", name.into(), "", Action::Go(route)));
    let tools = [
        ("Reading preferences", preferences::open as fn()),
        ("Keyboard", keys::open),
        ("Share", share::open),
    ];
    let tools = tools.map(|(name, open)| thing("Open", name.into(), "", Action::Open(open)));
    let choices = CHOICES.iter().flat_map(commands);
    pages.into_iter().chain(tools).chain(choices).collect()
}

/// `Theme: Dark`.
fn commands(choice: &'static Choice) -> impl Iterator<Item = Thing> {
    choice.options.iter().map(|(value, label)| {
        let name = [choice.label, ": ", label].concat();
        thing("Set", name, "", Action::Choose(choice.name, value))
    })
}

fn article(entry: SearchEntry) -> Thing {
    let names = [entry.tags.join(" "), entry.authors.join(" ")].join(" ");
    Thing {
        searched: Searched::new(&entry.title, &names, &entry.description),
        name: entry.title,
        kind: "Article",
        description: entry.description,
        action: Action::Go(Route::Article { slug: entry.slug }),
    }
}

fn term(kind: &'static str, term: &Term, route: Route) -> Thing {
    thing(kind, term.name.clone(), "", Action::Go(route))
}

fn thing(kind: &'static str, name: String, description: &str, action: Action) -> Thing {
    Thing {
        searched: Searched::new(&name, kind, description),
        description: description.into(),
        name,
        kind,
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
