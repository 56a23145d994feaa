//! MathML from outside: read tag by tag, checked against a list, written out anew, or refused whole.

use super::raw_html::allowed::word;
use super::raw_html::tokens::{Token, Tokens, attribute};
use super::scan::run;
use super::{entity, escape};

/// Elements that hold other elements.
const CONTAINERS: &str = "math mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup \
                          munder mover munderover mmultiscripts mprescripts mtable mtr mtd menclose \
                          semantics mspace none";

/// Elements that hold text only: a browser reads tags inside them as HTML.
const TEXTS: &str = "mi mn mo ms mtext annotation";

/// Attributes with plain values; others are left out.
const ATTRIBUTES: &str = "accent accentunder align columnalign columnlines columnspacing columnspan \
                          depth dir display displaystyle encoding fence form frame height intent \
                          largeop linebreak linethickness lspace mathbackground mathcolor mathsize \
                          mathvariant maxsize minsize movablelimits notation rowalign rowlines \
                          rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset \
                          width arg alttext";

const MAX_DEPTH: usize = 100;

/// Writes one `math` element in canonical form; answers `false` if anything in it is not allowed.
pub(super) fn write(out: &mut String, math: &str) -> bool {
    try_write(out, math.trim_ascii()).is_some()
}

fn try_write(out: &mut String, math: &str) -> Option<()> {
    let mut open: Vec<&'static str> = Vec::new();
    let mut is_over = false;
    let mut tokens = Tokens::new(math);
    while let Some((token, _)) = tokens.next() {
        if is_over {
            return None;
        }
        match token {
            Token::Open {
                name,
                rest,
                is_closed,
            } => {
                let name = allowed_name(name)?;
                let parent = open.last().copied();
                let is_placed = match parent {
                    None => name == "math",
                    Some(parent) => name != "math" && word(CONTAINERS, parent).is_some(),
                };
                (is_placed && open.len() < MAX_DEPTH).then_some(())?;
                write_open(out, name, rest);
                match is_closed {
                    true => write_close(out, name),
                    false => open.push(name),
                }
            }
            Token::Close { name } => {
                let innermost = open
                    .pop()
                    .filter(|innermost| innermost.eq_ignore_ascii_case(name))?;
                write_close(out, innermost);
            }
            Token::Text(text) => {
                let is_text = open
                    .last()
                    .is_some_and(|parent| word(TEXTS, parent).is_some());
                match is_text {
                    true => escape::text(out, &entity::decoded(text)),
                    false if text.trim_ascii().is_empty() => {}
                    false => return None,
                }
            }
            Token::Comment(_) => {}
            Token::TextElement => return None,
        }
        is_over = open.is_empty();
    }
    is_over.then_some(())
}

fn allowed_name(name: &str) -> Option<&'static str> {
    word(CONTAINERS, name).or_else(|| word(TEXTS, name))
}

fn write_open(out: &mut String, name: &str, mut rest: &str) {
    out.push('<');
    out.push_str(name);
    let mut written: Vec<&'static str> = Vec::new();
    while let Some((name, value, next)) = attribute(rest) {
        if let Some(name) = word(ATTRIBUTES, name)
            && !written.contains(&name)
            && is_plain(value)
        {
            written.push(name);
            escape::named(out, name, value);
        }
        rest = next;
    }
    out.push('>');
}

fn write_close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn is_plain(value: &str) -> bool {
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, ' ' | '#' | '%' | '+' | '-' | '.' | '/' | ',' | '_')
    };
    value.len() <= 200 && run(value, is_plain) == value.len()
}
