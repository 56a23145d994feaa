//! The allow-list: which HTML a writer may use, where it may stand, what may stand in it, and which
//! attributes it keeps. Lists are words in a text, because tables of pointers are large in wasm.

use crate::markdown::scan::{after, cut};

/// What may stand directly inside an element.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum Content {
    /// Text and the elements of a line.
    Line,
    /// Text and anything.
    Flow,
    /// The parts of a table only.
    Rows,
}

/// What an element of the list is to its surroundings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::markdown) enum Place {
    /// Stands in a line of text.
    Line,
    /// Stands where a paragraph may.
    Block,
    /// Stands only directly in one of these; the first is added where HTML lets writers leave it out.
    In(&'static str),
}

/// One element of the list.
#[derive(Clone, Copy)]
pub(in crate::markdown) struct Allowed {
    pub(in crate::markdown) name: &'static str,
    pub(in crate::markdown) place: Place,
    /// What may stand in it; `None`: nothing, it has no end tag.
    pub(in crate::markdown) content: Option<Content>,
}

const ELEMENTS: [(&str, Place, Option<Content>); 17] = [
    (
        "a abbr audio b bdi bdo cite code del dfn em i ins kbd mark q ruby s samp small span strong \
         sub sup time u var video",
        Place::Line,
        Some(Content::Line),
    ),
    ("br img wbr", Place::Line, None),
    (
        "blockquote details div dl figcaption figure ol summary ul",
        Place::Block,
        Some(Content::Flow),
    ),
    ("h1 h2 h3 h4 h5 h6 p pre", Place::Block, Some(Content::Line)),
    ("hr", Place::Block, None),
    ("table", Place::Block, Some(Content::Rows)),
    ("caption", Place::In("table"), Some(Content::Flow)),
    ("colgroup", Place::In("table"), Some(Content::Rows)),
    ("col", Place::In("colgroup"), None),
    ("tbody thead tfoot", Place::In("table"), Some(Content::Rows)),
    ("tr", Place::In("tbody thead tfoot"), Some(Content::Rows)),
    ("td th", Place::In("tr"), Some(Content::Flow)),
    ("li", Place::In("ul ol"), Some(Content::Flow)),
    ("dd", Place::In("dl"), Some(Content::Flow)),
    ("dt", Place::In("dl"), Some(Content::Line)),
    ("rp rt", Place::In("ruby"), Some(Content::Line)),
    ("source track", Place::In("audio video"), None),
];

/// Elements and the attributes that only they may have.
const ATTRIBUTES: [(&str, &str); 12] = [
    ("a", "href name"),
    ("audio", "src controls loop muted preload"),
    ("col colgroup", "span"),
    ("del ins time", "datetime"),
    ("details", "open"),
    ("li", "value"),
    ("ol", "start reversed"),
    ("source", "src type"),
    ("td th", "colspan rowspan"),
    ("th", "scope"),
    ("track", "src kind srclang label default"),
    (
        "video",
        "src poster controls loop muted preload playsinline width height",
    ),
];

/// Attributes that any element may have.
const GLOBAL: &str = "id title lang dir align";

/// The element of that name, if it is on the list.
pub(in crate::markdown) fn allowed(name: &str) -> Option<Allowed> {
    for (names, place, content) in ELEMENTS {
        if let Some(name) = word(names, name) {
            // The page's title is its only `h1`.
            let name = if name == "h1" { "h2" } else { name };
            return Some(Allowed {
                name,
                place,
                content,
            });
        }
    }
    None
}

/// The word of a list that is the same but for capitals.
#[inline(never)]
pub(in crate::markdown) fn word(list: &'static str, wanted: &str) -> Option<&'static str> {
    let mut rest = list;
    while !rest.is_empty() {
        let end = rest
            .bytes()
            .position(|byte| byte == b' ')
            .unwrap_or(rest.len());
        if end == wanted.len() && cut(rest, 0, end).eq_ignore_ascii_case(wanted) {
            return Some(cut(rest, 0, end));
        }
        rest = after(rest, end + 1);
    }
    None
}

impl Allowed {
    /// The attribute of that name, if the element may have it.
    pub(in crate::markdown) fn attribute(&self, name: &str) -> Option<&'static str> {
        let own = ATTRIBUTES
            .iter()
            .filter(|(elements, _)| word(elements, self.name).is_some());
        own.map(|(_, attributes)| *attributes)
            .chain([GLOBAL])
            .find_map(|list| word(list, name))
    }

    pub(in crate::markdown) fn is_link(&self) -> bool {
        self.name == "a"
    }

    /// Whether HTML lets writers leave its end tag out.
    pub(in crate::markdown) fn may_stay_open(&self) -> bool {
        matches!(self.place, Place::In(_)) || self.name == "p"
    }

    pub(in crate::markdown) fn write_close(&self, html: &mut String) {
        html.push_str("</");
        html.push_str(self.name);
        html.push('>');
    }
}
