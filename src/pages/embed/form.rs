//! The form that makes code for other people's pages, and two of these with what it makes. Its script fills it.

use crate::content::site::Site;
use crate::language::{Message, build_message, message};
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT, PREVIEW, Route, SEARCH_INDEX, frame_path};
use leptos::prelude::*;

/// The name of what can be shown, what it is of, what it is called, and about how high a frame of it is, in CSS pixels.
const KINDS: [(&str, Of, Message, u32); 6] = [
    ("card", Of::Article, build_message::PIECE_CARD, 200),
    ("article", Of::Article, build_message::PIECE_ARTICLE, 640),
    ("related", Of::Article, message::RELATED, 560),
    ("reactions", Of::Article, message::KEPT_REACTIONS, 120),
    ("author", Of::Author, build_message::PIECE_AUTHOR, 220),
    ("latest", Of::Tag, build_message::PIECE_LATEST, 560),
];

#[derive(Clone, Copy)]
enum Of {
    Article,
    Author,
    Tag,
}

type Options = &'static [(&'static str, Message)];

const CODES: Options = &[
    ("element", build_message::CODE_ELEMENT),
    ("frame", build_message::CODE_FRAME),
    ("link", build_message::CODE_LINK),
];

const THEMES: Options = &[
    ("auto", message::THEME_AUTO),
    ("light", message::THEME_LIGHT),
    ("dark", message::THEME_DARK),
    ("sepia", message::THEME_SEPIA),
    ("contrast", message::THEME_CONTRAST),
];

const WIDTHS: Options = &[
    ("wide", build_message::WIDTH_WIDE),
    ("narrow", build_message::WIDTH_NARROW),
];

const GROUNDS: [(&str, Message); 2] = [
    ("light", build_message::ON_LIGHT),
    ("dark", build_message::ON_DARK),
];

#[component]
pub fn Form<'a>(site: &'a Site) -> impl IntoView {
    let words = site.words();
    let address = |path: &str| [&site.base_url, path].concat();
    view! {
        <form
            class="builder builder-part"
            data-index=[site.base_path(), SEARCH_INDEX].concat()
            data-elements=address(EMBED_SCRIPT)
            data-resizer=address(FRAME_SCRIPT)
            data-not-found=words.text(build_message::EMBED_NOT_FOUND)
            data-copied=words.text(message::COPIED)
            data-not-copied=words.text(build_message::EMBED_NOT_COPIED)
        >
            <Choices site />
            <p class="builder-missing" role="status"></p>
            <Code site />
            <Hosts site />
        </form>
    }
}

#[component]
fn Choices<'a>(site: &'a Site) -> impl IntoView {
    let words = site.words();
    view! {
        <div class="builder-choices">
            <label class="builder-field">
                <span>{words.text(build_message::PIECE)}</span>
                <KindSelect site />
            </label>
            <label class="builder-field" data-of="">
                <span>{words.text(message::KIND_ARTICLE)}</span>
                <input
                    name="of"
                    autocomplete="off"
                    placeholder=""
                    list="builder-things"
                    spellcheck="false"
                />
            </label>
            <label class="builder-field">
                <span>{words.text(build_message::CODE)}</span>
                <Select site name="kind" options=CODES />
            </label>
            <label class="builder-field" data-for="element frame">
                <span>{words.text(message::THEME)}</span>
                <Select site name="theme" options=THEMES />
            </label>
            <label class="builder-field" data-for-list="">
                <span>{words.text(build_message::HOW_MANY)}</span>
                <input name="limit" type="number" min="1" max="10" value="4" />
            </label>
            <label class="builder-field" data-for="element">
                <span>{words.text(build_message::OTHER_LANGUAGE)}</span>
                <input name="lang" autocomplete="off" placeholder="en" />
            </label>
        </div>
    }
}

#[component]
fn KindSelect<'a>(site: &'a Site) -> impl IntoView {
    let words = site.words();
    let options = KINDS.map(|(kind, of, label, height)| {
        let (of, name, page) = match of {
            Of::Article => ("article", message::KIND_ARTICLE, Route::article("*")),
            Of::Author => ("author", message::KIND_AUTHOR, Route::author("*")),
            Of::Tag => ("tag", message::TAG, Route::tag("*")),
        };
        let frame = match kind {
            "reactions" => frame_path(kind, "") + "?article=*",
            _ => frame_path(kind, "*"),
        };
        view! {
            <option
                value=kind
                data-of=of
                data-label=words.text(name)
                data-frame=[site.base_path(), &*frame].concat()
                data-page=site.href(&page)
                data-height=height
            >
                {words.text(label)}
            </option>
        }
    });
    view! {
        <select name="piece" data-home=site.href(&Route::HOME) data-title=site.title.as_str()>
            {options}
        </select>
    }
}

#[component]
fn Select<'a>(site: &'a Site, name: &'static str, options: Options) -> impl IntoView {
    let options = options.iter().map(|(value, label)| {
        view! { <option value=*value>{site.words().text(*label)}</option> }
    });
    view! { <select name=name>{options.collect_view()}</select> }
}

#[component]
fn Code<'a>(site: &'a Site) -> impl IntoView {
    let words = site.words();
    view! {
        <div class="builder-code">
            <label class="builder-field">
                <span>{words.text(build_message::CODE_FOR_PAGE)}</span>
                <textarea name="code" readonly dir="ltr" rows="8" spellcheck="false"></textarea>
            </label>
            <datalist id="builder-things"></datalist>
            <button class="builder-copy tool-button" type="button">
                {words.text(message::COPY)}
            </button>
            <p class="builder-note" role="status"></p>
        </div>
    }
}

/// Two pages of somebody else's, with what the code shows in them.
#[component]
fn Hosts<'a>(site: &'a Site) -> impl IntoView {
    let words = site.words();
    let preview = [site.base_path(), PREVIEW].concat();
    let hosts = GROUNDS.map(|(ground, title)| {
        let title = words.text(title);
        view! {
            <figure class="builder-host">
                <figcaption>{title.clone()}</figcaption>
                <iframe title=title data-ground=ground data-src=preview.clone()></iframe>
            </figure>
        }
    });
    view! {
        <div class="builder-hosts">
            <label class="builder-field">
                <span>{words.text(build_message::WIDTH)}</span>
                <Select site name="width" options=WIDTHS />
            </label>
            {hosts}
        </div>
    }
}
