//! What every URL of a site begins with.

/// Whether a text can be the start of every URL of the site.
pub fn is_base_url(url: &str) -> bool {
    let absolute = url.starts_with("https://") || url.starts_with("http://");
    absolute
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\"'<>\\".contains(c))
}
