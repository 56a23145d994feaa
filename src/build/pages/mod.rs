//! Every page, with what its head tells other programs.

pub mod lists;
pub mod oembed;
pub mod open_graph;
pub mod rasterize;
pub mod social_image;
pub mod structured_data;
