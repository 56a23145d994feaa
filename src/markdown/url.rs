//! Which URLs from content may be written, read the way browsers read them.

use std::borrow::Cow;

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
pub(super) fn is_external(url: &str) -> bool {
    url.starts_with("//") || scheme(url).is_some_and(|scheme| is_one_of(scheme, &["http", "https"]))
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
