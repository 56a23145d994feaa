//! The browser test harness of Recto: real engines through WebDriver, a plain static server, a reader's helpers.
//!
//! A journey is an async function in `journeys/`: it gets a [`stage::Stage`], opens pages and does what a reader does.
//! ```ignore
//! async fn a_reaction_survives_a_reload(stage: &Stage<'_>) -> Result<()> {
//!     let page = stage.open(LEAK).await?;
//!     page.click(&button("Like")).await?;
//!     page.reload().await?;
//!     page.see(&button("Like").pressed(true)).await?;
//!     Ok(())
//! }
//! ```
//! It is listed in `journeys![…]` at the top of its file. Every journey starts with a new origin and a fresh tab, and
//! fails on any violation, uncaught error or `console.error` it has not announced with `stage.expect_fault`.
//!
//! * `engine`, `program`, `driver`, `browser`: which browsers there are, and how they are started and ended
//! * `server`: serves `dist`, remembers requests, bends single answers; `host`: nginx or Caddy, which may stand behind it
//! * `collector.js`, `fault`: what goes wrong in a page unseen
//! * `find`, `page`, `touch`, `wait`, `window`: what a reader sees and does
//! * `emulation`: what only Chromium can do
//! * `stage`, `runner`: what a journey is given, and how journeys are run

pub mod browser;
mod driver;
mod emulation;
pub mod engine;
pub mod fault;
pub mod find;
pub mod host;
pub mod page;
pub mod paths;
mod program;
pub mod runner;
mod scripts_off;
pub mod server;
pub mod stage;
mod touch;
pub mod wait;
mod window;

pub use engine::{Engine, Flavour};
pub use page::Page;
pub use stage::Stage;
