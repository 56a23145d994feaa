//! Reactions: what the publisher offers, and what one reader gave to one article.
//!
//! A [`Reactions`] value is plain data with its rules; where it is kept is the business of `browser::storage`.

use serde::{Deserialize, Serialize};

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
