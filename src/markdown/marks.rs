//! Marks that the parser would take for more, or for less, than writers mean by them. They get a stand-in before it reads
//! the text, and what it tells is written with the marks again.
//!
//! * `$`: `US$20 and US$30` is no formula.
//! * `}`: `## Sets {1, 2}` has no attributes.
//! * `**`: beside the punctuation of Chinese, Japanese and Korean, it is as bold as beside letters (a change proposed for
//!   CommonMark).

use super::scan::{after, byte_before, cut, run};
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
    if text.contains('$') {
        dollars(text, bytes.to_mut());
    }
    if text.contains('}') && text.contains('{') {
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
    let is_cjk = |byte: u8| byte == 0xE1 || byte >= 0xE3;
    let has_joints = text.contains(['*', '~']) && text.bytes().any(is_cjk);
    let joints = if has_joints { joints(&marked) } else { None };
    joints.map_or(marked, Cow::Owned)
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
    let mut at = 0;
    // Where a formula may have begun.
    let mut open: Option<usize> = None;
    while let Some(&byte) = bytes.get(at) {
        let rest = after(text, at);
        match byte {
            b'\\' => at += 2,
            b'\n' => {
                at += 1;
                if is_blank_line(after(text, at)) {
                    take_out(bytes, open.take());
                }
            }
            b'`' => {
                let fence = run(rest, |c| c == '`');
                at += code_span(rest, fence).unwrap_or(fence);
            }
            b'$' if rest.starts_with("$$") => {
                let paragraph = cut(rest, 2, rest.find("\n\n").unwrap_or(rest.len()));
                at += paragraph.find("$$").map_or(2, |end| end + 4);
            }
            b'$' => {
                let next = bytes.get(at + 1).copied().unwrap_or(b' ');
                let may_end = !byte_before(text, at).is_none_or(|byte| byte.is_ascii_whitespace());
                let ends = may_end && !next.is_ascii_digit();
                let begins = !next.is_ascii_whitespace() && !is_behind_letter(text, at);
                match open {
                    Some(_) if ends => open = None,
                    None if begins => open = Some(at),
                    _ => take_out(bytes, Some(at)),
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    take_out(bytes, open);
}

fn take_out(bytes: &mut [u8], at: Option<usize>) {
    if let Some(byte) = at.and_then(|at| bytes.get_mut(at)) {
        *byte = DOLLAR;
    }
}

fn is_blank_line(rest: &str) -> bool {
    let rest = after(rest, run(rest, |c| matches!(c, ' ' | '\t')));
    rest.is_empty() || rest.starts_with('\n')
}

/// Letters of ASCII, and of all scripts whose letters take two bytes.
fn is_behind_letter(text: &str, at: usize) -> bool {
    let before = cut(text, 0, at).chars().next_back();
    before.is_some_and(|c| c.is_ascii_alphanumeric() || ('\u{C0}'..'\u{800}').contains(&c))
}

/// The length of a span of code that begins with a fence of this length.
fn code_span(text: &str, fence: usize) -> Option<usize> {
    let mut at = fence;
    let end = text.find("\n\n").unwrap_or(text.len());
    while at < end {
        at += cut(text, at, end).find('`')?;
        let closing = run(after(text, at), |c| c == '`');
        at += closing;
        if closing == fence {
            return Some(at);
        }
    }
    None
}

/// Takes the last `}` of a heading out unless it ends attributes.
fn braces(text: &str, bytes: &mut Cow<[u8]>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let next = after(text, start + line.len());
        let heading = line.trim_ascii_end().trim_end_matches('#').trim_ascii_end();
        let is_candidate =
            heading.ends_with('}') && (is_marked_heading(line) || is_underlined(next));
        let content = heading
            .rfind('{')
            .map(|open| cut(heading, open + 1, heading.len() - 1));
        if is_candidate
            && !content.is_some_and(is_attributes)
            && let Some(byte) = bytes.to_mut().get_mut(start + heading.len() - 1)
        {
            *byte = BRACE;
        }
        start += line.len();
    }
}

/// Be it in a quote or an item.
fn is_marked_heading(line: &str) -> bool {
    let start = run(line, |c| {
        matches!(
            c,
            ' ' | '\t' | '>' | '-' | '*' | '+' | '.' | ')' | '0'..='9'
        )
    });
    after(line, start).starts_with('#')
}

fn is_underlined(next: &str) -> bool {
    let line = cut(next, 0, next.find('\n').unwrap_or(next.len()));
    let line = after(line, run(line, |c| matches!(c, ' ' | '>'))).trim_ascii_end();
    let underline = run(line, |c| c == '=').max(run(line, |c| c == '-'));
    underline > 0 && underline == line.len()
}

/// `#id .class key="a value"`, and nothing else.
fn is_attributes(content: &str) -> bool {
    let mut rest = content.trim_ascii();
    let is_name = |c: char| !matches!(c, '\0'..=' ' | '"' | '\'' | '=' | '{' | '}' | ',');
    let is_there = !rest.is_empty();
    while !rest.is_empty() {
        let length = run(rest, is_name);
        let (name, value) = (cut(rest, 0, length), after(rest, length));
        rest = match (name.as_bytes(), value.strip_prefix('=')) {
            ([b'#' | b'.', _, ..], None) => value,
            ([b'a'..=b'z' | b'A'..=b'Z' | b':', ..], Some(value)) => {
                after(value, value_length(value))
            }
            _ => return false,
        };
        if !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_whitespace()) {
            return false;
        }
        rest = rest.trim_ascii_start();
    }
    is_there
}

fn value_length(text: &str) -> usize {
    match text.as_bytes().first() {
        Some(b'"') => after(text, 1).find('"').map_or(0, |end| end + 2),
        Some(b'\'') => after(text, 1).find('\'').map_or(0, |end| end + 2),
        _ => run(text, |c| !matches!(c, '\0'..=' ' | '"' | '\'')),
    }
}

/// Puts a joiner between a run of `*` or `~` and punctuation where the proposed rule sees the end of a word: beside
/// punctuation of Chinese, Japanese or Korean, or between other punctuation and one of their letters.
fn joints(text: &str) -> Option<String> {
    let (mut joined, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(found) = after(text, at).find(['*', '~']) {
        let start = at + found;
        let mark = byte_before(text, start + 1);
        let end = start
            + run(
                after(text, start),
                if mark == Some(b'*') {
                    |c| c == '*'
                } else {
                    |c| c == '~'
                },
            );
        at = end;
        let before = cut(text, 0, start).chars().next_back().unwrap_or(' ');
        let behind = after(text, end).chars().next().unwrap_or(' ');
        let begins =
            is_punctuation(behind) && is_letter(before) && (is_cjk(behind) || is_cjk(before));
        let ends =
            is_punctuation(before) && is_letter(behind) && (is_cjk(before) || is_cjk(behind));
        if before == '\\' || !begins && !ends {
            continue;
        }
        let joint = if begins { end } else { start };
        joined.push_str(cut(text, copied, joint));
        joined.push(JOINER);
        copied = joint;
    }
    (copied > 0).then(|| joined + after(text, copied))
}

fn is_letter(character: char) -> bool {
    !character.is_ascii_whitespace() && character != '\u{3000}' && !is_punctuation(character)
}

/// What may be punctuation. A joiner beside anything else changes nothing.
fn is_punctuation(character: char) -> bool {
    character.is_ascii_punctuation()
        || matches!(character, '\u{A1}'..='\u{BF}' | '\u{2010}'..='\u{205E}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{3030}' | '\u{303D}' | '\u{30A0}' | '\u{30FB}'
            | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}'
            | '\u{FF5B}'..='\u{FF65}')
}

/// Of Chinese, Japanese or Korean: letters and punctuation.
fn is_cjk(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}
