//! Measurements in a browser, for `cargo xtask bench-browser`. Nothing is expected of the numbers; they go into
//! `benches/README.md` by hand.

mod blocking;
mod rendering;
mod typing;

use browser_tests::runner::Journey;

pub const JOURNEYS: [&[Journey]; 3] = [rendering::JOURNEYS, blocking::JOURNEYS, typing::JOURNEYS];
