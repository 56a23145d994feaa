//! Which elements may stand in slots, and which attributes they keep.

/// An element of the list.
#[derive(Clone, Copy)]
pub struct Known {
    pub name: &'static str,
    /// Besides those of all elements.
    attributes: &'static str,
}

/// Names, and the attributes that only they may have.
const ELEMENTS: [(&str, &str); 18] = [
    (
        "abbr address aside b bdi bdo blockquote cite code dd del dfn div dl dt em fieldset figcaption figure h2 h3 \
         h4 h5 h6 i ins kbd legend li mark nav p pre q s samp section small span strong sub summary sup table tbody \
         tfoot thead tr u ul var",
        "",
    ),
    ("a", "href rel"),
    ("br hr wbr", ""),
    ("img", "src alt width height loading"),
    ("audio", "src controls loop muted preload"),
    (
        "video",
        "src controls loop muted playsinline poster preload width height",
    ),
    ("source", "src type"),
    ("details", "open"),
    ("ol", "start reversed"),
    ("td th", "colspan rowspan scope"),
    ("time", "datetime"),
    ("form", "action method"),
    ("label", "for"),
    (
        "input",
        "type name value placeholder required checked autocomplete minlength maxlength",
    ),
    ("button", "type name value"),
    ("select", "name required"),
    ("option", "value selected"),
    (
        "iframe",
        "src width height allow allowfullscreen loading referrerpolicy sandbox",
    ),
];

/// What Recto fills: cards of the blog.
const OURS: [(&str, &str); 3] = [
    ("recto-latest", "tag limit"),
    ("recto-card", "article"),
    ("recto-author", "author"),
];

/// In the head, and those of which it needs scripts at the foot as well.
const IN_HEAD: [(&str, &str); 2] = [
    ("meta", "name property content"),
    ("link", "rel href type hreflang"),
];
const SCRIPT: (&str, &str) = ("script", "src async defer type crossorigin integrity");

/// Attributes that every element may have.
const GLOBAL: &str =
    "id class title lang dir role hidden aria-label aria-labelledby aria-hidden aria-describedby";

/// Elements without an end.
const VOID: &str = "br hr wbr img source input meta link";

/// What an element of this name may be, in the head of a page or in its body.
pub fn known(name: &str, in_head: bool) -> Option<Known> {
    let body = ELEMENTS.iter().chain(&OURS);
    let head = IN_HEAD.iter();
    let lists: Vec<&(&str, &str)> = match in_head {
        true => head.chain([&SCRIPT]).collect(),
        false => body.chain([&SCRIPT]).collect(),
    };
    lists.into_iter().find_map(|(names, attributes)| {
        let name = word(names, name)?;
        Some(Known { name, attributes })
    })
}

impl Known {
    pub fn has_end(self) -> bool {
        word(VOID, self.name).is_none()
    }

    /// Whether Recto fills it.
    pub fn is_ours(self) -> bool {
        self.name.starts_with("recto-")
    }

    /// Whether nothing that stands in it is kept.
    pub fn is_written_whole(self) -> bool {
        self.is_ours() || matches!(self.name, "iframe" | "script")
    }

    /// The attribute of that name, if the element may have it.
    pub fn attribute(self, name: &str) -> Option<&'static str> {
        word(self.attributes, name).or_else(|| word(GLOBAL, name))
    }
}

fn word(list: &'static str, wanted: &str) -> Option<&'static str> {
    list.split(' ')
        .find(|word| word.eq_ignore_ascii_case(wanted))
}
