//! What `site.json` lets pages ask of other hosts: `allow`. The Content-Security-Policy, what slots may hold, and what readers
//! are told on their page are all made of this one list.

mod host;
mod reader;

use super::json_file::JsonFile;
use crate::build::diagnostics::problem::Problems;
use crate::content::site::AskedHost;
use crate::content::url::{authority, is_external};
use host::fits;
pub(super) use host::is_host;
use reader::Reader;
use std::collections::BTreeSet;

/// The list; nothing where the publisher has none, which lets pages show pictures and media of any host.
#[derive(Clone, Debug, Default)]
pub struct Allowances {
    given: Option<Vec<Allowance>>,
    /// The host that articles come from which are published without a build.
    content: Option<Allowance>,
}

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

/// What a page asks for; `connect` is what scripts fetch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema)]
#[schemars(rename = "Kind", rename_all = "lowercase")]
pub enum What {
    Script,
    Frame,
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
        let given = list.map(|list| {
            let entries = list.elements().iter();
            entries
                .filter_map(|entry| Reader { file, problems }.entry(entry))
                .collect()
        });
        let content = None;
        Self { given, content }
    }

    /// The same, with the host that live content comes from. Whether the publisher has a list stays as it is.
    pub fn with_content(self, url: Option<&str>, purpose: &str) -> Self {
        let content = url.map(|url| Allowance {
            host: authority(url).into(),
            purpose: purpose.into(),
            is_at_press: false,
            what: vec![What::Connect, What::Image, What::Media],
        });
        Self { content, ..self }
    }

    /// Whether pictures and media of hosts that are not named stay out.
    pub fn is_given(&self) -> bool {
        self.given.is_some()
    }

    /// All hosts of which this may be asked, each once.
    pub fn hosts(&self, what: What) -> BTreeSet<&str> {
        let allowed = self.list().filter(|allowed| allowed.what.contains(&what));
        allowed.map(|allowed| &*allowed.host).collect()
    }

    /// Whether a page may ask for this address, which is absolute.
    pub fn verdict(&self, what: What, url: &str) -> Verdict {
        let host = authority(url);
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
        let shown = |allowed: &Allowance| {
            let mut allowed = allowed.clone();
            allowed.what.retain(is_shown);
            allowed
        };
        let given = self.given.as_ref();
        Self {
            given: given.map(|given| given.iter().map(shown).collect()),
            content: self.content.as_ref().map(shown),
        }
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
        self.given.iter().flatten().chain(&self.content)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_host_itself_and_what_a_star_stands_for_are_allowed() {
        let allowed = Allowances {
            given: Some(vec![Allowance {
                host: "*.a.example".into(),
                purpose: "Why".into(),
                is_at_press: true,
                what: vec![What::Frame],
            }]),
            content: None,
        };
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
