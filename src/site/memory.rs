//! What one build leaves for the next, so that a change on the disk costs no more than what it touches.

use super::enrich::{Body, Rendering};
use super::media::MediaFile;
use super::{formulas::Formulas, highlight::Highlighter};
use std::collections::HashMap;
use std::hash::Hash;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::SystemTime;

pub type Digest = [u8; 32];

/// Never changes what is built, only how soon.
pub struct Memory {
    pub highlighter: LazyLock<Highlighter>,
    pub formulas: Formulas,
    /// By the digest of the Markdown.
    pub bodies: Memo<Digest, Arc<Body>>,
    /// By the digest of the Markdown; what its links and images were may have changed since.
    pub renderings: Memo<Digest, Arc<Rendering>>,
    /// By path, time of the last change, and size.
    pub media: Memo<(PathBuf, Option<SystemTime>, u64), Arc<MediaFile>>,
}

impl Memory {
    pub fn new() -> Self {
        Self {
            highlighter: LazyLock::new(Highlighter::new),
            formulas: Formulas::new(),
            bodies: Memo::default(),
            renderings: Memo::default(),
            media: Memo::default(),
        }
    }

    /// Forgets what the last build did not need.
    pub fn begin_build(&mut self) {
        self.bodies.begin_build();
        self.renderings.begin_build();
        self.media.begin_build();
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

/// Values of the last build and of this one.
pub struct Memo<K, V> {
    before: HashMap<K, V>,
    now: Mutex<HashMap<K, V>>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self {
            before: HashMap::new(),
            now: Mutex::default(),
        }
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    pub fn known(&self, key: &K) -> Option<V> {
        self.before.get(key).cloned()
    }

    /// Keeps the value for the next build, and hands it back.
    pub fn keep(&self, key: K, value: V) -> V {
        self.now
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, value.clone());
        value
    }

    fn begin_build(&mut self) {
        self.before = std::mem::take(self.now.get_mut().unwrap_or_else(PoisonError::into_inner));
    }
}
