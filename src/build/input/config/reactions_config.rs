//! What `site.json` says of reactions: `reactions`, which readers can give, and `reactions_endpoint`, where those of all
//! readers are counted.

use super::allow::{Allowances, Verdict, What, is_host};
use super::base_url::is_base_url;
use super::json_file::JsonFile;
use crate::build::diagnostics::problem::Problems;
use crate::content::site::Site;
use crate::content::url::authority;
use std::collections::BTreeSet;

/// As pages say it to the app: with `{path}` for the path of the article's page, or `{slug}` for its name. Nothing where
/// nobody counts. Tells an address that is none or counts all articles as one, and a host that pages may not ask when they are
/// read.
pub fn endpoint(
    site: &Site,
    allowances: &Allowances,
    file: &JsonFile<Site>,
    problems: &mut Problems,
) -> Option<String> {
    const KEY: &str = "reactions_endpoint";
    file.tree.get(KEY)?;
    let url = &*file.text(&[KEY]);
    let (what, remedy) = if !is_base_url(url) || !is_host(authority(url)) {
        let what = ["`", url, "` is not an absolute URL"].concat();
        (
            what,
            "write it as `https://hearts.example/{url}`, or take it out".into(),
        )
    } else if !url.contains("{url}") && !url.contains("{slug}") {
        let what = ["`", url, "` is the same for all articles"].concat();
        (
            what,
            "put `{url}` or `{slug}` where the article is to be named".into(),
        )
    } else if allowances.verdict(What::Connect, url) == Verdict::AtPress {
        let what = [
            "`",
            url,
            "` is asked when an article is read, and `allow` says `click`",
        ]
        .concat();
        (what, "write `\"when\": \"always\"` there".into())
    } else if let Some(refused) = allowances.refused(What::Connect, url) {
        refused
    } else {
        let page = [authority(&site.base_url), "{path}"].concat();
        return Some(url.replace("{url}", &page));
    };
    file.error(&[KEY], &[&what], &remedy, problems);
    None
}

/// Tells reactions that cannot be stored or shown.
pub fn check_kinds(site: &Site, file: &JsonFile<Site>, problems: &mut Problems) {
    let mut ids = BTreeSet::new();
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    for (index, kind) in site.reactions.iter().enumerate() {
        let keys = ["reactions", &index.to_string(), "id"];
        if kind.id.is_empty() || !kind.id.bytes().all(is_allowed) {
            let what = ["`", &kind.id, "` cannot be the id of a reaction"];
            file.error(
                &keys,
                &what,
                "use small letters a to z, digits and hyphens",
                problems,
            );
        } else if !ids.insert(&kind.id) {
            let what = ["the reaction `", &kind.id, "` is there twice"];
            file.error(
                &keys,
                &what,
                "give each reaction an id of its own",
                problems,
            );
        }
        for (name, text) in [("emoji", &kind.emoji), ("label", &kind.label)] {
            if text.trim().is_empty() {
                let what = ["the reaction `", &kind.id, "` has no ", name];
                let remedy = ["add its `\"", name, "\"`"].concat();
                file.error(&keys[..2], &what, &remedy, problems);
            }
        }
    }
}
