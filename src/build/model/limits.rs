//! How much an article may say of itself. No writer needs as much; a program that writes front matter may have lost its
//! way, and each name makes a page, a list and three feeds.

use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::source::Source;

/// Authors or tags of one article.
const MAX_NAMES: usize = 1_000;

/// Old addresses of one article, each of which makes one page.
const MAX_ALIASES: usize = 10_000;

/// Characters of a title, a description or a name: each stands in many pages.
const MAX_LENGTH: usize = 10_000;

/// Leaves out what is more, and tells it.
pub fn apply(source: &mut Source, problems: &mut Problems) {
    let path = &source.path;
    let front_matter = &mut source.front_matter;
    let place = |more: Option<Position>| more.unwrap_or(Position::START);
    let more = place(
        front_matter
            .authors
            .get(MAX_NAMES)
            .map(|author| author.name.position),
    );
    let authors = (&mut front_matter.authors, MAX_NAMES);
    shorten(authors, "authors", path, more, problems);
    let tags = (&mut front_matter.tags, MAX_NAMES);
    shorten(tags, "tags", path, Position::START, problems);
    let more = place(
        front_matter
            .aliases
            .get(MAX_ALIASES)
            .map(|alias| alias.position),
    );
    let aliases = (&mut front_matter.aliases, MAX_ALIASES);
    shorten(aliases, "aliases", path, more, problems);

    let tags = front_matter.tags.iter_mut();
    let texts = tags.map(|tag| (tag, Position::START));
    let authors = front_matter.authors.iter_mut();
    let texts = texts.chain(authors.map(|author| (&mut author.name.text, author.name.position)));
    let whole = [&mut front_matter.title, &mut front_matter.description];
    for (text, position) in texts.chain(whole.map(|text| (text, Position::START))) {
        cut(text, path, position, problems);
    }
}

fn shorten<T>(
    (names, most): (&mut Vec<T>, usize),
    what: &str,
    path: &str,
    position: Position,
    problems: &mut Problems,
) {
    let count = names.len();
    if count > most {
        names.truncate(most);
        let what = format!("the article names {count} {what}, and only {most} are kept");
        problems.warning(path, position, what, "name fewer");
    }
}

fn cut(text: &mut String, path: &str, position: Position, problems: &mut Problems) {
    if let Some((end, _)) = text.char_indices().nth(MAX_LENGTH) {
        let begin: String = text.chars().take(24).collect();
        text.truncate(end);
        let what = format!("the text `{begin}…` is cut off after {MAX_LENGTH} characters");
        problems.warning(path, position, what, "make it shorter");
    }
}
