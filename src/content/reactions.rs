//! Reactions: what the publisher offers, and what one reader gave to one article.
//!
//! A [`Reactions`] value is plain data with its rules; where it is kept is the business of `browser::storage`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One reaction a reader can give.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ReactionKind {
    /// Stable name in storage, `[a-z0-9-]+`.
    pub id: String,
    pub emoji: String,
    pub label: String,
}

/// Counts by reaction id. In JSON an object: `{"like": 12}`. Not a map here, because a map's code is dear in wasm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(from = "BTreeMap<String, u32>", into = "BTreeMap<String, u32>")]
pub struct ReactionCounts(pub Vec<(String, u32)>);

impl ReactionCounts {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// 0 where the publisher gives none.
    pub fn of(&self, kind: &str) -> u32 {
        self.0
            .iter()
            .find(|(id, _)| id == kind)
            .map_or(0, |(_, count)| *count)
    }
}

impl From<BTreeMap<String, u32>> for ReactionCounts {
    fn from(counts: BTreeMap<String, u32>) -> Self {
        Self(counts.into_iter().collect())
    }
}

impl From<ReactionCounts> for BTreeMap<String, u32> {
    fn from(counts: ReactionCounts) -> Self {
        counts.0.into_iter().collect()
    }
}

/// The set a site gets when its `site.json` names none.
pub fn default_kinds() -> Vec<ReactionKind> {
    [
        ("like", "👍", "Like"),
        ("love", "❤️", "Love"),
        ("insightful", "💡", "Insightful"),
        ("surprising", "😮", "Surprising"),
        ("thanks", "🙏", "Thank you"),
    ]
    .into_iter()
    .map(|(id, emoji, label)| ReactionKind {
        id: id.into(),
        emoji: emoji.into(),
        label: label.into(),
    })
    .collect()
}

/// The version of the stored form; a value of another version is left alone.
pub const STORED_VERSION: u32 = 1;

/// What the reader gave to one article, in the order given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reactions {
    given: Vec<String>,
}

/// Why a stored value is not used. It is never overwritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableReactions {
    /// Not what Recto writes.
    Malformed,
    /// Written by a newer version of Recto.
    Newer,
}

/// The stored form, in JSON `{"v":1,"kinds":["like"]}`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredReactions {
    pub v: u32,
    pub kinds: Vec<String>,
}

impl From<&Reactions> for StoredReactions {
    fn from(reactions: &Reactions) -> Self {
        Self {
            v: STORED_VERSION,
            kinds: reactions.given.clone(),
        }
    }
}

impl TryFrom<StoredReactions> for Reactions {
    type Error = UnreadableReactions;

    fn try_from(stored: StoredReactions) -> Result<Self, UnreadableReactions> {
        match stored.v {
            STORED_VERSION => Ok(Self {
                given: stored.kinds,
            }),
            newer if newer > STORED_VERSION => Err(UnreadableReactions::Newer),
            _ => Err(UnreadableReactions::Malformed),
        }
    }
}

impl Reactions {
    /// The ids of what was given, in that order.
    pub fn given(&self) -> &[String] {
        &self.given
    }

    /// Gives the reaction, or takes it back.
    pub fn toggle(&mut self, kind: &str) {
        match self.given.iter().position(|given| given == kind) {
            Some(at) => drop(self.given.remove(at)),
            None => self.given.push(kind.into()),
        }
    }

    /// With what was given elsewhere as well.
    pub fn united(mut self, other: &Self) -> Self {
        for kind in &other.given {
            if !self.has(kind) {
                self.given.push(kind.clone());
            }
        }
        self
    }

    pub fn has(&self, kind: &str) -> bool {
        self.given.iter().any(|given| given == kind)
    }
}
