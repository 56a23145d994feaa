//! What to read after an article that no build has made: from the lists of its tags, the front page's and what was published since
//! the build.

use super::browser_main::{lower_case, of_version, parsed, version, written};
use super::folder_reading::text_of;
use js_sys::Promise;
use recto::content::article::{Article, RelatedArticle, Summary, Term};
use recto::content::list::List;
use recto::i18n::{Translator, browser::use_messages, reason_text};
use recto::live_related::choose;
use recto::route::Route;
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{AbortSignal, RequestInit};

/// Tags whose lists are asked for.
const MAX_TAGS: usize = 3;

/// In milliseconds: after that the article is shown without.
const PATIENCE: u32 = 2000;

#[derive(Serialize)]
struct Related {
    related: Vec<RelatedArticle>,
}

/// The data of an article with what is related to it. Pages lie below `base`; `messages` are the interface's.
#[wasm_bindgen]
pub async fn with_related(text: String, base: String, messages: JsValue) -> Option<String> {
    let article: Article = parsed(&text)?;
    let tags = article.tags.iter().take(MAX_TAGS);
    let tags = tags.map(|tag| (Route::tag(&tag.slug), Some(tag.clone())));
    let lists = [(Route::HOME, None)].into_iter().chain(tags);
    // All at once.
    let window = web_sys::window()?;
    let options = RequestInit::new();
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let lists: Vec<(Route, Option<Term>, Promise)> = lists
        .filter_map(|(route, tag)| {
            let path = [&base, &*route.data_path()?].concat();
            Some((route, tag, window.fetch_with_str_and_init(&path, &options)))
        })
        .collect();
    let live = of_version(version());
    let mut others: Vec<Summary> = live.articles().map(|live| live.article.clone()).collect();
    for (route, tag, request) in lists {
        let text = text_of(request).await;
        let Some(mut list) = text.and_then(|text| parsed::<List>(&text)) else {
            continue;
        };
        live.apply_to_list(&route, &mut list);
        others.extend(list.articles.into_iter().map(|mut article| {
            // Its list need not say of each what all have in common.
            article.tags.extend(tag.clone());
            article
        }));
    }
    others.retain(|other| !live.is_removed(&other.slug));
    use_messages(messages);
    let language = window.document()?.document_element()?.get_attribute("lang");
    let translator = Translator::of(&language.unwrap_or_default());
    let related = choose(&article.summary(), others, lower_case).into_iter();
    let related = related
        .map(|(article, reason)| RelatedArticle::of(&article, reason_text(&translator, &reason)));
    let related = Related {
        related: related.collect(),
    };
    written(&related, &text)
}
