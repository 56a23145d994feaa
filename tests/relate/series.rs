//! Parts of a series: which come first, and how many.

use super::*;

fn part(id: &str, day: i64) -> Article {
    article(id, id, "").series("Compilers").day(day)
}

#[test]
fn the_next_part_comes_first_then_the_part_before() {
    let library = with_strangers([
        part("lexing", 1),
        article("parsing", "Parsing", "parsing expressions")
            .series("compilers ")
            .day(2),
        part("typing", 3),
        part("linking", 4),
        article("twin", "Parsing", "parsing expressions").day(9),
    ]);
    let cards = cards(&library, "parsing");
    assert_eq!(cards[0], ("typing", Reason::SameSeries));
    let later_parts = cards[1..]
        .iter()
        .filter(|(_, reason)| *reason == Reason::SameSeries);
    assert_eq!(
        later_parts.collect::<Vec<_>>(),
        [&("lexing", Reason::SameSeries)]
    );
    assert!(cards.iter().any(|(id, _)| *id == "twin"), "{cards:?}");
}

#[test]
fn parts_go_by_number_and_then_by_date() {
    let numbered = [
        part("a", 3).part(1),
        part("b", 1).part(2),
        part("c", 2).part(3),
    ];
    assert_eq!(ids(&numbered, "a"), ["b", "c"]);
    let dated = [part("c", 3), part("a", 1), part("b", 2)];
    assert_eq!(ids(&dated, "a"), ["b", "c"]);
    assert_eq!(ids(&dated, "b"), ["c", "a"]);
    let mixed = [
        part("appendix", 1),
        part("a", 8).part(1),
        part("b", 9).part(2),
    ];
    assert_eq!(ids(&mixed, "b"), ["appendix", "a"]);
}

#[test]
fn the_next_part_is_found_among_many_similar_articles() {
    let similar = (0..40).map(|number| article(&format!("{number}"), "Bees", "honey wax"));
    let other = (40..200).map(|number| article(&format!("{number}"), "Sails", "harbour").day(9));
    let long: Vec<String> = (0..200).map(|number| format!("word{number}")).collect();
    let next = article("next", "Storm", &long.join(" "))
        .series("Diary")
        .part(9);
    let read = article("read", "Bees", "honey wax").series("Diary").part(8);
    let library: Vec<Article> = similar.chain(other).chain([next, read]).collect();
    assert_eq!(cards(&library, "read")[0], ("next", Reason::SameSeries));
}

#[test]
fn a_series_fills_no_more_than_two_cards_while_there_is_anything_else() {
    let subjects = [
        "serif", "ligature", "hinting", "kerning", "italic", "numeral",
    ];
    let parts = || subjects.map(|subject| article(subject, "Letters", subject).series("Type"));
    let outside = article("outside", "Letters", &subjects.join(" "));
    let mixed = with_strangers(parts().into_iter().chain([outside]));
    let of_the_series = |id| {
        ids(&mixed, id)
            .iter()
            .filter(|id| subjects.contains(id))
            .count()
    };
    assert_eq!(of_the_series("serif"), 2);
    assert_eq!(of_the_series("outside"), 2);
    assert_eq!(ids(&parts(), "serif").len(), 4, "there is nothing else");
}

#[test]
fn the_newest_are_not_all_of_one_series() {
    let daily = |number: i64| {
        let title = format!("{number}th");
        article(&title, &title, "")
            .series("Daily")
            .day(100 + number)
    };
    let library = with_strangers((1..9).map(daily));
    assert_eq!(
        ids(&library, "walnut"),
        ["8th", "7th", "pendulum", "saffron"]
    );
}
