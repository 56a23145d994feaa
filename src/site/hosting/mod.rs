//! What hosts want to be told: headers, redirects, and how to serve a folder.
//!
//! `headers` and `redirects` are the rules. Netlify and Cloudflare Pages read them as `_headers` and `_redirects`, Vercel
//! as `vercel.json`; for servers of one's own there are examples in `_hosting/`. A host that reads none of this still
//! serves the site well: each page carries its policy, and each old address is a page that leads on.

mod caddy;
pub mod headers;
mod nginx;
mod redirects;
mod vercel;

pub use redirects::Redirect;

use super::output::Outputs;
use headers::HeaderRules;

/// Files that the publisher may write in place of ours.
pub const REPLACEABLE: [&str; 4] = ["_headers", "_redirects", "vercel.json", ".nojekyll"];

/// Adds the pages at old addresses. Before all others, so that none of these is lost to one.
pub fn add_redirects(redirects: &[Redirect], outputs: &mut Outputs) {
    for redirect in redirects {
        if let Some(file) = redirect.html_file() {
            outputs.insert(file, redirect.html());
        }
    }
}

/// Adds the files for hosts. `base_path` has slashes at both ends.
pub fn add(
    headers: &HeaderRules,
    redirects: &[Redirect],
    base_path: &str,
    base_url: &str,
    outputs: &mut Outputs,
) {
    let nginx = nginx::configuration(headers, base_path, outputs.paths());
    outputs.insert("_hosting/nginx.conf", nginx);
    let caddy = caddy::configuration(headers, base_path, base_url);
    outputs.insert("_hosting/Caddyfile", caddy);
    outputs.insert("_headers", headers.to_string());
    if !redirects.is_empty() {
        outputs.insert("_redirects", redirects::file(redirects));
    }
    outputs.insert("vercel.json", vercel::configuration(headers, redirects));
    // Else GitHub Pages leaves out what begins with an underscore.
    outputs.insert(".nojekyll", String::new());
}
