//! Numbers and words by chance, the same in every run, for what the benches make up.

/// A word that can be spoken, a different one for each number.
pub fn spell(mut number: u64) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b"bcdfghjklmnpqrtvwxyz"[number as usize % 20]));
        word.push(char::from(b"aeiou"[number as usize / 20 % 5]));
        number /= 100;
        if number == 0 {
            return word;
        }
    }
}

/// A small generator of numbers (SplitMix64) that any platform repeats.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// A number below `limit`, each half as likely as the one at half its place.
    pub fn zipf(&mut self, limit: u64) -> u64 {
        let even = self.next() as f64 / u64::MAX as f64;
        (limit as f64).powf(even) as u64 - 1
    }
}
