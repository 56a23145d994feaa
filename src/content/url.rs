//! Which URLs from content may be written, read the way browsers read them, and the types of those that may.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// A URL that a page may hold, for [`UrlUse::Link`]; empty where there is none. Nothing else makes one than
/// [`clean_url`], so that what comes out of JSON at run time has passed it like the links of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
pub struct SafeUrl(String);

/// A picture's URLs at several widths, as the attribute `srcset` spells them: `/a-480.avif 480w, /a-960.avif 960w`. A
/// candidate that a page may not hold is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
pub struct SafeSrcset(String);

impl From<&str> for SafeUrl {
    fn from(url: &str) -> Self {
        Self(clean_url(url, UrlUse::Link).map_or_else(String::new, Cow::into_owned))
    }
}

impl From<&str> for SafeSrcset {
    fn from(srcset: &str) -> Self {
        let candidates = srcset.split(", ").filter_map(|candidate| {
            let (url, size) = candidate.trim_ascii().split_once(' ')?;
            let url = clean_url(url, UrlUse::Media)?;
            // Without what browsers ignore nothing may be left, or what ends a candidate.
            if url.is_empty() || url.ends_with(',') {
                return None;
            }
            let digits = size.strip_suffix(['w', 'x'])?;
            let is_number = digits
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
            is_number.then(|| [&url, " ", size].concat())
        });
        Self(candidates.collect::<Vec<_>>().join(", "))
    }
}

macro_rules! text_in_json {
    ($($type:ty)*) => {$(
        impl From<String> for $type {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        impl $type {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $type {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

text_in_json! { SafeUrl SafeSrcset }

/// What a URL is for: a link may also open mail or the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlUse {
    Link,
    Media,
}

/// The URL without what browsers ignore, or `None` if its scheme is not on the allow-list.
///
/// For a link: http, https, mailto, tel. For an image or other media: http, https. Relative URLs pass.
/// The answer still has to be escaped where it is written.
pub fn clean_url(url: &str, url_use: UrlUse) -> Option<Cow<'_, str>> {
    let trimmed = url.trim_matches(|character: char| character <= ' ');
    let clean = if trimmed.bytes().any(is_ignored) {
        Cow::Owned(
            trimmed
                .chars()
                .filter(|&c| !matches!(c, '\t' | '\n' | '\r'))
                .collect(),
        )
    } else {
        Cow::Borrowed(trimmed)
    };
    match scheme(&clean) {
        None => Some(clean),
        Some(scheme) if is_allowed(scheme, url_use) => Some(clean),
        Some(_) => None,
    }
}

/// Whether a clean URL names a host, and so may leave the site.
pub fn is_external(url: &str) -> bool {
    url.starts_with("//") || scheme(url).is_some_and(|scheme| is_one_of(scheme, &["http", "https"]))
}

/// What stands between the scheme and the path of an address: a host, perhaps with a port.
pub fn authority(url: &str) -> &str {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    &rest[..end]
}

/// What stands before the first colon, if a browser would take it for a scheme.
fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

fn is_allowed(scheme: &str, url_use: UrlUse) -> bool {
    is_one_of(scheme, &["http", "https"])
        || url_use == UrlUse::Link && is_one_of(scheme, &["mailto", "tel"])
}

fn is_one_of(scheme: &str, allowed: &[&str]) -> bool {
    allowed
        .iter()
        .any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

fn is_ignored(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_no_safe_url() {
        for url in [
            "javascript:alert(1)",
            " \u{1}JaVaScRiPt:alert(1)",
            "java\tscr\nipt\r:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "blob:https://example.org/a",
            "file:///etc/passwd",
        ] {
            assert_eq!(&*SafeUrl::from(url), "", "{url:?}");
        }
    }

    #[test]
    fn what_cannot_run_is_kept_as_browsers_read_it() {
        for (url, safe) in [
            ("https://example.org/?a=b&c", "https://example.org/?a=b&c"),
            (" /a\n/b ", "/a/b"),
            ("mailto:ada@example.org", "mailto:ada@example.org"),
            // No scheme: an entity is no letter where nobody decodes it once more.
            ("java&#115;cript:alert(1)", "java&#115;cript:alert(1)"),
        ] {
            assert_eq!(&*SafeUrl::from(url), safe, "{url:?}");
        }
    }

    #[test]
    fn a_srcset_loses_what_a_page_may_not_hold() {
        let srcset = "/a.avif 480w, javascript:alert(1) 960w, data:image/svg+xml,x 1x, /b.avif 2x,javascript:b 3x, \
                      /c.avif 1.5x, \0 480w, /d.avif,\t 2x";
        let safe = "/a.avif 480w, /c.avif 1.5x";
        assert_eq!(&*SafeSrcset::from(srcset), safe);
        assert_eq!(&*SafeSrcset::from(safe), safe);
        // White space is that of HTML, or what is read once would be another when read again.
        let odd = "\u{2000} 480w";
        assert_eq!(&*SafeSrcset::from(odd), odd);
    }
}
