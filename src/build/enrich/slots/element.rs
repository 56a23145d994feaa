//! One element of a slot, and its attributes.

use super::Cleaner;
use super::address::asked_at;
use super::slot_elements::Known;
use crate::build::enrich::target::Target;
use crate::build::input::config::{Verdict, What};
use crate::build::input::slot_files::{FOOTER, HEAD};
use crate::content::url::authority;
use crate::i18n::build_message;
use crate::markdown::html::{attribute, decoded, named, named_url, text};
use crate::route::Route;

/// Values that an attribute may have, where only some are of use or harmless.
const VALUES: [(&str, &str, &str); 5] = [
    ("form", "method", "get post"),
    ("button", "type", "submit reset"),
    ("script", "type", "module"),
    (
        "input",
        "type",
        "text email url tel number search hidden checkbox radio submit",
    ),
    (
        "link",
        "rel",
        "me webmention pingback author license alternate indieauth-metadata authorization_endpoint token_endpoint",
    ),
];

/// Elements that are nothing without an address.
const WITH_ADDRESS: [(&str, &str); 5] = [
    ("iframe", "src"),
    ("script", "src"),
    ("form", "action"),
    ("img", "src"),
    ("link", "href"),
];

/// Attributes that are kept, with their values.
type Attributes = Vec<(String, String)>;

impl Cleaner<'_, '_> {
    /// Writes its beginning, and of some all of it. Answers whether it may stand there. `rest` is what stands behind its
    /// name.
    pub fn element(&mut self, known: Known, rest: &str, at: usize) -> bool {
        let name = known.name;
        if name == "script" && !self.may_hold_script(rest, at) {
            return false;
        }
        let Some(attributes) = self.attributes(known, rest, at) else {
            return false;
        };
        let lacking = WITH_ADDRESS.iter().find(|(element, _)| *element == name);
        if let Some((_, address)) = lacking.filter(|(_, key)| value(&attributes, key).is_empty()) {
            let what = ["`<", name, ">` has no `", address, "`"].concat();
            self.error(at, &what, "add it");
            return false;
        }
        if name == "iframe" {
            return self.frame(&attributes, at);
        }
        if known.is_ours() && !self.is_there(name, &attributes, at) {
            return false;
        }
        write_start(&mut self.html, name, &attributes);
        if known.is_written_whole() {
            self.html.extend(["</", name, ">"]);
        }
        true
    }

    fn may_hold_script(&mut self, mut rest: &str, at: usize) -> bool {
        while let Some((_, _, next)) = attribute(rest) {
            rest = next;
        }
        let (_, content) = rest.split_once('>').unwrap_or_default();
        if self.file.name != HEAD && self.file.name != FOOTER {
            let what = "a script here would run again with every page";
            self.error(at, what, "move it into head.html or footer.html");
            return false;
        }
        if !content.trim().is_empty() {
            let what = "a script that is written into the page never runs";
            let remedy = "put it into a file of the public folder, and write `<script src=\"/file.js\" defer></script>`";
            self.error(at, what, remedy);
            return false;
        }
        true
    }

    /// A frame, or the link that stands for it until it is pressed.
    fn frame(&mut self, attributes: &Attributes, at: usize) -> bool {
        let [title, src] = ["title", "src"].map(|name| value(attributes, name));
        if title.is_empty() {
            let what = "this frame has no title, so that some readers do not know what it is";
            self.error(at, what, "add a `title`, such as \"Comments\"");
            return false;
        }
        let mut frame = String::new();
        write_start(&mut frame, "iframe", attributes);
        frame.push_str("</iframe>");
        let verdict = self.cleaning.allowances.verdict(What::Frame, src);
        if verdict == Verdict::Always {
            self.html.push_str(&frame);
            return true;
        }
        let host = authority(src);
        let note = self
            .cleaning
            .translator
            .fill(build_message::ASK_NOTE, [host]);
        let html = &mut self.html;
        html.push_str("<div class=\"ask\"><p><a");
        named_url(html, "href", src);
        html.push_str(" data-ask=\"\" rel=\"nofollow\">");
        text(html, title);
        html.push_str("</a> <small>");
        text(html, &note);
        html.push_str("</small></p><template>");
        html.push_str(&frame);
        html.push_str("</template></div>");
        true
    }

    /// What the element keeps; nothing where its address is refused.
    fn attributes(&mut self, known: Known, mut rest: &str, at: usize) -> Option<Attributes> {
        let mut kept: Attributes = Vec::new();
        while let Some((name, value, next)) = attribute(rest) {
            rest = next;
            let name = name.to_ascii_lowercase();
            let is_data = known.name == "script" && name.starts_with("data-");
            if known.attribute(&name).is_none() && !is_data {
                self.leave_out(known.name, &name, at);
                continue;
            }
            let value = decoded(value).into_owned();
            if kept.iter().any(|(known, _)| *known == name) {
                continue;
            }
            let value = match asked_at(known.name, &name) {
                Some(what) => self.address(known.name, &value, what, at)?,
                None if !self.is_value(known.name, &name, &value, at) => continue,
                None => value,
            };
            kept.push((name, value));
        }
        let has_loading = kept.iter().any(|(name, _)| name == "loading");
        if known.name == "iframe" && !has_loading {
            kept.push(("loading".into(), "lazy".into()));
        }
        Some(kept)
    }

    fn leave_out(&mut self, element: &str, name: &str, at: usize) {
        let what = ["`", name, "` of `<", element, ">` is left out"].concat();
        let remedy = match name {
            "style" => "give the element a class, and write a rule into theme.css",
            _ if name.starts_with("on") => "use a script, which needs no such attribute",
            _ => "take it out",
        };
        self.warn(at, &what, remedy);
    }

    fn is_value(&mut self, element: &str, name: &str, value: &str, at: usize) -> bool {
        let values = VALUES
            .iter()
            .find(|(known, attribute, _)| *known == element && *attribute == name);
        let Some((_, _, values)) = values else {
            return true;
        };
        let is_one = |word: &str| values.split(' ').any(|one| one.eq_ignore_ascii_case(word));
        let is_known = !value.is_empty() && value.split_ascii_whitespace().all(is_one);
        if !is_known {
            let what = ["`", value, "` is no `", name, "` that a slot may have"].concat();
            let remedy = ["write one of these: ", &values.replace(' ', ", ")].concat();
            self.error(at, &what, &remedy);
        }
        is_known
    }

    /// Whether what a card is of is on the site.
    fn is_there(&mut self, element: &str, attributes: &Attributes, at: usize) -> bool {
        let [article, author, tag] =
            ["article", "author", "tag"].map(|name| value(attributes, name));
        let path = match element {
            "recto-card" => Route::article(article).path(),
            "recto-author" => Route::author(author).path(),
            _ if tag.is_empty() => return true,
            _ => Route::tag(tag).path(),
        };
        let found = self.cleaning.targets.resolve("", &["/", &path].concat());
        let is_there = matches!(found, Target::Text { .. } | Target::Page { .. });
        if !is_there {
            let what = [
                "`<",
                element,
                ">` is of something that the site does not have: `/",
                &path,
                "`",
            ];
            let remedy = "write the last part of its address";
            self.error(at, &what.concat(), remedy);
        }
        is_there
    }
}

/// Empty where it has none.
fn value<'a>(attributes: &'a Attributes, wanted: &str) -> &'a str {
    let found = attributes.iter().find(|(name, _)| name == wanted);
    found.map_or("", |(_, value)| value)
}

fn write_start(html: &mut String, name: &str, attributes: &Attributes) {
    html.extend(["<", name]);
    for (name, value) in attributes {
        match matches!(&**name, "href" | "src" | "action" | "poster") {
            true => named_url(html, name, value),
            false => named(html, name, value),
        }
    }
    html.push('>');
}
