//! Imports `tags`, which imports it.

use super::tags::Tag;

pub struct Series(pub Tag);
