//! Whether a text was read: the reader has come past most of it, and has taken some time.

/// Parts of a text that are told apart.
const STEPS: u32 = u32::BITS;

/// Of these, as many must have been on screen: four of five.
const ENOUGH_STEPS: u32 = STEPS * 4 / 5;

/// What one look at a screen is worth at most, in milliseconds: whoever is away does not read.
const MAX_LOOK: f64 = 60_000.0;

/// Of a minute that a text takes to read, in milliseconds. Some read fast, and some know half of it.
const ENOUGH_OF_A_MINUTE: f64 = 60_000.0 / 8.0;

/// The way that a reader has taken through a text so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Way {
    /// A bit for each step that was on screen.
    seen: u32,
    /// In milliseconds.
    time: f64,
    last_look: f64,
}

impl Way {
    /// Begins now, in milliseconds.
    pub fn begin(now: f64) -> Self {
        Self {
            last_look: now,
            ..Self::default()
        }
    }

    /// From here to there, in parts of the whole, the text is on screen now.
    pub fn look(&mut self, from: f64, to: f64, now: f64) {
        self.time += (now - self.last_look).clamp(0.0, MAX_LOOK);
        self.last_look = now;
        let [from, to] = [from, to].map(|part| part.clamp(0.0, 1.0) * f64::from(STEPS));
        for step in from.floor() as u32..to.ceil() as u32 {
            self.seen |= 1 << step.min(STEPS - 1);
        }
    }

    /// Whether this was reading, of a text that takes so long.
    pub fn is_read(&self, minutes: u32) -> bool {
        let enough = f64::from(minutes.max(1)) * ENOUGH_OF_A_MINUTE;
        self.seen.count_ones() >= ENOUGH_STEPS && self.time >= enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks at each tenth of the text, one after the other, for so long each.
    fn read(each: f64) -> Way {
        let mut way = Way::begin(0.0);
        for step in 0..10 {
            let at = f64::from(step) / 10.0;
            way.look(at, at + 0.1, f64::from(step + 1) * each);
        }
        way
    }

    #[test]
    fn who_takes_time_and_the_whole_way_has_read() {
        assert!(read(6_000.0).is_read(6));
        assert!(!read(6_000.0).is_read(60), "too fast for so long a text");
    }

    #[test]
    fn who_jumps_to_the_end_has_not_read_however_long_they_stay() {
        let mut way = Way::begin(0.0);
        way.look(0.0, 0.1, 0.0);
        way.look(0.9, 1.0, 1e9);
        assert!(!way.is_read(1));
    }

    #[test]
    fn who_only_scrolls_has_not_read() {
        assert!(!read(100.0).is_read(6));
    }

    #[test]
    fn who_is_away_does_not_read() {
        let mut way = Way::begin(0.0);
        way.look(0.0, 1.0, 1e9);
        assert!(way.is_read(8));
        assert!(!way.is_read(9));
    }
}
