//! HTTP headers, in the `_headers` file that Netlify and Cloudflare Pages read, and for our own server.

use crate::build::pages::policy::{policy_of_files, policy_of_frame, policy_with_frames};
use crate::components::embed_kinds::KINDS;
use crate::route::{EMBED_FOLDER, PREVIEW, Route, frame_path};
use std::collections::BTreeSet;
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

const POLICY: &str = "Content-Security-Policy";

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
/// scripts under their pinned names, the two modules, messages, and pictures.
pub const EMBEDDABLE_PATHS: [&str; 8] = [
    EMBED_FOLDER,
    "content/",
    "assets/v1-",
    "assets/frame-",
    "assets/embed-view-",
    "assets/markdown-",
    "assets/messages-",
    "assets/media/",
];

impl HeaderRules {
    /// `origin` is the site's own; `base_path` has slashes at both ends; `style_source` and `script_sources` are the
    /// policy's names of what is inlined; `paths` are all files below `dist/`.
    pub fn new<'a>(
        origin: &str,
        base_path: &str,
        style_source: &str,
        script_sources: &str,
        paths: impl Iterator<Item = &'a str>,
    ) -> Self {
        let at = |path: &str| [base_path, path].concat();
        let security = SECURITY
            .iter()
            .map(|(name, value)| (*name, value.to_string()));
        let policy = policy_of_files(style_source, script_sources) + "; frame-ancestors 'none'";
        let mut rules = Self::default();
        rules.add(at("*"), security.collect());
        for beginning in EMBEDDABLE_PATHS {
            let embeddable = EMBEDDABLE.map(|(name, value)| (name, value.to_string()));
            rules.add(at(beginning) + "*", embeddable.into());
        }
        rules.add(at("assets/*"), vec![("Cache-Control", FOR_EVER.into())]);
        for pattern in patterns(paths) {
            if pattern != "assets/*" {
                rules.add(at(&pattern), vec![("Cache-Control", ASK_EACH_TIME.into())]);
            }
            if pattern != EMBED_FILES {
                rules.add(at(&pattern), vec![(POLICY, policy.clone())]);
            }
        }
        // Who asks for the page may name its file.
        for path in [Route::Embed.path(), Route::Embed.html_file()] {
            rules.add(at(&path), vec![(POLICY, policy.clone())]);
        }
        let preview = policy_with_frames(&policy_of_frame(origin)) + "; frame-ancestors 'self'";
        rules.add(at(PREVIEW) + "*", vec![(POLICY, preview)]);
        for kind in KINDS {
            let pattern = frame_path(kind.name, "") + "*";
            let policy = policy_of_frame(origin) + "; frame-ancestors *";
            rules.add(at(&pattern), vec![(POLICY, policy)]);
        }
        rules
    }

    /// The headers of a path from the host's root.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'static str, &'a str)> {
        let rules = self.0.iter().filter(move |rule| rule.fits(path));
        rules.flat_map(|rule| {
            rule.headers
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
        })
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

/// Patterns for everything there is: the folders and files at the top, and the first page. Hosts join the values of rules
/// that overlap, so that one rule for everything would spoil those of the assets and of the frames. What is not there is
/// answered with a page that says its policy itself.
fn patterns<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let patterns = paths.map(|path| match path.split_once('/') {
        Some((folder, _)) => [folder, "/*"].concat(),
        None => path.into(),
    });
    patterns.chain([String::new()]).collect()
}
