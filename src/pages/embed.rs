//! How to show a piece of the blog elsewhere: a form that makes the code, which needs its script, and examples, which do
//! not. The build alone makes this page; the app does not know it.

use crate::components::page_header;
use crate::content::{article::Summary, site::Site};
use crate::html::{Element, Node, element, link};
use crate::language::{Message, Words, build_message, message};
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT, PREVIEW, Route, SEARCH_INDEX, frame_path};

/// Its name, what it is of, what it is called, and about how high a frame of it is, in CSS pixels.
const PIECES: [(&str, Of, Message, u32); 6] = [
    ("card", Of::Article, build_message::PIECE_CARD, 200),
    ("article", Of::Article, build_message::PIECE_ARTICLE, 640),
    ("related", Of::Article, message::RELATED, 560),
    ("reactions", Of::Article, message::KEPT_REACTIONS, 120),
    ("author", Of::Author, build_message::PIECE_AUTHOR, 220),
    ("latest", Of::Tag, build_message::PIECE_LATEST, 560),
];

/// Of a frame in the examples, in CSS pixels.
const WIDTH: u32 = 600;

#[derive(Clone, Copy)]
enum Of {
    Article,
    Author,
    Tag,
}

const THEMES: [(&str, Message); 5] = [
    ("auto", message::THEME_AUTO),
    ("light", message::THEME_LIGHT),
    ("dark", message::THEME_DARK),
    ("sepia", message::THEME_SEPIA),
    ("contrast", message::THEME_CONTRAST),
];

const KINDS: [(&str, Message); 3] = [
    ("element", build_message::CODE_ELEMENT),
    ("frame", build_message::CODE_FRAME),
    ("link", build_message::CODE_LINK),
];

const WIDTHS: [(&str, Message); 2] = [
    ("wide", build_message::WIDTH_WIDE),
    ("narrow", build_message::WIDTH_NARROW),
];

const HOSTS: [(&str, Message); 2] = [
    ("light", build_message::ON_LIGHT),
    ("dark", build_message::ON_DARK),
];

/// The page; `newest` is what the examples show. Addresses are from the host's root.
pub fn view(site: &Site, newest: Option<&Summary>, script: &str, style_sheet: &str) -> Node {
    let words = &site.words();
    let [title, note] =
        [build_message::EMBED, build_message::EMBED_NOTE].map(|text| words.text(text));
    let style_sheet = element("link", "")
        .attribute("rel", "stylesheet")
        .attribute("href", style_sheet);
    let script = element("script", "")
        .attribute("type", "module")
        .attribute("src", script);
    Node::Fragment(vec![
        style_sheet.into(),
        page_header::view("", &title, &note).into(),
        element("p", "needs-scripts builder-part")
            .say(words, build_message::EMBED_NEEDS_SCRIPTS)
            .into(),
        form(site, words).into(),
        examples(site, words, newest).into(),
        script.into(),
    ])
}

fn form(site: &Site, words: &Words) -> Element {
    let address = |path: &str| [&site.base_url, path].concat();
    let field = |label, control| field(words, label, control);
    let select = |name, options| select(words, name, options);
    let choices = element("div", "builder-choices")
        .child(field(build_message::PIECE, pieces(site, words)))
        .child(field(message::KIND_ARTICLE, thing()).attribute("data-of", ""))
        .child(field(build_message::CODE, select("kind", &KINDS)))
        .child(
            field(message::THEME, select("theme", &THEMES)).attribute("data-for", "element frame"),
        )
        .child(field(build_message::HOW_MANY, number()).attribute("data-for-list", ""))
        .child(
            field(build_message::OTHER_LANGUAGE, text("lang", "en"))
                .attribute("data-for", "element"),
        );
    element("form", "builder builder-part")
        .attribute("data-index", &[site.base_path(), SEARCH_INDEX].concat())
        .attribute("data-elements", &address(EMBED_SCRIPT))
        .attribute("data-resizer", &address(FRAME_SCRIPT))
        .attribute(
            "data-not-found",
            &words.text(build_message::EMBED_NOT_FOUND),
        )
        .attribute("data-copied", &words.text(message::COPIED))
        .attribute(
            "data-not-copied",
            &words.text(build_message::EMBED_NOT_COPIED),
        )
        .child(choices)
        .child(note("builder-missing"))
        .child(code(words))
        .child(hosts(site, words))
}

fn pieces(site: &Site, words: &Words) -> Element {
    let options = PIECES.map(|(piece, of, label, height)| {
        let (kind, name, page) = match of {
            Of::Article => ("article", message::KIND_ARTICLE, Route::article("*")),
            Of::Author => ("author", message::KIND_AUTHOR, Route::author("*")),
            Of::Tag => ("tag", message::TAG, Route::tag("*")),
        };
        let frame = match piece {
            "reactions" => frame_path(piece, "") + "?article=*",
            _ => frame_path(piece, "*"),
        };
        element("option", "")
            .attribute("value", piece)
            .attribute("data-of", kind)
            .attribute("data-label", &words.text(name))
            .attribute("data-frame", &[site.base_path(), &*frame].concat())
            .attribute("data-page", &site.href(&page))
            .attribute("data-height", &height.to_string())
            .say(words, label)
    });
    let home = site.href(&Route::HOME);
    element("select", "")
        .attribute("name", "piece")
        .attribute("data-home", &home)
        .attribute("data-title", &site.title)
        .children(options.into_iter())
}

fn select(words: &Words, name: &str, options: &[(&str, Message)]) -> Element {
    let options = options.iter().map(|(value, label)| {
        element("option", "")
            .attribute("value", value)
            .say(words, *label)
    });
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

fn field(words: &Words, label: Message, control: Element) -> Element {
    element("label", "builder-field")
        .child(element("span", "").say(words, label))
        .child(control)
}

fn note(class: &str) -> Element {
    element("p", class).attribute("role", "status")
}

/// Two pages of somebody else's, with the piece in them.
fn hosts(site: &Site, words: &Words) -> Element {
    let hosts = HOSTS.map(|(ground, title)| {
        let title = &words.text(title);
        let frame = element("iframe", "")
            .attribute("title", title)
            .attribute("data-ground", ground)
            .attribute("data-src", &[site.base_path(), PREVIEW].concat());
        element("figure", "builder-host")
            .child(element("figcaption", "").text(title))
            .child(frame)
    });
    element("div", "builder-hosts")
        .child(field(
            words,
            build_message::WIDTH,
            select(words, "width", &WIDTHS),
        ))
        .children(hosts.into_iter())
}

fn code(words: &Words) -> Element {
    let code = element("textarea", "")
        .attribute("name", "code")
        .attribute("readonly", "")
        .attribute("dir", "ltr")
        .attribute("rows", "8")
        .attribute("spellcheck", "false");
    let copy = element("button", "builder-copy tool-button")
        .attribute("type", "button")
        .say(words, message::COPY);
    element("div", "builder-code")
        .child(field(words, build_message::CODE_FOR_PAGE, code))
        .child(element("datalist", "").attribute("id", "builder-things"))
        .child(copy)
        .child(note("builder-note"))
}

/// What can be copied without a script.
fn examples(site: &Site, words: &Words, newest: Option<&Summary>) -> Element {
    let example_title = words.text(build_message::EXAMPLE_TITLE);
    let (slug, title) = newest.map_or(("a-slug", &example_title), |newest| {
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
    let example = |title: Message, why: Message, code: &[Node]| {
        let code: Vec<String> = code.iter().map(Node::to_html).collect();
        let code = element("code", "").text(&code.join("\n"));
        let pre = element("pre", "")
            .attribute("dir", "ltr")
            .attribute("tabindex", "0");
        element("div", "")
            .child(element("h3", "").say(words, title))
            .child(element("p", "").say(words, why))
            .child(pre.child(code))
    };
    let examples = [
        example(
            build_message::BY_HAND_ELEMENT,
            build_message::BY_HAND_ELEMENT_WHY,
            &[script(EMBED_SCRIPT).into(), card.into()],
        ),
        example(
            build_message::BY_HAND_FRAME,
            build_message::BY_HAND_FRAME_WHY,
            &[script(FRAME_SCRIPT).into(), frame.into()],
        ),
        example(
            build_message::BY_HAND_LINK,
            build_message::BY_HAND_LINK_WHY,
            &[plain.into()],
        ),
    ];
    element("section", "builder-examples prose builder-part")
        .child(element("h2", "").say(words, build_message::BY_HAND))
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
