//! How far a word is from another: wrong, missing, extra and swapped letters.

/// What a reader may have mistyped: how many letters, by the length of the word.
pub fn tolerance(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Compares one word with many others.
pub struct Typo {
    word: Vec<char>,
    tolerance: usize,
    /// Whether the others may go on behind it.
    is_open: bool,
    other: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl Typo {
    pub fn of(word: &str, is_open: bool) -> Self {
        let word: Vec<char> = word.chars().collect();
        Self {
            tolerance: tolerance(word.len()),
            word,
            is_open,
            other: Vec::new(),
            rows: Default::default(),
        }
    }

    pub fn tolerates(&self) -> bool {
        self.tolerance > 0
    }

    /// The distance to another word; nothing where it is too far.
    pub fn distance(&mut self, other: &str) -> Option<usize> {
        self.other.clear();
        self.other.extend(other.chars());
        let (word, other) = (&self.word, &self.other);
        let is_too_long = !self.is_open && other.len() > word.len() + self.tolerance;
        if is_too_long || other.len() + self.tolerance < word.len() {
            return None;
        }
        // What goes on much further is another word.
        let width = other.len().min(word.len() + self.tolerance);
        let [before_last, last, row] = &mut self.rows;
        last.clear();
        last.extend(0..=width);
        before_last.clone_from(last);
        for (at, letter) in word.iter().enumerate() {
            row.clear();
            row.push(at + 1);
            for index in 0..width {
                let is_same = *letter == other[index];
                let mut least = (last[index] + usize::from(!is_same))
                    .min(last[index + 1] + 1)
                    .min(row[index] + 1);
                let is_swapped = at > 0
                    && index > 0
                    && *letter == other[index - 1]
                    && word[at - 1] == other[index];
                if is_swapped {
                    least = least.min(before_last[index - 1] + 1);
                }
                row.push(least);
            }
            if row.iter().all(|distance| *distance > self.tolerance) {
                return None;
            }
            std::mem::swap(before_last, last);
            std::mem::swap(last, row);
        }
        let distance = match self.is_open {
            true => last.iter().min().copied(),
            false => last.last().copied().filter(|_| width == other.len()),
        };
        distance.filter(|distance| *distance <= self.tolerance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_word_is_near() {
        for (typed, meant, distance) in [
            ("cache", "cache", Some(0)),
            ("cahce", "cache", Some(1)),
            ("cacke", "cache", Some(1)),
            ("cachee", "cache", Some(1)),
            ("cachexx", "cache", None),
            ("xache", "cache", Some(1)),
            ("cahe", "cache", None),
            ("assembly", "asembly", Some(1)),
            ("asembly", "assembly", Some(1)),
            ("webassmebyl", "webassembly", Some(2)),
            ("webasmbly", "webassembly", Some(2)),
            ("wbasmbly", "webassembly", None),
            ("größe", "grösse", None),
            ("карттина", "картина", Some(1)),
        ] {
            assert_eq!(Typo::of(typed, false).distance(meant), distance, "{typed}");
        }
    }

    #[test]
    fn a_word_that_is_being_typed_is_near_the_beginning_of_another() {
        for (typed, meant, distance) in [
            ("compilr", "compilers", Some(1)),
            ("comiple", "compilers", Some(1)),
            ("compi", "compilers", Some(0)),
            ("zzmpi", "compilers", None),
        ] {
            assert_eq!(Typo::of(typed, true).distance(meant), distance, "{typed}");
        }
    }
}
