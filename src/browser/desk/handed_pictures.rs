//! Pictures that were dropped on another page: they wait in a cache of the browser until the desk is there, and then no longer.
//! Browsers have one on secure pages alone; elsewhere the desk says which pictures are not here.

use crate::browser::bridge;
use crate::route::WRITE;
use js_sys::{Array, Promise, Reflect, decode_uri_component, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, Response};

/// Of the cache.
const NAME: &str = "recto:desk-pictures";

/// What stands before a picture's path, below the desk's address. Nothing is ever asked for there.
const FOLDER: &str = "dropped/";

#[wasm_bindgen]
extern "C" {
    type Caches;

    #[wasm_bindgen(method)]
    fn open(this: &Caches, name: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn delete(this: &Caches, name: &str) -> Promise;

    type Cache;

    #[wasm_bindgen(method)]
    fn put(this: &Cache, address: &str, response: &Response) -> Promise;

    #[wasm_bindgen(method)]
    fn keys(this: &Cache) -> Promise;

    #[wasm_bindgen(method, js_name = match)]
    fn get(this: &Cache, request: &JsValue) -> Promise;
}

/// Keeps them for the desk.
pub async fn keep(pictures: &[(String, File)]) -> Option<()> {
    if pictures.is_empty() {
        return None;
    }
    let cache = open(&caches()?).await?;
    for (path, picture) in pictures {
        let path = String::from(encode_uri_component(path));
        let address = [&bridge::get().root(), WRITE, FOLDER, &path].concat();
        let response = Response::new_with_opt_blob(Some(picture)).ok()?;
        JsFuture::from(cache.put(&address, &response)).await.ok()?;
    }
    Some(())
}

/// Those that were kept, with their paths, once.
pub async fn take() -> Option<Vec<(String, Blob)>> {
    let caches = caches()?;
    let cache = open(&caches).await?;
    let mut pictures = Vec::new();
    let requests = JsFuture::from(cache.keys()).await.ok()?;
    for request in Array::from(&requests).iter() {
        let address = Reflect::get(&request, &"url".into()).ok()?.as_string()?;
        let (_, path) = address.split_once(FOLDER)?;
        let path = decode_uri_component(path).ok()?;
        let response = JsFuture::from(cache.get(&request)).await.ok()?;
        let blob = response.dyn_into::<Response>().ok()?.blob().ok()?;
        let blob = JsFuture::from(blob).await.ok()?.dyn_into().ok()?;
        pictures.push((path.into(), blob));
    }
    JsFuture::from(caches.delete(NAME)).await.ok()?;
    Some(pictures)
}

async fn open(caches: &Caches) -> Option<Cache> {
    let cache = JsFuture::from(caches.open(NAME)).await.ok()?;
    Some(cache.unchecked_into())
}

fn caches() -> Option<Caches> {
    let caches = Reflect::get(&bridge::window(), &"caches".into()).ok()?;
    caches.is_object().then(|| caches.unchecked_into())
}
