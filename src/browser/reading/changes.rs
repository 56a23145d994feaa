//! What says something else than when the reader was through is marked, and a tool tells of it.

use super::{
    Article,
    sections::{hashes, headings},
};
use crate::browser::{app::tools::open_tool, bridge, record::Record};
use crate::language::message;
use crate::stored::Key;

pub fn mark(article: &Article) {
    let kept = Record::kept(&Key::Reading(&article.slug));
    let finished = kept.text("finished");
    if finished.is_empty() || finished == article.hash {
        return;
    }
    let (before, now) = (kept.record("sections"), hashes(&article.prose));
    let is_changed = |name: &str| {
        let now = now.iter().find(|(known, _)| known == name);
        now.map(|(_, hash)| f64::from(*hash)) != before.get(name).as_f64()
    };
    let changed = bridge::words().text(message::CHANGED);
    let headings = headings(&article.prose);
    let headings: Vec<_> = headings
        .iter()
        .filter(|heading| is_changed(&heading.id()))
        .collect();
    for heading in &headings {
        // It cannot fail for a name that is an attribute's name.
        drop(heading.set_attribute("data-changed", &changed));
    }
    if !headings.is_empty() {
        open_tool("changes", Some(article.element.clone()));
    }
}
