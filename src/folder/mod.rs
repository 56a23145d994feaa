//! A folder of bare Markdown, read in the browser: what its index lists, and what the head of each file says. As much of
//! YAML and TOML as people write there; whatever is beyond that is told with its line.

mod front_matter;
mod relative_links;

use crate::content::date::Date;
use front_matter::{FrontMatter, split};
pub use front_matter::{Head, Value};
pub use relative_links::{Target, targets};

/// A file of Markdown with what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    pub slug: String,
    pub title: String,
    pub date: Option<Date>,
    pub description: String,
    pub tags: Vec<String>,
    pub authors: Vec<String>,
    pub lang: String,
    /// How wide its pictures are, as it says.
    pub figures: String,
    pub is_draft: bool,
    pub body: String,
}

/// Files that one index may list.
pub const MAX_FILES: usize = 200;

/// The files of Markdown that an index names, one on a line, as `ls` or `find` write them.
pub fn listed(index: &str) -> Vec<String> {
    let lines = index
        .lines()
        .map(|line| line.trim().trim_start_matches("./"));
    let is_file = |line: &&str| {
        let is_below = !line.starts_with('/') && !line.split('/').any(|part| part == "..");
        line.ends_with(".md") && is_below && !line.contains("://")
    };
    let mut files: Vec<String> = Vec::new();
    for file in lines.filter(is_file) {
        if files.len() < MAX_FILES && !files.iter().any(|known| known == file) {
            files.push(file.into());
        }
    }
    files
}

/// Reads a file. `json` reads a head of JSON, which browsers have a parser for. An error is the line that cannot be read.
pub fn read(path: &str, text: &str, json: impl Fn(&str) -> Option<Head>) -> Result<Text, usize> {
    let FrontMatter { head, body } = split(text, json)?;
    let text = |names: &[&str]| {
        let found = names.iter().find_map(|name| head.get(name));
        found.map(Value::text).unwrap_or_default()
    };
    let list = |names: &[&str]| {
        let found = names.iter().find_map(|name| head.get(name));
        found.map(Value::list).unwrap_or_default()
    };
    let (name, name_date) = name(path);
    let title = text(&["title"]);
    let slug = text(&["slug"]);
    let (heading, body) = match title.is_empty() {
        true => heading(body),
        false => (None, body),
    };
    let title = match title.is_empty() {
        true => heading.unwrap_or_else(|| words(name)),
        false => title,
    };
    Ok(Text {
        slug: slug_of(if slug.is_empty() { name } else { &slug }),
        title,
        date: Date::parse(&text(&["date", "published"])).or(name_date),
        description: text(&["description", "summary", "excerpt"]),
        tags: list(&["tags", "categories"]),
        authors: list(&["authors", "author"]),
        lang: text(&["lang", "language"]),
        figures: text(&["figures"]),
        is_draft: text(&["draft"]) == "true",
        body: body.into(),
    })
}

/// The picture above a text, and its words, where its head names one by itself.
pub fn cover(text: &str, json: impl Fn(&str) -> Option<Head>) -> Option<(String, String)> {
    let head = split(text, json).ok()?.head;
    let value = |name| head.get(name).map(Value::text).unwrap_or_default();
    let src = ["cover", "image"].map(value);
    let src = src.into_iter().find(|src| !src.is_empty())?;
    let alt = ["cover_alt", "coverAlt"].map(value).concat();
    Some((src, alt))
}

/// A name as a part of a URL.
pub fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().take(120) {
        if character.is_alphanumeric() || matches!(character, '_' | '.' | '~') {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches(['-', '.']).into()
}

/// What a file is called, without the day that may stand before it: of an `index.md`, its folder.
fn name(path: &str) -> (&str, Option<Date>) {
    let path = path.trim_end_matches(".md");
    let path = path.strip_suffix("/index").unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    let date = name.get(..10).and_then(Date::parse);
    let rest = name
        .get(11..)
        .filter(|rest| date.is_some() && !rest.is_empty());
    (rest.unwrap_or(name), date)
}

/// A heading that begins the text is its title, and stands there once.
fn heading(body: &str) -> (Option<String>, &str) {
    let start = body.trim_start();
    let (line, rest) = start.split_once('\n').unwrap_or((start, ""));
    match line.strip_prefix("# ") {
        Some(heading) => (Some(heading.trim().into()), rest),
        None => (None, body),
    }
}

/// `what-is-new` as a title.
fn words(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut rest = words.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(path: &str, text: &str) -> Result<Text, usize> {
        read(path, text, |_| None)
    }

    #[test]
    fn an_index_is_what_ls_and_find_write() {
        let index = "./b.md\r\na.md\n\nindex.txt\n../secret.md\n/etc/x.md\nhttps://x/y.md\n c/index.md \na.md\n";
        assert_eq!(listed(index), ["b.md", "a.md", "c/index.md"]);
        let many: String = (0..999).map(|number| format!("{number}.md\n")).collect();
        assert_eq!(listed(&many).len(), MAX_FILES);
    }

    #[test]
    fn a_file_without_a_head_has_the_facts_of_its_name_and_its_heading() {
        let text = read_text("posts/2024-05-01-what-is-new.md", "# Hello\n\nText.").unwrap();
        assert_eq!((&*text.slug, &*text.title), ("what-is-new", "Hello"));
        assert_eq!(text.date, Date::parse("2024-05-01"));
        assert_eq!(text.body.trim(), "Text.");
        let text = read_text("what-is-new/index.md", "Text.").unwrap();
        assert_eq!((&*text.slug, &*text.title), ("what-is-new", "What is new"));
    }

    #[test]
    fn a_cover_is_a_file_with_its_words() {
        let head = "---\ntitle: A\ncover: a.png\ncover_alt: A cat\n---\n";
        let found = cover(head, |_| None);
        assert_eq!(found, Some(("a.png".into(), "A cat".into())));
        assert_eq!(cover("---\ntitle: A\n---\n", |_| None), None);
    }

    #[test]
    fn heads_of_yaml_and_toml_say_the_same() {
        let yaml = "---\ntitle: \"A: \\\"B\\\"\" # why\ndate: 2024-05-01T10:00:00Z\ntags: [One, 'Two, three']\n\
                    authors:\n  - Ada\n  - Ben\ndescription: >\n  Long\n  text\nother:\n  deep: 1\ndraft: false\n---\nText.\n";
        let toml = "+++\ntitle = \"A: \\\"B\\\"\" # why\ndate = 2024-05-01T10:00:00Z\ntags = [\n  \"One\",\n  'Two, three',\n]\n\
                    authors = [\"Ada\", \"Ben\"]\ndescription = \"Long text\"\ndraft = false\n[other]\ndeep = 1\ntitle = \"no\"\n+++\nText.\n";
        let (yaml, toml) = (
            read_text("a.md", yaml).unwrap(),
            read_text("a.md", toml).unwrap(),
        );
        assert_eq!(yaml, toml);
        assert_eq!(yaml.title, "A: \"B\"");
        assert_eq!(yaml.tags, ["One", "Two, three"]);
        assert_eq!(yaml.authors, ["Ada", "Ben"]);
        assert_eq!(yaml.description, "Long text");
        assert_eq!(yaml.body, "Text.\n");
    }

    #[test]
    fn what_cannot_be_read_says_its_line() {
        for (text, line) in [
            ("---\ntitle: A\nno key here\n---\n", 3),
            ("---\ntitle: \"A\n---\n", 2),
            ("---\ntags: [a, b\n---\n", 2),
            ("---\ntitle: A\nText without an end\n", 3),
            ("+++\ntitle = A\n+++\n", 2),
            ("+++\n\ntags = [\"a\"\n+++\n", 3),
            ("{ \"title\": }\nText", 1),
        ] {
            assert_eq!(read_text("a.md", text), Err(line), "{text}");
        }
    }

    #[test]
    fn a_bomb_is_only_text() {
        let deep = format!("---\ntitle: A\ntags: {}\n---\n", "[".repeat(50_000));
        assert_eq!(read_text("a.md", &deep), Err(3));
        let aliases = "---\na: &a [x, x]\nb: [*a, *a]\ntitle: A\n---\n";
        assert_eq!(read_text("a.md", aliases).unwrap().title, "A");
        let long = format!("---\ntitle: {}\n---\n", "A".repeat(200_000));
        assert_eq!(read_text("a.md", &long), Err(1));
    }
}
