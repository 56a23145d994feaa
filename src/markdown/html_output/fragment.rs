//! HTML being written, with placeholders for what is known only when the whole text was read.

/// A part of the page: its body, or one footnote.
#[derive(Default)]
pub(in crate::markdown) struct Fragment {
    pub(in crate::markdown) html: String,
    pub(in crate::markdown) placeholders: Vec<(usize, Placeholder)>,
}

/// Something still to be written.
pub(in crate::markdown) enum Placeholder {
    /// The digit of a heading's tag, as the Markdown counts.
    Level(u8),
    /// The `href` of a link within the page: its fragment as written, and where it was written.
    Target(String, usize),
    /// A footnote's number; `linked` unless it is inside a link.
    Footnote { note: usize, linked: bool },
}

impl Fragment {
    /// Leaves a placeholder at the end of what is written.
    pub(in crate::markdown) fn reserve(&mut self, placeholder: Placeholder) {
        self.placeholders.push((self.html.len(), placeholder));
    }

    /// Puts text in earlier; placeholders behind it, counted from `first_placeholder`, move along.
    pub(in crate::markdown) fn insert(&mut self, at: usize, text: &str, first_placeholder: usize) {
        self.html.insert_str(at, text);
        for (offset, _) in self.placeholders.iter_mut().skip(first_placeholder) {
            *offset += text.len();
        }
    }

    /// Writes the fragment to `out`, with what `write` writes for each placeholder.
    pub(in crate::markdown) fn fill(
        &self,
        out: &mut String,
        mut write: impl FnMut(&mut String, &Placeholder),
    ) {
        let mut written = 0;
        for (offset, placeholder) in &self.placeholders {
            out.push_str(self.html.get(written..*offset).unwrap_or_default());
            write(out, placeholder);
            written = *offset;
        }
        out.push_str(self.html.get(written..).unwrap_or_default());
    }
}
