//! A text as the words that are searched. The build and the browser have this from the same code, so that they agree.
//!
//! Words are letters and digits, folded. What is written without spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer,
//! Burmese) is searched by pairs of characters.

use super::fold::{is_mark, push_folded};
use std::ops::Range;

/// In bytes. What is longer is no word: a key, or a picture in a URL.
const MAX_LENGTH: usize = 64;

/// What is tokenized.
#[derive(Clone, Copy, PartialEq)]
pub enum Purpose {
    /// A text that is to be found. The last character of those in pairs stands alone, too.
    Text,
    /// What is looked for in it.
    Query,
}

/// One word, folded, and where it stands in the text, in bytes.
pub struct Token<'a> {
    pub word: &'a str,
    pub range: Range<usize>,
    /// Whether it is one or two characters of a text without spaces.
    pub is_pair: bool,
    /// Whether there is nothing but spaces between it and the token before.
    pub follows: bool,
}

/// Calls this with each token of the text, in order.
pub fn tokens(text: &str, purpose: Purpose, mut each: impl FnMut(Token)) {
    let mut word = String::new();
    let mut rest = text.char_indices().peekable();
    let mut end_before = 0;
    while let Some((start, letter)) = rest.next() {
        let kind = Kind::of(letter);
        if kind == Kind::Gap {
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = rest.next_if(|(_, next)| goes_on(kind, *next)) {
            end = at + next.len_utf8();
        }
        if kind == Kind::Word {
            // C++ and C#.
            let sign = |(_, next): &(usize, char)| matches!(next, '+' | '#');
            let signs = text[end..]
                .bytes()
                .take_while(|byte| b"+#".contains(byte))
                .count();
            let behind = text[end + signs..].chars().next();
            if signs > 0 && behind.is_none_or(|next| Kind::of(next) == Kind::Gap) {
                while rest.next_if(sign).is_some() {}
                end += signs;
            }
        }
        let follows = text[end_before..start].chars().all(char::is_whitespace);
        end_before = end;
        match kind {
            Kind::Run => pairs(&text[start..end], start, follows, purpose, &mut each),
            _ => {
                word.clear();
                text[start..end]
                    .chars()
                    .for_each(|letter| push_folded(letter, &mut word));
                if (1..=MAX_LENGTH).contains(&word.len()) {
                    each(Token {
                        word: without_article(&word),
                        range: start..end,
                        is_pair: false,
                        follows,
                    });
                }
            }
        }
    }
}

/// The words alone.
pub fn words(text: &str, purpose: Purpose) -> Vec<String> {
    let mut words = Vec::new();
    tokens(text, purpose, |token| words.push(token.word.to_owned()));
    words
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    /// Of a text without spaces.
    Run,
    Gap,
}

impl Kind {
    fn of(letter: char) -> Self {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' => Self::Word,
            '\0'..='\u{A9}' => Self::Gap,
            _ if is_without_spaces(letter) => Self::Run,
            _ if letter.is_alphanumeric() => Self::Word,
            _ => Self::Gap,
        }
    }
}

fn goes_on(kind: Kind, next: char) -> bool {
    Kind::of(next) == kind || is_mark(next) || (kind == Kind::Word && is_spacing_mark(next))
}

/// Vowels of Indic scripts, which are no letters and stand within words.
fn is_spacing_mark(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{DFF}')
}

#[rustfmt::skip]
fn is_without_spaces(letter: char) -> bool {
    matches!(letter,
        '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E80}'..='\u{ECF}'
        | '\u{1000}'..='\u{103F}' | '\u{1780}'..='\u{17D3}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

/// What belongs to the character before: vowels and tones of Thai and its neighbours, voicing of Japanese.
#[rustfmt::skip]
fn is_within_cluster(letter: char) -> bool {
    matches!(letter,
        '\u{E30}'..='\u{E3A}' | '\u{E45}' | '\u{E47}'..='\u{E4E}' | '\u{EB0}'..='\u{EBC}' | '\u{EC8}'..='\u{ECD}'
        | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}' | '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}')
        || is_mark(letter)
}

fn pairs(run: &str, start: usize, follows: bool, purpose: Purpose, each: &mut impl FnMut(Token)) {
    let begins = run
        .char_indices()
        .filter(|(at, letter)| *at == 0 || !is_within_cluster(*letter));
    let mut begins: Vec<usize> = begins.map(|(at, _)| at).collect();
    let clusters = begins.len();
    begins.push(run.len());
    let mut word = String::new();
    for first in 0..clusters {
        let last = (first + 2).min(clusters);
        let is_alone = last - first == 1;
        if is_alone && clusters > 1 && purpose == Purpose::Query {
            return;
        }
        word.clear();
        run[begins[first]..begins[last]]
            .chars()
            .for_each(|letter| push_folded(letter, &mut word));
        if (1..=MAX_LENGTH).contains(&word.len()) {
            each(Token {
                word: &word,
                range: start + begins[first]..start + begins[last],
                is_pair: true,
                follows: first > 0 || follows,
            });
        }
    }
}

/// Arabic writes its article, and what may stand before it, as a part of the word.
fn without_article(word: &str) -> &str {
    const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
    let mut stripped = ARTICLES
        .iter()
        .filter_map(|article| word.strip_prefix(article));
    let stripped = stripped.find(|rest| rest.chars().count() >= 3);
    stripped.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_words() {
        for (text, expected) in [
            ("A cache is a Promise.", "a cache is a promise"),
            ("naïve café, don’t", "naive cafe don t"),
            ("C++, C# and C; a+b #tag", "c++ c# and c a b tag"),
            ("wasm-bindgen 0.2.130", "wasm bindgen 0 2 130"),
            ("e\u{301}tude so\u{AD}ft", "etude soft"),
            ("東京都", "東京 京都 都"),
            ("猫", "猫"),
            ("Rust入門2026年", "rust 入門 門 2026 年"),
            ("カタカナ・テスト", "カタ タカ カナ ナ テス スト ト"),
            ("안녕 세상", "안녕 녕 세상 상"),
            ("ภาษาไทย", "ภาษา ษาไ ไท ทย ย"),
            ("والكتاب الكتاب كتاب", "كتاب كتاب كتاب"),
            ("हिन्दी", "हिन्दी"),
            ("\u{200F}!?… 😀", ""),
            ("", ""),
        ] {
            assert_eq!(words(text, Purpose::Text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_query_asks_for_pairs_alone() {
        assert_eq!(words("東京都", Purpose::Query), ["東京", "京都"]);
        assert_eq!(words("都", Purpose::Query), ["都"]);
    }

    #[test]
    fn each_word_says_where_it_stands() {
        let text = "«Été» 東京都 C++!";
        let mut found = Vec::new();
        tokens(text, Purpose::Text, |token| {
            found.push(&text[token.range.clone()]);
        });
        assert_eq!(found, ["Été", "東京", "京都", "都", "C++"]);
    }

    #[test]
    fn what_is_no_word_is_left_out() {
        let key = "x".repeat(MAX_LENGTH + 1);
        assert_eq!(
            words(&["a ", &key, " b"].concat(), Purpose::Text),
            ["a", "b"]
        );
    }
}
