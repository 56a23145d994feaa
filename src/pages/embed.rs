//! How to show a piece of the blog elsewhere: a form that makes the code, which needs its script, and examples, which do
//! not. The build alone makes this page; the app does not know it.

use crate::components::page_header;
use crate::content::{article::Summary, site::Site};
use crate::html::{Element, Node, element, link};
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT, PREVIEW, Route, SEARCH_INDEX, frame_path};

pub const NOTE: &str = "Show a piece of this blog in a page of your own: an article, a card, an author, \
    reactions, or what is new.";

const TITLE: &str = "Embed";
const NEEDS_SCRIPTS: &str =
    "Choosing here needs JavaScript. The code below can be changed by hand just as well.";
const NOT_FOUND: &str = "Nothing here is called that. Begin to type, and choose from the list.";
const COPY: &str = "Copy";
const COPIED: &str = "Copied";
const NOT_COPIED: &str =
    "Your browser does not let this page copy. The code is selected: copy it yourself.";

/// Its name, what it is of, what it is called, and about how high a frame of it is, in CSS pixels.
const PIECES: [(&str, Of, &str, u32); 6] = [
    ("card", Of::Article, "Article card", 200),
    ("article", Of::Article, "Whole article", 640),
    ("related", Of::Article, "Related posts", 560),
    ("reactions", Of::Article, "Reactions", 120),
    ("author", Of::Author, "Author card", 220),
    ("latest", Of::Tag, "Latest posts", 560),
];

/// Of a frame in the examples, in CSS pixels.
const WIDTH: u32 = 600;

#[derive(Clone, Copy)]
enum Of {
    Article,
    Author,
    Tag,
}

const THEMES: [(&str, &str); 5] = [
    ("auto", "Automatic"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("sepia", "Sepia"),
    ("contrast", "High contrast"),
];

const KINDS: [(&str, &str); 3] = [
    ("element", "Element, with our script"),
    ("frame", "Frame, without our script"),
    ("link", "Link"),
];

const WIDTHS: [(&str, &str); 2] = [("wide", "Wide"), ("narrow", "Narrow")];

const HOSTS: [(&str, &str); 2] = [("light", "On a light page"), ("dark", "On a dark page")];

/// The page; `newest` is what the examples show. Addresses are from the host's root.
pub fn view(site: &Site, newest: Option<&Summary>, script: &str, style_sheet: &str) -> Node {
    let style_sheet = element("link", "")
        .attribute("rel", "stylesheet")
        .attribute("href", style_sheet);
    let script = element("script", "")
        .attribute("type", "module")
        .attribute("src", script);
    Node::Fragment(vec![
        style_sheet.into(),
        page_header::view("", TITLE, NOTE).into(),
        element("p", "needs-scripts builder-part")
            .text(NEEDS_SCRIPTS)
            .into(),
        form(site).into(),
        examples(site, newest).into(),
        script.into(),
    ])
}

fn form(site: &Site) -> Element {
    let address = |path: &str| [&site.base_url, path].concat();
    let choices = element("div", "builder-choices")
        .child(field("Piece", pieces(site)))
        .child(field("Article", thing()).attribute("data-of", ""))
        .child(field("Code", select("kind", &KINDS)))
        .child(field("Theme", select("theme", &THEMES)).attribute("data-for", "element frame"))
        .child(field("How many", number()).attribute("data-for-list", ""))
        .child(
            field("Language, if not the page’s", text("lang", "en"))
                .attribute("data-for", "element"),
        );
    element("form", "builder builder-part")
        .attribute("data-index", &[site.base_path(), SEARCH_INDEX].concat())
        .attribute("data-elements", &address(EMBED_SCRIPT))
        .attribute("data-resizer", &address(FRAME_SCRIPT))
        .attribute("data-not-found", NOT_FOUND)
        .attribute("data-copied", COPIED)
        .attribute("data-not-copied", NOT_COPIED)
        .child(choices)
        .child(note("builder-missing"))
        .child(code())
        .child(hosts(site))
}

fn pieces(site: &Site) -> Element {
    let options = PIECES.map(|(piece, of, label, height)| {
        let (kind, page) = match of {
            Of::Article => ("Article", Route::article("*")),
            Of::Author => ("Author", Route::author("*")),
            Of::Tag => ("Tag", Route::tag("*")),
        };
        let frame = match piece {
            "reactions" => frame_path(piece, "") + "?article=*",
            _ => frame_path(piece, "*"),
        };
        element("option", "")
            .attribute("value", piece)
            .attribute("data-of", kind)
            .attribute("data-frame", &[site.base_path(), &*frame].concat())
            .attribute("data-page", &site.href(&page))
            .attribute("data-height", &height.to_string())
            .text(label)
    });
    let home = site.href(&Route::HOME);
    element("select", "")
        .attribute("name", "piece")
        .attribute("data-home", &home)
        .attribute("data-title", &site.title)
        .children(options.into_iter())
}

fn select(name: &str, options: &[(&str, &str)]) -> Element {
    let options = options
        .iter()
        .map(|(value, label)| element("option", "").attribute("value", value).text(label));
    element("select", "")
        .attribute("name", name)
        .children(options)
}

fn text(name: &str, placeholder: &str) -> Element {
    element("input", "")
        .attribute("name", name)
        .attribute("autocomplete", "off")
        .attribute("placeholder", placeholder)
}

/// An article, an author or a tag, by name, slug or address.
fn thing() -> Element {
    text("of", "")
        .attribute("list", "builder-things")
        .attribute("spellcheck", "false")
}

fn number() -> Element {
    element("input", "")
        .attribute("name", "limit")
        .attribute("type", "number")
        .attribute("min", "1")
        .attribute("max", "10")
        .attribute("value", "4")
}

fn field(label: &str, control: Element) -> Element {
    element("label", "builder-field")
        .child(element("span", "").text(label))
        .child(control)
}

fn note(class: &str) -> Element {
    element("p", class).attribute("role", "status")
}

/// Two pages of somebody else's, with the piece in them.
fn hosts(site: &Site) -> Element {
    let hosts = HOSTS.map(|(ground, title)| {
        let frame = element("iframe", "")
            .attribute("title", title)
            .attribute("data-ground", ground)
            .attribute("data-src", &[site.base_path(), PREVIEW].concat());
        element("figure", "builder-host")
            .child(element("figcaption", "").text(title))
            .child(frame)
    });
    element("div", "builder-hosts")
        .child(field("Width", select("width", &WIDTHS)))
        .children(hosts.into_iter())
}

fn code() -> Element {
    let code = element("textarea", "")
        .attribute("name", "code")
        .attribute("readonly", "")
        .attribute("rows", "8")
        .attribute("spellcheck", "false");
    let copy = element("button", "builder-copy tool-button")
        .attribute("type", "button")
        .text(COPY);
    element("div", "builder-code")
        .child(field("Code for your page", code))
        .child(element("datalist", "").attribute("id", "builder-things"))
        .child(copy)
        .child(note("builder-note"))
}

/// What can be copied without a script.
fn examples(site: &Site, newest: Option<&Summary>) -> Element {
    let (slug, title) = newest.map_or(("a-slug", "A title"), |newest| {
        (&newest.slug, &newest.title)
    });
    let page = site.page_url(&Route::article(slug));
    let plain = link("", &page, title);
    let script = |path: &str| {
        element("script", "")
            .attribute("type", "module")
            .attribute("src", &[&site.base_url, path].concat())
    };
    let card = element("recto-card", "").attribute("article", slug);
    let card = card.child(link("", &page, title));
    let (piece, _, _, height) = PIECES[0];
    let frame = frame(site, &frame_path(piece, slug), title, WIDTH, height);
    let example = |title: &str, why: &str, code: &[Node]| {
        let code: Vec<String> = code.iter().map(Node::to_html).collect();
        let code = element("code", "").text(&code.join("\n"));
        element("div", "")
            .child(element("h3", "").text(title))
            .child(element("p", "").text(why))
            .child(element("pre", "").attribute("tabindex", "0").child(code))
    };
    let examples = [
        example(
            "An element",
            "A script once, and an element wherever a piece shall stand. It takes its colours from the page, and is the \
             link that it holds where scripts do not run.",
            &[script(EMBED_SCRIPT).into(), card.into()],
        ),
        example(
            "A frame",
            "For pages that take no scripts of others. With this script of 500 bytes, which may be left out, the frame is \
             as high as what it shows. “#theme=dark” and “#limit=3” may stand at the end of its address.",
            &[script(FRAME_SCRIPT).into(), frame.into()],
        ),
        example(
            "A link",
            "Many systems make a card of an address that stands alone in a line: they find all they need in the article.",
            &[plain.into()],
        ),
    ];
    element("section", "builder-examples prose builder-part")
        .child(element("h2", "").text("By hand"))
        .children(examples.into_iter())
}

/// A frame as other people's pages write it. Sizes are in CSS pixels.
pub fn frame(site: &Site, path: &str, title: &str, width: u32, height: u32) -> Element {
    element("iframe", "")
        .attribute("src", &[&site.base_url, path].concat())
        .attribute("title", title)
        .attribute("width", &width.to_string())
        .attribute("height", &height.to_string())
        .attribute("frameborder", "0")
        .attribute("loading", "lazy")
}
