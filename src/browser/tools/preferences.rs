//! "Aa": how the reader wants pages to look. What is chosen is stored as `{"v":1,"theme":"dark"}`; what is not, is as the
//! publisher and the system have it. `first_paint.js` puts it on the root element, in every tab.

use super::dialog;
use crate::browser::{events::listen, find, host, record::Record};
use crate::html::{Element, element};
use crate::language::{Message, Words, message};
use crate::stored::Key;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// One thing to choose, with its values in the order shown. The empty value is the one that nothing is stored for.
pub struct Choice {
    pub name: &'static str,
    pub label: Message,
    pub options: &'static [(&'static str, Message)],
}

/// What there is to choose. `style/preferences.css` says what each value does.
pub const CHOICES: [Choice; 7] = [
    Choice {
        name: "theme",
        label: message::THEME,
        options: &[
            ("", message::THEME_AUTO),
            ("light", message::THEME_LIGHT),
            ("dark", message::THEME_DARK),
            ("sepia", message::THEME_SEPIA),
            ("contrast", message::THEME_CONTRAST),
        ],
    },
    Choice {
        name: "size",
        label: message::SIZE,
        options: &[
            ("small", message::SIZE_SMALL),
            ("", message::SIZE_NORMAL),
            ("large", message::SIZE_LARGE),
            ("larger", message::SIZE_LARGER),
            ("largest", message::SIZE_LARGEST),
        ],
    },
    Choice {
        name: "face",
        label: message::FACE,
        options: &[
            ("", message::FACE_SERIF),
            ("sans", message::FACE_SANS),
            ("spaced", message::FACE_SPACED),
        ],
    },
    Choice {
        name: "measure",
        label: message::MEASURE,
        options: &[
            ("narrow", message::MEASURE_NARROW),
            ("", message::MEASURE_NORMAL),
            ("wide", message::MEASURE_WIDE),
        ],
    },
    Choice {
        name: "leading",
        label: message::LEADING,
        options: &[
            ("tight", message::LEADING_TIGHT),
            ("", message::LEADING_NORMAL),
            ("loose", message::LEADING_LOOSE),
        ],
    },
    Choice {
        name: "motion",
        label: message::MOTION,
        options: &[("", message::MOTION_AUTO), ("less", message::MOTION_LESS)],
    },
    Choice {
        name: "keys",
        label: message::LETTER_KEYS,
        options: &[
            ("", message::LETTER_KEYS_ON),
            ("off", message::LETTER_KEYS_OFF),
        ],
    },
];

pub fn open() {
    let words = &host::words();
    let fields =
        element("div", "choices").children(CHOICES.iter().map(|choice| field(words, choice)));
    let reset = element("button", "tool-button")
        .attribute("type", "button")
        .attribute("name", "reset")
        .say(words, message::RESET);
    let title = words.text(message::PREFERENCES);
    let content = vec![fields.into(), reset.into()];
    let Some(dialog) = dialog::open("tool-preferences", &title, content) else {
        return;
    };
    listen(&dialog.element, "change", &dialog.open, |event: Event| {
        if let Some(input) = event.target() {
            let input: HtmlInputElement = input.unchecked_into();
            choose(&input.name(), &input.value());
        }
    });
    if let Some(reset) = dialog.first("[name=reset]") {
        listen(&reset, "click", &dialog.open, |_: Event| {
            Record::default().keep(&Key::Preferences);
        });
    }
    listen(&host::window(), "storage", &dialog.open, move |_: Event| {
        show_chosen(&dialog.element);
    });
}

fn field(words: &Words, choice: &Choice) -> Element {
    let chosen = chosen(choice.name);
    let options = choice.options.iter().map(|(value, label)| {
        let input = element("input", "")
            .attribute("type", "radio")
            .attribute("name", choice.name)
            .attribute("value", value)
            .attribute_if("checked", (chosen == *value).then_some(""));
        element("label", "option")
            .child(input)
            .child(element("span", "").say(words, *label))
    });
    element("fieldset", "choice")
        .child(element("legend", "").say(words, choice.label))
        .child(element("div", "options").children(options))
}

fn show_chosen(dialog: &web_sys::Element) {
    for input in find::all(dialog, "input") {
        let input: HtmlInputElement = input.unchecked_into();
        input.set_checked(input.value() == chosen(&input.name()));
    }
}

/// The value that is stored; empty where nothing is.
pub fn chosen(name: &str) -> String {
    Record::kept(&Key::Preferences).text(name)
}

/// Stores a value, and shows it in this tab and in others.
pub fn choose(name: &str, value: &str) {
    let all = Record::kept(&Key::Preferences);
    match value {
        "" => all.remove(name),
        value => all.set(name, value),
    }
    all.keep(&Key::Preferences);
}

/// `Theme: Dark`.
pub fn setting(words: &Words, choice: &Choice, value: Message) -> String {
    let (setting, value) = (words.text(choice.label), words.text(value));
    words.fill(message::SETTING, [&setting, &value])
}
