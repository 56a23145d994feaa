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
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
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
    /// Keeps nothing, in memory or on the disk.
    pub fn none() -> Self {
        Self::with(false, Cache::new(None))
    }

    /// For a process that builds once: there is no next build to keep anything for.
    pub fn for_one_build(options: &BuildOptions) -> Self {
        let mut files = Cache::new(options.cache.clone());
        files.lock();
        Self {
            highlighted: Some(Highlighted::read(&files)),
            makes_pictures: options.images,
            ..Self::with(false, files)
        }
    }

    /// For a process that builds again and again. It copies nothing out of the cache on the disk, and would keep it for all
    /// its time.
    pub fn for_many_builds(options: &BuildOptions) -> Self {
        Self {
            makes_pictures: options.images,
            ..Self::with(true, Cache::new(options.cache.clone()))
        }
    }

    fn with(keeps: bool, files: Cache) -> Self {
        Self {
            highlighter: LazyLock::new(Highlighter::new),
            formulas: Formulas::new(),
            bodies: Memo::new(keeps),
            renderings: Memo::new(keeps),
            media: Memo::new(keeps),
            highlighted: None,
            files,
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

    /// Forgets what was not needed since the last time.
    pub fn begin_build(&self) {
        self.bodies.begin_build();
        self.renderings.begin_build();
        self.media.begin_build();
    }
}

/// Values of the last build and of what was built since, if they are to be kept.
pub struct Memo<K, V>(Option<RwLock<Kept<K, V>>>);

struct Kept<K, V> {
    before: HashMap<K, V>,
    now: HashMap<K, V>,
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    fn new(keeps: bool) -> Self {
        let [before, now] = [HashMap::new(), HashMap::new()];
        Self(keeps.then(|| RwLock::new(Kept { before, now })))
    }

    pub fn known(&self, key: &K) -> Option<V> {
        // A thread that panicked while it held the lock has left whole maps behind.
        let kept = self.0.as_ref()?.read();
        let kept = kept.unwrap_or_else(PoisonError::into_inner);
        kept.now.get(key).or_else(|| kept.before.get(key)).cloned()
    }

    /// Keeps the value for the next build, and hands it back.
    pub fn keep(&self, key: K, value: V) -> V {
        if let Some(kept) = &self.0 {
            let mut kept = kept.write().unwrap_or_else(PoisonError::into_inner);
            kept.now.insert(key, value.clone());
        }
        value
    }

    fn begin_build(&self) {
        if let Some(kept) = &self.0 {
            let mut kept = kept.write().unwrap_or_else(PoisonError::into_inner);
            kept.before = std::mem::take(&mut kept.now);
        }
    }
}
