//! A colour as `theme.json` writes it, how well it is read on another, and the nearest one that is read well.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color([u8; 3]);

const WHITE: Color = Color([255; 3]);
const BLACK: Color = Color([0; 3]);

impl Color {
    /// `#b01a2b` or `#b12`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |at: usize| {
            digits
                .get(at..=at)
                .and_then(|digit| u8::from_str_radix(digit, 16).ok())
        };
        let channel = |index: usize| match digits.len() {
            3 => Some(digit(index)? * 17),
            6 => Some(digit(index * 2)? * 16 + digit(index * 2 + 1)?),
            _ => None,
        };
        Some(Self([channel(0)?, channel(1)?, channel(2)?]))
    }

    /// From 1 to 21, as the WCAG counts.
    pub fn contrast(self, other: Self) -> f64 {
        let [one, other] = [self.luminance(), other.luminance()];
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// So much of the other in it, from 0 to 1.
    pub fn mixed(self, other: Self, part: f64) -> Self {
        let channel = |index: usize| {
            let [own, its] = [self, other].map(|color| f64::from(color.0[index]));
            (own + (its - own) * part).round() as u8
        };
        Self([0, 1, 2].map(channel))
    }

    /// The nearest colour, towards black or white, that has this contrast on each of the grounds.
    pub fn readable_on(self, grounds: &[Self], contrast: f64) -> Option<Self> {
        let is_readable = |color: &Self| {
            grounds
                .iter()
                .all(|ground| color.contrast(*ground) >= contrast)
        };
        let parts = (0..=255).map(|step| f64::from(step) / 255.0);
        parts
            .flat_map(|part| [BLACK, WHITE].map(|end| self.mixed(end, part)))
            .find(is_readable)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            match value <= 0.04045 {
                true => value / 12.92,
                false => ((value + 0.055) / 1.055).powf(2.4),
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_what_is_none_is_not() {
        assert_eq!(Color::parse("#b12").unwrap().to_string(), "#bb1122");
        assert_eq!(Color::parse("#B01a2b").unwrap().to_string(), "#b01a2b");
        for other in [
            "", "red", "#b1", "#b01a2", "#b01a2g", "b01a2b", "#ää", "#+1+1+1",
        ] {
            assert_eq!(Color::parse(other), None, "{other}");
        }
    }

    #[test]
    fn the_nearest_readable_colour_is_no_further_away_than_it_must_be() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        let grey = Color::parse("#999999").unwrap();
        let nearest = grey.readable_on(&[WHITE], 4.5).unwrap();
        assert!(
            nearest.contrast(WHITE) >= 4.5 && nearest.contrast(WHITE) < 4.6,
            "{nearest}"
        );
        assert_eq!(nearest.readable_on(&[WHITE], 4.5), Some(nearest));
        let middle = Color::parse("#767676").unwrap();
        assert_eq!(middle.readable_on(&[BLACK, WHITE], 7.0), None);
    }
}
