//! Words of one family have one stem: "walked" and "walking", "Häuser" and "Hauses".
//!
//! Light stemmers: they take endings off, and know no exceptions. A stem is only ever compared with another, so it need
//! be no word. The words are folded before, which makes the forms of most languages begin alike.

use super::token::{Purpose, tokens};

/// In letters: a stem is no shorter. German words are longer.
const MIN_STEM: usize = 3;
const MIN_STEM_GERMAN: usize = 4;

/// Endings of a language, the longest first, and what takes the place of each.
type Endings = &'static [(&'static str, &'static str)];

const ENGLISH: Endings = &[
    ("ization", "iz"),
    ("ational", ""),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "iv"),
    ("ements", ""),
    ("ations", ""),
    ("izing", "iz"),
    ("ation", ""),
    ("ement", ""),
    ("ments", ""),
    ("ingly", ""),
    ("ment", ""),
    ("ions", ""),
    ("ness", ""),
    ("ings", ""),
    ("edly", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ion", ""),
    ("ers", ""),
    ("ize", "iz"),
    ("ed", ""),
    ("es", ""),
    ("er", ""),
    ("ly", ""),
    ("ss", "ss"),
    ("s", ""),
    ("e", ""),
];
const GERMAN: Endings = &[
    ("ungen", ""),
    ("heiten", ""),
    ("keiten", ""),
    ("erinnen", ""),
    ("erin", ""),
    ("lich", ""),
    ("isch", ""),
    ("heit", ""),
    ("keit", ""),
    ("ung", ""),
    ("end", ""),
    ("est", ""),
    ("ern", ""),
    ("em", ""),
    ("en", ""),
    ("er", ""),
    ("es", ""),
    ("st", ""),
    ("et", ""),
    ("e", ""),
    ("n", ""),
    ("s", ""),
    ("t", ""),
];
const FRENCH: Endings = &[
    ("issements", ""),
    ("issement", ""),
    ("ations", ""),
    ("ateurs", ""),
    ("ation", ""),
    ("ateur", ""),
    ("ements", ""),
    ("ement", ""),
    ("euses", ""),
    ("aient", ""),
    ("ions", ""),
    ("euse", ""),
    ("eurs", ""),
    ("ment", ""),
    ("eaux", "eau"),
    ("ives", "if"),
    ("aux", "al"),
    ("eux", ""),
    ("eur", ""),
    ("ive", "if"),
    ("ent", ""),
    ("ant", ""),
    ("ons", ""),
    ("ait", ""),
    ("ees", ""),
    ("ez", ""),
    ("er", ""),
    ("ir", ""),
    ("ee", ""),
    ("es", ""),
    ("e", ""),
    ("s", ""),
    ("x", ""),
];
const SPANISH: Endings = &[
    ("amientos", ""),
    ("imientos", ""),
    ("aciones", ""),
    ("amiento", ""),
    ("imiento", ""),
    ("adores", ""),
    ("acion", ""),
    ("iendo", ""),
    ("mente", ""),
    ("iones", ""),
    ("ador", ""),
    ("ando", ""),
    ("aron", ""),
    ("ieron", ""),
    ("aban", ""),
    ("ces", "z"),
    ("ion", ""),
    ("ado", ""),
    ("ada", ""),
    ("ido", ""),
    ("ida", ""),
    ("ar", ""),
    ("er", ""),
    ("ir", ""),
    ("an", ""),
    ("en", ""),
    ("os", ""),
    ("as", ""),
    ("es", ""),
    ("a", ""),
    ("o", ""),
    ("e", ""),
    ("s", ""),
];
const PORTUGUESE: Endings = &[
    ("amentos", ""),
    ("imentos", ""),
    ("amento", ""),
    ("imento", ""),
    ("adores", ""),
    ("acoes", ""),
    ("mente", ""),
    ("acao", ""),
    ("ador", ""),
    ("ando", ""),
    ("endo", ""),
    ("indo", ""),
    ("aram", ""),
    ("eram", ""),
    ("oes", "ao"),
    ("ao", "ao"),
    ("ais", "al"),
    ("eis", "el"),
    ("ado", ""),
    ("ada", ""),
    ("ido", ""),
    ("ida", ""),
    ("ns", "m"),
    ("ar", ""),
    ("er", ""),
    ("ir", ""),
    ("am", ""),
    ("em", ""),
    ("os", ""),
    ("as", ""),
    ("es", ""),
    ("a", ""),
    ("o", ""),
    ("e", ""),
    ("s", ""),
];
const ARABIC: Endings = &[
    ("هما", ""),
    ("كما", ""),
    ("ات", ""),
    ("ان", ""),
    ("ون", ""),
    ("ين", ""),
    ("يه", ""),
    ("ها", ""),
    ("هم", ""),
    ("نا", ""),
    ("ه", ""),
    ("ي", ""),
];
const HEBREW: Endings = &[
    ("יות", ""),
    ("ימ", ""),
    ("ות", ""),
    ("ית", ""),
    ("ה", ""),
    ("ת", ""),
];

/// The endings of a language, by its code; nothing for others.
fn endings(language: &str) -> Option<Endings> {
    Some(match language {
        "en" => ENGLISH,
        "de" => GERMAN,
        "fr" => FRENCH,
        "es" => SPANISH,
        "pt" => PORTUGUESE,
        "ar" => ARABIC,
        "he" => HEBREW,
        _ => return None,
    })
}

/// The stem of a folded word in a language: `en`, or with a region. The word itself in a language that is not known.
pub fn stem(word: &str, language: &str) -> String {
    let code = language.split('-').next().unwrap_or_default();
    let Some(endings) = endings(code) else {
        return word.to_owned();
    };
    let min_stem = match code {
        "de" => MIN_STEM_GERMAN,
        _ => MIN_STEM,
    };
    let mut stems = endings.iter().filter_map(|(ending, replacement)| {
        let rest = word.strip_suffix(ending)?;
        let length = rest.chars().count() + replacement.chars().count();
        (length >= min_stem).then(|| [undoubled(rest, code), *replacement].concat())
    });
    stems.next().unwrap_or_else(|| word.to_owned())
}

/// Each word of a text, as a text and as a query has it, with its stem: what has to be the same on both hosts.
pub fn described(text: &str, language: &str) -> String {
    let mut described = String::new();
    for purpose in [Purpose::Text, Purpose::Query] {
        tokens(text, purpose, |token| {
            let stem = stem(token.word, language);
            described.push_str(&[token.word, "/", &stem, "\n"].concat());
        });
    }
    described
}

/// "Running" is "run".
fn undoubled<'a>(rest: &'a str, language: &str) -> &'a str {
    let mut letters = rest.bytes().rev();
    let (last, before) = (letters.next(), letters.next());
    let is_doubled = last == before && last.is_some_and(|letter| b"bdgmnprt".contains(&letter));
    match is_doubled && language == "en" && rest.len() > MIN_STEM {
        true => &rest[..rest.len() - 1],
        false => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_family_have_one_stem() {
        for (language, family) in [
            ("en", "walk walks walked walking walker"),
            ("en", "run running runs runner"),
            ("en", "compile compiles compiled compiling compiler"),
            ("en", "story stories"),
            ("en", "cache caches cached caching"),
            ("en-GB", "connect connection connections connected"),
            ("de", "haus hauses hauser hausern"),
            ("de", "setzung setzungen setzen setzt"),
            ("fr", "journal journaux"),
            ("fr", "livre livres"),
            ("es", "libro libros"),
            ("es", "luz luces"),
            ("pt", "cancao cancoes"),
            ("pt", "livro livros"),
            ("ar", "كتاب كتابه كتابها"),
            ("he", "ספר ספרימ"),
        ] {
            let mut stems: Vec<String> =
                family.split(' ').map(|word| stem(word, language)).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{language}: {family}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (language, one, other) in [
            ("en", "press", "pre"),
            ("en", "ring", "r"),
            ("de", "rat", "rate"),
            ("ja", "walks", "walk"),
        ] {
            assert_ne!(stem(one, language), stem(other, language), "{language}");
        }
    }
}
