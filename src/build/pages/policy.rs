//! The Content-Security-Policy of each kind of page.

/// What a page may load and do: everything that is ours, pictures and media from secure hosts, and nothing else. So a page
/// says it of itself; who may frame it, only a header can say.
pub fn policy_of_page(style_source: &str, script_sources: &str) -> String {
    policy(style_source, script_sources, "article default")
}

/// The same for whatever lies on the site: the publisher's own pages may show embeds of the blog as other people's do. Ours
/// keep to what they say of themselves as well.
pub fn policy_of_files(style_source: &str, script_sources: &str) -> String {
    let policy = policy(style_source, script_sources, "article default recto-embed");
    policy_with_frames(&policy)
}

/// The same for a page that others may frame, which has nothing inlined, and of scripts only that of the elements.
///
/// It names the site's origin as well, because WebKit does not take that for `'self'` in a frame with `sandbox`.
pub fn policy_of_frame(origin: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b":/.-[]".contains(&byte);
    let origin = Some(origin).filter(|origin| origin.bytes().all(is_plain));
    let own = ["'self' ", origin.unwrap_or_default()].concat();
    policy("", "", "recto-embed").replace("'self'", own.trim_end())
}

/// What a picture may do that is opened by itself: show itself. A drawing (SVG) could hold a script, and would run as a
/// page of the site.
pub fn policy_of_pictures() -> String {
    [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// A policy for a page with frames of our own in it.
pub fn policy_with_frames(policy: &str) -> String {
    [policy, "; frame-src 'self'"].concat()
}

fn policy(style_source: &str, script_sources: &str, trusted_types: &str) -> String {
    let script = ["script-src 'self' 'wasm-unsafe-eval' ", script_sources].concat();
    let style = ["style-src 'self' ", style_source].concat();
    [
        "default-src 'none'",
        script.trim_end(),
        style.trim_end(),
        "img-src 'self' https:",
        "media-src 'self' https:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        &["trusted-types ", trusted_types].concat(),
    ]
    .join("; ")
}
