//! A blog of any size for measuring: the same files in every run. Its articles have about 900 words, headings, links,
//! emphasis, a list and twelve lines of code; three tags each of fifty, one of four authors, and every tenth article
//! belongs to a series. Recto and Hugo both read it.

#[path = "chance.rs"]
mod chance;

use chance::{Chance, spell};
use std::fs;
use std::io;
use std::path::Path;

/// Writes the content of a blog of so many articles.
pub fn write(content: &Path, count: u64) -> io::Result<()> {
    fs::create_dir_all(content.join("articles"))?;
    fs::create_dir_all(content.join("authors"))?;
    let site = r#"{ "title": "Invented", "description": "A blog for measuring.", "base_url": "https://blog.example/" }"#;
    fs::write(content.join("site.json"), site)?;
    for author in AUTHORS {
        let facts = format!(
            r#"{{ "name": "{author}", "role": "Editor", "focus": "Focuses on measuring." }}"#
        );
        fs::write(content.join(format!("authors/{author}.json")), facts)?;
    }
    (0..count).try_for_each(|number| {
        let file = content.join(format!("articles/article-{number:05}.md"));
        fs::write(file, article(number))
    })
}

const AUTHORS: [&str; 4] = ["ada", "ben", "cleo", "dan"];

fn article(number: u64) -> String {
    let mut chance = Chance(number);
    let title = sentence(&mut chance, 6);
    let (year, month, day) = (
        2015 + number % 10,
        1 + number / 10 % 12,
        1 + number / 120 % 28,
    );
    let tags: Vec<String> = (0..3)
        .map(|_| format!("tag-{}", chance.below(50)))
        .collect();
    let author = AUTHORS[chance.below(4) as usize];
    let mut text = format!(
        "---\ntitle: {title}\ndescription: {}\ndate: {year}-{month:02}-{day:02}\ntags: [{}]\nauthors: [{author}]\n",
        sentence(&mut chance, 14),
        tags.join(", ")
    );
    if number.is_multiple_of(10) {
        text += &format!(
            "series: Series {}\nseries_order: {}\n",
            number / 100,
            number / 10 % 10 + 1
        );
    }
    text += "---\n";
    for section in 0..5 {
        text += &format!("\n## {}\n", sentence(&mut chance, 4));
        for _ in 0..3 {
            text += &format!(
                "\n{} *{}* {}\n",
                sentence(&mut chance, 30),
                words(&mut chance, 2),
                sentence(&mut chance, 26)
            );
        }
        match section {
            1 => text += &CODE.replace("words", &words(&mut chance, 1)),
            2 if number > 0 => {
                text += &format!(
                    "\nSee [{}](article-{:05}.md).\n",
                    words(&mut chance, 3),
                    number - 1
                );
            }
            3 => (0..4).for_each(|_| text += &format!("\n* {}", sentence(&mut chance, 8))),
            _ => {}
        }
        text.push('\n');
    }
    text
}

const CODE: &str = r#"
```rust
/// Counts the words of a text.
fn count(text: &str) -> usize {
    let mut words = 0;
    for word in text.split_whitespace() {
        if word.len() > 3 {
            words += 1;
        }
    }
    println!("{words} words");
    words
}
```
"#;

fn sentence(chance: &mut Chance, length: u64) -> String {
    let mut text = words(chance, length);
    text[..1].make_ascii_uppercase();
    text + "."
}

fn words(chance: &mut Chance, count: u64) -> String {
    let words: Vec<String> = (0..count).map(|_| spell(chance.zipf(20_000))).collect();
    words.join(" ")
}
