//! The links of the site's menus: where each leads, in their order. One that leads nowhere is told.

use super::links::Targets;
use super::target::Target;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::menus::{Menu, MenuLink};
use crate::content::site::NavigationLink;
use crate::route::Route;
use std::collections::{HashMap, HashSet};

/// What stands at the head and at the foot of every page.
#[derive(Default)]
pub struct Menus {
    pub main: Vec<NavigationLink>,
    pub footer: Vec<NavigationLink>,
}

impl Menus {
    /// `titles` are those of articles and pages.
    pub fn new(
        mut links: Vec<MenuLink>,
        targets: &Targets,
        titles: &HashMap<Route, String>,
        problems: &mut Problems,
    ) -> Self {
        links.sort_by_key(|link| link.weight.unwrap_or(i64::MAX));
        let (mut menus, mut known) = (Self::default(), HashSet::new());
        for link in &links {
            let Some((href, title)) = followed(link, targets, titles) else {
                let what = [
                    "this entry of a menu leads nowhere: there is no `",
                    &link.href,
                    "`",
                ];
                let remedy = "correct its address, or take it out";
                problems.error(&link.path, link.position, what.concat(), remedy);
                continue;
            };
            let label = match link.label.is_empty() {
                true => title.unwrap_or_else(|| href.trim_matches('/').into()),
                false => link.label.clone(),
            };
            let menu = match link.menu {
                Menu::Main => &mut menus.main,
                Menu::Footer => &mut menus.footer,
            };
            // A page may be named in the configuration and in its own head.
            if known.insert((link.menu, href.clone())) {
                let href = href.into();
                menu.push(NavigationLink { label, href });
            }
        }
        menus
    }
}

/// The address from the site's root, or as it is, and the title of what is there.
fn followed(
    link: &MenuLink,
    targets: &Targets,
    titles: &HashMap<Route, String>,
) -> Option<(String, Option<String>)> {
    let below_root = |url: &str| {
        let path = url.strip_prefix(targets.base_path()).unwrap_or(url);
        ["/", path].concat()
    };
    // Some write paths from the root without the slash.
    let from_root = ["/", link.href.trim_start_matches('/')].concat();
    let ways = [link.href.as_str(), from_root.as_str()];
    ways.into_iter()
        .find_map(|href| match targets.resolve("", href) {
            Target::AsWritten => Some((href.into(), None)),
            Target::Text { route, url, .. } => {
                Some((below_root(&url), titles.get(&route).cloned()))
            }
            Target::Page { url } if url.starts_with("mailto:") => Some((url, None)),
            Target::Page { url } | Target::PublicFile { url, .. } => Some((below_root(&url), None)),
            Target::File { .. }
            | Target::Unknown { .. }
            | Target::Skipped { .. }
            | Target::NoLink { .. }
            | Target::Missing { .. } => None,
        })
}
