//! Sorting by a number. One sort for all types, because each would cost readers 2 KB.

/// From the lowest number on; of equals the first come first.
pub fn ordered<T>(items: Vec<T>, number: impl Fn(&T) -> u64) -> Vec<T> {
    let numbered = items.iter().zip(0u32..);
    let mut order: Vec<(u64, u32)> = numbered
        .map(|(item, index)| (number(item), index))
        .collect();
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let in_order = order.into_iter();
    in_order
        .filter_map(|(_, index)| items.get_mut(index as usize)?.take())
        .collect()
}

/// A number that orders by the first, then by the second.
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A number that orders the highest first.
pub fn highest_first(score: f32) -> u32 {
    // The bits of what is not negative are in its order.
    u32::MAX - score.max(0.0).to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_in_order_of_their_numbers() {
        let items = vec![("a", 0.5), ("b", 2.0), ("c", 0.0), ("d", 2.0), ("e", 1e9)];
        let ordered = ordered(items, |(_, score)| highest_first(*score).into());
        let names: String = ordered.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, "ebdac");
        assert!(pair(1, 9) < pair(2, 0) && pair(2, 0) < pair(2, 1));
    }
}
