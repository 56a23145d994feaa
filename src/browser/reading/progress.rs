//! How far the reader is: shown by a bar and as the minutes that are left, and kept with the place, by its heading.
//! Whoever jumps to the end has neither read the text nor left off there: nothing is kept of that.

use super::{
    Article,
    text_sections::{hashes, headings, is_reached, window_height},
};
use crate::browser::{
    bridge,
    events::{listen, observe},
    find,
    number::format_number,
    storage, timing,
};
use crate::i18n::message;
use crate::reader_data::{Last, Part, ReaderData, Reading, Sections, Time, Way};
use crate::storage_key::StorageKey;
use js_sys::Date;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement};

/// Who has read less than this part has not begun.
const BEGUN: f64 = 0.1;

pub fn follow(article: &Article) {
    let progress = Rc::new(Progress {
        headings: headings(&article.prose),
        bar: find::first(&article.element, ".reading-bar"),
        time_left: find::first(&article.element, ".time-left"),
        minutes: minutes(&article.element),
        title: title(article),
        article: article.clone(),
        part: Cell::default(),
        left: Cell::default(),
        place: RefCell::default(),
        time: Cell::default(),
        way: Cell::new(Way::begin(Date::now())),
        finished: OnceCell::new(),
    });
    let (window, gone) = (bridge::window(), &article.gone);
    let scrolled = progress.clone();
    observe(&window, "scroll", gone, move |_: Event| {
        scrolled.follow_scroll();
    });
    let hidden = progress.clone();
    listen(
        &bridge::document(),
        "visibilitychange",
        gone,
        move |_: Event| hidden.keep(),
    );
    let left = progress.clone();
    listen(&window, "pagehide", gone, move |_: Event| left.keep());
    // The page that takes its place is painted first.
    listen(gone, "abort", &bridge::get().signal(), move |_: Event| {
        let progress = progress.clone();
        spawn_local(async move {
            timing::painted().await;
            progress.keep();
        });
    });
}

fn minutes(element: &HtmlElement) -> u32 {
    let minutes = element.get_attribute("minutes");
    minutes
        .and_then(|minutes| minutes.parse().ok())
        .unwrap_or_default()
}

fn title(article: &Article) -> String {
    let title = find::first(&article.page(), "h1");
    title
        .and_then(|title| title.text_content())
        .unwrap_or_default()
}

struct Progress {
    article: Article,
    title: String,
    minutes: u32,
    headings: Vec<HtmlElement>,
    bar: Option<HtmlElement>,
    time_left: Option<HtmlElement>,
    part: Cell<f64>,
    left: Cell<u32>,
    /// The id of the heading that was reached last.
    place: RefCell<String>,
    time: Cell<f64>,
    way: Cell<Way>,
    /// What the sections said when the reader had come to the end.
    finished: OnceCell<Sections>,
}

impl Progress {
    fn follow_scroll(&self) {
        let text = self.article.prose.get_bounding_client_rect();
        let part = ((window_height() - text.top()) / text.height()).clamp(0.0, 1.0);
        let left = (f64::from(self.minutes) * (1.0 - part)).ceil() as u32;
        let place = self.headings.iter().rfind(|heading| is_reached(heading));
        self.part.set(part);
        self.place
            .replace(place.map_or_else(String::new, |heading| heading.id()));
        self.time.set(Date::now());
        self.look();
        if let Some(bar) = &self.bar {
            // It cannot fail for a property that there is.
            drop(
                bar.style()
                    .set_property("inline-size", &[&format_number(part * 100.0), "%"].concat()),
            );
        }
        if let Some(time_left) = self
            .time_left
            .as_ref()
            .filter(|_| self.left.replace(left) != left)
        {
            let text = (left > 0).then(|| bridge::translator().count(message::TIME_LEFT, left));
            time_left.set_text_content(text.as_deref());
        }
    }

    /// What is on screen now belongs to the way that the reader has taken.
    fn look(&self) {
        let text = self.article.prose.get_bounding_client_rect();
        let [from, to] = [0.0, window_height()].map(|edge| (edge - text.top()) / text.height());
        let mut way = self.way.get();
        way.look(from, to, Date::now());
        self.way.set(way);
        if self.is_at_the_end() && way.is_read(self.minutes) {
            self.finished.get_or_init(|| hashes(&self.article.prose));
        }
    }

    fn is_at_the_end(&self) -> bool {
        self.part.get() >= 1.0
    }

    fn keep(&self) {
        if self.part.get() < BEGUN {
            return;
        }
        if self.article.prose.is_connected() {
            self.look();
        }
        if self.is_at_the_end() && self.finished.get().is_none() {
            return;
        }
        let Article { slug, hash, .. } = &self.article;
        let mut reading = match storage::load(&StorageKey::Reading(slug)) {
            Some(ReaderData::Reading(reading)) => reading,
            _ => Reading::default(),
        };
        reading.title = self.title.clone();
        reading.at = self.place.borrow().clone();
        reading.part = Part::from(self.part.get());
        reading.left = self.left.get();
        reading.time = Time::try_from(self.time.get()).ok();
        if let Some(sections) = self.finished.get() {
            reading.finished = hash.clone();
            reading.sections = sections.clone();
        }
        let is_finished = reading.finished == *hash;
        storage::save(&StorageKey::Reading(slug), &ReaderData::Reading(reading));
        self.keep_last(is_finished);
    }

    /// What is finished is not to be continued.
    fn keep_last(&self, is_finished: bool) {
        let slug = &self.article.slug;
        if !is_finished {
            storage::save(
                &StorageKey::Last,
                &ReaderData::Last(Last::new(slug.clone())),
            );
        } else if let Some(ReaderData::Last(last)) = storage::load(&StorageKey::Last)
            && last.slug == *slug
        {
            storage::remove(&StorageKey::Last);
        }
    }
}
