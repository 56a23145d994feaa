//! What browsers check on the way of an article's HTML into the page.

use crate::judge::{ATTRIBUTES, GENERIC, MATHML, MATHML_ATTRIBUTES, TAGS};
use recto::components::article_body::sanitizer_config;
use serde_json::Value;
use std::collections::BTreeSet;

/// The browsers' own check lets through what `ammonia` does, for which all texts here are tried.
#[test]
fn browsers_check_for_the_same_names() {
    let configuration: Value =
        serde_json::from_str(sanitizer_config::CONFIGURATION).expect("it is JSON");
    let names = |list: &str| -> BTreeSet<String> {
        let list = configuration[list].as_array().expect("a list").iter();
        list.map(|name| {
            name.as_str()
                .or(name["name"].as_str())
                .expect("a name")
                .into()
        })
        .collect()
    };
    let words = |lists: &[&'static str]| -> BTreeSet<String> {
        let words = lists.iter().flat_map(|list| list.split_whitespace());
        words.map(String::from).collect()
    };
    let attributes = ATTRIBUTES.map(|(_, list)| list).into_iter();
    let attributes: Vec<_> = attributes
        .chain([GENERIC, MATHML_ATTRIBUTES, "class"])
        .collect();
    assert_eq!(names("elements"), words(&[TAGS, MATHML]));
    assert_eq!(names("attributes"), words(&attributes));
}
