//! The same answer every time, and an answer for every library.

use super::*;

/// 120 made-up articles on six topics, with tags and series, the same in every run.
fn library() -> Vec<Article> {
    let one = |number: usize| {
        let topic = number % 6;
        let word = |place: usize| format!("topic{topic}word{}", (number * 7 + place * place) % 23);
        let chatter = |place: usize| format!("word{}", (number * 13 + place * 5) % 97);
        let body: Vec<String> = (0..20)
            .flat_map(|place| [word(place), chatter(place)])
            .collect();
        let tag = format!("tag {}", number % 9);
        let series = (number.is_multiple_of(4)).then(|| format!("series {topic}"));
        let article = article(&format!("article {number}"), &word(1), &body.join(" "));
        Article {
            series,
            ..article.tags(&[&tag]).day(number as i64 / 3)
        }
    };
    (0..120).map(one).collect()
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let library = library();
    let expected = relate_all(&library, 4);
    for step in [7, 119] {
        // A step that has no divisor in common with 120 visits every article once.
        let order: Vec<usize> = (0..120).map(|place| (place * step + 5) % 120).collect();
        let shuffled: Vec<Article> = order.iter().map(|&old| library[old].clone()).collect();
        for (place, cards) in relate_all(&shuffled, 4).into_iter().enumerate() {
            let back = |card: Related| Related {
                index: order[card.index],
                ..card
            };
            let cards: Vec<Related> = cards.into_iter().map(back).collect();
            assert_eq!(cards, expected[order[place]]);
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let library = library();
    let with_threads = |count| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(count)
            .build()
            .unwrap();
        pool.install(|| relate_all(&library, 4))
    };
    assert_eq!(with_threads(1), with_threads(5));
}

#[test]
fn no_article_is_offered_twice_or_under_itself() {
    let library = &library()[..40];
    for count in [0, 4, 39, usize::MAX] {
        for (article, cards) in relate_all(library, count).into_iter().enumerate() {
            let mut offered: Vec<usize> = cards.iter().map(|card| card.index).collect();
            offered.sort();
            offered.dedup();
            assert_eq!(offered.len(), count.min(39));
            assert_eq!(cards.len(), count.min(39));
            assert!(!offered.contains(&article));
        }
    }
}

#[test]
fn a_tiny_blog_offers_what_it_has() {
    assert!(relate_all(&[], 4).is_empty());
    assert_eq!(relate_all(&[article("only", "Only", "one")], 4), [vec![]]);
    let two = [
        article("one", "Moss", "ferns"),
        article("two", "Moss", "stones"),
    ];
    assert_eq!(
        cards(&two, "one"),
        [("two", Reason::SharedWords(strings(&["moss"])))]
    );
}

#[test]
fn empty_and_extreme_articles_are_related_too() {
    let blank = |id: &str, day| article(id, "", "").tags(&["", "  "]).series(" ").day(day);
    let library = [blank("a", i64::MIN), blank("b", i64::MAX), blank("b", 0)];
    assert_eq!(
        cards(&library, "a"),
        ["b", "b"].map(|id| (id, Reason::Recent))
    );
    let old = article("old", "Moss", "").day(i64::MIN);
    let library = [article("new", "Moss", "").day(i64::MAX), old];
    assert_eq!(
        cards(&library, "new"),
        [("old", Reason::SharedWords(strings(&["moss"])))]
    );
}
