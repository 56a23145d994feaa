//! What hosts want to be told: headers, redirects, and how to serve a folder.
//!
//! `headers` and `redirects` are the rules. Netlify and Cloudflare Pages read them as `_headers` and `_redirects`, Vercel
//! as `vercel.json`; for servers of one's own there are examples in `_hosting/`. A host that reads none of this still
//! serves the site well: each page carries its policy, and each old address is a page that leads on. `limits` tells what
//! single hosts do not take.

mod caddy;
pub mod headers;
pub mod host_limits;
mod nginx;
mod redirects;
mod vercel;

pub use redirects::Redirect;

use crate::build::store::output::{Claim, Contents, Maker, OutputFiles};
use crate::content::site::Site;
use headers::HeaderRules;
use std::collections::BTreeMap;

const NGINX: &str = "_hosting/nginx.conf";

/// The files for hosts, but for those that the publisher wrote, and the pages at old addresses. `paths` are all files of
/// the site.
pub fn hosting<'a>(
    headers: &HeaderRules,
    redirects: &[Redirect],
    site: &Site,
    paths: impl Iterator<Item = &'a str> + Clone,
) -> OutputFiles {
    let (base_path, base_url) = (site.base_path(), &site.base_url);
    let nginx = nginx::configuration(headers, redirects, base_path, paths.clone());
    let with_nginx = paths.chain([NGINX]);
    let caddy = caddy::configuration(headers, redirects, base_path, base_url, with_nginx);
    let mut files = OutputFiles::of(Maker::part("the files for hosts"));
    let mut insert = |path: &str, contents: Contents| {
        files.insert_as(Claim::Fallback, path, contents);
    };
    insert(NGINX, nginx.into());
    insert("_hosting/Caddyfile", caddy.into());
    insert("_headers", headers.to_string().into());
    if !redirects.is_empty() {
        insert("_redirects", redirects::file(redirects).into());
    }
    insert(
        "vercel.json",
        vercel::configuration(headers, redirects).into(),
    );
    // Without this file, GitHub Pages publishes nothing whose name begins with an underscore.
    insert(".nojekyll", String::new().into());
    // There may be too many of these for rules of their own: each says itself what may be done with it.
    for redirect in redirects {
        if let Some(file) = redirect.html_file() {
            insert(&file, redirect.html().into());
        }
    }
    files
}

/// What the publisher is told of old addresses that not every host can lead on from.
pub fn query_note(redirects: &[Redirect]) -> Option<String> {
    let with_query = |redirect: &&Redirect| redirect.with_query().is_some();
    let count = redirects.iter().filter(with_query).count();
    let note = format!(
        "old addresses with a `?`, of which there are {count}, lead on from Netlify, Vercel, nginx and Caddy; \
         Cloudflare Pages and hosts that read no rules show the page before the `?`"
    );
    (count > 0).then_some(note)
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
