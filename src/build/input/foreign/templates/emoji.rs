//! Names of emoji between colons, `:tada:`, where the system that a blog was written for is configured to read them.

use super::Context;
use super::transpiler::Transpiler;
use crate::build::input::front_matter::Value;
use crate::build::options::project::System;

/// No name is longer.
const MAX_LENGTH: usize = 50;

impl Context<'_> {
    /// Hugo has `enableEmoji`, Zola `render_emoji`, Jekyll the plugin `jemoji`.
    pub(super) fn has_emoji(&self) -> bool {
        let config = self.values[1];
        let is_set = |table: Option<&Value>, key: &str| {
            table
                .and_then(|table| table.get(key))
                .and_then(Value::truth)
                == Some(true)
        };
        match self.system {
            System::Hugo => is_set(Some(config), "enableEmoji"),
            System::Zola => is_set(config.get("markdown"), "render_emoji"),
            System::Jekyll => ["plugins", "gems"].iter().any(|key| {
                let names = config.get(key).map_or(&[][..], Value::elements).iter();
                names.filter_map(Value::text).any(|name| name == "jemoji")
            }),
            System::Astro | System::Recto => false,
        }
    }
}

impl Transpiler<'_> {
    pub(super) fn emoji(&mut self, start: usize) {
        let rest = &self.text[start + 1..];
        let is_of_name =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-');
        let length = rest
            .bytes()
            .take(MAX_LENGTH)
            .take_while(|byte| is_of_name(*byte))
            .count();
        if !rest[length..].starts_with(':') {
            return;
        }
        if let Some(emoji) = emojis::get_by_shortcode(&rest[..length]) {
            self.replace(start, start + length + 2, emoji.as_str());
        }
    }
}
