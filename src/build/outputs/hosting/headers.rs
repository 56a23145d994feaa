//! HTTP headers, in the `_headers` file that Netlify and Cloudflare Pages read, and for our own server.

use crate::build::input::config::Allowances;
use crate::build::pages::policy::{policy_of_files, policy_of_frame, policy_of_pictures};
use crate::build::pages::policy::{policy_with_drafts, policy_with_frames};
use crate::components::embed_kinds::KINDS;
use crate::route::{EMBED_FOLDER, PREVIEW, Route, WRITE, frame_path};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeMap;
use std::fmt;

/// Which headers belong to which paths. Every rule that fits a path counts; no two of ours give the same header.
#[derive(Clone, Debug, Default)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Clone, Debug)]
struct Rule {
    /// A path from the host's root, or its beginning and a `*`.
    pattern: String,
    headers: Vec<(&'static str, String)>,
}

/// What browsers encode in a path, and what means something in patterns.
const SPECIAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'*')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// The header that says what a page may load and do.
pub const POLICY: &str = "Content-Security-Policy";

/// Here, each folder has a policy of its own.
const EMBED_FILES: &str = "embed/*";

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";

const SECURITY: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
];

/// What pages of other hosts may load.
const EMBEDDABLE: [(&str, &str); 2] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// How the paths below the base path begin that embeds load: the loader, the data and texts, and of the assets both
/// scripts under their pinned names, the two modules, the search with its index, messages, and pictures.
pub const EMBEDDABLE_PATHS: [&str; 9] = [
    EMBED_FOLDER,
    "content/",
    "assets/v1-",
    "assets/frame-",
    "assets/embed-view-",
    "assets/markdown-",
    "assets/search",
    "assets/messages-",
    "assets/media/",
];

impl HeaderRules {
    /// `origin` is the site's own; `base_path` has slashes at both ends; `style_source` and `script_sources` are the
    /// policy's names of what is inlined; `allowances` what may be asked of other hosts; `has_desk` whether there is a page to
    /// write at; `paths` are all files below `dist/`.
    pub fn new<'a>(
        origin: &str,
        base_path: &str,
        style_source: &str,
        script_sources: &str,
        allowances: &Allowances,
        has_desk: bool,
        paths: impl Iterator<Item = &'a str>,
    ) -> Self {
        let at = |path: &str| [base_path, path].concat();
        let security = SECURITY
            .iter()
            .map(|(name, value)| (*name, value.to_string()));
        let policy =
            policy_of_files(style_source, script_sources, allowances) + "; frame-ancestors 'none'";
        let mut rules = Self::default();
        rules.add(at("*"), security.collect());
        for beginning in EMBEDDABLE_PATHS {
            let embeddable = EMBEDDABLE.map(|(name, value)| (name, value.to_string()));
            rules.add(at(beginning) + "*", embeddable.into());
        }
        rules.add(at("assets/*"), vec![("Cache-Control", FOR_EVER.into())]);
        let pictures = policy_of_pictures() + "; frame-ancestors 'none'";
        let drafts = policy_with_drafts(&policy);
        let groups = groups(paths);
        for (pattern, group) in &groups {
            if pattern != "assets/*" {
                rules.add(at(pattern), vec![("Cache-Control", ASK_EACH_TIME.into())]);
            }
            if pattern != EMBED_FILES {
                let policy = match group.is_of_pictures() {
                    true => &pictures,
                    false if has_desk && *pattern == [WRITE, "*"].concat() => &drafts,
                    false => &policy,
                };
                rules.add(at(pattern), vec![(POLICY, policy.clone())]);
            }
        }
        // Hosts that join policies keep to both.
        for drawing in groups.values().flat_map(Group::drawings_among_pages) {
            rules.add(at(drawing), vec![(POLICY, pictures.clone())]);
        }
        // Who asks for the page may name its file.
        for path in [Route::Embed.path(), Route::Embed.html_file()] {
            rules.add(at(&path), vec![(POLICY, policy.clone())]);
        }
        let preview =
            policy_with_frames(&policy_of_frame(origin, allowances)) + "; frame-ancestors 'self'";
        rules.add(at(PREVIEW) + "*", vec![(POLICY, preview)]);
        for kind in KINDS {
            let pattern = frame_path(kind.name, "") + "*";
            let policy = policy_of_frame(origin, allowances) + "; frame-ancestors *";
            rules.add(at(&pattern), vec![(POLICY, policy)]);
        }
        rules
    }

    /// The headers of a path from the host's root, as a browser asks for it.
    pub fn of<'a>(&'a self, path: &str) -> impl Iterator<Item = (&'static str, &'a str)> {
        // However it is spelt.
        let path = encoded(&percent_decode_str(path).decode_utf8_lossy());
        let rules = self.0.iter().filter(move |rule| rule.fits(&path));
        rules.flat_map(|rule| {
            rule.headers
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
        })
    }

    /// Each path, or beginning of one and a `*`, below which nothing but pictures lies, encoded.
    pub fn picture_patterns(&self) -> impl Iterator<Item = &str> {
        let pictures = policy_of_pictures();
        let is_policy =
            move |(name, value): &(&str, String)| *name == POLICY && value.starts_with(&pictures);
        let rules = self.0.iter();
        rules
            .filter(move |rule| rule.headers.iter().any(&is_policy))
            .map(|rule| rule.pattern.as_str())
    }

    /// Whether the page to write at has headers of its own.
    pub fn has_desk(&self, base_path: &str) -> bool {
        let pattern = [base_path, WRITE, "*"].concat();
        self.rules().any(|(known, _)| known == pattern)
    }

    /// Each pattern with its headers.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &[(&'static str, String)])> {
        let rules = self.0.iter();
        rules.map(|rule| (rule.pattern.as_str(), rule.headers.as_slice()))
    }

    fn add(&mut self, pattern: String, headers: Vec<(&'static str, String)>) {
        match self.0.iter_mut().find(|rule| rule.pattern == pattern) {
            Some(rule) => rule.headers.extend(headers),
            None => self.0.push(Rule { pattern, headers }),
        }
    }
}

impl Rule {
    fn fits(&self, path: &str) -> bool {
        match self.pattern.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == self.pattern,
        }
    }
}

impl fmt::Display for HeaderRules {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Rule { pattern, headers } in &self.0 {
            writeln!(formatter, "{pattern}")?;
            for (name, value) in headers {
                writeln!(formatter, "  {name}: {value}")?;
            }
        }
        Ok(())
    }
}

/// A folder or file at the top, and what is in it.
#[derive(Default)]
struct Group {
    has_pages: bool,
    /// Encoded.
    drawings: Vec<String>,
}

impl Group {
    fn is_of_pictures(&self) -> bool {
        !self.has_pages && !self.drawings.is_empty()
    }

    /// Those that need rules of their own.
    fn drawings_among_pages(&self) -> impl Iterator<Item = &String> {
        self.drawings.iter().filter(|_| self.has_pages)
    }
}

/// Patterns for everything there is: the folders and files at the top, and the first page. Hosts join the values of rules
/// that overlap, so that one rule for everything would spoil those of the assets and of the frames. What is not there is
/// answered with a page that says its policy itself.
fn groups<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<String, Group> {
    let mut groups = BTreeMap::from([(String::new(), Group::default())]);
    for path in paths {
        let pattern = match path.split_once('/') {
            Some((folder, _)) => encoded(folder) + "/*",
            None => encoded(path),
        };
        let group = groups.entry(pattern).or_default();
        if has_extension(path, &["html", "htm", "xhtml", "xht"]) {
            group.has_pages = true;
        } else if has_extension(path, &["svg", "svgz"]) {
            group.drawings.push(encoded(path));
        }
    }
    groups
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    (extensions.iter()).any(|wanted| extension.eq_ignore_ascii_case(wanted))
}

/// A path as browsers ask for it, without what would be a pattern in a host's file.
fn encoded(path: &str) -> String {
    utf8_percent_encode(path, SPECIAL).to_string()
}
