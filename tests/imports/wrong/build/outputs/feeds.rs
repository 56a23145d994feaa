//! May import from the model.

use crate::build::model::tags::Tag;

pub const MAX_ITEMS: usize = 20;

pub fn title(_: Tag) -> String {
    String::new()
}
