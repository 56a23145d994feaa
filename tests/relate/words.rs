//! The words that relate articles, in English and elsewhere.

use super::*;

#[test]
fn words_are_named_when_no_tag_is_shared() {
    let library = with_strangers([
        article(
            "read",
            "The borrow checker",
            "open_file_2: all about lifetimes.",
        )
        .tags(&["a"]),
        article(
            "near",
            "Open_file_2",
            "The borrow checker, and all about lifetimes.",
        ),
        article("code", "x86_64", "").tags(&["b"]),
        article("more code", "", "On x86_64 you can do that").tags(&["c"]),
    ]);
    assert_eq!(
        shared_words(&library, "read", "near"),
        ["borrow", "checker", "lifetimes"]
    );
    assert_eq!(
        shared_words(&library, "code", "more code"),
        ["x86_64"],
        "for want of a word"
    );
}

#[test]
fn words_without_a_subject_relate_nothing() {
    let english = with_strangers([
        article(
            "read",
            "All that there is",
            "2026: You could have been there before, but why?",
        ),
        article(
            "far",
            "Why is that all there is?",
            "2026: It could have been you before.",
        ),
    ]);
    let japanese = with_strangers([
        article(
            "read",
            "これはどうですか",
            "そうです、それはここにあります。",
        ),
        article(
            "far",
            "それはどうですか",
            "そうです、これはここにあります。",
        ),
    ]);
    assert!(!ids(&english, "read").contains(&"far"));
    assert!(!ids(&japanese, "read").contains(&"far"));
}

#[test]
fn what_most_articles_say_relates_none_of_them() {
    let on = |subject: &str| article(subject, subject, &format!("Das ist und war der {subject}"));
    let library = ["Wald", "Fluss", "Berg", "See", "Himmel"].map(on);
    assert!(
        cards(&library, "Wald")
            .iter()
            .all(|(_, reason)| *reason == Reason::Recent)
    );
}

#[test]
fn one_word_in_a_long_text_relates_nothing() {
    let long = |id: &str, from: u32| {
        let words: Vec<String> = (from..from + 60)
            .map(|number| format!("{id}{number}"))
            .collect();
        article(id, id, &(words.join(" ") + " umbrella"))
    };
    let library = with_strangers([long("read", 0), long("far", 100)]);
    assert!(!ids(&library, "read").contains(&"far"));
}

#[test]
fn a_word_counts_in_all_its_forms() {
    for (form, other) in [
        ("browsers", "Browser"),
        ("browser's", "browser"),
        ("indexes", "index"),
        ("libraries’", "library"),
        ("l'océan", "Océan"),
    ] {
        let library = with_strangers([article("read", form, ""), article("near", "", other)]);
        let expected = other.to_lowercase();
        assert_eq!(shared_words(&library, "read", "near"), [expected], "{form}");
    }
    let forms = [
        article("read", "", "Browser"),
        article("both", "", "Browser, browsers, car"),
    ];
    let library = with_strangers(
        forms
            .into_iter()
            .chain([article("one", "", "Browser, bus")]),
    );
    assert_eq!(ids(&library, "read")[..2], ["both", "one"]);
}

#[test]
fn not_every_s_is_a_plurals() {
    let library = with_strangers([
        article("read", "Ross, gas", ""),
        article("far", "Ros, ga", ""),
    ]);
    assert!(!ids(&library, "read").contains(&"far"));
}

#[test]
fn languages_without_spaces_relate_by_their_words() {
    let chinese = with_strangers([
        article(
            "read",
            "线程与闭包",
            "所有权系统保证内存安全，闭包捕获环境变量。",
        ),
        article("near", "内存安全", "闭包可以传给线程。"),
        article("far", "春天的花园", "樱花盛开，小鸟歌唱。"),
    ]);
    let japanese = with_strangers([
        article(
            "read",
            "所有権とメモリ",
            "コンパイラが借用の規則を検査します。",
        ),
        article(
            "near",
            "借用の規則",
            "メモリの安全性はコンパイラが守ります。",
        ),
        article("far", "京都の庭", "桜の季節に散歩をしました。"),
    ]);
    let thai = with_strangers([
        article("read", "ภาษาโปรแกรม", "ความปลอดภัยของหน่วยความจำ"),
        article("near", "หน่วยความจำ", "โปรแกรมที่ปลอดภัย"),
        article("far", "อาหารไทย", "แกงเขียวหวานกับข้าว"),
    ]);
    for library in [chinese, japanese, thai] {
        let cards = cards(&library, "read");
        assert!(
            matches!(cards[0], ("near", Reason::SharedWords(_))),
            "{cards:?}"
        );
        assert!(!cards.iter().any(|(id, _)| *id == "far"), "{cards:?}");
    }
}

#[test]
fn an_unknown_chinese_word_is_not_taken_apart() {
    let library = with_strangers([
        article("read", "线程", ""),
        article("near", "多个线程", ""),
        article("far", "线和程", ""),
    ]);
    assert_eq!(shared_words(&library, "read", "near"), ["线程"]);
    assert!(!ids(&library, "read").contains(&"far"));
}

#[test]
fn korean_words_relate_without_their_particles() {
    let library = with_strangers([
        article("read", "테스트를 브라우저에서는 wasm은", ""),
        article("near", "wasm으로 브라우저가 테스트와", ""),
        article("plain", "테스트 브라우저", ""),
    ]);
    assert_eq!(
        shared_words(&library, "read", "near"),
        ["wasm", "브라우저", "테스트"]
    );
}
