//! What the interface says, in every language: that nothing is missing, and nothing is left over.

use icu_plurals::PluralRules;
use recto::i18n::native::{BUILD_ONLY, FILES, category_name};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ENGLISH: &str = include_str!("../src/messages/en.json");
const ENGLISH_BUILD_ONLY: &str = include_str!("../src/messages/build_only/en.json");

/// Keys that say how the language does something, and are no sentences.
const SETTINGS: [&str; 1] = ["date-style"];

#[test]
fn every_language_says_everything_with_its_own_plurals() {
    let reader = FILES.map(|file| (ENGLISH, file));
    let build_only = BUILD_ONLY.map(|file| (ENGLISH_BUILD_ONLY, file));
    for (english, (code, text)) in reader.into_iter().chain(build_only) {
        let (english, other) = (parsed(english), parsed(text));
        let keys = |map: &Map<String, Value>| map.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(&other), keys(&english), "{code}: keys");
        let rules =
            PluralRules::try_new_cardinal(code.parse::<icu_locale_core::Locale>().unwrap().into());
        let rules = rules.unwrap();
        let categories: BTreeSet<&str> = rules.categories().map(category_name).collect();
        for (key, english) in &english {
            let forms = |value: &Value| value.as_object().cloned();
            match (forms(english), forms(&other[key])) {
                (None, None) => {
                    let (english, other) =
                        (english.as_str().unwrap(), other[key].as_str().unwrap());
                    assert_eq!(places(other), places(english), "{code}: places of `{key}`");
                    assert!(!other.trim().is_empty(), "{code}: `{key}`");
                }
                (Some(english), Some(other)) => {
                    let given: BTreeSet<&str> = other.keys().map(String::as_str).collect();
                    assert_eq!(given, categories, "{code}: plural categories of `{key}`");
                    let known = places(english["other"].as_str().unwrap());
                    for form in other.values().map(|form| form.as_str().unwrap()) {
                        // One and two may go without their number.
                        assert!(places(form).is_subset(&known), "{code}: places of `{key}`");
                    }
                    assert_eq!(
                        places(other["other"].as_str().unwrap()),
                        known,
                        "{code}: places of `{key}`"
                    );
                }
                _ => panic!("{code}: `{key}` has plurals in one language and none in the other"),
            }
        }
        if let Some(style) = other.get("date-style") {
            assert!(["medium", "long"].contains(&style.as_str().unwrap()));
        }
    }
}

#[test]
fn every_file_of_messages_is_a_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages");
    for (folder, known) in [(folder.join("build_only"), BUILD_ONLY), (folder, FILES)] {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
        let files = files.filter(|file| file.file_type().unwrap().is_file());
        let files: BTreeSet<String> = files
            .map(|file| file.file_name().into_string().unwrap())
            .collect();
        let known = known.map(|(code, _)| [code, ".json"].concat());
        let known: BTreeSet<String> = known.into_iter().chain(["en.json".into()]).collect();
        assert_eq!(files, known);
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let sources = sources();
    let (reader, build_only) = (parsed(ENGLISH), parsed(ENGLISH_BUILD_ONLY));
    for key in build_only.keys() {
        assert!(!reader.contains_key(key), "`{key}` is there twice");
    }
    let keys = reader.keys().chain(build_only.keys());
    for key in keys.filter(|key| !SETTINGS.contains(&key.as_str())) {
        let constant = ["message::", &key.to_uppercase().replace('-', "_")].concat();
        let is_used = sources.iter().any(|text| {
            text.match_indices(&constant).any(|(at, _)| {
                !text[at + constant.len()..]
                    .starts_with(|next: char| next == '_' || next.is_alphanumeric())
            })
        });
        assert!(is_used, "nothing says `{key}`: remove it from src/messages");
    }
}

fn parsed(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap()
}

fn places(text: &str) -> BTreeSet<&str> {
    let places = text.split('{').skip(1);
    places
        .map(|place| place.split_once('}').unwrap().0)
        .collect()
}

/// The texts of all that is written in Rust.
fn sources() -> Vec<String> {
    let files = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let paths = files
        .into_iter()
        .map(|file| file.unwrap().path().to_string_lossy().into_owned());
    let code = paths.filter(|path| path.ends_with(".rs"));
    code.map(|path| fs::read_to_string(path).unwrap()).collect()
}
