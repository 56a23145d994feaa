//! Tables, in a region that scrolls by itself and can be reached with the keyboard.

use super::escape;
use super::html_output::{Content, HtmlOutput, Kind, Label};
use pulldown_cmark::Alignment;

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    /// How many tables there are so far; each region needs a name of its own.
    number: u32,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

impl Table {
    pub(super) fn start(&mut self, output: &mut HtmlOutput, alignments: &[Alignment]) {
        let number = self.number + 1;
        *self = Self {
            number,
            alignments: alignments.to_vec(),
            ..Self::default()
        };
        output.begin_block();
        if output.is_too_deep(4) {
            return output.note_open(Kind::Plain(""), Content::Flow, true);
        }
        let mut name = [output.label(Label::Table), " "].concat();
        escape::number(&mut name, number);
        let mut open = String::from("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        escape::named(&mut open, "aria-label", &name);
        open.push_str("><table>\n");
        output.push(&open, Kind::Plain("</table></div>\n"), Content::Rows);
    }

    pub(super) fn end(&self, output: &mut HtmlOutput) {
        if self.has_body {
            output.close_top();
        }
        output.close_top();
    }

    pub(super) fn start_head(&mut self, output: &mut HtmlOutput) {
        (self.in_head, self.column) = (true, 0);
        output.push("<thead>", Kind::Plain("</thead>\n"), Content::Rows);
        output.push("<tr>", Kind::Plain("</tr>"), Content::Rows);
    }

    pub(super) fn end_head(&mut self, output: &mut HtmlOutput) {
        self.in_head = false;
        output.close_top();
        output.close_top();
    }

    pub(super) fn start_row(&mut self, output: &mut HtmlOutput) {
        if !self.has_body {
            self.has_body = true;
            output.push("<tbody>\n", Kind::Plain("</tbody>\n"), Content::Rows);
        }
        self.column = 0;
        output.push("<tr>", Kind::Plain("</tr>\n"), Content::Rows);
    }

    pub(super) fn start_cell(&mut self, output: &mut HtmlOutput) {
        let (open, close) = match self.in_head {
            true => ("<th", "</th>"),
            false => ("<td", "</td>"),
        };
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        };
        self.column += 1;
        output.note_gap();
        output.push(open, Kind::Plain(close), Content::Flow);
        let hidden = output.is_too_deep(0);
        let end = if hidden { " " } else { class };
        output.fragment.html.push_str(end);
    }
}
