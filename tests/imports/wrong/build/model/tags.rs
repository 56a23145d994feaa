//! Imports what comes after it, once in a `use` line and once in a path.

use super::series::Series;
use crate::build::outputs::feeds::title;
use std::fmt;

pub fn name(series: &Series) -> String {
    title(series.0)[..crate::build::outputs::feeds::MAX_ITEMS].into()
}

pub struct Tag;
