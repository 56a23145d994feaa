//! What Hugo reads on a line of its own behind a block: `{.wide #figure style="…"}`.
//!
//! Rule: <https://gohugo.io/content-management/markdown-attributes/>; of an id, a place to link to is kept.

use super::transpiler::Transpiler;
use super::{kramdown, surrounding_lines};

impl Transpiler<'_> {
    /// The end of the attributes that begin at a brace, if nothing else stands on their line and a block stands above it.
    pub(super) fn block_attributes_end(&self, start: usize) -> Option<usize> {
        let line = self.text[start..].split('\n').next()?.trim_end();
        let inner = line.strip_prefix('{')?.strip_suffix('}')?;
        let end = start + line.len();
        let above = self.text[..start]
            .trim_end_matches([' ', '\t'])
            .strip_suffix('\n')?;
        let follows_block = !above.is_empty() && !above.ends_with('\n');
        let is_attributes = inner.starts_with(['.', '#']) || is_pair(inner);
        let stands_alone = follows_block && surrounding_lines::is_alone(self.text, &(start..end));
        (is_attributes && stands_alone && !inner.contains(['{', '}'])).then_some(end)
    }

    pub(super) fn block_attributes(&mut self, start: usize, end: usize) {
        let id = kramdown::id(&self.text[start + 1..end - 1]);
        let place = id.map(|id| ["<span id=\"", id, "\"></span>"].concat());
        self.replace(start, end, &place.unwrap_or_default());
    }
}

/// `class="wide"`
fn is_pair(inner: &str) -> bool {
    let pair = inner.split_once('=');
    pair.is_some_and(|(key, value)| {
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !key.is_empty() && key.chars().all(is_key) && value.starts_with('"')
    })
}
