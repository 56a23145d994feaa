//! Where else somebody is to be found, as other systems write it.

use crate::build::input::front_matter::{Value, http_url};

const LINKS: [&str; 6] = [
    "social", "socials", "links", "same_as", "profiles", "network",
];

/// What stands before a name on sites that are often written without it.
const SITES: [(&str, &str); 7] = [
    ("github", "https://github.com/"),
    ("gitlab", "https://gitlab.com/"),
    ("twitter", "https://x.com/"),
    ("x", "https://x.com/"),
    ("linkedin", "https://www.linkedin.com/in/"),
    ("instagram", "https://www.instagram.com/"),
    ("facebook", "https://www.facebook.com/"),
];

/// Addresses of profiles: under a key for all, or under one for each site, there as a name or as an address.
pub fn profiles(facts: &Value) -> Vec<String> {
    let lists = LINKS.iter().filter_map(|key| facts.get(key));
    let listed = lists.flat_map(|list| {
        let elements = list.elements().iter().filter(|_| list.entries().is_empty());
        let addressed = elements.map(|link| match link.text() {
            Some(address) => address.to_owned(),
            None => text(link, &["url", "link", "href", "icon_link"]),
        });
        let named = list
            .entries()
            .iter()
            .map(|(site, name)| profile(site, name.text().unwrap_or_default()));
        addressed.chain(named).collect::<Vec<_>>()
    });
    let named = SITES
        .iter()
        .map(|(site, _)| profile(site, &text(facts, &[site])));
    let mut profiles: Vec<String> = Vec::new();
    for address in listed.chain(named).filter_map(|address| http_url(&address)) {
        if !profiles.contains(&address) {
            profiles.push(address);
        }
    }
    profiles
}

/// `https://github.com/ada` of `github` and `ada` or `@ada`. An address stays one.
fn profile(site: &str, name: &str) -> String {
    let known = SITES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(site));
    match known.filter(|_| !name.is_empty() && !name.contains(['/', ':'])) {
        Some((_, start)) => [start, name.trim_start_matches('@')].concat(),
        None => name.into(),
    }
}

/// The first text under one of the keys; empty where there is none.
pub fn text(facts: &Value, keys: &[&str]) -> String {
    let mut values = keys.iter().filter_map(|key| facts.get(key)?.text());
    values.next().unwrap_or_default().into()
}
