//! The search: every word of every article and page, found by section.
//!
//! The build writes an index in shards (`build::outputs::search_index`); a reader's browser loads those that a query
//! needs. Both have this from the same code:
//!
//! * [`fold`], [`token`], [`stem`]: from a text to the words that are searched.
//! * [`shard`]: what every file of the index is. [`root`], [`terms`], [`spelling`], [`facts`]: what is in them.
//! * [`query`]: what a reader types. [`engine`]: what is found, and which shards are still wanted for it. [`typo`]: what
//!   may be meant.
//! * [`plain`], [`snippet`]: what a result shows of a text. [`order`]: sorting.

pub mod engine;
pub mod facts;
pub mod fold;
pub mod order;
pub mod plain;
pub mod query;
pub mod root;
pub mod shard;
pub mod snippet;
pub mod spelling;
pub mod stem;
pub mod terms;
pub mod token;
pub mod typo;
