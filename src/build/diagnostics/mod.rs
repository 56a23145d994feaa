//! What the tool has to say while it works: problems with their positions, and how far long work has come.

pub mod console;
pub mod line_index;
pub mod problem;
pub mod progress_line;
