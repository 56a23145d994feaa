//! The slugs of articles: no two are one.

use crate::build::diagnostics::problem::Problems;
use crate::build::input::slug;
use crate::build::input::source::Source;
use std::collections::BTreeMap;

/// Two articles must not want the same file, on disks that do not tell capitals apart either. One whose name is taken
/// gets a number, unless its own head asked for that name in a blog of ours.
pub fn check(read: &mut [Source], language: &str, is_strict: bool, problems: &mut Problems) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    // One whose head cannot be read may well give itself another.
    let mut in_order: Vec<&mut Source> = read.iter_mut().filter(|source| source.is_known).collect();
    // The article in the language of the site keeps its name.
    in_order.sort_by_cached_key(|source| {
        let lang = match source.front_matter.lang == language {
            true => String::new(),
            false => source.front_matter.lang.clone(),
        };
        (lang, source.file.clone())
    });
    for source in in_order {
        let wanted = source.slug.clone();
        let Some(other) = taken.get(&wanted.to_ascii_lowercase()).cloned() else {
            taken.insert(wanted.to_ascii_lowercase(), source.path.clone());
            continue;
        };
        let position = source.slug_position();
        let what = ["the slug `", &wanted, "` is that of ", &other, ", too"].concat();
        let remedy = "give one of them another `slug:`, or another file name";
        if source.front_matter.slug.is_some() && is_strict {
            problems.error(&source.path, position, what, remedy);
            continue;
        }
        // A translation is named after its language, which stays when others come.
        let translated = Some(&source.front_matter.lang);
        let translated = translated.filter(|lang| !lang.is_empty() && **lang != language);
        let translated = translated.map(|lang| [&wanted, ".", lang].concat());
        let is_free = |slug: &String| !taken.contains_key(&slug.to_ascii_lowercase());
        source.slug = translated
            .filter(is_free)
            .unwrap_or_else(|| slug::numbered(&wanted, "", is_free));
        let what = [&what, ", so this one is at `", &source.slug, "`"].concat();
        problems.warning(&source.path, position, what, remedy);
        taken.insert(source.slug.to_ascii_lowercase(), source.path.clone());
    }
}
