//! Paragraphs of nothing but images: one with a title or a width becomes a figure, two or three, each in a line of
//! its own, become a gallery.

use crate::markdown::FigureWidth;
use crate::markdown::escape;
use crate::markdown::scan::cut;

/// An image outside a link, ready to become a figure if its paragraph holds nothing else.
pub(in crate::markdown) struct Figure {
    pub(in crate::markdown) start: usize,
    /// Where the image's `title` begins, which the caption takes the place of.
    pub(in crate::markdown) title_at: usize,
    pub(in crate::markdown) end: usize,
    pub(in crate::markdown) title: String,
}

/// More pictures side by side would be too small.
const MAX_GALLERY: usize = 3;

impl Figure {
    /// Turns the paragraph that begins at `paragraph`, and its content at `start`, into figures. False where it holds
    /// something else. A figure that does not say how wide it is has the width of all others.
    pub(in crate::markdown) fn write_all(
        figures: &[Self],
        width: FigureWidth,
        html: &mut String,
        paragraph: usize,
        start: usize,
    ) -> bool {
        let Some(class) = Self::class(figures, width, html, start) else {
            return false;
        };
        let mut whole = String::new();
        for figure in figures {
            figure.write(html, class, &mut whole);
        }
        html.truncate(paragraph);
        if figures.len() > 1 {
            html.push_str("<div class=\"gallery\">\n");
        }
        html.push_str(&whole);
        if figures.len() > 1 {
            html.push_str("</div>\n");
        }
        true
    }

    /// How wide the only figure is to be, which may stand behind the image: `{.wide}`. Nothing where the paragraph stays one.
    fn class(
        figures: &[Self],
        width: FigureWidth,
        html: &str,
        start: usize,
    ) -> Option<&'static str> {
        let mut at = start;
        for figure in figures {
            let gap = cut(html, at, figure.start);
            let is_apart = at == start || gap.contains('\n');
            if !is_apart || !gap.trim_ascii().is_empty() {
                return None;
            }
            at = figure.end;
        }
        let own = match cut(html, at, html.len()).trim_ascii() {
            "" => None,
            named => Some(FigureWidth::named(
                named.strip_prefix("{.")?.strip_suffix('}')?,
            )?),
        };
        let is_figure = match figures {
            [figure] => own.is_some() || width != FigureWidth::Text || !figure.title.is_empty(),
            several => (2..=MAX_GALLERY).contains(&several.len()) && own.is_none(),
        };
        let width = match figures {
            [_] => own.unwrap_or(width),
            _ => FigureWidth::Text,
        };
        is_figure.then_some(width.class())
    }

    fn write(&self, html: &str, class: &str, whole: &mut String) {
        whole.push_str("<figure class=\"");
        whole.push_str(class);
        whole.push_str("\">");
        whole.push_str(cut(html, self.start, self.title_at));
        whole.push('>');
        if !self.title.is_empty() {
            whole.push_str("<figcaption>");
            escape::text(whole, &self.title);
            whole.push_str("</figcaption>");
        }
        whole.push_str("</figure>\n");
    }
}
