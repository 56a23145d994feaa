//! The desk, where publishers write: a text becomes a page of this blog while it is typed. None of this is in the app: it is a
//! module of its own (`desk_module.rs`), for the page that `pages::desk` makes.
//!
//! 1. [`text_files`] reads what is dropped or opened, [`draft_link`] what comes in an address, [`draft_list`] keeps both;
//!    [`handed_pictures`] come from another page.
//! 2. [`draft_text`] makes a text an article, with all that there is to remark; [`draft_view`] puts it on the page.
//! 3. [`remark_list`] lists the remarks, to which [`link_check`] adds links that lead nowhere.
//! 4. [`desk_controls`] is what the buttons do, [`saved_file`] has the browser save a file.

mod desk_controls;
mod desk_parts;
mod draft_link;
mod draft_list;
mod draft_text;
mod draft_view;
mod handed_pictures;
mod link_check;
mod remark_list;
mod saved_file;
mod text_files;

use super::bridge::{self, JsBridge};
use super::{define_elements, page_loader};
use crate::components::article_body::sink;
use crate::content::names::Names;
use crate::content::site::Site;
use crate::route::WRITE;
use desk_parts::DeskParts;
use draft_list::DraftList;
use draft_text::{DraftText, Surroundings};
use draft_view::DraftView;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use text_files::{Dropped, Outcome};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, HtmlElement, Url};

/// The name of the Trusted Types policy: the app may have taken that of articles.
const POLICY: &str = "draft";

thread_local! {
    /// The desk of the page, if this is its page.
    static DESK: RefCell<Option<Rc<Desk>>> = const { RefCell::new(None) };
}

/// The desk while it is on the page.
struct Desk {
    parts: DeskParts,
    site: Site,
    /// Authors by their ids.
    names: Names,
    drafts: RefCell<DraftList>,
    /// Paths of pictures that were opened, and the addresses of these in this tab.
    pictures: RefCell<Vec<(String, String)>>,
    view: RefCell<DraftView>,
    /// Slugs of articles that were asked for, and whether there is no such article.
    articles: RefCell<Vec<(String, bool)>>,
    /// What the text on show says.
    shown: RefCell<DraftText>,
    /// Whether the page will be shown anew before the next frame.
    is_due: Cell<bool>,
}

/// Brings the desk to life in its element, or takes what was dropped there.
pub fn open(bridge: JsBridge, what: JsValue) {
    bridge::set(bridge);
    sink::use_policy(POLICY);
    define_elements::start_signals();
    match what.dyn_into::<Array>() {
        Ok(dropped) => spawn_local(take(dropped)),
        Err(element) => {
            let element: HtmlElement = element.unchecked_into();
            spawn_local(async move { start(&element).await });
        }
    }
}

async fn start(element: &HtmlElement) {
    let site = page_loader::site().await;
    let names = page_loader::names().await.unwrap_or_default();
    let Some(parts) = DeskParts::of(element) else {
        return;
    };
    let mut drafts = DraftList::load();
    // What was typed before this was here.
    let typed = parts.text.value();
    if !typed.is_empty() {
        drafts.add(typed);
    }
    let desk = Rc::new(Desk {
        view: RefCell::new(DraftView::of(&parts.page)),
        parts,
        site,
        names,
        drafts: RefCell::new(drafts),
        pictures: RefCell::default(),
        articles: RefCell::default(),
        shown: RefCell::default(),
        is_due: Cell::default(),
    });
    desk_controls::listen(&desk);
    DESK.set(Some(desk.clone()));
    desk.show_draft();
    desk.keep();
    desk.tell(&text_files::take_outcomes());
    let handed = handed_pictures::take().await.unwrap_or_default();
    if !handed.is_empty() {
        desk.show_pictures(handed.iter().map(|(path, blob)| (path, blob)));
        desk.show_page();
    }
    draft_link::open(&desk).await;
    link_check::check(&desk).await;
}

/// On another page than the desk's, the texts are kept for it, and it is opened.
async fn take(dropped: Array) {
    let dropped = text_files::read(&dropped).await;
    let desk = DESK.with_borrow(Clone::clone);
    match desk.filter(|desk| desk.parts.text.is_connected()) {
        Some(desk) => desk.take(dropped),
        None => {
            let mut drafts = DraftList::load();
            let mut outcomes = dropped.outcomes;
            for text in dropped.texts {
                drafts.add(text);
            }
            if drafts.save().is_err() {
                outcomes.push(Outcome::plain("no-room"));
            }
            // Where they cannot be kept, the desk says that they are not there.
            let _ = handed_pictures::keep(&dropped.pictures).await;
            text_files::keep_outcomes(&outcomes);
            // It fails only where a page may not be left, which ours may.
            drop(
                bridge::window()
                    .location()
                    .assign(&(bridge::get().base() + WRITE)),
            );
        }
    }
}

impl Desk {
    /// Adds what was opened: each text as a draft, and pictures for all of them.
    fn take(&self, dropped: Dropped) {
        let pictures = dropped.pictures.iter();
        self.show_pictures(pictures.map(|(path, file)| (path, &**file)));
        for text in dropped.texts {
            self.drafts.borrow_mut().add(text);
        }
        self.leave_link();
        self.show_draft();
        self.keep();
        self.tell(&dropped.outcomes);
    }

    /// Makes pictures known to all texts.
    fn show_pictures<'a>(&self, pictures: impl Iterator<Item = (&'a String, &'a Blob)>) {
        let addresses = pictures.filter_map(|(path, picture)| {
            let address = Url::create_object_url_with_blob(picture).ok()?;
            Some((path.clone(), address))
        });
        self.pictures.borrow_mut().extend(addresses);
    }

    /// Puts the text of the draft that is chosen into its field, and its page beside it.
    fn show_draft(&self) {
        self.parts.text.set_value(self.drafts.borrow().text());
        self.show_page();
        self.list_drafts();
    }

    /// The page of the text, and what is remarked of it.
    fn show_page(&self) {
        let draft = self.read(self.drafts.borrow().text());
        self.view.borrow_mut().show(&self.site, &draft);
        remark_list::show(&self.parts, &draft.remarks);
        let has_new_title = self.drafts.borrow_mut().name(&draft.article.title);
        self.shown.replace(draft);
        if has_new_title {
            self.list_drafts();
        }
    }

    fn read(&self, text: &str) -> DraftText {
        let surroundings = Surroundings {
            words: &self.parts.words,
            site: &self.site,
            names: &self.names,
            pictures: &self.pictures.borrow(),
        };
        DraftText::read(text, &surroundings)
    }

    fn list_drafts(&self) {
        let drafts = self.drafts.borrow();
        let untitled = self.parts.words.text("untitled");
        self.parts.list(drafts.titles(&untitled), drafts.chosen());
        self.parts.keep.set_checked(drafts.is_kept());
    }

    /// Keeps all drafts for this tab, and on the device if that is wanted.
    fn keep(&self) {
        if self.drafts.borrow().save().is_err() {
            self.tell(&[Outcome::plain("no-room")]);
        }
    }

    /// Says what became of files.
    fn tell(&self, outcomes: &[Outcome]) {
        let words = &self.parts.words;
        let sentences: Vec<String> = (outcomes.iter())
            .map(|outcome| words.of_file(&outcome.word, &outcome.file))
            .collect();
        self.parts.note.set_text_content(Some(&sentences.join(" ")));
    }

    /// From the draft of a link to those of this browser.
    fn leave_link(&self) {
        self.parts.draft.set_hidden(true);
        self.parts.front.set_hidden(false);
    }
}
