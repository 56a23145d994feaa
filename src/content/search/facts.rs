//! Shards of facts: what a result says of an article or a page, and where its headings lead.

use super::root::list;
use super::shard::{Kind, Reader, Writer};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub is_page: bool,
    /// Of a page, its path.
    pub slug: String,
    pub title: String,
    /// Its beginning.
    pub description: String,
    /// As [`packed_day`](super::query::packed_day) has it; 0 of pages.
    pub day: u32,
    /// In order; the text before the first has none.
    pub headings: Vec<Anchor>,
}

/// A heading that a link can lead to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Anchor {
    pub id: String,
    pub text: String,
}

pub fn write<'a>(documents: impl Iterator<Item = &'a Document>) -> Vec<u8> {
    let mut shard = Writer::new(Kind::Facts);
    for document in documents {
        shard.byte(document.is_page.into());
        shard.number(document.day);
        shard.text(&document.slug);
        shard.text(&document.title);
        shard.text(&document.description);
        shard.number(document.headings.len() as u32);
        for heading in &document.headings {
            shard.text(&heading.id);
            shard.text(&heading.text);
        }
    }
    shard.finish()
}

/// One document of a shard; nothing where it is none, or has none of that index.
pub fn read(shard: &[u8], index: u32) -> Option<Document> {
    let reader = &mut Reader::new(Kind::Facts, shard)?;
    for _ in 0..index {
        document(reader)?;
    }
    document(reader)
}

fn document(reader: &mut Reader) -> Option<Document> {
    Some(Document {
        is_page: reader.byte()? != 0,
        day: reader.number()?,
        slug: reader.text()?.to_owned(),
        title: reader.text()?.to_owned(),
        description: reader.text()?.to_owned(),
        headings: list(reader, |reader| {
            Some(Anchor {
                id: reader.text()?.to_owned(),
                text: reader.text()?.to_owned(),
            })
        })?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_read_as_they_were_written() {
        let one = Document {
            slug: "one".into(),
            title: "One & <b>two</b>".into(),
            day: 5,
            headings: vec![Anchor {
                id: "a".into(),
                text: "A".into(),
            }],
            ..Document::default()
        };
        let page = Document {
            is_page: true,
            slug: "projects/one".into(),
            ..Document::default()
        };
        let shard = write([&one, &page].into_iter());
        assert_eq!(read(&shard, 0), Some(one));
        assert_eq!(read(&shard, 1), Some(page));
        assert_eq!(read(&shard, 2), None);
        assert_eq!(read(&shard[1..], 0), None);
    }
}
