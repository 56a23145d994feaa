//! The pieces that pages are made of. A component knows its data and not the page it is on; what a reader does with it
//! goes up as a call. Each has a style sheet of the same name in `style/components/`.

pub mod article_cards;
pub mod article_header;
pub mod author_card;
pub mod byline;
pub mod contents;
pub mod continue_reading;
pub mod cover;
pub mod embed;
pub mod neighbours;
pub mod page_header;
pub mod pagination;
pub mod reactions;
pub mod site_footer;
pub mod site_header;
pub mod tag_list;
pub mod time;
