//! Text → words, in any language: ICU's segmenter finds them, by dictionary where a script has no
//! spaces. Numbers, single letters and the grammar of Japanese tell nothing about a subject.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// English words that tell nothing either. Other languages' fall to their frequency (see `index`).
pub const STOP_WORDS: &str = "
    about above after again against all almost along already also although always am among an and
    another any anyone anything are aren around as at away back be became because become been before
    behind being below between both but by came can cannot come comes could couldn did didn do does
    doesn doing don done down each either else enough even ever every everything few first for from
    further gave get gets getting give given gives go goes going gone good got had hadn has hasn
    have haven having he hence her here hers herself him himself his how however if in instead into
    is isn it its itself just keep kept know last least less let like likely ll look made make makes
    making many may maybe me mean means might more most much must my myself need needs never new
    next no nobody non none nor not nothing now of off often on once one ones only onto or other
    others otherwise our ours ourselves out over own part per perhaps put quite rather re really
    said same say says see seem seems seen several shall she should shouldn show since so some
    someone something sometimes soon still such take taken takes than that the their theirs them
    themselves then there therefore these they thing things think this those though three through
    thus till to together too took toward towards try two under unless until up upon us use used
    uses using usually ve very via want wants was wasn way ways we well went were weren what
    whatever when where whether which while who whole whom whose why will with within without won
    would wouldn yes yet you your yours yourself";

/// How many syllables of a Korean word may be its particles.
const KOREAN_ENDING: usize = 3;

/// Calls `found` with each word of a text that is in lower case already.
pub fn each_word<'t>(text: &'t str, mut found: impl FnMut(&'t str)) {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let mut breaks = segmenter.segment_str(text);
    let mut start = 0;
    // Words that ICU's dictionary lacks come as single characters: two that touch are tried as one.
    let mut single = 0..0;
    while let Some(end) = breaks.next() {
        let segment = &text[start..end];
        if breaks.is_word_like() && !segment.chars().all(is_hiragana) {
            if segment.chars().nth(1).is_some() {
                each_part(segment, &mut found);
            } else {
                if single.end == start {
                    each_part(&text[single.start..end], &mut found);
                }
                single = start..end;
            }
        }
        start = end;
    }
}

/// Whether a reader takes this for a word, and not for an identifier or a number.
pub fn is_plain(word: &str) -> bool {
    !word.contains(|letter: char| letter.is_ascii() && !letter.is_ascii_alphabetic())
}

/// What the word may be a form of, the likeliest first: an English singular, a Korean word without
/// its particles. The library tells which of them exist, so that no rule cuts a name.
pub fn possible_roots(word: &str) -> Vec<String> {
    if word.chars().all(is_hangul) {
        let ends = word.char_indices().rev().take(KOREAN_ENDING);
        return ends.map(|(end, _)| word[..end].to_owned()).collect();
    }
    let Some(stem) = word
        .strip_suffix('s')
        .filter(|stem| stem.len() > 2 && !stem.ends_with('s'))
    else {
        return Vec::new();
    };
    let without_e = stem.strip_suffix('e').map(str::to_owned);
    let with_y = stem.strip_suffix("ie").map(|stem| format!("{stem}y"));
    [Some(stem.to_owned()), without_e, with_y]
        .into_iter()
        .flatten()
        .collect()
}

/// Korean writes its particles on to words of other scripts too: `wasm은` is `wasm` and `은`.
fn each_part<'t>(segment: &'t str, found: &mut impl FnMut(&'t str)) {
    segment
        .split(is_hangul)
        .filter_map(bare)
        .for_each(&mut *found);
    segment
        .split(|letter| !is_hangul(letter))
        .filter_map(bare)
        .for_each(found);
}

/// The word without what an apostrophe ties to it: `rust's`, `l'eau`.
fn bare(part: &str) -> Option<&str> {
    let word = part.split(['\'', '’']).max_by_key(|part| part.len())?;
    (word.chars().nth(1).is_some() && word.contains(char::is_alphabetic)).then_some(word)
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7a3}')
}

fn is_hiragana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{309f}')
}
