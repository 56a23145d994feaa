//! The pictures that `theme.json` names.

use super::Reader;
use crate::build::input::front_matter::{Located, Value, located};

impl Reader<'_> {
    pub(super) fn logo(&mut self, logo: &Value) -> Option<(Located, Option<Located>)> {
        let light = logo.get("light").or(Some(logo)).and_then(located);
        if light.is_none() {
            let remedy = "write `\"logo\": \"logo.svg\"`, or `{ \"light\": \"a.svg\", \"dark\": \"b.svg\" }`";
            self.error(logo.position, "this is not the path of a picture", remedy);
        }
        Some((light?, logo.get("dark").and_then(located)))
    }

    pub(super) fn favicon(&mut self, value: &Value) -> Option<Located> {
        let path = located(value);
        if path.is_none() {
            let what = "this is not the path of a picture";
            let remedy = "write `\"favicon\": \"mark.svg\"`, a file in the folder `public`";
            self.error(value.position, what, remedy);
        }
        path
    }
}
