//! What the walk through a text of Jekyll's does where kramdown would do more than Markdown.

use super::template_tag::Tag;
use super::transpiler::Transpiler;
use super::{kramdown, surrounding_lines};
use crate::build::options::project::System;
use std::ops::Range;

impl<'a> Transpiler<'a> {
    pub(super) fn is_abbreviation(&self, at: usize) -> bool {
        let is_start = self.text.is_char_boundary(at);
        is_start
            && (self.abbreviations.iter())
                .any(|known| known.is_at(self.text, at) || self.is_definition(at))
    }

    fn is_definition(&self, at: usize) -> bool {
        let is_line_start = at == 0 || self.text.as_bytes()[at - 1] == b'\n';
        is_line_start && self.text[at..].starts_with("*[")
    }

    pub(super) fn abbreviation(&mut self, start: usize) {
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        if self.is_definition(start) && kramdown::abbreviation(line).is_some() {
            return self.replace(start, start + line.len(), "");
        }
        let known = self
            .abbreviations
            .iter()
            .find(|known| known.is_at(self.text, start));
        if let Some((length, html)) = known.map(|known| (known.short.len(), known.html())) {
            self.replace(start, start + length, &html);
        }
    }

    /// Markdown within HTML stands between blank lines.
    pub(super) fn html_of_kramdown(&mut self, start: usize) {
        let Some(tag) = kramdown::html_tag(self.text.get(start..).unwrap_or_default()) else {
            return;
        };
        let end = start + tag.length;
        let is_open = self.open_html.iter().any(|(name, _)| *name == tag.name);
        if tag.closes && is_open {
            while let Some((name, holds_markdown)) = self.open_html.pop() {
                if name == tag.name {
                    let blank = if holds_markdown { "\n\n" } else { "" };
                    self.replace(start, start, blank);
                    self.replace(end, end, blank);
                    break;
                }
            }
        } else if !tag.closes && (tag.holds_markdown || is_open) {
            self.open_html.push((tag.name, tag.holds_markdown));
            if tag.holds_markdown {
                self.replace(end, end, "\n\n");
            }
        }
    }

    /// kramdown's marks are for the look of a theme that is not here; one word about them is enough.
    pub(super) fn kramdown(&mut self, tag: &Tag<'a>) {
        if self.context.system != System::Jekyll {
            return;
        }
        let Range { start, end } = tag.range;
        if tag.inner == "toc" {
            // Every page of Recto has its outline; what stands before the mark is nothing but its place.
            return self.replace(
                surrounding_lines::list_item_before(self.text, start),
                end,
                "",
            );
        }
        if let Some(id) = kramdown::id(tag.inner) {
            let attributes = ["{#", id, "}"].concat();
            return match kramdown::heading_above(self.text, &(start..end)) {
                Some(heading) => self.replace(heading, end, &[" ", &attributes].concat()),
                None if kramdown::is_in_heading(self.text, &(start..end)) => {
                    self.replace(start, end, &attributes);
                }
                None => self.replace(start, end, &["<span id=\"", id, "\"></span>"].concat()),
            };
        }
        if !self.told_kramdown {
            self.told_kramdown = true;
            self.tell_left_out(start, end, "an instruction to kramdown");
        }
        self.replace(start, end, "");
    }
}
