//! The content folder, read: front matter, configuration, and what other systems wrote.
//!
//! 1. `publisher_folders` says what may be read; `content_folder` lists the files; `file_name` says what their paths tell.
//! 2. `config` reads `site.json` and `authors/*.json`; `front_matter` reads what stands at the head of an article.
//! 3. `foreign` makes Markdown of what other systems' templates would do, and reads their configuration.
//! 4. `read` does all of it, `read_article` for each file, which may become a `source`; `pages` says whether it is an article
//!    or a page, `menus` what stands in the site's navigation. A `title` may be that of the first heading, a post may be `from_html`, days `git_dates`.
//!    `slots` reads HTML for fixed places of pages. `skipped` says how much is not on the site.

pub mod config;
pub mod content_folder;
pub mod date_formats;
pub mod file_name;
pub mod foreign;
mod from_html;
pub mod front_matter;
mod git_dates;
pub mod menus;
pub mod pages;
pub mod publisher_folders;
pub mod read;
mod read_article;
pub mod skipped;
pub mod slot_files;
pub mod slug;
pub mod source;
mod title;
