//! Code that the build before has highlighted: more than half of the time of a build without it.

use crate::build::store::cache::Cache;
use crate::build::store::fingerprint;
use crate::build::store::json::json;
use crate::markdown::CodeTokens;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// In the cache. Another number when other tokens come out for the same code.
const FILE: &str = "highlighted-1.json";

/// Tokens by the digest of language and code.
type Tokens = BTreeMap<String, CodeTokens>;

/// Never changes what is built, only how soon: the renderer ignores tokens that do not fit the code.
pub struct Highlighted {
    before: Tokens,
    now: Mutex<Tokens>,
}

impl Highlighted {
    /// What the cache has; nothing, if that cannot be read.
    pub fn read(cache: &Cache) -> Self {
        let file = cache.read(FILE).unwrap_or_default();
        Self {
            before: serde_json::from_slice(&file).unwrap_or_default(),
            now: Mutex::default(),
        }
    }

    /// The tokens of a code block, made only if they were not before.
    pub fn tokens(
        &self,
        language: &str,
        code: &str,
        make: impl FnOnce() -> CodeTokens,
    ) -> CodeTokens {
        let key = fingerprint::hex([language, "\0", code].concat().as_bytes());
        let tokens = self.before.get(&key).cloned().unwrap_or_else(make);
        // A thread that panicked while it held the lock has left a whole map behind.
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.insert(key, tokens.clone());
        tokens
    }

    /// Keeps what this build has needed.
    pub fn write(&self, cache: &Cache) {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if *now != self.before {
            // Without a cache the next build is slower, and the same.
            cache.write(FILE, &json(&*now));
        }
    }
}
