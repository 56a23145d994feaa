//! Elements of HTML that other systems let through and we do not: what each becomes, so that nobody reads its tags.

use super::markdown_writer;
use super::template_tag::{MAX_LENGTH, head};

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is written as another one that looks or means the same.
    Renamed(&'static str),
    /// Its tags go, what stands in it stays. Nobody misses them.
    Unwrapped,
    /// It goes, with all that stands in it.
    Removed,
    /// A page within the page becomes a link to it.
    Linked,
}

/// A tag, from its `<` on.
pub struct HtmlTag<'a> {
    pub name: &'a str,
    pub length: usize,
    pub closes: bool,
    pub fate: Fate,
}

const RENAMED: [(&str, &str); 18] = [
    ("strike", "s"),
    ("tt", "code"),
    ("acronym", "abbr"),
    ("center", "div"),
    ("aside", "div"),
    ("section", "div"),
    ("article", "div"),
    ("main", "div"),
    ("header", "div"),
    ("footer", "div"),
    ("nav", "div"),
    ("address", "div"),
    ("dialog", "div"),
    ("fieldset", "div"),
    ("hgroup", "div"),
    ("search", "div"),
    ("dir", "ul"),
    ("menu", "ul"),
];

const UNWRAPPED: [&str; 26] = [
    "font",
    "big",
    "nobr",
    "noscript",
    "blink",
    "marquee",
    "progress",
    "meter",
    "form",
    "label",
    "picture",
    "notextile",
    "html",
    "head",
    "title",
    "body",
    "legend",
    "output",
    "data",
    "map",
    "slot",
    "rb",
    "rtc",
    "noframes",
    "noembed",
    "applet",
];

const REMOVED: [&str; 19] = [
    "script", "style", "svg", "object", "button", "select", "textarea", "link", "meta", "input",
    "canvas", "param", "area", "base", "basefont", "bgsound", "datalist", "template", "frameset",
];

const LINKED: [&str; 3] = ["iframe", "embed", "frame"];

/// Those of them that have no end.
const VOID: [&str; 10] = [
    "link", "meta", "input", "embed", "param", "area", "base", "basefont", "bgsound", "frame",
];

/// Frames of these hosts have pages of their own, and names that readers know.
const PLAYERS: [(&str, &str, &str); 4] = [
    (
        "youtube.com/embed/",
        "Watch on YouTube",
        "https://www.youtube.com/watch?v=",
    ),
    (
        "youtube-nocookie.com/embed/",
        "Watch on YouTube",
        "https://www.youtube.com/watch?v=",
    ),
    (
        "player.vimeo.com/video/",
        "Watch on Vimeo",
        "https://vimeo.com/",
    ),
    (
        "open.spotify.com/embed/",
        "Listen on Spotify",
        "https://open.spotify.com/",
    ),
];

/// The tag that a text begins with, if it is one of an element that we do not let through.
pub fn html_tag(text: &str) -> Option<HtmlTag<'_>> {
    let text = head(text, MAX_LENGTH);
    let inner = text.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = &inner[..end];
    let length = text.find('>')? + 1;
    // Of the picture around it, the `img` alone is shown.
    let is_of_picture = name.eq_ignore_ascii_case("source") && text[..length].contains("srcset");
    let fate = match is_of_picture {
        true => Fate::Unwrapped,
        false => fate(&name.to_ascii_lowercase())?,
    };
    Some(HtmlTag {
        name,
        length,
        closes,
        fate,
    })
}

fn fate(name: &str) -> Option<Fate> {
    let renamed = RENAMED.iter().find(|(theirs, _)| *theirs == name);
    if let Some((_, ours)) = renamed {
        return Some(Fate::Renamed(ours));
    }
    let lists = [
        (&UNWRAPPED[..], Fate::Unwrapped),
        (&REMOVED[..], Fate::Removed),
        (&LINKED[..], Fate::Linked),
    ];
    let mut lists = lists.into_iter();
    lists.find_map(|(names, fate)| names.contains(&name).then_some(fate))
}

impl HtmlTag<'_> {
    /// Where the element ends that this tag of a text begins: behind its end tag, or behind the tag itself.
    pub fn element_length(&self, text: &str) -> usize {
        let is_void = VOID.iter().any(|void| self.name.eq_ignore_ascii_case(void));
        if is_void || text[..self.length].ends_with("/>") {
            return self.length;
        }
        let close = ["</", self.name].concat().to_ascii_lowercase();
        // Bytes stay where they are: only ASCII becomes small.
        let small = text[self.length..].to_ascii_lowercase();
        let Some(at) = small.find(&close) else {
            return self.length;
        };
        let end = small[at..]
            .find('>')
            .map_or(small.len(), |end| at + end + 1);
        self.length + end
    }
}

/// A link to the code that GitHub's script would show.
pub fn gist(tag: &str) -> Option<String> {
    let src = src(tag).filter(|src| src.starts_with("https://gist.github.com/"))?;
    let page = src.split(".js").next().unwrap_or(&src);
    let url = markdown_writer::html(page);
    Some(format!("<a href=\"{url}\">See the code on GitHub</a>"))
}

/// A link to the page that a frame shows, out of its tag.
pub fn link(tag: &str) -> Option<String> {
    let src = src(tag)?;
    // In HTML, since it may well stand within other HTML, where Markdown means nothing.
    let (text, url) = page_of(&src);
    let [text, url] = [&*text, &*url].map(markdown_writer::html);
    (!src.is_empty()).then(|| format!("<a href=\"{url}\">{text}</a>"))
}

/// The whole URL of what a tag loads.
fn src(tag: &str) -> Option<String> {
    let (_, value) = tag.split_once("src=")?;
    let quote = value.chars().next().filter(|quote| "\"'".contains(*quote));
    let src = match quote {
        Some(quote) => value[1..].split(quote).next()?,
        None => value.split([' ', '>']).next()?,
    };
    let src = src.trim().replace("&amp;", "&");
    Some(match src.strip_prefix("//") {
        Some(rest) => ["https://", rest].concat(),
        None => src,
    })
}

/// A link to what is shown from elsewhere, by a name that readers know.
pub fn link_to(src: &str) -> String {
    let (text, url) = page_of(src);
    markdown_writer::link(&text, &url)
}

/// What a player or another frame is called, and its page.
fn page_of(src: &str) -> (String, String) {
    for (host, text, page) in PLAYERS {
        if let Some((_, id)) = src.split_once(host) {
            let id = id.split(['?', '&', '#']).next().unwrap_or(id);
            return (text.into(), [page, id].concat());
        }
    }
    let host = src.split_once("://").map_or("", |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let text = if host.is_empty() { src } else { host };
    (text.into(), src.into())
}
