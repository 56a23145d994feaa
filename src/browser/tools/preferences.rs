//! "Aa": how the reader wants pages to look. What is chosen is stored as `{"v":1,"theme":"dark"}`; what is not, is as the
//! publisher and the system have it. `first_paint.js` puts it on the root element, in every tab.

use super::dialog;
use crate::browser::{events::listen, find, host, record::Record};
use crate::html::{Element, element};
use crate::stored::Key;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// One thing to choose, with its values in the order shown. The empty value is the one that nothing is stored for.
pub struct Choice {
    pub name: &'static str,
    pub label: &'static str,
    pub options: &'static [(&'static str, &'static str)],
}

const TITLE: &str = "Reading preferences";
const RESET: &str = "Reset";

/// What there is to choose. `style/preferences.css` says what each value does.
pub const CHOICES: [Choice; 7] = [
    Choice {
        name: "theme",
        label: "Theme",
        options: &[
            ("", "Auto"),
            ("light", "Light"),
            ("dark", "Dark"),
            ("sepia", "Sepia"),
            ("contrast", "High contrast"),
        ],
    },
    Choice {
        name: "size",
        label: "Text size",
        options: &[
            ("small", "Small"),
            ("", "Normal"),
            ("large", "Large"),
            ("larger", "Larger"),
            ("largest", "Largest"),
        ],
    },
    Choice {
        name: "face",
        label: "Typeface",
        options: &[("", "Serif"), ("sans", "Sans"), ("spaced", "Spaced")],
    },
    Choice {
        name: "measure",
        label: "Line length",
        options: &[("narrow", "Short"), ("", "Normal"), ("wide", "Long")],
    },
    Choice {
        name: "leading",
        label: "Line spacing",
        options: &[("tight", "Close"), ("", "Normal"), ("loose", "Wide")],
    },
    Choice {
        name: "motion",
        label: "Motion",
        options: &[("", "Auto"), ("less", "Less")],
    },
    Choice {
        name: "keys",
        label: "Single-letter keys",
        options: &[("", "On"), ("off", "Off")],
    },
];

pub fn open() {
    let fields = element("div", "choices").children(CHOICES.iter().map(field));
    let reset = element("button", "tool-button")
        .attribute("type", "button")
        .attribute("name", "reset")
        .text(RESET);
    let content = vec![fields.into(), reset.into()];
    let Some(dialog) = dialog::open("tool-preferences", TITLE, content) else {
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

fn field(choice: &Choice) -> Element {
    let chosen = chosen(choice.name);
    let options = choice.options.iter().map(|(value, label)| {
        let input = element("input", "")
            .attribute("type", "radio")
            .attribute("name", choice.name)
            .attribute("value", value)
            .attribute_if("checked", (chosen == *value).then_some(""));
        element("label", "option")
            .child(input)
            .child(element("span", "").text(label))
    });
    element("fieldset", "choice")
        .child(element("legend", "").text(choice.label))
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
