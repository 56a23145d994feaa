//! Who wrote it, as a line: `By Ada Example and Ben Example`.

use crate::content::{author::Author, site::Site};
use crate::html::{Element, element, link};
use crate::route::Route;

/// Nothing where no author is known.
pub fn view(site: &Site, authors: &[Author]) -> Option<Element> {
    let last = authors.len().checked_sub(1)?;
    let mut line = element("p", "byline");
    for (at, author) in authors.iter().enumerate() {
        let separator = match at {
            0 => "By ",
            at if at == last => " and ",
            _ => ", ",
        };
        let name = link(
            "p-author h-card",
            &site.href(&Route::author(&author.id)),
            &author.name,
        );
        line = line.text(separator).child(name.attribute("rel", "author"));
    }
    Some(line)
}
