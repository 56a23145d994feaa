//! Letters as people type them: without capitals, accents and marks, in one width.
//!
//! Our own tables, so that the build and a reader's browser do the same. What the standard library has would weigh 14 KB
//! in the browser and leaves the accents.

/// The text folded, letter by letter.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars()
        .for_each(|letter| push_folded(letter, &mut folded));
    folded
}

/// Adds the letter as it is searched: none for a mark, two for a few letters.
pub fn push_folded(letter: char, to: &mut String) {
    match letter {
        '\0'..='\u{7F}' => to.push(letter.to_ascii_lowercase()),
        '\u{C0}'..='\u{24F}' => push_latin(letter, LATIN, 0xC0, to),
        '\u{1E00}'..='\u{1EFF}' => push_latin(letter, LATIN_ADDITIONAL, 0x1E00, to),
        // Full width.
        '\u{FF01}'..='\u{FF5E}' => push_folded(moved(letter, -0xFEE0), to),
        '\u{FF66}'..='\u{FF9F}' => push_half_width(letter, to),
        _ if is_mark(letter) => {}
        _ => to.push(folded_letter(letter)),
    }
}

/// What stands above, below or inside of letters, and what joins them.
pub fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Letters of which one is written in several ways.
fn folded_letter(letter: char) -> char {
    match letter {
        // Greek
        'Α'..='Ρ' | 'Σ'..='Ω' => moved(letter, 0x20),
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'Ί' | 'ϊ' | 'ΐ' | 'Ϊ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'Ύ' | 'ϋ' | 'ΰ' | 'Ϋ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        // Cyrillic
        'Ё' | 'ё' => 'е',
        'А'..='Я' => moved(letter, 0x20),
        'Ѐ'..='Џ' => moved(letter, 0x50),
        '\u{460}'..='\u{481}' | '\u{48A}'..='\u{4BF}' | '\u{4D0}'..='\u{52F}' => {
            char::from_u32(u32::from(letter) | 1).unwrap_or(letter)
        }
        // Armenian
        'Ա'..='Ֆ' => moved(letter, 0x30),
        // Hebrew: letters at the end of a word
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        // Arabic and Persian
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        _ => letter,
    }
}

fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(letter)
}

fn moved(letter: char, by: i32) -> char {
    let moved = u32::from(letter).checked_add_signed(by);
    moved.and_then(char::from_u32).unwrap_or(letter)
}

/// From U+00C0 and U+1E00 on: the letter without marks, a capital for two letters, a dot for what has no other form.
const LATIN: &[u8] = b"aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
.b....occdddd...effgg.iikkl..nnooo..pp......tttuuuvyyzz.........\
.............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
aaaaeeeeiiiioooorrrruuuusstt..hhn...zzaaeeooooooooyy.........l..\
................";
const LATIN_ADDITIONAL: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy.s..S.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

fn push_latin(letter: char, table: &[u8], first: u32, to: &mut String) {
    let index = u32::from(letter) - first;
    match table.get(index as usize) {
        Some(b'A') => to.push_str("ae"),
        Some(b'I') => to.push_str("ij"),
        Some(b'O') => to.push_str("oe"),
        Some(b'S') => to.push_str("ss"),
        Some(b'T') => to.push_str("th"),
        Some(b'.') | None => to.push(letter),
        Some(plain) => to.push(char::from(*plain)),
    }
}

/// Katakana from U+FF66 on, and the marks that make other syllables of them.
const KATAKANA: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

fn push_half_width(letter: char, to: &mut String) {
    let marked = |last: char, by: i32| moved(last, by);
    match letter {
        // The voiced syllable stands behind the plain one.
        '\u{FF9E}' | '\u{FF9F}' => {
            if let Some(last) = to.pop() {
                to.push(marked(last, i32::from(letter == '\u{FF9F}') + 1));
            }
        }
        _ => {
            let index = (u32::from(letter) - 0xFF66) as usize;
            to.push(KATAKANA.chars().nth(index).unwrap_or(letter));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_normalizer::DecomposingNormalizerBorrowed;

    #[test]
    fn letters_are_found_as_they_are_typed() {
        for (written, typed) in [
            ("Čeština", "cestina"),
            ("Straße Œuvre Ærø Þór", "strasse oeuvre aero thor"),
            ("Việt Nam", "viet nam"),
            ("ＲＵＳＴ ２０２６", "rust 2026"),
            ("ｶﾞｲﾄﾞ", "ガイド"),
            ("ΆΝΘΡΩΠΟΣ άνθρωπος", "ανθρωποσ ανθρωποσ"),
            ("ЁЛКА Їжак", "елка їжак"),
            ("שָׁלוֹם", "שלומ"),
            ("الْعَرَبِيَّةُ", "العربيه"),
            ("أحمد آدم إيمان", "احمد ادم ايمان"),
            ("١٢٣", "123"),
            ("Հայերեն", "հայերեն"),
        ] {
            assert_eq!(folded(written), typed);
            assert_eq!(folded(typed), typed, "it is not the same when folded again");
        }
    }

    /// What Unicode says of Latin letters, by another library.
    #[test]
    fn latin_letters_are_those_below_their_marks() {
        let normalizer = DecomposingNormalizerBorrowed::new_nfkd();
        let without_marks = |text: &str| -> String {
            let text = normalizer.normalize(text);
            text.chars().filter(|letter| !is_mark(*letter)).collect()
        };
        let letters = ('\u{C0}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}');
        let mut compared = 0;
        for letter in letters {
            let plain = without_marks(&without_marks(&letter.to_string()).to_lowercase());
            if plain.len() == 1 {
                assert_eq!(folded(&letter.to_string()), plain, "{letter}");
                compared += 1;
            }
        }
        assert!(compared > 450, "only {compared}");
    }

    #[test]
    fn no_letter_is_left_large() {
        for letter in ('\0'..='\u{24F}').chain('\u{370}'..='\u{587}') {
            let small = folded(&letter.to_string());
            assert_eq!(folded(&small), small, "{letter}");
        }
    }
}
