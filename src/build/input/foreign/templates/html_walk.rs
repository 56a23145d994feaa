//! What the walk through a text does where a tag of HTML begins.

use super::html_elements::{self, Fate};
use super::transpiler::Transpiler;
use crate::build::options::project::System;

impl Transpiler<'_> {
    pub(super) fn html(&mut self, start: usize) {
        if self.context.system == System::Jekyll {
            self.begin_html_block(start);
        }
        let rest = self.text.get(start..).unwrap_or_default();
        let is_escaped = self.text[..start].ends_with('\\');
        let tag = html_elements::html_tag(rest).filter(|_| !is_escaped);
        let Some(tag) = tag else {
            if self.context.system == System::Jekyll {
                self.html_of_kramdown(start);
            }
            return;
        };
        let end = start + tag.length;
        match tag.fate {
            Fate::Renamed(name) => {
                let name_start = start + 1 + usize::from(tag.closes);
                self.replace(name_start, name_start + tag.name.len(), name);
            }
            Fate::Removed | Fate::Linked if tag.closes => self.replace(start, end, ""),
            Fate::Unwrapped => self.replace(start, end, ""),
            Fate::Removed => {
                let end = start + tag.element_length(rest);
                if let Some(link) = html_elements::gist(&rest[..tag.length]) {
                    return self.replace_apart(start, end, &link);
                }
                self.tell_left_out(start, end, "an element that does nothing here");
                self.replace(start, end, "");
            }
            Fate::Linked => {
                let end = start + tag.element_length(rest);
                let link = html_elements::link(&rest[..tag.length]).unwrap_or_default();
                self.replace_apart(start, end, &link);
            }
        }
    }
}
