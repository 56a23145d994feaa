//! Tables, in a region that scrolls by itself and can be reached with the keyboard.

use super::elements::{Content, Kind};
use super::escape;
use super::label::Label;
use super::renderer::Renderer;
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

impl Renderer<'_> {
    pub(super) fn start_table(&mut self, alignments: &[Alignment]) {
        let number = self.table.number + 1;
        self.table = Table {
            number,
            alignments: alignments.to_vec(),
            ..Table::default()
        };
        self.begin_block();
        if self.is_too_deep(4) {
            return self.note_open(Kind::Plain(""), Content::Flow, true);
        }
        let mut name = [self.label(Label::Table), " "].concat();
        escape::number(&mut name, number);
        let mut open = String::from("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        escape::named(&mut open, "aria-label", &name);
        open.push_str("><table>\n");
        self.push(&open, Kind::Plain("</table></div>\n"), Content::Rows);
    }

    pub(super) fn end_table(&mut self) {
        if self.table.has_body {
            self.close_top();
        }
        self.close_top();
    }

    pub(super) fn start_table_head(&mut self) {
        (self.table.in_head, self.table.column) = (true, 0);
        self.push("<thead>", Kind::Plain("</thead>\n"), Content::Rows);
        self.push("<tr>", Kind::Plain("</tr>"), Content::Rows);
    }

    pub(super) fn end_table_head(&mut self) {
        self.table.in_head = false;
        self.close_top();
        self.close_top();
    }

    pub(super) fn start_table_row(&mut self) {
        if !self.table.has_body {
            self.table.has_body = true;
            self.push("<tbody>\n", Kind::Plain("</tbody>\n"), Content::Rows);
        }
        self.table.column = 0;
        self.push("<tr>", Kind::Plain("</tr>\n"), Content::Rows);
    }

    pub(super) fn start_table_cell(&mut self) {
        let (open, close) = match self.table.in_head {
            true => ("<th", "</th>"),
            false => ("<td", "</td>"),
        };
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            _ => ">",
        };
        self.table.column += 1;
        self.note_gap();
        self.push(open, Kind::Plain(close), Content::Flow);
        let hidden = self.is_too_deep(0);
        self.page.html.push_str(if hidden { " " } else { class });
    }
}
