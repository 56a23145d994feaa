//! The elements of the desk, which stand in its page, and its words.

use crate::browser::{bridge, find};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Each is there, or the page is none of ours.
pub struct DeskParts {
    pub root: HtmlElement,
    /// All but the draft of a link.
    pub front: HtmlElement,
    pub text: HtmlTextAreaElement,
    /// Where the page is shown.
    pub page: HtmlElement,
    pub sides: HtmlElement,
    pub remarks: HtmlElement,
    pub note: HtmlElement,
    /// A list to choose from, whose value is the place in it.
    pub drafts: HtmlInputElement,
    pub files: HtmlInputElement,
    pub keep: HtmlInputElement,
    /// The draft of a link, the sentence above it, and its article.
    pub draft: HtmlElement,
    pub banner: HtmlElement,
    pub article: HtmlElement,
    pub words: DeskWords,
}

impl DeskParts {
    pub fn of(root: &HtmlElement) -> Option<Self> {
        Some(Self {
            front: part(root, "front")?,
            text: part(root, "text")?,
            page: part(root, "page")?,
            sides: part(root, "sides")?,
            remarks: part(root, "remarks")?,
            note: part(root, "note")?,
            drafts: part(root, "drafts")?,
            files: part(root, "files")?,
            keep: part(root, "keep")?,
            draft: part(root, "draft")?,
            banner: part(root, "banner")?,
            article: part(root, "article")?,
            words: DeskWords(root.clone()),
            root: root.clone(),
        })
    }

    /// Shows these titles to choose from.
    pub fn list(&self, titles: Vec<String>, chosen: usize) {
        self.drafts.set_text_content(None);
        for (at, title) in titles.into_iter().enumerate() {
            if let Some(option) = element("option", &title) {
                // It cannot fail for a name that is an attribute's name.
                drop(option.set_attribute("value", &at.to_string()));
                // Nor where an element may have children.
                drop(self.drafts.append_child(&option));
            }
        }
        self.drafts.set_value(&chosen.to_string());
    }
}

/// Names are those of `data-desk`. Whatever has a value is treated as a field.
fn part<T: JsCast>(root: &HtmlElement, name: &str) -> Option<T> {
    let found = find::first(root, &["[data-desk=\"", name, "\"]"].concat())?;
    Some(found.unchecked_into())
}

/// An element with this text.
pub fn element(name: &str, text: &str) -> Option<HtmlElement> {
    let element = bridge::document().create_element(name).ok()?;
    element.set_text_content(Some(text));
    Some(element.unchecked_into())
}

/// What the desk says, as its page has it.
pub struct DeskWords(HtmlElement);

impl DeskWords {
    pub fn text(&self, word: &str) -> String {
        let found = find::first(&self.0, &["[data-word=\"", word, "\"]"].concat());
        found
            .and_then(|found| found.text_content())
            .unwrap_or_default()
    }

    /// With the name of a file, or an address, in its place.
    pub fn of_file(&self, word: &str, file: &str) -> String {
        self.text(word).replace("{file}", file)
    }

    /// Where in the text; without a column where that is 0.
    pub fn place(&self, line: u32, column: u32) -> String {
        let word = if column == 0 { "line" } else { "place" };
        self.text(word)
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }
}
