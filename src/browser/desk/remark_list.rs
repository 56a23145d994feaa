//! What is remarked of a text, as a list: each place is a button that leads there.

use super::desk_parts::{DeskParts, element};
use super::draft_text::Remark;
use crate::browser::find;
use web_sys::HtmlElement;

/// In the place of the remarks before.
pub fn show(parts: &DeskParts, remarks: &[Remark]) {
    let items = remarks.iter().filter_map(|remark| item(parts, remark));
    let items: Vec<HtmlElement> = match remarks.is_empty() {
        true => element("li", &parts.words.text("all-well"))
            .into_iter()
            .collect(),
        false => items.collect(),
    };
    let has_focus = find::first(&parts.remarks, ":focus").is_some();
    parts.remarks.set_text_content(None);
    for item in items {
        // It cannot fail where an element may have children.
        drop(parts.remarks.append_child(&item));
    }
    if has_focus && let Some(first) = find::first(&parts.remarks, "button") {
        // A button that cannot take the focus leaves it where it is.
        drop(first.focus());
    }
}

fn item(parts: &DeskParts, remark: &Remark) -> Option<HtmlElement> {
    let item = element("li", "")?;
    let place = element("button", &parts.words.place(remark.line, remark.column))?;
    let text = element("span", &remark.text)?;
    place.set_attribute("type", "button").ok()?;
    place
        .set_attribute("data-line", &remark.line.to_string())
        .ok()?;
    if remark.is_english {
        text.set_attribute("lang", "en").ok()?;
        text.set_attribute("dir", "ltr").ok()?;
    }
    item.append_child(&place).ok()?;
    item.append_with_str_1(" ").ok()?;
    item.append_child(&text).ok()?;
    Some(item)
}

/// Puts the cursor at the beginning of a line, and the text there into sight.
pub fn go_to(parts: &DeskParts, line: usize) {
    let text = parts.text.value();
    let before = text.split('\n').take(line.saturating_sub(1));
    // A text area counts in units of UTF-16.
    let start: usize = before.map(|line| line.encode_utf16().count() + 1).sum();
    let start = start as u32;
    // It fails only for fields without a text.
    drop(parts.text.focus());
    drop(parts.text.set_selection_range(start, start));
}
