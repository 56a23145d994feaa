//! Whether a head keeps its text from being published, or from being listed, where whatever may mean that does; and as what
//! it is shown.

use super::fields::FrontMatter;
use super::fields_by_name::Head;
use super::key_names::{DRAFT, HIDDEN, NOINDEX, PUBLIC, STATUS, UNLISTED, UNPUBLISHED};
use super::value::Value;
use crate::build::options::project::System;

impl FrontMatter {
    /// Whether the article is not to be published yet, whatever its date.
    pub fn is_draft(head: &Value) -> bool {
        let any = |keys: &[&str], is_meant: fn(&Value) -> bool| {
            keys.iter().filter_map(|key| head.get(key)).any(is_meant)
        };
        // What is neither a yes nor a no is more likely a remark about an unfinished text.
        any(DRAFT, |value| value.truth() != Some(false))
            || any(PUBLIC, |value| value.truth() == Some(false))
            || any(STATUS, |value| value.text().is_some_and(is_unpublished))
            || any(&["build", "_build"], |build| {
                let says_never =
                    |key: &&str| build.get(key).and_then(Value::text).is_some_and(is_never);
                ["render", "list"].iter().any(says_never)
            })
    }

    /// Whether it is to be found only by those who know its address.
    pub fn is_unlisted(head: &Value, system: System) -> bool {
        let says_so = |key: &&str| head.get(key).and_then(Value::truth) == Some(true);
        // Eleventy writes no page of it.
        let has_no_page = head.get("permalink").and_then(Value::text) == Some("false");
        has_no_page
            || UNLISTED.iter().any(says_so)
            || system != System::Jekyll && HIDDEN.iter().any(says_so)
    }
}

impl FrontMatter {
    /// Whether the head says that the text is a page, be it dated or not.
    pub fn is_page(head: &Value) -> bool {
        let kind = head.get("type").and_then(Value::text);
        kind.is_some_and(|kind| kind.eq_ignore_ascii_case("page"))
    }

    /// What other systems show it with; empty where it does not say.
    pub fn layout(head: &Value) -> String {
        let layouts = ["layout", "template"].iter();
        let mut layouts = layouts.filter_map(|key| head.get(key)?.text());
        let layout = layouts.next().unwrap_or_default();
        layout.trim_end_matches(".html").to_lowercase()
    }
}

impl Head<'_> {
    /// Whether search engines may list the article.
    pub(super) fn is_indexed(&self) -> bool {
        self.truth(NOINDEX) != Some(true) && !self.find(&["robots"]).is_some_and(forbids_index)
    }
}

/// Of `robots: noindex, nofollow`.
fn forbids_index(robots: &Value) -> bool {
    robots
        .text()
        .is_some_and(|robots| robots.contains("noindex"))
}

fn is_unpublished(status: &str) -> bool {
    UNPUBLISHED
        .iter()
        .any(|state| status.eq_ignore_ascii_case(state))
}

/// Hugo's `build` may be told so in words or as a truth value.
fn is_never(text: &str) -> bool {
    ["never", "false"]
        .iter()
        .any(|never| text.eq_ignore_ascii_case(never))
}
