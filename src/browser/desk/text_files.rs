//! Files that are dropped or opened: texts, and pictures for them. What cannot be read is told, and nothing else happens to it.

use super::draft_list::session;
use crate::from_json::JsonValue;
use crate::storage_key::DESK_OUTCOMES as OUTCOMES;
use js_sys::{Array, Function, JSON, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// In bytes.
const MAX_TEXT: f64 = 5_000_000.0;

/// Texts and pictures of one folder, with those below it. The message says the number, too.
const MAX_FILES: usize = 500;

/// How files of texts end.
const TEXTS: [&str; 4] = [".md", ".markdown", ".mdown", ".txt"];

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(encoding: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &Uint8Array) -> Result<String, JsValue>;

    /// A folder that is dropped, or a file in it.
    type DroppedEntry;

    #[wasm_bindgen(method, getter, js_name = fullPath)]
    fn full_path(this: &DroppedEntry) -> String;

    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_folder(this: &DroppedEntry) -> bool;

    #[wasm_bindgen(method)]
    fn file(this: &DroppedEntry, found: &Function, failed: &Function);

    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &DroppedEntry) -> FolderReader;

    type FolderReader;

    #[wasm_bindgen(method, js_name = readEntries)]
    fn read_entries(this: &FolderReader, found: &Function, failed: &Function);
}

/// What was in the files.
#[derive(Default)]
pub struct Dropped {
    pub texts: Vec<String>,
    /// With their paths.
    pub pictures: Vec<(String, File)>,
    pub outcomes: Vec<Outcome>,
}

/// What became of a file: a word of the desk's, and the file's name.
pub struct Outcome {
    pub word: String,
    pub file: String,
}

impl Outcome {
    pub fn plain(word: &str) -> Self {
        Self::of(word, "")
    }

    pub fn of(word: &str, file: &str) -> Self {
        let [word, file] = [word, file].map(String::from);
        Self { word, file }
    }
}

/// Reads files and folders.
pub async fn read(items: &Array) -> Dropped {
    let mut dropped = Dropped::default();
    let mut files = Vec::new();
    for item in items.iter() {
        match item.dyn_into::<File>() {
            Ok(file) => files.push((file.name(), file)),
            Err(item) if item.is_object() => {
                let folder: DroppedEntry = item.unchecked_into();
                let name = folder.full_path().trim_start_matches('/').to_owned();
                let (some, are_more) = files_of(folder).await;
                files.extend(some);
                if are_more {
                    dropped.outcomes.push(Outcome::of("too-many", &name));
                }
            }
            Err(_) => {}
        }
    }
    for (path, file) in files {
        match file.type_().starts_with("image/") {
            true => dropped.pictures.push((path, file)),
            false => read_text(&file, &mut dropped).await,
        }
    }
    if dropped.texts.is_empty() && dropped.pictures.is_empty() && dropped.outcomes.is_empty() {
        dropped.outcomes.push(Outcome::plain("no-text"));
    }
    dropped
}

async fn read_text(file: &File, dropped: &mut Dropped) {
    let name = file.name();
    if file.size() > MAX_TEXT {
        return dropped.outcomes.push(Outcome::of("too-large", &name));
    }
    match text_of(file).await {
        Some(text) => {
            dropped.texts.push(text);
            dropped.outcomes.push(Outcome::of("opened", &name));
        }
        None => dropped.outcomes.push(Outcome::of("not-text", &name)),
    }
}

/// Nothing where it is in no encoding that we know, or no text at all.
async fn text_of(file: &File) -> Option<String> {
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    let bytes = Uint8Array::new(&bytes);
    let encoding = match (bytes.get_index(0), bytes.get_index(1)) {
        _ if bytes.length() < 2 => "utf-8",
        (0xff, 0xfe) => "utf-16le",
        (0xfe, 0xff) => "utf-16be",
        _ => "utf-8",
    };
    let options = js_sys::Object::new();
    Reflect::set(&options, &"fatal".into(), &true.into()).ok()?;
    let text = TextDecoder::new(encoding, &options)
        .ok()?
        .decode(&bytes)
        .ok()?;
    let text = text.replace("\r\n", "\n");
    (!text.contains('\0')).then_some(text)
}

/// All texts and pictures of a folder, and of those in it; and whether there were more of them than are read.
async fn files_of(folder: DroppedEntry) -> (Vec<(String, File)>, bool) {
    let (mut files, mut entries) = (Vec::new(), vec![folder]);
    while let Some(entry) = entries.pop() {
        let path = entry.full_path();
        // `.git` has thousands.
        if path.contains("/.") {
            continue;
        }
        if entry.is_folder() {
            let reader = entry.reader();
            // It tells some of them at a time, and none at the end.
            while let Some(some) = answer(|found, failed| reader.read_entries(found, failed)).await
                && let some = Array::from(&some)
                && some.length() > 0
            {
                entries.extend(some.iter().map(JsCast::unchecked_into::<DroppedEntry>));
            }
            continue;
        }
        let file = answer(|found, failed| entry.file(found, failed)).await;
        let file = file.and_then(|file| file.dyn_into::<File>().ok());
        let is_ours = |file: &File| is_text(&path) || file.type_().starts_with("image/");
        if let Some(file) = file.filter(is_ours) {
            if files.len() == MAX_FILES {
                return (files, true);
            }
            files.push((path, file));
        }
    }
    (files, false)
}

fn is_text(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    TEXTS.iter().any(|ending| path.ends_with(ending))
}

/// What a function tells that takes two others: one to tell, and one to say that it cannot.
async fn answer(ask: impl Fn(&Function, &Function)) -> Option<JsValue> {
    let promise = Promise::new(&mut |found, failed| ask(&found, &failed));
    JsFuture::from(promise).await.ok()
}

/// Keeps them until the desk is there.
pub fn keep_outcomes(outcomes: &[Outcome]) {
    let list: Array = (outcomes.iter())
        .map(|outcome| Array::of2(&outcome.word.as_str().into(), &outcome.file.as_str().into()))
        .collect();
    if let (Some(tab), Ok(text)) = (session(), JSON::stringify(&list)) {
        // Without room, nothing is told.
        drop(tab.set_item(OUTCOMES, &String::from(text)));
    }
}

/// Those that were kept, once.
pub fn take_outcomes() -> Vec<Outcome> {
    let tab = session();
    let text = tab.as_ref().and_then(|tab| tab.get_item(OUTCOMES).ok()?);
    let list = text.and_then(|text| JSON::parse(&text).ok());
    if let (Some(tab), Some(_)) = (tab, &list) {
        // To remove takes no room.
        drop(tab.remove_item(OUTCOMES));
    }
    let outcomes = list.as_ref().and_then(|list| list.as_list(MAX_FILES));
    let outcomes = outcomes.into_iter().flatten().filter_map(|outcome| {
        let mut parts = outcome.as_list(2)?;
        Some(Outcome {
            word: parts.next()?.as_text()?,
            file: parts.next()?.as_text()?,
        })
    });
    outcomes.collect()
}
