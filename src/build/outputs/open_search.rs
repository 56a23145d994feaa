//! `opensearch.xml`: what browsers read to search the site from their address bar.

use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::build::store::xml;
use crate::content::site::Site;
use crate::i18n::message;
use crate::route::{OPEN_SEARCH, QUERY, Route};
use serde::Serialize;

/// Characters of the short name, at most, by the specification.
const MAX_SHORT_NAME: usize = 16;

#[derive(Serialize)]
#[serde(rename = "OpenSearchDescription", rename_all = "PascalCase")]
struct Description<'a> {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    short_name: String,
    long_name: &'a str,
    description: String,
    input_encoding: &'static str,
    language: &'a str,
    url: Url,
}

#[derive(Serialize)]
struct Url {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@method")]
    method: &'static str,
    #[serde(rename = "@template")]
    template: String,
}

pub fn open_search(loaded: &LoadedSite) -> OutputFiles {
    let mut files = OutputFiles::of(Maker::part("what browsers search the site with"));
    files.insert_as(Claim::Fallback, OPEN_SEARCH, description(&loaded.site));
    files
}

fn description(site: &Site) -> String {
    let page = [&*site.base_url, &*Route::Search.path()].concat();
    let title = [
        &*site.title,
        " – ",
        &site.translator().text(message::SEARCH),
    ]
    .concat();
    xml::document(&Description {
        namespace: "http://a9.com/-/spec/opensearch/1.1/",
        short_name: site.title.chars().take(MAX_SHORT_NAME).collect(),
        long_name: &site.title,
        description: title,
        input_encoding: "UTF-8",
        language: &site.language,
        url: Url {
            kind: "text/html",
            method: "get",
            template: [&*page, "?", QUERY, "={searchTerms}"].concat(),
        },
    })
}
