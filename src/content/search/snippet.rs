//! What a result shows of a text: the words around those that were looked for, and these marked.

use super::token::{Purpose, tokens};
use std::ops::Range;

/// A text in parts, each with whether it is what was looked for. Never markup.
pub type Marked = Vec<(String, bool)>;

/// Which words of a text are those that were looked for.
#[derive(Default)]
pub struct Sought {
    /// All forms of each word of the query.
    pub words: Vec<Vec<String>>,
    /// The beginning of a word that is still being typed.
    pub beginning: Option<String>,
}

/// A word that was looked for, where it stands.
struct Mark {
    range: Range<usize>,
    word: usize,
}

/// In columns; a Chinese character has two.
const WIDTH: usize = 190;
/// How much of that stands before the first word.
const BEFORE: usize = 50;

impl Sought {
    fn marks(&self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        tokens(text, Purpose::Text, |token| {
            let known = self
                .words
                .iter()
                .position(|forms| forms.iter().any(|form| form == token.word));
            let begun = || {
                let beginning = self.beginning.as_ref()?;
                let begins = token.word.starts_with(beginning.as_str());
                (begins && !token.is_pair).then(|| self.words.len().saturating_sub(1))
            };
            if let Some(word) = known.or_else(begun) {
                marks.push(Mark {
                    range: token.range,
                    word,
                });
            }
        });
        marks
    }

    /// All of a short text.
    pub fn marked(&self, text: &str) -> Marked {
        parts(text, 0..text.len(), &self.marks(text))
    }

    /// Whether any of the words is in it.
    pub fn is_in(&self, text: &str) -> bool {
        !self.marks(text).is_empty()
    }

    /// The part of a text in which most of the words are; its beginning where none is.
    pub fn snippet(&self, text: &str) -> Marked {
        let marks = self.marks(text);
        let begin = best_begin(text, &marks);
        let range = window(text, begin);
        let (range, marks) = (range.clone(), within(&marks, &range));
        let mut snippet = Vec::new();
        if range.start > 0 {
            push(&mut snippet, "… ", false);
        }
        for (part, is_marked) in parts(text, range.clone(), marks) {
            push(&mut snippet, &part, is_marked);
        }
        if range.end < text.len() {
            push(&mut snippet, " …", false);
        }
        snippet
    }

    /// Words that stand together at the best place, for a link that leads to them. Nothing but spaces is between them,
    /// because a page may write other signs than its Markdown.
    pub fn passage(&self, text: &str) -> Option<String> {
        const MAX_WORDS: usize = 6;
        let marks = self.marks(text);
        let begin = best_begin(text, &marks);
        let first = marks.iter().find(|mark| mark.range.start >= begin)?;
        let mut passage: Option<Range<usize>> = None;
        let mut count = 0;
        tokens(text, Purpose::Query, |token| match &mut passage {
            None if token.range.end > first.range.start => passage = Some(token.range),
            Some(passage) if token.follows && count < MAX_WORDS => {
                count += 1;
                passage.end = token.range.end;
            }
            Some(_) => count = MAX_WORDS,
            None => {}
        });
        passage.map(|range| text[range].to_owned())
    }
}

/// Whether the words follow each other in a text.
pub fn has_phrase(text: &str, phrase: &[String]) -> bool {
    let mut last: Vec<String> = Vec::new();
    let mut is_found = false;
    tokens(text, Purpose::Query, |token| {
        last.push(token.word.to_owned());
        if last.len() > phrase.len() {
            last.remove(0);
        }
        is_found |= last == phrase;
    });
    is_found
}

/// The place from which on a snippet holds most: different words first, then how many.
fn best_begin(text: &str, marks: &[Mark]) -> usize {
    let mut best = (0, 0, 0);
    for (at, first) in marks.iter().enumerate() {
        let end = end_of(text, first.range.start, WIDTH - BEFORE);
        let inside = marks[at..].iter().take_while(|mark| mark.range.end <= end);
        // A query has fewer words than a number has bits.
        let different = inside
            .clone()
            .fold(0u32, |words, mark| words | 1 << mark.word);
        let held = (different.count_ones(), inside.count(), first.range.start);
        if (held.0, held.1) > (best.0, best.1) {
            best = held;
        }
    }
    best.2
}

/// What is shown around a place: whole words, from a little before it on.
fn window(text: &str, begin: usize) -> Range<usize> {
    let mut start = begin;
    let mut width = 0;
    for (at, letter) in text[..begin].char_indices().rev() {
        width += columns(letter);
        if width > BEFORE {
            break;
        }
        // A sentence is a good beginning.
        if matches!(letter, '.' | '!' | '?' | '。') {
            start = at + letter.len_utf8();
            break;
        }
        if at == 0 || letter == ' ' || columns(letter) == 2 {
            start = at;
        }
    }
    let end = end_of(text, start, WIDTH);
    let last_space = text[start..end].rfind(' ').map(|at| start + at);
    let end = match last_space {
        Some(space) if end < text.len() && space > start + (end - start) / 2 => space,
        _ => end,
    };
    let lead = text[start..end].len() - text[start..end].trim_start().len();
    start + lead..end
}

/// Where a text has taken so many columns.
fn end_of(text: &str, start: usize, width: usize) -> usize {
    let mut used = 0;
    let mut letters = text[start..].char_indices();
    let end = letters.find(|(_, letter)| {
        used += columns(*letter);
        used > width
    });
    end.map_or(text.len(), |(at, _)| start + at)
}

fn columns(letter: char) -> usize {
    match letter {
        '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFF}' => 2,
        _ => 1,
    }
}

fn within<'a>(marks: &'a [Mark], range: &Range<usize>) -> &'a [Mark] {
    let first = marks.partition_point(|mark| mark.range.start < range.start);
    let behind = marks.partition_point(|mark| mark.range.end <= range.end);
    marks.get(first..behind).unwrap_or_default()
}

fn parts(text: &str, range: Range<usize>, marks: &[Mark]) -> Marked {
    let mut parts: Marked = Vec::new();
    let mut at = range.start;
    for Mark { range, .. } in marks {
        // Pairs of characters overlap.
        let start = range.start.max(at);
        if range.end <= at {
            continue;
        }
        push(&mut parts, &text[at..start], false);
        push(&mut parts, &text[start..range.end], true);
        at = range.end;
    }
    push(&mut parts, &text[at..range.end], false);
    parts
}

fn push(parts: &mut Marked, text: &str, is_marked: bool) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some((last, was_marked)) if *was_marked == is_marked => last.push_str(text),
        _ => parts.push((text.into(), is_marked)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(words: &[&str]) -> Sought {
        let forms = |word: &&str| word.split('/').map(str::to_owned).collect();
        Sought {
            words: words.iter().map(forms).collect(),
            beginning: None,
        }
    }

    fn shown(marked: Marked) -> String {
        let parts = marked.into_iter().map(|(text, is_marked)| match is_marked {
            true => ["[", &text, "]"].concat(),
            false => text,
        });
        parts.collect()
    }

    #[test]
    fn words_are_marked_where_they_stand() {
        for (words, text, expected) in [
            (
                &["cache"][..],
                "A Cache is a <b>promise</b>.",
                "A [Cache] is a <b>promise</b>.",
            ),
            (&["cafe"], "café Café", "[café] [Café]"),
            (&["東京", "京都"], "東京都に住む", "[東京都]に住む"),
            (&["run/running"], "Running, run", "[Running], [run]"),
            (&["x"], "none", "none"),
        ] {
            assert_eq!(shown(sought(words).marked(text)), expected);
        }
        let open = Sought {
            beginning: Some("pro".into()),
            ..sought(&["pro"])
        };
        assert_eq!(
            shown(open.marked("a promise, approved")),
            "a [promise], approved"
        );
    }

    #[test]
    fn a_snippet_is_cut_where_most_words_are() {
        let filler = "Nothing of that kind is said in these words. ".repeat(12);
        let text = [
            &filler,
            "A cache alone. ",
            &filler,
            "Here a cache is a promise to a reader. ",
            &filler,
        ]
        .concat();
        let snippet = shown(sought(&["cache", "promise"]).snippet(&text));
        assert!(
            snippet.contains("Here a [cache] is a [promise] to a reader."),
            "{snippet}"
        );
        assert!(
            snippet.starts_with("… ") && snippet.ends_with(" …"),
            "{snippet}"
        );
        assert!(snippet.len() < WIDTH + 20, "{snippet}");
        let beginning = shown(sought(&["nowhere"]).snippet(&text));
        assert!(beginning.starts_with("Nothing of that"), "{beginning}");
        assert_eq!(shown(sought(&["x"]).snippet("")), "");
        let japanese = "吾輩は猫である。名前はまだ無い。".repeat(40);
        let snippet = shown(sought(&["名前"]).snippet(&japanese));
        assert!(
            snippet.contains("[名前]") && snippet.chars().count() < WIDTH,
            "{snippet}"
        );
    }

    #[test]
    fn a_link_leads_to_words_between_which_are_spaces() {
        let text = "One. The cache is “a promise” to readers.";
        assert_eq!(sought(&["cache"]).passage(text).unwrap(), "cache is");
        assert_eq!(sought(&["one"]).passage(text).unwrap(), "One");
        assert_eq!(sought(&["no"]).passage(text), None);
    }

    #[test]
    fn a_phrase_is_words_in_a_row() {
        for (text, phrase, is_there) in [
            ("A cache is a promise.", "is a promise", true),
            ("A cache is a promise.", "cache a", false),
            ("東京都と京都府", "京都府", true),
            ("東京、大阪", "東京 大阪", true),
            ("", "a", false),
        ] {
            let phrase = super::super::token::words(phrase, Purpose::Query);
            assert_eq!(has_phrase(text, &phrase), is_there, "{text}");
        }
    }
}
