//! What `site.json` lets pages ask of other hosts: `allow`. The Content-Security-Policy, what slots may hold, and what readers
//! are told on their page are all made of this one list.

use super::json_file::JsonFile;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::front_matter::Value;
use crate::content::site::AskedHost;
use crate::content::url::is_external;
use std::collections::BTreeSet;

/// The list; nothing where the publisher has none, which lets pages show pictures and media of any host.
#[derive(Clone, Debug, Default)]
pub struct Allowances(Option<Vec<Allowance>>);

/// One host, and what may be asked of it.
#[derive(Clone, Debug)]
struct Allowance {
    /// As the policy spells it: `giscus.app`, `*.example.org`, `127.0.0.1:8000`.
    host: String,
    /// Why, for readers.
    purpose: String,
    is_at_press: bool,
    what: Vec<What>,
}

/// A kind of thing that a page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Script,
    Frame,
    /// What scripts fetch.
    Connect,
    Image,
    Form,
    Media,
}

/// Whether something may be asked of a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Always,
    /// Only after the reader has pressed something.
    AtPress,
    No,
}

/// Their names, and whether they can wait until a reader presses something.
const KINDS: [(&str, What, bool); 6] = [
    ("script", What::Script, false),
    ("frame", What::Frame, true),
    ("connect", What::Connect, true),
    ("image", What::Image, false),
    ("form", What::Form, true),
    ("media", What::Media, true),
];

impl What {
    fn name(self) -> &'static str {
        let kind = KINDS.iter().find(|(_, what, _)| *what == self);
        kind.map_or("", |(name, ..)| name)
    }
}

impl Allowances {
    pub fn read<T>(file: &JsonFile<T>, problems: &mut Problems) -> Self {
        let list = file.tree.entry("allow");
        Self(list.map(|list| {
            let entries = list.elements().iter();
            entries
                .filter_map(|entry| Reader { file, problems }.entry(entry))
                .collect()
        }))
    }

    /// Whether pictures and media of hosts that are not named stay out.
    pub fn is_given(&self) -> bool {
        self.0.is_some()
    }

    /// All hosts of which this may be asked, each once.
    pub fn hosts(&self, what: What) -> BTreeSet<&str> {
        let allowed = self.list().filter(|allowed| allowed.what.contains(&what));
        allowed.map(|allowed| &*allowed.host).collect()
    }

    /// Whether a page may ask for this address, which is absolute.
    pub fn verdict(&self, what: What, url: &str) -> Verdict {
        let host = host_of(url);
        let mut fitting = (self.list())
            .filter(|allowed| allowed.what.contains(&what) && fits(&allowed.host, host));
        match (fitting.clone().next(), fitting.any(|one| !one.is_at_press)) {
            (None, _) => Verdict::No,
            (_, true) => Verdict::Always,
            (_, false) => Verdict::AtPress,
        }
    }

    /// Why a picture or the like may not stand in a text, and what to do about it. Where the publisher says who may be asked,
    /// nobody else is.
    pub fn refusal(&self, what: What, url: &str) -> Option<(String, String)> {
        let is_refused =
            self.is_given() && is_external(url) && self.verdict(what, url) == Verdict::No;
        is_refused.then(|| refused(what, url, "keep the file beside the text"))
    }

    /// The same of what needs to be allowed whether there is a list or not.
    pub fn refused(&self, what: What, url: &str) -> Option<(String, String)> {
        let is_refused = self.verdict(what, url) == Verdict::No;
        is_refused.then(|| refused(what, url, "take it out"))
    }

    /// The same for a page that shows texts and nothing else of the publisher's.
    pub fn of_articles(&self) -> Self {
        let is_shown = |what: &What| matches!(what, What::Image | What::Media);
        let shown = self.list().cloned().map(|mut allowed| {
            allowed.what.retain(is_shown);
            allowed
        });
        Self(self.0.as_ref().map(|_| shown.collect()))
    }

    /// What readers are told.
    pub fn asked(&self) -> Vec<AskedHost> {
        let asked = self.list().map(|allowed| AskedHost {
            host: allowed.host.clone(),
            purpose: allowed.purpose.clone(),
            when: if allowed.is_at_press { CLICK } else { ALWAYS }.into(),
        });
        asked.collect()
    }

    fn list(&self) -> impl Iterator<Item = &Allowance> + Clone {
        self.0.iter().flatten()
    }
}

fn refused(what: What, url: &str, other_way: &str) -> (String, String) {
    let (before, behind) = ("add the host there, with `\"what\": \"", "\"`, or ");
    let remedy = [before, what.name(), behind, other_way];
    let what = [
        "`",
        url,
        "` is on a host that `allow` in site.json does not name",
    ];
    (what.concat(), remedy.concat())
}

const ALWAYS: &str = "always";
const CLICK: &str = "click";

struct Reader<'a, T> {
    file: &'a JsonFile<T>,
    problems: &'a mut Problems,
}

impl<T> Reader<'_, T> {
    /// All that is wrong with an entry is told; it counts only if nothing is.
    fn entry(&mut self, entry: &Value) -> Option<Allowance> {
        let host = self.host(entry);
        let what = self.what(entry);
        let is_at_press = self.when(entry, what.as_deref().unwrap_or_default());
        let purpose = entry.get("purpose").and_then(Value::text);
        if purpose.is_none() {
            let remedy = "add a `purpose` in a few words, such as \"Comments\"";
            self.error(
                entry.position,
                "readers are not told why this host is asked",
                remedy,
            );
        }
        Some(Allowance {
            host: host?,
            purpose: purpose?.into(),
            is_at_press: is_at_press?,
            what: what?,
        })
    }

    fn host(&mut self, entry: &Value) -> Option<String> {
        let value = entry.get("host");
        let text = value.and_then(Value::text).unwrap_or_default();
        let host = text.to_ascii_lowercase();
        if is_host(&host) {
            return Some(host);
        }
        let alone = host_of(&host);
        let remedy = match is_host(alone) {
            true => ["write the host alone: `", alone, "`"].concat(),
            false => {
                "write a name such as `giscus.app`, in the letters that browsers send".to_string()
            }
        };
        let position = value.map_or(entry.position, |value| value.position);
        self.error(position, &["`", text, "` is not a host"].concat(), &remedy);
        None
    }

    fn what(&mut self, entry: &Value) -> Option<Vec<What>> {
        let named = entry.get("what").map_or(&[][..], Value::elements);
        let found: Vec<What> = named.iter().filter_map(|kind| self.kind(kind)).collect();
        if named.is_empty() {
            let what = "this entry does not say what may be asked of the host";
            self.error(
                entry.position,
                what,
                &KINDS_REMEDY.replace("write", "add a `what`:"),
            );
        }
        (!found.is_empty()).then_some(found)
    }

    fn kind(&mut self, value: &Value) -> Option<What> {
        let text = value.text().unwrap_or_default();
        let kind = KINDS.iter().find(|(name, ..)| *name == text);
        if kind.is_none() {
            let what = ["`", text, "` is nothing that can be allowed"].concat();
            self.error(value.position, &what, KINDS_REMEDY);
        }
        kind.map(|(_, what, _)| *what)
    }

    /// Frames and forms wait for the reader, if nothing is said.
    fn when(&mut self, entry: &Value, what: &[What]) -> Option<bool> {
        let mut kinds = KINDS.iter().filter(|(_, kind, _)| what.contains(kind));
        let Some(value) = entry.get("when") else {
            return Some(
                what.iter()
                    .all(|what| matches!(what, What::Frame | What::Form)),
            );
        };
        match value.text() {
            Some(ALWAYS) => Some(false),
            Some(CLICK) => match kinds.find(|(.., can_wait)| !can_wait) {
                Some((name, ..)) => {
                    let what = ["a host cannot wait for a click with `", name, "`"].concat();
                    let remedy = "write `\"when\": \"always\"`, or use a `frame`";
                    self.error(value.position, &what, remedy);
                    None
                }
                None => Some(true),
            },
            _ => {
                let what = "this does not say when the host is asked";
                self.error(value.position, what, "write `always` or `click`");
                None
            }
        }
    }

    fn error(&mut self, position: Position, what: &str, remedy: &str) {
        self.problems.error(&self.file.path, position, what, remedy);
    }
}

const KINDS_REMEDY: &str = "write `script`, `frame`, `connect`, `image`, `form` or `media`";

/// Whether a text is a host as a policy may name it: labels, perhaps with `*.` before them and a port behind.
fn is_host(text: &str) -> bool {
    let (name, port) = text.rsplit_once(':').unwrap_or((text, "80"));
    let labels = name.strip_prefix("*.").unwrap_or(name).split('.');
    let is_label = |label: &str| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.len() < 64 && label.bytes().all(is_plain)
    };
    labels.clone().all(is_label)
        && (labels.count() > 1 || name == "localhost")
        && port.parse::<u16>().is_ok()
}

/// What stands between the scheme and the path of an address.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    &rest[..end]
}

fn fits(allowed: &str, host: &str) -> bool {
    match allowed.strip_prefix('*') {
        Some(domain) => {
            let start = host.len().checked_sub(domain.len());
            start.is_some_and(|start| {
                start > 0
                    && host.is_char_boundary(start)
                    && host[start..].eq_ignore_ascii_case(domain)
            })
        }
        None => host.eq_ignore_ascii_case(allowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_and_perhaps_a_port() {
        for host in [
            "giscus.app",
            "*.example.org",
            "127.0.0.1:8000",
            "localhost",
            "a-b.c",
        ] {
            assert!(is_host(host), "{host}");
        }
        for other in [
            "",
            "*",
            "*.",
            "a",
            "a..b",
            "https://a.b",
            "a.b/",
            "a.b;",
            "a.b 'self'",
            "a.b:x",
            "ä.b",
            "a.b:99999",
            "user@a.b",
            "https:",
        ] {
            assert!(!is_host(other), "{other}");
        }
    }

    #[test]
    fn only_the_host_itself_and_what_a_star_stands_for_are_allowed() {
        let allowed = Allowances(Some(vec![Allowance {
            host: "*.a.example".into(),
            purpose: "Why".into(),
            is_at_press: true,
            what: vec![What::Frame],
        }]));
        for (url, verdict) in [
            ("https://b.a.example/x?y", Verdict::AtPress),
            ("//B.A.Example", Verdict::AtPress),
            ("https://a.example/", Verdict::No),
            ("https://evil.example/b.a.example", Verdict::No),
            ("https://evil.example\\.a.example/", Verdict::No),
            ("https://b.a.example:8000/", Verdict::No),
            ("https://user@b.a.example/", Verdict::AtPress),
        ] {
            assert_eq!(allowed.verdict(What::Frame, url), verdict, "{url}");
        }
        assert_eq!(
            allowed.verdict(What::Form, "https://b.a.example/"),
            Verdict::No
        );
    }
}
