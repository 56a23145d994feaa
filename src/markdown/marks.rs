//! Marks that the parser would take for more, or for less, than writers mean by them. They get a stand-in before it reads
//! the text, and what it tells is written with the marks again.
//!
//! * `$`: `US$20 and US$30` is no formula.
//! * `}`: `## Sets {1, 2}` has no attributes.
//! * `**`: beside the punctuation of Chinese, Japanese and Korean, it is as bold as beside letters (a change proposed for
//!   CommonMark).

use super::ids::{is_gap, is_letter};
use super::scan::{after, cut, find, run};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

const DOLLAR: u8 = 1;
const BRACE: u8 = 2;
/// Stands for nothing: neither white space nor punctuation to the parser.
pub(super) const JOINER: char = '\u{3}';

/// What the parser tells of a text, in which the stand-ins are marks again.
pub(super) struct Events<'a> {
    events: OffsetIter<'a>,
    has_stand_ins: bool,
}

impl<'a> Events<'a> {
    pub(super) fn new(text: &'a str, options: Options) -> Self {
        Self {
            events: Parser::new_ext(text, options).into_offset_iter(),
            has_stand_ins: text.bytes().any(is_stand_in),
        }
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let (mut event, range) = self.events.next()?;
        if self.has_stand_ins {
            texts(&mut event, restore);
        }
        Some((event, range))
    }
}

/// The text with stand-ins, byte for byte as long.
pub(super) fn of_one_length(text: &str) -> Cow<'_, str> {
    let mut bytes = Cow::Borrowed(text.as_bytes());
    // One alone is no formula to the parser either.
    if text.bytes().filter(|byte| *byte == b'$').count() > 1 {
        dollars(text, bytes.to_mut());
    }
    if text.bytes().any(|byte| byte == b'}') {
        braces(text, &mut bytes);
    }
    match bytes {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        Cow::Owned(bytes) => String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned),
    }
}

/// The text as the parser is to read it.
pub(super) fn stand_ins(text: &str) -> Cow<'_, str> {
    let marked = of_one_length(text);
    // No letter of these scripts begins with a smaller byte.
    if text.bytes().all(|byte| byte < 0xE1) {
        return marked;
    }
    joints(&marked).map_or(marked, Cow::Owned)
}

fn is_stand_in(byte: u8) -> bool {
    matches!(byte, 1..=3)
}

/// Calls what changes a text with each text of an event.
fn texts<'a>(event: &mut Event<'a>, change: fn(&mut CowStr<'a>)) {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::FootnoteReference(text)
        | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(text)))
        | Event::Start(Tag::FootnoteDefinition(text))
        | Event::Start(Tag::Heading { id: Some(text), .. }) => change(text),
        Event::Start(
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            },
        ) => {
            change(dest_url);
            change(title);
        }
        _ => {}
    }
}

fn restore(text: &mut CowStr) {
    if !text.bytes().any(is_stand_in) {
        return;
    }
    let mut restored = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{1}' => restored.push('$'),
            '\u{2}' => restored.push('}'),
            JOINER => {}
            other => restored.push(other),
        }
    }
    *text = restored.into();
}

/// Takes each `$` out that begins or ends no formula. A formula begins neither behind a letter nor a digit, ends neither
/// behind white space nor before a digit, and both stand in one paragraph.
fn dollars(text: &str, bytes: &mut [u8]) {
    let source = text.as_bytes();
    let byte = |at: usize| source.get(at).copied().unwrap_or(b' ');
    let (mut at, mut before) = (0, b' ');
    // Where a formula may have begun.
    let mut open = None;
    while at < source.len() {
        let here = byte(at);
        let mut length = 1;
        match here {
            b'\\' => length = 2,
            b'\n' if is_blank_line(source, at + 1) => take_out(bytes, open.take()),
            b'`' => length = code_span(source, at),
            b'$' if byte(at + 1) == b'$' => length = display(text, at),
            b'$' => {
                let ends = before > b' ' && !byte(at + 1).is_ascii_digit();
                // Letters of two bytes are those of alphabets: other scripts put no space before a formula.
                let is_behind_letter = before.is_ascii_alphanumeric()
                    || before > 127 && matches!(byte(at.wrapping_sub(2)), 0xC3..0xE0);
                let begins = byte(at + 1) > b' ' && !is_behind_letter;
                match open {
                    Some(_) if ends => open = None,
                    _ if begins => take_out(bytes, open.replace(at)),
                    _ => take_out(bytes, Some(at)),
                }
            }
            _ => {}
        }
        at += length;
        before = byte(at - 1);
    }
    take_out(bytes, open);
}

fn take_out(bytes: &mut [u8], at: Option<usize>) {
    if let Some(byte) = at.and_then(|at| bytes.get_mut(at)) {
        *byte = DOLLAR;
    }
}

fn is_blank_line(source: &[u8], start: usize) -> bool {
    let mut rest = source.iter().skip(start);
    rest.find(|byte| !matches!(byte, b' ' | b'\t'))
        .is_none_or(|byte| *byte == b'\n')
}

/// The length of `$$…$$` in one paragraph, or of its beginning.
fn display(text: &str, start: usize) -> usize {
    let content = after(text, start + 2);
    match find(content, "$$") {
        Some(end) if find(cut(content, 0, end), "\n\n").is_none() => end + 4,
        _ => 2,
    }
}

/// The length of a span or block of code in one paragraph, or of its beginning.
fn code_span(source: &[u8], start: usize) -> usize {
    let fence = |at: usize| {
        let rest = source.iter().skip(at);
        rest.take_while(|byte| **byte == b'`').count()
    };
    let length = fence(start);
    let mut at = start + length;
    while at < source.len() && !(source[at] == b'\n' && is_blank_line(source, at + 1)) {
        let closing = fence(at);
        at += closing.max(1);
        if closing == length {
            return at - start;
        }
    }
    length
}

/// Takes the last `}` of a heading out unless it ends attributes.
fn braces(text: &str, bytes: &mut Cow<[u8]>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let heading = line.trim_ascii_end().trim_end_matches('#').trim_ascii_end();
        let end = (start + heading.len()).wrapping_sub(1);
        start += line.len();
        if heading.ends_with('}')
            && (is_marked(line) || is_underline(after(text, start)))
            && !is_attributes(heading)
            && let Some(byte) = bytes.to_mut().get_mut(end)
        {
            *byte = BRACE;
        }
    }
}

/// Whether a heading's mark stands first, be it in a quote or an item.
fn is_marked(line: &str) -> bool {
    let outer = |c: char| {
        matches!(
            c,
            '\t' | ' ' | '>' | '-' | '*' | '+' | '.' | ')' | '0'..='9'
        )
    };
    after(line, run(line, outer)).starts_with('#')
}

/// What else begins so is no heading's end, and its braces are the same to the parser.
fn is_underline(text: &str) -> bool {
    after(text, run(text, |c| matches!(c, ' ' | '>'))).starts_with(['=', '-'])
}

/// Whether a heading ends with `{#id .class key="a value"}`.
fn is_attributes(heading: &str) -> bool {
    let mut content = heading.rsplit('{').next().unwrap_or_default();
    content = cut(content, 0, content.len() - 1).trim_ascii();
    let mut is_first = true;
    content.len() < heading.len() - 1
        && !content.is_empty()
        && content.split_ascii_whitespace().all(|word| {
            let is_value = !is_first && word.ends_with(['"', '\'']);
            is_first = false;
            is_value
                || match word.as_bytes() {
                    [b'#' | b'.', _, ..] => true,
                    [b'a'..=b'z' | b'A'..=b'Z', ..] => find(word, "=").is_some(),
                    _ => false,
                }
        })
}

/// Puts a joiner between a run of `*` or `~` and punctuation where the proposed rule sees the end of a word: beside
/// punctuation of Chinese, Japanese or Korean, or between other punctuation and one of their letters.
fn joints(text: &str) -> Option<String> {
    let (mut joined, mut copied, mut end) = (String::new(), 0, 0);
    for (start, mark) in text.char_indices() {
        if start < end || !matches!(mark, '*' | '~') {
            continue;
        }
        end = start + run(after(text, start), |c| matches!(c, '*' | '~'));
        let before = cut(text, 0, start).chars().next_back().unwrap_or(' ');
        let behind = after(text, end).chars().next().unwrap_or(' ');
        let is_joint = before != '\\' && (is_cjk(before) || is_cjk(behind));
        let (is_start, is_end) = (is_word(before), is_word(behind));
        if !is_joint || is_start == is_end || is_space(before) || is_space(behind) {
            continue;
        }
        let joint = if is_start { end } else { start };
        joined.push_str(cut(text, copied, joint));
        joined.push(JOINER);
        copied = joint;
    }
    (copied > 0).then(|| joined + after(text, copied))
}

fn is_space(character: char) -> bool {
    is_gap(character) && character != '-'
}

/// A letter or a digit, as far as it matters here: a joiner beside other characters changes nothing.
fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || is_letter(character)
}

/// Of Chinese, Japanese or Korean: letters and punctuation.
fn is_cjk(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}
