//! What is offered, in what order, and the tags that explain it.

use super::*;

#[test]
fn shared_tags_are_named_rarest_first_as_the_article_spells_them() {
    let mut library = with_strangers([
        article("read", "", "").tags(&["Web", "Rust", "WebAssembly", "Fonts", "Only mine"]),
        article("all", "alpine meadow", "").tags(&["fonts", "webassembly ", "rust", "web"]),
        article("most", "copper kettle", "").tags(&["web", "rust", "webassembly"]),
        article("some", "harbour crane", "").tags(&["web", "rust"]),
        article("single", "velvet curtain", "").tags(&["web"]),
    ]);
    let shared = |library: &[Article], to| reason(library, "read", to);
    let rarest = Reason::SharedTags(strings(&["Fonts", "WebAssembly", "Rust"]));
    let two = Reason::SharedTags(strings(&["Rust", "Web"]));
    assert_eq!(shared(&library, "all"), rarest);
    assert_eq!(shared(&library, "some"), two);
    assert_eq!(ids(&library, "read"), ["all", "most", "some", "single"]);

    library
        .iter_mut()
        .for_each(|article| article.tags.push("Blog".into()));
    assert_eq!(
        shared(&library, "some"),
        two,
        "a tag that all have says nothing"
    );
}

#[test]
fn any_shared_tag_is_a_reason() {
    let long = |id: &str| {
        let words: Vec<String> = (0..60).map(|number| format!("{id}{number}")).collect();
        article(id, id, &words.join(" ")).tags(&[id, "A", "B", "C", "Notes"])
    };
    let noted = ["violin", "cello", "flute"].map(|id| article(id, id, id).tags(&["notes"]).day(-9));
    let library = [
        long("read"),
        Article {
            tags: strings(&["d", "e", "f", "notes"]),
            ..long("near")
        },
    ];
    let library = with_strangers(library.into_iter().chain(noted));
    assert_eq!(
        reason(&library, "read", "near"),
        Reason::SharedTags(strings(&["Notes"]))
    );
}

#[test]
fn tags_that_differ_by_a_letter_are_different_tags() {
    let tagged = |id: &str, tag: &str| article(id, "", "").tags(&[tag]);
    let library = with_strangers([tagged("read", "Test"), tagged("near", "Tests")]);
    assert_eq!(shared_words(&library, "read", "near"), ["test"]);
}

#[test]
fn near_copies_do_not_fill_the_cards() {
    let text = "Kerning pairs, ligatures, optical sizes and hinting make a typeface readable on \
                screens of every density";
    let copy = |number: i64| {
        let title = format!("Readable typefaces, edition {number}");
        article(&format!("copy {number}"), &title, text)
            .tags(&["type"])
            .day(100 + number)
    };
    let others = [
        article("paper", "Paper", "Which typeface suits a book").tags(&["print"]),
        article("screens", "Screens", "Density, refresh and colour").tags(&["hardware"]),
        article("grid", "Grids", "Optical balance on a page").tags(&["layout"]),
    ];
    let library = with_strangers((1..=6).map(copy).chain(others));
    let cards = ids(&library, "copy 1");
    assert_eq!(cards[0], "copy 6", "the newest of them");
    assert!(
        !cards[1..].iter().any(|id| id.starts_with("copy")),
        "{cards:?}"
    );

    let copies: Vec<Article> = (1..=6).map(copy).collect();
    assert_eq!(
        ids(&copies, "copy 1").len(),
        4,
        "a copy is better than an empty place"
    );
}

#[test]
fn a_card_that_adds_something_comes_before_one_that_repeats() {
    let library = with_strangers([
        article("read", "", "honey wax hive queen drone nectar pollen swarm"),
        article("first", "", "honey wax hive queen drone nectar meadow"),
        article("repeats", "", "honey wax hive queen orchard barn"),
        article("adds", "", "pollen swarm nectar fence gate harvest"),
    ]);
    assert_eq!(ids(&library, "read")[..3], ["first", "adds", "repeats"]);
}

#[test]
fn a_copy_is_as_similar_as_can_be() {
    let copy = |id: &str| article(id, "Bees", "honey wax hive").tags(&["nature", "food"]);
    let score = relate_all(&with_strangers([copy("one"), copy("two")]), 4)[0][0].score;
    assert!((0.99..1.01).contains(&score), "{score}");
}

#[test]
fn of_equally_similar_articles_the_newer_comes_first() {
    let on_bees = |id: &str, day| article(id, "Bees", &format!("honey and {id}")).day(day);
    let library = with_strangers([
        article("read", "Bees", "honey and wax and hive").day(5_000),
        on_bees("older", 4_000),
        on_bees("newest", 5_000),
        on_bees("oldest", 0),
        article("better", "Bees", "honey and wax, hive").day(0),
    ]);
    assert_eq!(
        ids(&library, "read"),
        ["better", "newest", "older", "oldest"]
    );
}

#[test]
fn a_title_counts_more_than_a_mention() {
    let others = "meadow orchard barn fence gate harvest";
    let library = with_strangers([
        article("read", "Hydraulics", ""),
        article(
            "mention",
            "Farming",
            &format!("hydraulics, hydraulics, hydraulics {others}"),
        ),
        article(
            "title",
            "Hydraulics",
            &format!("farming, farming, farming {others}"),
        ),
    ]);
    assert_eq!(ids(&library, "read")[..2], ["title", "mention"]);
}

#[test]
fn every_field_relates() {
    let blank = || article("near", "", "");
    for near in [
        article("near", "Hydraulics", ""),
        Article {
            headings: "Hydraulics".to_owned(),
            ..blank()
        },
        article("near", "", "hydraulics"),
        blank().tags(&["Hydraulics"]),
        blank().series("Hydraulics"),
    ] {
        let library = with_strangers([article("read", "About hydraulics", ""), near]);
        assert_eq!(shared_words(&library, "read", "near"), ["hydraulics"]);
    }
}

#[test]
fn an_article_with_nothing_in_common_is_given_the_newest() {
    let library = strangers();
    let newest = ["pendulum", "saffron", "lighthouse", "trombone"];
    assert_eq!(
        cards(&library, "walnut"),
        newest.map(|id| (id, Reason::Recent))
    );
    assert!(
        relate_all(&library, 4)
            .iter()
            .flatten()
            .all(|card| card.score == 0.0)
    );

    let same_day: Vec<Article> = library.into_iter().map(|article| article.day(7)).collect();
    assert_eq!(
        ids(&same_day, "walnut"),
        ["glacier", "lighthouse", "pendulum", "saffron"]
    );
}
