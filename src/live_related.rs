//! What to read after an article that no build has made: chosen from what lists show of others, by series, tags and words. The
//! build reads the texts, and chooses better.

use crate::content::article::{Summary, Term};
use crate::content::shared_ground::Reason;

/// As many as the build chooses.
const COUNT: usize = 4;

/// How many tags or words are named.
const NAMED: usize = 3;

/// In letters: shorter words tell nothing.
const MIN_WORD: usize = 5;

/// Longer ones that tell nothing either, in English.
const COMMON: &str = " about above after again against along already always among another around because become before \
    behind being below between beyond cannot could doing during either enough every everything first found getting going having \
    instead itself least making might never nothing often other others quite rather really seems shall should since small \
    something still their theirs there these thing things think those though three through today under until using where \
    whether which while whole whose within without would write years yours ";

/// What tells most of another article: a series, a rare tag, a rare word; then the day.
struct Likeness {
    article: Summary,
    reason: Reason,
    score: f32,
}

/// The articles to offer after this one, best first, each with what it shares. `others` may have an article more than once.
/// `lower_case` knows all letters.
pub fn choose(
    article: &Summary,
    others: Vec<Summary>,
    lower_case: impl Fn(&str) -> String,
) -> Vec<(Summary, Reason)> {
    let others = merged(article, others);
    let tags = Rarity::of(&others, |other| slugs(&other.tags));
    let words_of = |article: &Summary| words(article, &lower_case);
    let words = Rarity::of(&others, words_of);
    let own_words = words_of(article);
    let mut found: Vec<Likeness> = others
        .iter()
        .map(|other| {
            let other_words = words_of(other);
            let shared_tags = tags.shared(&slugs(&article.tags), &slugs(&other.tags));
            let shared_words = words.telling(words.shared(&own_words, &other_words));
            let is_in_series = series(article).is_some() && series(article) == series(other);
            let score = tags.score(&shared_tags) + words.score(&shared_words) / 2.0;
            Likeness {
                article: other.clone(),
                score: score + if is_in_series { 10.0 } else { 0.0 },
                reason: match (
                    is_in_series,
                    shared_tags.is_empty(),
                    shared_words.is_empty(),
                ) {
                    (true, ..) => Reason::SameSeries,
                    (_, false, _) => Reason::SharedTags(names(&article.tags, &shared_tags)),
                    (_, _, false) => Reason::SharedWords(first(shared_words)),
                    _ => Reason::Recent,
                },
            }
        })
        .collect();
    found.sort_by(|one, other| {
        let by_day = other.article.published.cmp(&one.article.published);
        other.score.total_cmp(&one.score).then(by_day)
    });
    found.truncate(COUNT);
    let chosen = found.into_iter();
    chosen
        .map(
            |Likeness {
                 article, reason, ..
             }| (article, reason),
        )
        .collect()
}

/// Each of the others once, with all tags that any list says it has.
fn merged(article: &Summary, others: Vec<Summary>) -> Vec<Summary> {
    let mut all: Vec<Summary> = Vec::new();
    for other in others {
        match all.iter_mut().find(|known| known.slug == other.slug) {
            Some(known) => {
                let is_new = |tag: &Term| !known.tags.iter().any(|own| own.slug == tag.slug);
                let new: Vec<Term> = other.tags.into_iter().filter(is_new).collect();
                known.tags.extend(new);
            }
            None if other.slug != article.slug => all.push(other),
            None => {}
        }
    }
    all
}

fn series(article: &Summary) -> Option<&str> {
    article.series.as_ref().map(|series| series.name.as_str())
}

fn slugs(tags: &[Term]) -> Vec<String> {
    tags.iter().map(|tag| tag.slug.clone()).collect()
}

fn words(article: &Summary, lower_case: impl Fn(&str) -> String) -> Vec<String> {
    let text = lower_case(&[&*article.title, " ", &*article.description].concat());
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        let is_known = words.iter().any(|known| known == word);
        if word.chars().count() >= MIN_WORD
            && !is_known
            && !COMMON.contains(&[" ", word, " "].concat())
        {
            words.push(word.into());
        }
    }
    words
}

/// How the article spells these tags.
fn names(tags: &[Term], slugs: &[String]) -> Vec<String> {
    let tag = |slug: &String| tags.iter().find(|tag| tag.slug == *slug);
    first(
        slugs
            .iter()
            .filter_map(tag)
            .map(|tag| tag.name.clone())
            .collect(),
    )
}

fn first(mut names: Vec<String>) -> Vec<String> {
    names.truncate(NAMED);
    names
}

/// In how many articles each term is.
struct Rarity {
    terms: Vec<(String, u32)>,
    articles: u32,
}

impl Rarity {
    fn of(articles: &[Summary], terms_of: impl Fn(&Summary) -> Vec<String>) -> Self {
        let mut all: Vec<String> = articles.iter().flat_map(terms_of).collect();
        all.sort_unstable();
        let terms = all.chunk_by(|one, other| one == other);
        Self {
            terms: terms
                .map(|same| (same[0].clone(), same.len() as u32))
                .collect(),
            articles: articles.len() as u32,
        }
    }

    fn count(&self, term: &str) -> u32 {
        let found = self
            .terms
            .binary_search_by(|(known, _)| known.as_str().cmp(term));
        found.map_or(1, |at| self.terms[at].1)
    }

    /// The rarest first.
    fn shared(&self, own: &[String], others: &[String]) -> Vec<String> {
        let mut shared: Vec<String> = own
            .iter()
            .filter(|term| others.contains(term))
            .cloned()
            .collect();
        shared.sort_by_key(|term| self.count(term));
        shared
    }

    /// Without what is in every third article.
    fn telling(&self, mut terms: Vec<String>) -> Vec<String> {
        terms.retain(|term| self.count(term) <= 2.max(self.articles / 3));
        terms
    }

    fn score(&self, terms: &[String]) -> f32 {
        terms.iter().map(|term| 1.0 / self.count(term) as f32).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::date::Date;

    fn article(slug: &str, title: &str, tags: &[&str], day: u8) -> Summary {
        let tag = |name: &&str| Term {
            name: (*name).into(),
            slug: name.to_lowercase(),
        };
        Summary {
            slug: slug.into(),
            title: title.into(),
            tags: tags.iter().map(tag).collect(),
            published: Date::parse(&format!("2024-05-{day:02}")),
            ..Summary::default()
        }
    }

    fn chosen(article: &Summary, others: Vec<Summary>) -> Vec<(String, Reason)> {
        let chosen = choose(article, others, str::to_lowercase).into_iter();
        chosen
            .map(|(article, shared)| (article.slug, shared))
            .collect()
    }

    #[test]
    fn a_rare_tag_tells_more_than_a_common_one_and_a_word_more_than_nothing() {
        let own = article("own", "The harbour at night", &["Sea", "Notes"], 9);
        let others = vec![
            own.clone(),
            article("newest", "Bread", &["Food"], 8),
            article("notes", "Cheese", &["Notes"], 7),
            article("notes-too", "Wine", &["Notes"], 6),
            article("word", "A harbour", &[], 2),
            article("sea", "Boats", &["Sea", "Notes"], 1),
        ];
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect();
        assert_eq!(
            chosen(&own, others),
            [
                ("sea".into(), Reason::SharedTags(words(&["Sea", "Notes"]))),
                ("word".into(), Reason::SharedWords(words(&["harbour"]))),
                ("notes".into(), Reason::SharedTags(words(&["Notes"]))),
                ("notes-too".into(), Reason::SharedTags(words(&["Notes"]))),
            ]
        );
    }

    #[test]
    fn without_anything_in_common_the_newest_come_first() {
        let own = article("own", "About something", &[], 9);
        let others = (1..8).map(|day| article(&format!("{day}"), "About nothing", &["A"], day));
        let slugs: Vec<String> = chosen(&own, others.collect())
            .into_iter()
            .map(|(slug, _)| slug)
            .collect();
        assert_eq!(slugs, ["7", "6", "5", "4"]);
    }

    #[test]
    fn lists_together_tell_all_tags_of_an_article() {
        let own = article("own", "One", &["A", "B"], 9);
        let others = vec![
            article("two", "Two", &["A"], 1),
            article("two", "Two", &["B"], 1),
        ];
        assert_eq!(
            chosen(&own, others),
            [(
                "two".into(),
                Reason::SharedTags(vec!["A".into(), "B".into()])
            )]
        );
    }
}
