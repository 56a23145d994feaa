//! Reads the entries of `allow`, and tells what is wrong with each.

use super::host::is_host;
use super::{ALWAYS, Allowance, CLICK, KINDS, What};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::config::json_file::JsonFile;
use crate::build::input::front_matter::Value;
use crate::content::url::authority;

pub struct Reader<'a, T> {
    pub file: &'a JsonFile<T>,
    pub problems: &'a mut Problems,
}

impl<T> Reader<'_, T> {
    /// All that is wrong with an entry is told; it counts only if nothing is.
    pub fn entry(&mut self, entry: &Value) -> Option<Allowance> {
        let host = self.host(entry);
        let what = self.what(entry);
        let is_at_press = self.when(entry, what.as_deref().unwrap_or_default());
        let purpose = entry.get("purpose").and_then(Value::text);
        if purpose.is_none() {
            let remedy = "add a `purpose` in a few words, such as \"Comments\"";
            self.error(
                entry.position,
                "readers are not told why this host is asked",
                remedy,
            );
        }
        Some(Allowance {
            host: host?,
            purpose: purpose?.into(),
            is_at_press: is_at_press?,
            what: what?,
        })
    }

    fn host(&mut self, entry: &Value) -> Option<String> {
        let value = entry.get("host");
        let text = value.and_then(Value::text).unwrap_or_default();
        let host = text.to_ascii_lowercase();
        if is_host(&host) {
            return Some(host);
        }
        let alone = authority(&host);
        let remedy = match is_host(alone) {
            true => ["write the host alone: `", alone, "`"].concat(),
            false => {
                "write a name such as `giscus.app`, in the letters that browsers send".to_string()
            }
        };
        let position = value.map_or(entry.position, |value| value.position);
        self.error(position, &["`", text, "` is not a host"].concat(), &remedy);
        None
    }

    fn what(&mut self, entry: &Value) -> Option<Vec<What>> {
        let named = entry.get("what").map_or(&[][..], Value::elements);
        let found: Vec<What> = named.iter().filter_map(|kind| self.kind(kind)).collect();
        if named.is_empty() {
            let what = "this entry does not say what may be asked of the host";
            self.error(
                entry.position,
                what,
                &KINDS_REMEDY.replace("write", "add a `what`:"),
            );
        }
        (!found.is_empty()).then_some(found)
    }

    fn kind(&mut self, value: &Value) -> Option<What> {
        let text = value.text().unwrap_or_default();
        let kind = KINDS.iter().find(|(name, ..)| *name == text);
        if kind.is_none() {
            let what = ["`", text, "` is nothing that can be allowed"].concat();
            self.error(value.position, &what, KINDS_REMEDY);
        }
        kind.map(|(_, what, _)| *what)
    }

    /// Frames and forms wait for the reader, if nothing is said.
    fn when(&mut self, entry: &Value, what: &[What]) -> Option<bool> {
        let mut kinds = KINDS.iter().filter(|(_, kind, _)| what.contains(kind));
        let Some(value) = entry.get("when") else {
            return Some(
                what.iter()
                    .all(|what| matches!(what, What::Frame | What::Form)),
            );
        };
        match value.text() {
            Some(ALWAYS) => Some(false),
            Some(CLICK) => match kinds.find(|(.., can_wait)| !can_wait) {
                Some((name, ..)) => {
                    let what = ["a host cannot wait for a click with `", name, "`"].concat();
                    let remedy = "write `\"when\": \"always\"`, or use a `frame`";
                    self.error(value.position, &what, remedy);
                    None
                }
                None => Some(true),
            },
            _ => {
                let what = "this does not say when the host is asked";
                self.error(value.position, what, "write `always` or `click`");
                None
            }
        }
    }

    fn error(&mut self, position: Position, what: &str, remedy: &str) {
        self.problems.error(&self.file.path, position, what, remedy);
    }
}

const KINDS_REMEDY: &str = "write `script`, `frame`, `connect`, `image`, `form` or `media`";
