//! HTTP headers, in the `_headers` file that Netlify and Cloudflare Pages read, and for our own server.

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

/// How the paths below the base path begin that embeds load: the loader, the data and texts, and of the assets the
/// loader under its pinned name, the two modules, messages, and pictures.
pub const EMBEDDABLE_PATHS: [&str; 7] = [
    "embed/",
    "content/",
    "assets/embed-",
    "assets/piece-",
    "assets/markdown-",
    "assets/messages-",
    "assets/media/",
];

impl HeaderRules {
    /// `base_path` has slashes at both ends; `style_source` and `script_source` are the policy's names of what is inlined;
    /// `paths` are all files below `dist/`.
    pub fn new<'a>(
        base_path: &str,
        style_source: &str,
        script_source: &str,
        paths: impl Iterator<Item = &'a str>,
    ) -> Self {
        let at = |path: &str| [base_path, path].concat();
        let security = SECURITY
            .iter()
            .map(|(name, value)| (*name, value.to_string()));
        let policy = (
            "Content-Security-Policy",
            policy(style_source, script_source),
        );
        let mut rules = Self::default();
        rules.add(at("*"), std::iter::once(policy).chain(security).collect());
        for beginning in EMBEDDABLE_PATHS {
            let embeddable = EMBEDDABLE.map(|(name, value)| (name, value.to_string()));
            rules.add(at(beginning) + "*", embeddable.into());
        }
        rules.add(at("assets/*"), vec![("Cache-Control", FOR_EVER.into())]);
        rules.add(at(""), vec![("Cache-Control", ASK_EACH_TIME.into())]);
        for pattern in changing(paths) {
            rules.add(at(&pattern), vec![("Cache-Control", ASK_EACH_TIME.into())]);
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

/// What a page may load and do: everything that is ours, pictures and media from secure hosts, and nothing else.
fn policy(style_source: &str, script_source: &str) -> String {
    policy_of_page(style_source, script_source) + "; frame-ancestors 'none'"
}

/// The same, as a page can say it of itself: who may frame it, only a header can say.
pub fn policy_of_page(style_source: &str, script_source: &str) -> String {
    let script = ["script-src 'self' 'wasm-unsafe-eval' ", script_source].concat();
    let style = ["style-src 'self' ", style_source].concat();
    [
        "default-src 'none'",
        &script,
        &style,
        "img-src 'self' https:",
        "media-src 'self' https:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types article default",
    ]
    .join("; ")
}

/// Patterns for all that may change under its name: the folders and files at the top, but for the assets. Hosts join
/// the values of rules that overlap, so that one rule for everything would spoil that of the assets.
fn changing<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut patterns: Vec<String> = paths
        .filter_map(|path| match path.split_once('/') {
            Some(("assets", _)) => None,
            Some((folder, _)) => Some([folder, "/*"].concat()),
            None => Some(path.into()),
        })
        .collect();
    patterns.sort();
    patterns.dedup();
    patterns
}
