//! How long relating takes for a blog of 100, 1,000 and 10,000 articles. The articles are made up,
//! the same in every run: words as frequent as in natural language (Zipf), each article about one
//! of 40 topics with words and tags of its own, one article in four part of a series.

#[path = "chance.rs"]
mod chance;

use chance::{Chance, spell};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use recto::content::relate::{Document, relate};
use std::hint::black_box;

const CARDS: usize = 4;
const TOPICS: u64 = 40;
const TOPIC_WORDS: u64 = 300;
const COMMON_WORDS: u64 = 100_000;

fn relating(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("relate");
    for count in [100, 1_000, 10_000] {
        let articles: Vec<Article> = (0..count).map(Article::invent).collect();
        let documents: Vec<Document> = articles.iter().map(Article::document).collect();
        group.sample_size(if count < 10_000 { 20 } else { 10 });
        group.throughput(Throughput::Elements(count));
        group.bench_with_input(
            BenchmarkId::from_parameter(count),
            &documents,
            |bencher, given| {
                bencher.iter(|| relate(black_box(given), CARDS));
            },
        );
    }
    group.finish();
}

criterion_group!(benches, relating);
criterion_main!(benches);

struct Article {
    id: String,
    title: String,
    headings: String,
    body: String,
    tags: Vec<String>,
    series: Option<String>,
    published_day: i64,
}

impl Article {
    /// Article `number`; five in a row share a topic, and every fourth five are a series.
    fn invent(number: u64) -> Article {
        let mut chance = Chance(number);
        let group = number / 5;
        let topic = group % TOPICS;
        let words = 400 + chance.below(1_000);
        let tags = [
            topic,
            TOPICS + 3 * topic + chance.below(3),
            4 * TOPICS + chance.below(20),
        ];
        Article {
            id: format!("article-{number:05}"),
            title: text(&mut chance, topic, 6),
            headings: text(&mut chance, topic, 30),
            body: text(&mut chance, topic, words),
            tags: tags.map(|tag| format!("tag {tag}")).to_vec(),
            series: group.is_multiple_of(4).then(|| format!("series {group}")),
            published_day: chance.below(3_650) as i64,
        }
    }

    fn document(&self) -> Document<'_> {
        Document {
            id: &self.id,
            title: &self.title,
            headings: &self.headings,
            body: &self.body,
            tags: &self.tags,
            series: self.series.as_deref(),
            series_order: None,
            published_day: self.published_day,
        }
    }
}

/// So many words, one in five of them a word of the topic.
fn text(chance: &mut Chance, topic: u64, words: u64) -> String {
    let word = |_| {
        let rank = match chance.below(5) {
            0 => COMMON_WORDS + topic * TOPIC_WORDS + chance.zipf(TOPIC_WORDS),
            _ => chance.zipf(COMMON_WORDS),
        };
        spell(rank)
    };
    (0..words).map(word).collect::<Vec<String>>().join(" ")
}
