//! The search from end to end: a blog is built, and its index is asked as a reader's browser asks it.

use super::blog::{Blog, files};
use super::sample;
use recto::content::search::engine::{Answer, Engine, Found, ROOT, TextKey};
use recto::content::search::query::Query;
use recto::content::search::snippet::Marked;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const LIMIT: usize = 10;

/// A reader of a finished site.
struct Reader {
    dist: PathBuf,
    engine: Engine,
    /// What was loaded, with its size.
    loaded: BTreeMap<String, usize>,
}

impl Reader {
    fn of(dist: &Path) -> Self {
        Self {
            dist: dist.to_owned(),
            engine: Engine::default(),
            loaded: BTreeMap::new(),
        }
    }

    fn search(&mut self, typed: &str) -> Answer {
        let query = Query::parse(typed);
        for _ in 0..10 {
            let answer = self.engine.search(&query, LIMIT, LIMIT);
            if answer.wanted_files.is_empty() && answer.wanted_texts.is_empty() {
                return answer;
            }
            for path in &answer.wanted_files {
                let bytes = fs::read(self.dist.join(path)).ok();
                let length = bytes.as_ref().map_or(0, Vec::len);
                self.loaded.insert(path.clone(), length);
                self.engine.put(path, bytes);
            }
            for key in answer.wanted_texts {
                let text = fs::read_to_string(self.dist.join(text_path(&key))).ok();
                self.engine.put_text(key, text.as_deref());
            }
        }
        panic!("{typed}: the search always wants more");
    }

    /// Slugs, the best first.
    fn slugs(&mut self, typed: &str) -> String {
        let found = self.search(typed).found;
        let slugs: Vec<String> = found.into_iter().map(|found| found.slug).collect();
        slugs.join(" ")
    }
}

/// What is found on a site that has just been built: slugs, the best first.
pub fn found(blog: &Blog, typed: &str) -> String {
    Reader::of(&blog.path().join("dist")).slugs(typed)
}

fn text_path(key: &TextKey) -> String {
    let folder = if key.is_page { "pages" } else { "articles" };
    format!("content/{folder}/{}.md", key.slug)
}

fn shown(marked: &Marked) -> String {
    let parts = marked.iter().map(|(text, is_marked)| match is_marked {
        true => format!("[{text}]"),
        false => text.clone(),
    });
    parts.collect()
}

fn article(blog: &Blog, slug: &str, head: &str, body: &str) {
    let text = format!("---\n{head}\n---\n{body}\n");
    blog.write(&format!("content/articles/{slug}.md"), text);
}

/// Slugs, heads and texts in which it is easy to say what should be found first.
const ARTICLES: &[(&str, &str, &str)] = &[
    (
        "caches",
        "title: A cache is a promise\ndate: 2024-05-01\ntags: [Web Assembly]\nauthors: [ada]",
        "Nothing is said before.\n\n## What is promised\n\nA reader is promised freshness.",
    ),
    (
        "compilers",
        "title: On compilers\ndescription: They are patient readers.\ndate: 2023-02-03",
        "A compiler reads everything, and a cache keeps it.\n\n## Running\n\nIt runs twice, the runner said. \
      The **inner** loop, however, runs once.\n\n## Errors\n\nThe first error is a promise.",
    ),
    (
        "old",
        "title: Old habits\ndate: 2019-01-31\nauthors: [ada]",
        "The promise of a cache was broken in this article, where cache and promise are far apart.",
    ),
    (
        "tokyo",
        "title: 東京の活版印刷\ndate: 2022-07-01\nlang: ja",
        "東京都で活字を拾う。京都では違う。",
    ),
    (
        "kyoto",
        "title: 京都\ndate: 2022-08-01\nlang: ja",
        "京都の印刷所。",
    ),
    (
        "thai",
        "title: ภาษาไทย\ndate: 2022-09-01\nlang: th",
        "การค้นหาข้อความภาษาไทยไม่มีช่องว่าง",
    ),
    (
        "korean",
        "title: 한국어\ndate: 2022-09-02\nlang: ko",
        "검색은 모든 단어를 찾습니다.",
    ),
    (
        "arabic",
        "title: الكتاب\ndate: 2022-10-01\nlang: ar",
        "قرأتُ كتابًا في المكتبة.",
    ),
    (
        "hauser",
        "title: Häuser\ndate: 2022-11-01\nlang: de",
        "Die Größe des Hauses war übertrieben.",
    ),
    (
        "plus",
        "title: C++ and C\ndate: 2022-12-01",
        "Signs are a part of some words.",
    ),
];

fn library() -> Blog {
    let blog = Blog::new();
    blog.write("content/authors/ada.json", r#"{ "name": "Ada Lovelace" }"#);
    for (slug, head, body) in ARTICLES {
        article(&blog, slug, head, body);
    }
    blog.write(
        "content/about.md",
        "---\ntitle: About\n---\nWho keeps the press running.\n",
    );
    blog.build();
    blog
}

/// What is typed, and what is found for it, the best first.
const QUERIES: &[(&str, &str)] = &[
    // In the title, then where it is said more often in fewer words.
    ("cache", "caches old compilers"),
    ("cache promise", "caches old compilers"),
    ("patient", "compilers"),
    ("lovelace", "caches old"),
    // What is being typed, and what is not.
    ("comp", "compilers"),
    ("comp ", ""),
    // One family.
    ("compiling ", "compilers"),
    ("caching ", "caches old compilers"),
    ("promises ", "caches old compilers"),
    ("runs ", "compilers about"),
    // Mistyped: wrong, missing, extra, swapped, and at the beginning.
    ("prumise ", "caches old compilers"),
    ("promse ", "caches old compilers"),
    ("prommise ", "caches old compilers"),
    ("pormise ", "caches old compilers"),
    ("xompilers ", "compilers"),
    ("fershness ", "caches"),
    ("freshnss", "caches"),
    ("readre ", "compilers caches"),
    ("promixx ", ""),
    // Phrases and what is not wanted.
    ("\"a promise\"", "caches compilers"),
    ("\"inner loop however\"", "compilers"),
    ("\"promise a\"", ""),
    ("cache -promise", ""),
    ("cache -compilers", "caches old"),
    ("cache -\"was broken\"", "caches compilers"),
    // Filters.
    ("tag:\"web assembly\"", "caches"),
    ("tag:web cache", "caches"),
    ("author:ada", "caches old"),
    ("author:lovelace", ""),
    ("author:\"Ada L\" promise", "caches old"),
    ("cache before:2024", "old compilers"),
    ("cache after:2024", "caches"),
    ("cache after:2023-02-03 before:2024-05-01", "compilers"),
    ("after:2023-02-04 before:2024-05-01", ""),
    ("tag:nothing cache", ""),
    // Without spaces.
    ("東京", "tokyo"),
    ("京都", "kyoto tokyo"),
    ("活字", "tokyo"),
    ("活", "tokyo"),
    ("ค้นหา", "thai"),
    ("단어", "korean"),
    // Marks, articles and endings.
    ("كتاب", "arabic"),
    ("والكتاب ", "arabic"),
    ("المكتبه", "arabic"),
    ("haus ", "hauser"),
    ("grosse ", "hauser"),
    ("übertrieben", "hauser"),
    ("ubertreiben ", "hauser"),
    ("c++", "plus"),
    // Nothing to look for.
    ("", ""),
    ("!? 😀", ""),
    ("-cache", ""),
];

#[test]
fn the_best_come_first() {
    let blog = library();
    let mut reader = Reader::of(&blog.path().join("dist"));
    let mut wrong = Vec::new();
    for (typed, expected) in QUERIES {
        let found = reader.slugs(typed);
        if found != *expected {
            wrong.push(format!("{typed}: {found:?} in the place of {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_result_tells_where_it_was_found() {
    let blog = library();
    let mut reader = Reader::of(&blog.path().join("dist"));
    let answer = reader.search("runs twice ");
    let [
        Found {
            title,
            sections,
            day,
            ..
        },
    ] = &answer.found[..]
    else {
        panic!("{answer:?}");
    };
    assert_eq!(
        (shown(title), *day),
        ("On compilers".into(), 2023 << 9 | 2 << 5 | 3)
    );
    assert_eq!(sections.len(), 1);
    assert_eq!(
        (&*sections[0].id, shown(&sections[0].heading)),
        ("running", "[Running]".into())
    );
    assert_eq!(
        shown(&sections[0].snippet),
        "It [runs] [twice], the [runner] said. The inner loop, however, [runs] once."
    );
    assert_eq!(sections[0].passage, "runs twice");
    let answer = reader.search("東京都");
    assert_eq!(
        shown(&answer.found[0].snippet),
        "[東京都]で活字を拾う。[京都]では違う。"
    );
    assert_eq!(answer.count, 1);
}

#[test]
fn a_missing_shard_costs_what_is_in_it() {
    let blog = library();
    let dist = blog.path().join("dist");
    let mut reader = Reader::of(&dist);
    reader.search("cache promise");
    let shards: Vec<String> = reader.loaded.into_keys().collect();
    assert!(shards.len() > 2, "{shards:?}");
    for shard in shards {
        let whole = fs::read(dist.join(&shard)).unwrap();
        for broken in [
            None,
            Some(&whole[..whole.len() / 2]),
            Some(b"<!DOCTYPE html><p>No".as_slice()),
            Some(b""),
        ] {
            match broken {
                Some(bytes) => fs::write(dist.join(&shard), bytes).unwrap(),
                None => fs::remove_file(dist.join(&shard)).unwrap(),
            }
            let mut reader = Reader::of(&dist);
            let answer = reader.search("cache promise");
            assert!(answer.is_incomplete, "{shard}: {broken:?}: {answer:?}");
            fs::write(dist.join(&shard), &whole).unwrap();
            reader.engine.forget_failures();
            let answer = reader.search("cache promise");
            assert!(
                !answer.is_incomplete && answer.count == 3,
                "{shard}: {answer:?}"
            );
        }
    }
}

#[test]
fn any_query_is_answered() {
    let blog = library();
    let mut reader = Reader::of(&blog.path().join("dist"));
    let scripts = "cache 東京 ค้นหา 단어 كتاب שלום Привет हिन्दी ελληνικά հայերեն ";
    for typed in [
        scripts.into(),
        scripts.repeat(200),
        "a".repeat(10_000),
        "\"".repeat(10_000),
        "東".repeat(10_000),
        "-".repeat(10_000),
        "tag: author: in: before: after: ".repeat(300),
        "tag:\"".into(),
        "\u{1}t".into(),
        "\u{0}\u{FFFF}\u{10FFFF}".into(),
    ] {
        reader.search(&typed);
    }
}

#[test]
fn an_edit_changes_few_shards() {
    let blog = Blog::new();
    for number in 0..300 {
        let words: Vec<String> = (0..120).map(|at| word(number * 37 + at * at)).collect();
        article(
            &blog,
            &format!("a{number}"),
            &format!("title: Number {number}\ndate: 2024-01-01"),
            &words.join(" "),
        );
    }
    let shards = || -> BTreeMap<PathBuf, Vec<u8>> {
        blog.build();
        files(&blog.path().join("dist/assets/search"))
    };
    let before = shards();
    assert!(before.len() > 50, "{}", before.len());
    assert_eq!(shards(), before, "the same content gave other shards");
    let text = fs::read_to_string(blog.path().join("content/articles/a150.md")).unwrap();
    blog.write("content/articles/a150.md", text + " zebra");
    let after = shards();
    let new = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .count();
    assert!((1..=4).contains(&new), "{new} of {}", after.len());
}

/// Some of a thousand words of four syllables.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 12] = [
        "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re",
    ];
    let number = number * 2_654_435_761 % 20_736;
    [1, 12, 144, 1_728]
        .map(|place| SYLLABLES[number / place % 12])
        .concat()
}

#[test]
fn all_words_of_the_sample_are_found() {
    let blog = Blog::new();
    sample::build(&blog);
    let dist = blog.path().join("dist");
    let mut reader = Reader::of(&dist);
    for (typed, slug) in [
        ("ratdolt augsburg", "specimen-sheet"),
        ("\"quousque tandem\"", "specimen-sheet"),
        ("valentines to readers", ""),
    ] {
        let found = reader.slugs(typed);
        assert!(found.contains(slug), "{typed}: {found}");
    }
    let size = |paths: BTreeMap<PathBuf, Vec<u8>>| paths.values().map(Vec::len).sum::<usize>();
    let texts = files(&dist.join("content"));
    let texts = texts
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|end| end == "md"));
    let texts = size(texts.collect());
    let index = size(files(&dist.join("assets/search"))) + fs::read(dist.join(ROOT)).unwrap().len();
    println!("index {index}, texts {texts}");
}
