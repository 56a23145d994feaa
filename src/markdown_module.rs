//! The Markdown module: `recto::markdown` alone, as a second download that only navigation needs.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use js_sys::{Array, Object, Reflect};
    use recto::markdown::{
        ByUrl, CodeTokens, Enrichment, FigureWidth, ImageInfo, ImageSource, render_html,
    };
    use wasm_bindgen::prelude::*;

    /// Markdown to HTML. The enrichment is the object of that name in an article's JSON, with `labels`; what it lacks or
    /// has wrong counts as absent. Read by hand, because a JSON parser would add 11 KB to the module.
    #[wasm_bindgen]
    pub fn render(source: &str, enrichment: &JsValue) -> String {
        let enrichment = Enrichment {
            code: list(enrichment, "code")
                .iter()
                .map(|runs| CodeTokens(numbers(&runs)))
                .collect(),
            math: texts(enrichment, "math"),
            images: map(enrichment, "images", image),
            links: map(enrichment, "links", whole_text),
            players: map(enrichment, "players", whole_text),
            smart_punctuation: property(enrichment, "smart_punctuation").is_truthy(),
            figures: FigureWidth::named(&text(enrichment, "figures")).unwrap_or_default(),
            labels: texts(enrichment, "labels"),
        };
        render_html(source, &enrichment)
    }

    fn image(value: &JsValue) -> ImageInfo {
        ImageInfo {
            src: text(value, "src"),
            width: number(value, "width"),
            height: number(value, "height"),
            srcset: list(value, "srcset")
                .iter()
                .map(|source| ImageSource {
                    src: text(&source, "src"),
                    width: number(&source, "width"),
                })
                .collect(),
        }
    }

    fn whole_text(value: &JsValue) -> String {
        value.as_string().unwrap_or_default()
    }

    fn property(object: &JsValue, key: &str) -> JsValue {
        Reflect::get(object, &key.into()).unwrap_or_default()
    }

    fn text(object: &JsValue, key: &str) -> String {
        property(object, key).as_string().unwrap_or_default()
    }

    fn number(object: &JsValue, key: &str) -> u32 {
        property(object, key).as_f64().unwrap_or_default() as u32
    }

    fn numbers(value: &JsValue) -> Vec<u32> {
        let list = value.dyn_ref::<Array>().cloned().unwrap_or_default();
        list.iter()
            .map(|number| number.as_f64().unwrap_or_default() as u32)
            .collect()
    }

    fn texts(object: &JsValue, key: &str) -> Vec<String> {
        let texts = list(object, key);
        let texts = texts.iter();
        texts
            .map(|text| text.as_string().unwrap_or_default())
            .collect()
    }

    fn list(object: &JsValue, key: &str) -> Array {
        property(object, key).dyn_into().unwrap_or_default()
    }

    fn map<T>(object: &JsValue, key: &str, read: fn(&JsValue) -> T) -> ByUrl<T> {
        let entries = property(object, key)
            .dyn_into::<Object>()
            .map(|object| Object::entries(&object));
        let mut map = ByUrl::default();
        for entry in entries.unwrap_or_default().iter() {
            let pair: Array = entry.unchecked_into();
            let key = pair.get(0).as_string().unwrap_or_default();
            map.insert(key, read(&pair.get(1)));
        }
        map
    }
}

fn main() {}
