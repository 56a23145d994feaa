//! A draft as a link: the text, compressed, behind the `#` of an address, which browsers send to nobody. Whoever opens it sees the
//! draft, and that it is one. It is as hostile as any text, and goes the way that all texts go.

use super::Desk;
use super::draft_view::DraftView;
use super::text_files::Outcome;
use crate::browser::bridge;
use crate::route::WRITE;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// What stands before the text in the fragment.
const NAME: &str = "#draft=";

/// In characters: what every place takes that links are pasted into.
const MAX_LINK: usize = 8192;

/// In bytes: where a compressed text is given up.
const MAX_TEXT: usize = 1_000_000;

const FORMAT: &str = "deflate-raw";

#[wasm_bindgen]
extern "C" {
    type CompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    /// A stream, or a blob, which has one.
    type ByteStream;

    #[wasm_bindgen(method)]
    fn stream(this: &ByteStream) -> ByteStream;

    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &ByteStream, transform: &JsValue) -> Result<ByteStream, JsValue>;

    #[wasm_bindgen(method, js_name = getReader)]
    fn reader(this: &ByteStream) -> ByteReader;

    type ByteReader;

    #[wasm_bindgen(method)]
    fn read(this: &ByteReader) -> Promise;

    #[wasm_bindgen(method)]
    fn cancel(this: &ByteReader) -> Promise;
}

/// Shows the draft of the address, where it holds one.
pub async fn open(desk: &Rc<Desk>) {
    let hash = bridge::window().location().hash().unwrap_or_default();
    let Some(written) = hash.strip_prefix(NAME) else {
        return desk.leave_link();
    };
    let parts = &desk.parts;
    let text = text_of(written).await;
    let word = if text.is_some() {
        "banner"
    } else {
        "broken-link"
    };
    parts.banner.set_text_content(Some(&parts.words.text(word)));
    let draft = desk.read(&text.unwrap_or_default());
    match draft.body.is_empty() {
        true => parts.article.set_text_content(None),
        false => DraftView::of(&parts.article).show(&desk.site, &draft),
    }
    bridge::document().set_title(&desk.site.document_title(&draft.article.title));
    parts.front.set_hidden(true);
    parts.draft.set_hidden(false);
}

/// Opens the draft of the address among those of this browser.
pub async fn edit(desk: &Rc<Desk>) {
    let hash = bridge::window().location().hash().unwrap_or_default();
    if let Some(text) = text_of(hash.strip_prefix(NAME).unwrap_or_default()).await {
        desk.drafts.borrow_mut().add(text);
        desk.show_draft();
        desk.keep();
    }
    show_address("");
    desk.leave_link();
    // A field that cannot take the focus leaves it where it is.
    drop(desk.parts.text.focus());
}

/// Puts the link to the draft into the clipboard, or else into the address bar.
pub async fn copy(desk: &Rc<Desk>) {
    let text = desk.drafts.borrow().text().to_string();
    let is_short = |link: &String| link.len() <= MAX_LINK && text.len() <= MAX_TEXT;
    let word = match fragment(&text).await.filter(is_short) {
        None => "link-too-long",
        Some(fragment) => {
            let link = [&bridge::get().root(), WRITE, &fragment].concat();
            match JsFuture::from(bridge::get().copy(&link)).await {
                Ok(_) => "link-copied",
                Err(_) => {
                    show_address(&fragment);
                    "link-shown"
                }
            }
        }
    };
    desk.tell(&[Outcome::plain(word)]);
}

/// Nobody is told of an address that is replaced.
fn show_address(fragment: &str) {
    let address = [&bridge::get().base(), WRITE, fragment].concat();
    if let Ok(history) = bridge::window().history() {
        // It fails only for the address of another origin.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}

async fn fragment(text: &str) -> Option<String> {
    let compression = CompressionStream::new(FORMAT).ok()?;
    let bytes = through(&Uint8Array::from(text.as_bytes()), &compression, MAX_LINK).await?;
    let characters: String = bytes.into_iter().map(char::from).collect();
    let encoded = bridge::window().btoa(&characters).ok()?;
    let encoded = encoded.replace('+', "-").replace('/', "_");
    Some([NAME, encoded.trim_end_matches('=')].concat())
}

/// Nothing where it is no text of ours, or none that a link can hold.
async fn text_of(written: &str) -> Option<String> {
    if written.is_empty() || written.len() > MAX_LINK {
        return None;
    }
    let encoded = written.replace('-', "+").replace('_', "/");
    let characters = bridge::window().atob(&encoded).ok()?;
    let bytes: Vec<u8> = characters
        .chars()
        .map(|character| character as u8)
        .collect();
    let decompression = DecompressionStream::new(FORMAT).ok()?;
    let bytes = through(&Uint8Array::from(&*bytes), &decompression, MAX_TEXT).await?;
    String::from_utf8(bytes).ok()
}

/// The bytes behind the transformation; nothing where it fails, or where there are more than `limit`.
async fn through(bytes: &Uint8Array, transform: &JsValue, limit: usize) -> Option<Vec<u8>> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(bytes)).ok()?;
    let stream: ByteStream = blob.unchecked_into();
    let reader = stream.stream().pipe_through(transform).ok()?.reader();
    let mut all = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&part, &"done".into()).ok()?.is_truthy() {
            return Some(all);
        }
        let value = Reflect::get(&part, &"value".into()).ok()?;
        all.extend(value.dyn_into::<Uint8Array>().ok()?.to_vec());
        if all.len() > limit {
            bridge::ignore(&reader.cancel());
            return None;
        }
    }
}
