//! Text and what stands in a line of it.

use super::html_output::HtmlOutput;
use super::scan::{HINTS, MARK, SPECIAL, after, find, kinds};
use super::{autolink, raw_html, scripts};
use std::borrow::Cow;

/// Text, in which bare URLs and mail addresses become links.
pub(super) fn text(output: &mut HtmlOutput, text: &str) {
    if output.offset < output.marker_end {
        return;
    }
    output.begin_inline();
    let text = raw_html::begin_pre(output, text);
    let text = &*match output.commonmark_mode {
        true => Cow::Borrowed(text),
        false => with_whole_ratios(text),
    };
    let interest = match output.commonmark_mode {
        true => SPECIAL,
        false => SPECIAL | MARK | HINTS,
    };
    match kinds(text) & interest {
        0 => {
            output.note_text(text);
            output.fragment.html.push_str(text);
        }
        SPECIAL => scripts::plain(output, text),
        kinds if kinds & HINTS == 0 || output.links > 0 => scripts::write(output, text),
        _ => autolink::write(output, text),
    }
}

/// `2 : 3 : 4` is never divided at the end of a line.
fn with_whole_ratios(text: &str) -> Cow<'_, str> {
    const COLON: &str = " : ";
    if find(text, COLON).is_none() {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split(COLON);
    let mut whole = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let is_ratio = whole.ends_with(is_digit) && part.starts_with(is_digit);
        whole.push_str(if is_ratio { "\u{A0}:\u{A0}" } else { COLON });
        whole.push_str(part);
    }
    Cow::Owned(whole)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// Smart punctuation must not change a URL: a dash or dots in one stay as they were written.
pub(super) fn unless_in_url<'a>(run: &str, part: &'a str, as_written: &'a str) -> &'a str {
    if !matches!(part, "–" | "—" | "…") || as_written == part {
        return part;
    }
    let word = match run.bytes().rposition(|byte| byte <= b' ') {
        Some(space) => after(run, space + 1),
        None => run,
    };
    match find(word, "://").or_else(|| find(word, "www.")) {
        Some(_) => as_written,
        None => part,
    }
}

pub(super) fn soft_break(output: &mut HtmlOutput) {
    output.note_gap();
    let line_end = raw_html::begin_pre(output, "\n");
    output.fragment.html.push_str(line_end);
}

pub(super) fn hard_break(output: &mut HtmlOutput) {
    output.begin_inline();
    output.note_gap();
    output.fragment.html.push_str(if output.commonmark_mode {
        "<br />\n"
    } else {
        "<br>\n"
    });
}
