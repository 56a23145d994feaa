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

use super::output::{Contents, Outputs};
use headers::HeaderRules;

/// Adds the pages at old addresses. Before all others, so that none of these is lost to one.
pub fn add_redirects(redirects: &[Redirect], outputs: &mut Outputs) {
    for redirect in redirects {
        if let Some(file) = redirect.html_file() {
            outputs.insert(file, redirect.html());
        }
    }
}

/// Adds the files for hosts, but for those that the publisher wrote. `base_path` has slashes at both ends.
pub fn add(
    headers: &HeaderRules,
    redirects: &[Redirect],
    base_path: &str,
    base_url: &str,
    outputs: &mut Outputs,
) {
    let nginx = nginx::configuration(headers, redirects, base_path, outputs.paths());
    let caddy = caddy::configuration(headers, redirects, base_path, base_url);
    let mut files: Vec<(&str, Contents)> = vec![
        ("_hosting/nginx.conf", nginx.into()),
        ("_hosting/Caddyfile", caddy.into()),
        ("_headers", headers.to_string().into()),
        (
            "vercel.json",
            vercel::configuration(headers, redirects).into(),
        ),
        // Else GitHub Pages leaves out what begins with an underscore.
        (".nojekyll", String::new().into()),
    ];
    if !redirects.is_empty() {
        files.push(("_redirects", redirects::file(redirects).into()));
    }
    for (path, contents) in files {
        if outputs.get(path).is_none() {
            outputs.insert(path, contents);
        }
    }
}
