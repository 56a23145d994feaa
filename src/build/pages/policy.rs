//! The Content-Security-Policy of each kind of page, made of what the publisher allows.

use crate::build::input::config::{Allowances, What};

/// What a page may load and do: everything that is ours, pictures and media from secure hosts, and what the publisher
/// allows. So a page says it of itself; who may frame it, only a header can say. `frames_own`: whether frames of the site
/// itself stand in it.
pub fn policy_of_page(
    style_source: &str,
    script_sources: &str,
    allowances: &Allowances,
    frames_own: bool,
) -> String {
    let policy = policy(style_source, script_sources, allowances, "article default");
    let own = if frames_own { "'self'" } else { "" };
    [policy, frame_sources(own, allowances)].concat()
}

/// The same for whatever lies on the site: the publisher's own pages may show embeds of the blog as other people's do. Ours
/// keep to what they say of themselves as well.
pub fn policy_of_files(
    style_source: &str,
    script_sources: &str,
    allowances: &Allowances,
) -> String {
    let policy = policy(
        style_source,
        script_sources,
        allowances,
        "article default recto-embed",
    );
    [policy, frame_sources("'self'", allowances)].concat()
}

/// The same for a page that others may frame, which has nothing inlined, and of scripts only that of the elements.
///
/// It names the site's origin as well, because WebKit does not take that for `'self'` in a frame with `sandbox`.
pub fn policy_of_frame(origin: &str, allowances: &Allowances) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b":/.-[]".contains(&byte);
    let origin = Some(origin).filter(|origin| origin.bytes().all(is_plain));
    let own = ["'self' ", origin.unwrap_or_default()].concat();
    policy("", "", &allowances.of_articles(), "recto-embed").replace("'self'", own.trim_end())
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

/// The same for the page to write at: it shows pictures that lie on the publisher's device, and what it renders goes through a
/// Trusted Types policy of its own, because the app may have taken that of articles.
pub fn policy_with_drafts(policy: &str) -> String {
    policy
        .replace("img-src ", "img-src blob: ")
        .replace("trusted-types article", "trusted-types draft article")
}

/// A policy for a page with frames of our own in it, and of nobody else.
pub fn policy_with_frames(policy: &str) -> String {
    [policy, "; frame-src 'self'"].concat()
}

/// Nothing where there are no frames.
fn frame_sources(own: &str, allowances: &Allowances) -> String {
    match sources(own, What::Frame, allowances) {
        sources if sources.is_empty() => String::new(),
        sources => ["; frame-src ", &sources].concat(),
    }
}

fn policy(
    style_source: &str,
    script_sources: &str,
    allowances: &Allowances,
    trusted_types: &str,
) -> String {
    let own_scripts = ["'self' 'wasm-unsafe-eval' ", script_sources].concat();
    // Without a list of the publisher's, whoever has a picture may be asked for it.
    let pictures = match allowances.is_given() {
        true => "'self'",
        false => "'self' https:",
    };
    let style = ["style-src 'self' ", style_source].concat();
    let form_action = match sources("", What::Form, allowances) {
        hosts if hosts.is_empty() => "'none'".into(),
        hosts => hosts,
    };
    let of = |directive: &str, own: &str, what| {
        [directive, " ", &sources(own, what, allowances)].concat()
    };
    [
        "default-src 'none'",
        &of("script-src", own_scripts.trim_end(), What::Script),
        style.trim_end(),
        &of("img-src", pictures, What::Image),
        &of("media-src", pictures, What::Media),
        "font-src 'self'",
        &of("connect-src", "'self'", What::Connect),
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        &["form-action ", &form_action].concat(),
        "require-trusted-types-for 'script'",
        &["trusted-types ", trusted_types].concat(),
    ]
    .join("; ")
}

/// What is ours, and the hosts that the publisher allows.
fn sources(own: &str, what: What, allowances: &Allowances) -> String {
    let own = Some(own).filter(|own| !own.is_empty());
    let sources: Vec<&str> = own.into_iter().chain(allowances.hosts(what)).collect();
    sources.join(" ")
}
