//! An image that becomes a figure with a caption, if it is all of its paragraph.

use crate::markdown::escape;
use crate::markdown::scan::cut;

/// A titled image outside a link, ready to become a figure if its paragraph holds nothing else.
pub(in crate::markdown) struct Figure {
    pub(in crate::markdown) start: usize,
    /// Where the image's `title` begins, which the caption takes the place of.
    pub(in crate::markdown) title_at: usize,
    pub(in crate::markdown) end: usize,
    pub(in crate::markdown) title: String,
}

impl Figure {
    /// Whether the figure is all between two bytes of the output.
    pub(in crate::markdown) fn is_at(&self, start: usize, end: usize) -> bool {
        (self.start, self.end) == (start, end)
    }

    /// Turns the paragraph that begins at `paragraph` and ends with the image into a figure.
    pub(in crate::markdown) fn write(&self, html: &mut String, paragraph: usize) {
        let image = String::from(cut(html, self.start, self.title_at));
        html.truncate(paragraph);
        html.push_str("<figure class=\"image\">");
        html.push_str(&image);
        html.push_str("><figcaption>");
        escape::text(html, &self.title);
        html.push_str("</figcaption></figure>\n");
    }
}
