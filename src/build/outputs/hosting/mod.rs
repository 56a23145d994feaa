//! What hosts want to be told: headers, redirects, and how to serve a folder.
//!
//! `headers` and `redirects` are the rules. Netlify and Cloudflare Pages read them as `_headers` and `_redirects`, Vercel
//! as `vercel.json`; for servers of one's own there are examples in `_hosting/`. A host that reads none of this still
//! serves the site well: each page carries its policy, and each old address is a page that leads on. `limits` tells what
//! single hosts do not take.

mod caddy;
pub mod headers;
pub mod limits;
mod nginx;
mod redirects;
mod vercel;

pub use redirects::Redirect;

use crate::build::store::output::Outputs;
use headers::HeaderRules;
use std::collections::BTreeMap;

/// Adds the files for hosts, but for those that the publisher wrote, and the pages at old addresses, of which there may be
/// too many for rules of their own: they say themselves what may be done with them. `base_path` has slashes at both ends.
pub fn add(
    headers: &HeaderRules,
    redirects: &[Redirect],
    base_path: &str,
    base_url: &str,
    outputs: &mut Outputs,
) {
    let nginx = nginx::configuration(headers, redirects, base_path, outputs.paths());
    outputs.insert_missing("_hosting/nginx.conf", nginx);
    let caddy = caddy::configuration(headers, redirects, base_path, base_url, outputs.paths());
    outputs.insert_missing("_hosting/Caddyfile", caddy);
    outputs.insert_missing("_headers", headers.to_string());
    if !redirects.is_empty() {
        outputs.insert_missing("_redirects", redirects::file(redirects));
    }
    outputs.insert_missing("vercel.json", vercel::configuration(headers, redirects));
    // Else GitHub Pages leaves out what begins with an underscore.
    outputs.insert_missing(".nojekyll", String::new());
    for redirect in redirects {
        if let Some(file) = redirect.html_file() {
            outputs.insert_missing(file, redirect.html());
        }
    }
}

/// What each kind of file of this site is, by its extension; older servers do not know all of them.
fn media_types<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, &'static str> {
    let extension = |path: &'a str| {
        let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
        let (_, extension) = name.rsplit_once('.')?;
        let is_plain = extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_plain.then_some(extension)
    };
    let kinds = paths.filter_map(extension).filter_map(|extension| {
        let kind = mime_guess::from_ext(extension).first_raw()?;
        Some((extension, kind))
    });
    kinds.collect()
}
