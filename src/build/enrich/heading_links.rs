//! Links within a page, as the ids of headings are made elsewhere.

use crate::markdown::{Extract, heading_id};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeMap;

/// Links of the text that mean a heading by the id that Zola, Hugo, GitHub or kramdown gives it, each with one by the
/// heading's own words, which the renderer finds.
pub fn heading_links(extract: &Extract) -> BTreeMap<String, String> {
    let mut links = BTreeMap::new();
    for link in &extract.links {
        let Some(fragment) = link.url.strip_prefix('#').filter(|id| !id.is_empty()) else {
            continue;
        };
        let fragment = percent_decode_str(fragment).decode_utf8_lossy();
        let is_ours = |heading: &String| heading_id(heading) == fragment;
        if extract.headings.iter().any(is_ours) {
            continue;
        }
        let is_meant = |heading: &&String| ids(heading).iter().any(|id| *id == fragment);
        if let Some(heading) = extract.headings.iter().find(is_meant) {
            let words = utf8_percent_encode(heading.trim(), NON_ALPHANUMERIC);
            links.insert(link.url.clone(), format!("#{words}"));
        }
    }
    links
}

/// Of Zola, which writes all in ASCII; of Hugo and GitHub, which take out what is no letter; of kramdown, which takes
/// out what comes before the first letter, too.
fn ids(heading: &str) -> [String; 3] {
    let of_github: String = (heading.trim().to_lowercase().chars())
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect();
    let of_kramdown = of_github.trim_start_matches(|c: char| !c.is_alphabetic());
    [
        slug::slugify(heading),
        of_kramdown.to_string(),
        of_github.clone(),
    ]
}
