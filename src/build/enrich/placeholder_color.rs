//! The colour that a page shows in a picture's place while it loads.

use crate::build::store::cache::Cache;
use image::{DynamicImage, GenericImageView};

/// The last digit: how much of it is seen, of fifteen. Words that stand in the place of a picture that does not come can be
/// read on it, in each theme.
const ALPHA: char = '5';

/// The mean colour in CSS, `#8765`; empty for what is not decoded, and for a picture that can be seen through.
/// `path` is the picture's own, below `dist/`; it changes with what the picture holds.
pub fn color<'a>(
    path: &str,
    cache: &Cache,
    decode: impl FnOnce() -> Option<&'a DynamicImage>,
) -> String {
    let color = || decode().map(mean).map(String::into_bytes).ok_or(());
    let kept = cache.file("ground.txt", path.as_bytes(), color);
    let bytes = kept.ok().and_then(|color| color.read().ok());
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

fn mean(picture: &DynamicImage) -> String {
    let (mut sums, mut count) = ([0_u64; 3], 0);
    // One by one: a copy of all in eight bits would take as much memory again.
    for (_, _, pixel) in picture.pixels() {
        let [red, green, blue, alpha] = pixel.0.map(u64::from);
        if alpha < 255 {
            return String::new();
        }
        sums = [sums[0] + red, sums[1] + green, sums[2] + blue];
        count += 1;
    }
    // Sixteen steps are enough for what is soon covered: 0 is 0, and 255 is f.
    let digit = |sum: u64| ((sum / count.max(1) + 8) / 17) as u32;
    let digits = sums.map(digit).into_iter();
    let digits = digits.filter_map(|digit| char::from_digit(digit, 16));
    std::iter::once('#').chain(digits).chain([ALPHA]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};

    #[test]
    fn the_ground_is_the_mean_of_a_picture_that_hides_it() {
        let picture = |left: [u8; 4], right: [u8; 4]| {
            let pixel = |x, _| Rgba(if x == 0 { left } else { right });
            mean(&RgbaImage::from_fn(2, 1, pixel).into())
        };
        assert_eq!(picture([0, 0, 0, 255], [255, 255, 255, 255]), "#7775");
        assert_eq!(picture([255, 16, 0, 255], [255, 18, 2, 255]), "#f105");
        assert_eq!(picture([0, 0, 0, 255], [255, 255, 255, 254]), "");
    }
}
