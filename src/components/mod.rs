//! The pieces that pages are made of. A component knows its data and not the page it is on. Each has a style sheet of the
//! same name in `style/components/`.
//!
//! They are the same on both hosts: natively a view is written as HTML, in the browser it becomes nodes. None of them has
//! signals, because none of them changes; what is alive on a page is a custom element. So views borrow what they show,
//! and nothing of them is kept once they are written or built.
//!
//! What holds no Rust value would be built from a text through `innerHTML`, which pages of others may forbid; therefore
//! such an element, inside another, is a view of its own: `{view! { <p class="time-left"></p> }}`.

pub mod article_body;
pub mod article_cards;
pub mod article_end;
pub mod article_header;
pub mod author_card;
pub mod byline;
pub mod contents;
pub mod continue_reading;
pub mod cover;
pub mod edit_link;
pub mod embed;
pub mod embed_builder;
pub mod embed_kinds;
#[cfg(not(target_arch = "wasm32"))]
pub mod furniture;
pub mod introduction;
pub mod line;
pub mod masthead;
pub mod next_article;
pub mod optional_text;
pub mod page_header;
pub mod pagination;
pub mod ranked_heading;
pub mod reaction_bar;
pub mod reply_section;
pub mod search_box;
pub mod series_parts;
#[cfg(not(target_arch = "wasm32"))]
pub mod site_footer;
#[cfg(not(target_arch = "wasm32"))]
pub mod site_header;
pub mod slot;
pub mod tag_list;
pub mod themes;
pub mod time;
pub mod ways_on;
