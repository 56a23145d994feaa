//! Who wrote it, as a line: `By Ada Example and Ben Example`.

use crate::content::{author::Author, site::Site};
use crate::html::{Element, element, link};
use crate::language::{ListStyle, message};
use crate::route::Route;

/// Nothing where no author is known.
pub fn view(site: &Site, authors: &[Author]) -> Option<Element> {
    let words = site.words();
    let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    let mut separators = words.separators(&names, ListStyle::Sentence).into_iter();
    let (before, behind) = words.around(message::BYLINE);
    let mut line = element("p", "byline").text(&before);
    for author in authors {
        let name = link(
            "p-author h-card",
            &site.href(&Route::author(&author.id)),
            &author.name,
        );
        let name = name.attribute("rel", "author");
        line = line
            .text(&separators.next().unwrap_or_default())
            .child(name);
    }
    let last = separators.next().unwrap_or_default();
    (!authors.is_empty()).then(|| line.text(&last).text(&behind))
}
