//! What shortcodes become: Markdown for a figure, a link, a block of code. Written so that any text in it stays text.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What would end a URL in Markdown, or begin something else in it.
const NOT_IN_URL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'<')
    .add(b'>')
    .add(b'(')
    .add(b')')
    .add(b'"')
    .add(b'\\')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// What may be something else than itself in a line of Markdown.
const MARKS: &str = "\\`*_[]<>&~^$|#!{}";

/// A URL that can stand in Markdown wherever a URL can.
pub fn url(text: &str) -> String {
    utf8_percent_encode(text.trim(), NOT_IN_URL).to_string()
}

/// `[text](url)`
pub fn link(text: &str, url: &str) -> String {
    ["[", &plain(text), "](", &self::url(url), ")"].concat()
}

/// An image; with a caption it becomes a figure.
pub fn figure(src: &str, alt: &str, caption: &str) -> String {
    let title = match caption.is_empty() {
        true => String::new(),
        false => [" \"", &quoted(caption), "\""].concat(),
    };
    ["![", &plain(alt), "](", &url(src), &title, ")"].concat()
}

/// An image of a size of its own, which only HTML can tell: width and height, of which one may be empty.
pub fn sized_figure(
    src: &str,
    alt: &str,
    caption: &str,
    size: [&str; 2],
    link: Option<&str>,
) -> String {
    let attribute = |name: &str, value: &str| match value.is_empty() {
        true => String::new(),
        false => [" ", name, "=\"", &html(value), "\""].concat(),
    };
    let [width, height] = size;
    let lengths = [attribute("width", width), attribute("height", height)].concat();
    let alt = [" alt=\"", &html(alt.trim()), "\""].concat();
    let image = ["<img", &attribute("src", &url(src)), &alt, &lengths, ">"].concat();
    let image = match link {
        Some(link) => ["<a", &attribute("href", &url(link)), ">", &image, "</a>"].concat(),
        None => image,
    };
    match caption.is_empty() {
        true => image,
        false => {
            let caption = ["<figcaption>", &html(caption), "</figcaption>"].concat();
            ["<figure>", &image, &caption, "</figure>"].concat()
        }
    }
}

/// Text for HTML, also within quotes.
pub fn html(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('\n', " ");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

/// `inner` as a link.
pub fn linked(inner: &str, url: &str) -> String {
    ["[", inner, "](", &self::url(url), ")"].concat()
}

/// A span of code that shows just this.
pub fn code_span(code: &str) -> String {
    let fence = "`".repeat(longest_run(code, '`') + 1);
    let gap = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    [&fence, gap, code, gap, &fence].concat()
}

/// The fence for a block of this code, and the line that opens it. `marked` are lines such as `2,4-6`.
pub fn fence(code: &str, language: &str, marked: &str) -> (String, String) {
    let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
    let is_of_name = |c: &char| c.is_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.');
    let language: String = language.chars().filter(is_of_name).collect();
    let marked = match marked.is_empty() {
        true => String::new(),
        false => [" {", marked, "}"].concat(),
    };
    let open = [fence.as_str(), &language, &marked].concat();
    (fence, open)
}

/// Text in which no character means anything.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in text.trim().chars() {
        if MARKS.contains(character) {
            plain.push('\\');
        }
        plain.push(if character == '\n' { ' ' } else { character });
    }
    plain
}

fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for character in text.trim().chars() {
        if matches!(character, '"' | '\\' | '&' | '`' | '<' | '$') {
            quoted.push('\\');
        }
        quoted.push(if character == '\n' { ' ' } else { character });
    }
    quoted
}

fn longest_run(text: &str, wanted: char) -> usize {
    let runs = text.split(|character| character != wanted);
    runs.map(str::len).max().unwrap_or(0)
}
