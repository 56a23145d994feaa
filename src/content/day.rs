//! What browsers read of a moment: its day.

use super::date::Date;

pub type Moment = Date;
