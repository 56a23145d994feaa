//! What one build leaves for the next, so that a change on the disk costs no more than what it touches.

use super::body::Body;
use super::highlight_cache::Highlighted;
use super::media_file::MediaFile;
use super::{formulas::Formulas, highlight::Highlighter};
use crate::build::options::BuildOptions;
use crate::build::store::cache::Cache;
use crate::markdown::{CodeTokens, Enrichment, Rendered};
use std::collections::HashMap;
use std::hash::Hash;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::SystemTime;

/// The Markdown as HTML, and the enrichment it was rendered with.
pub struct Rendering {
    pub enrichment: Enrichment,
    pub rendered: Rendered,
}

pub type Digest = [u8; 32];

/// Never changes what is built, only how soon.
pub struct BuildCache {
    highlighter: LazyLock<Highlighter>,
    pub formulas: Formulas,
    /// By the digest of the Markdown.
    pub bodies: Memo<Digest, Arc<Body>>,
    /// By the digest of the Markdown; what its links and images were may have changed since.
    pub renderings: Memo<Digest, Arc<Rendering>>,
    /// By path, time of the last change, and size.
    pub media: Memo<(PathBuf, Option<SystemTime>, u64), Arc<MediaFile>>,
    /// For a process that builds once; another remembers whole bodies.
    pub highlighted: Option<Highlighted>,
    /// Pictures and other files that are slow to make.
    pub files: Cache,
    /// Whether pictures are made at all.
    pub makes_pictures: bool,
}

impl BuildCache {
    /// For a process that builds once: there is no next build to keep anything for.
    pub fn for_one_build() -> Self {
        Self::with(false)
    }

    pub fn for_many_builds() -> Self {
        Self::with(true)
    }

    fn with(keeps: bool) -> Self {
        Self {
            highlighter: LazyLock::new(Highlighter::new),
            formulas: Formulas::new(),
            bodies: Memo::new(keeps),
            renderings: Memo::new(keeps),
            media: Memo::new(keeps),
            highlighted: None,
            files: Cache::new(None),
            makes_pictures: false,
        }
    }

    /// The classes of a code block; none for a language that no grammar is known for.
    pub fn tokens(&self, language: &str, code: &str) -> CodeTokens {
        let make = || self.highlighter.tokens(language, code).unwrap_or_default();
        match &self.highlighted {
            Some(highlighted) => highlighted.tokens(language, code, make),
            None => make(),
        }
    }

    /// Keeps what this build has made.
    pub fn end_build(&self) {
        if let Some(highlighted) = &self.highlighted {
            highlighted.write(&self.files);
        }
    }

    /// Forgets what this build did not need, after all that it did need was copied.
    pub fn forget_the_rest(&self, options: &BuildOptions) {
        if options.images {
            self.files.forget_the_rest();
        }
    }

    /// Forgets what the last build did not need.
    pub fn begin_build(&mut self, options: &BuildOptions) {
        self.files = Cache::new(options.cache.clone());
        self.makes_pictures = options.images;
        self.highlighted = match self.bodies.now {
            // Such a process copies nothing out of the cache, and would keep it for all its time.
            Some(_) => None,
            None => {
                self.files.lock();
                Some(Highlighted::read(&self.files))
            }
        };
        self.bodies.begin_build();
        self.renderings.begin_build();
        self.media.begin_build();
    }
}

/// Values of the last build and, if they are to be kept, of this one.
pub struct Memo<K, V> {
    before: HashMap<K, V>,
    now: Option<Mutex<HashMap<K, V>>>,
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    fn new(keeps: bool) -> Self {
        Self {
            before: HashMap::new(),
            now: keeps.then(Mutex::default),
        }
    }

    pub fn known(&self, key: &K) -> Option<V> {
        self.before.get(key).cloned()
    }

    /// Keeps the value for the next build, and hands it back.
    pub fn keep(&self, key: K, value: V) -> V {
        if let Some(now) = &self.now {
            // A thread that panicked while it held the lock has left a whole map behind.
            let mut now = now.lock().unwrap_or_else(PoisonError::into_inner);
            now.insert(key, value.clone());
        }
        value
    }

    fn begin_build(&mut self) {
        if let Some(now) = &mut self.now {
            let now = now.get_mut().unwrap_or_else(PoisonError::into_inner);
            self.before = std::mem::take(now);
        }
    }
}
