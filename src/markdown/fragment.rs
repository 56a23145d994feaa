//! HTML being written, with holes for what is known only when the whole text was read.

/// A piece of the page: its body, or one footnote.
#[derive(Default)]
pub(super) struct Fragment {
    pub(super) html: String,
    pub(super) holes: Vec<Hole>,
}

/// Something still to be written at a place in a fragment.
pub(super) struct Hole {
    pub(super) at: usize,
    pub(super) kind: HoleKind,
}

pub(super) enum HoleKind {
    /// The digit of a heading's tag, as the Markdown counts.
    Level(u8),
    /// The `href` of a link within the page: its fragment as written, and where it was written.
    Target(String, usize),
    /// A footnote's number; `linked` unless it stands inside a link.
    Footnote { note: usize, linked: bool },
}

impl Fragment {
    pub(super) fn leave(&mut self, kind: HoleKind) {
        self.holes.push(Hole {
            at: self.html.len(),
            kind,
        });
    }

    /// Puts text in at an earlier place; holes behind it, counted from `first_hole`, move along.
    pub(super) fn insert(&mut self, at: usize, text: &str, first_hole: usize) {
        self.html.insert_str(at, text);
        for hole in self.holes.iter_mut().skip(first_hole) {
            hole.at += text.len();
        }
    }

    /// Writes the fragment to `out`, asking `fill` at every hole.
    pub(super) fn pour(&self, out: &mut String, mut fill: impl FnMut(&mut String, &HoleKind)) {
        let mut written = 0;
        for hole in &self.holes {
            out.push_str(self.html.get(written..hole.at).unwrap_or_default());
            fill(out, &hole.kind);
            written = hole.at;
        }
        out.push_str(self.html.get(written..).unwrap_or_default());
    }
}
