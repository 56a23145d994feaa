//! Rows of the tables: one blog for each system holds all of a table's files, is built once, and each row is looked up in
//! what came out.

use crate::blog::Blog;
use crate::links::PIXEL;
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeMap;

pub struct Row {
    number: String,
    system: String,
    /// Below the project's folder; empty for the usual one.
    path: String,
    text: String,
    outcome: String,
}

impl Row {
    pub fn new(
        number: &str,
        system: &str,
        path: &str,
        head: &str,
        body: &str,
        outcome: &str,
    ) -> Self {
        let text = [head, "⏎", body, "⏎"].concat().replace('⏎', "\n");
        Self {
            number: number.into(),
            system: system.into(),
            path: path.into(),
            text,
            outcome: outcome.into(),
        }
    }
}

/// The rows of a table, of which each has so many columns.
pub fn columns<const N: usize>(table: &str) -> impl Iterator<Item = [&str; N]> {
    let rows = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("//"));
    rows.map(|line| {
        let cells: Vec<&str> = line.splitn(N, " | ").map(str::trim).collect();
        cells
            .try_into()
            .unwrap_or_else(|_| panic!("not {N} columns: {line}"))
    })
}

/// Builds the rows' blogs and fails with every row that is not as it says.
pub fn check(table: &str, rows: Vec<Row>) {
    let mut by_system: BTreeMap<String, Vec<(usize, Row)>> = BTreeMap::new();
    for (index, row) in rows.into_iter().enumerate() {
        by_system
            .entry(row.system.clone())
            .or_default()
            .push((index, row));
    }
    let mut wrong = Vec::new();
    for (system, rows) in by_system {
        let blog = Blog::empty();
        neighbours(&blog, &system);
        let paths: Vec<String> = rows.iter().map(|(index, row)| path(*index, row)).collect();
        for ((_, row), path) in rows.iter().zip(&paths) {
            blog.write(&format!("{system}/{path}"), &row.text);
        }
        let report = report(&blog, &system);
        for ((index, row), path) in rows.iter().zip(&paths) {
            for sentence in row.outcome.split("; ") {
                if let Err(found) = holds(&blog, sentence, row, &slug(*index, row), path, &report) {
                    wrong.push(format!(
                        "{table} {} {system} {path}\n{}  wanted: {sentence}\n  found: {found}",
                        row.number, row.text
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn path(index: usize, row: &Row) -> String {
    let name = format!("row-{index}.md");
    match (row.path.as_str(), row.system.as_str()) {
        ("", "hugo") => format!("content/posts/{name}"),
        ("", "jekyll") => format!("_posts/2024-01-01-{name}"),
        ("", "zola") => format!("content/blog/{name}"),
        ("", "astro") => format!("src/content/blog/{name}"),
        ("", _) => format!("content/articles/{name}"),
        (path, _) => path.into(),
    }
}

/// Where the article is, unless the row says so itself.
fn slug(index: usize, row: &Row) -> String {
    let chosen = row.outcome.split("; ").find_map(|sentence| {
        let place = sentence.strip_prefix("page ").unwrap_or(sentence);
        place.strip_prefix("at ")
    });
    let stem = row.path.rsplit('/').next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    match (chosen, stem) {
        (Some(slug), _) => slug.into(),
        (None, "") => format!("row-{index}"),
        (None, stem) => stem.into(),
    }
}

fn report(blog: &Blog, system: &str) -> Value {
    let output = blog
        .recto(&[
            "build",
            "--json",
            "--content",
            system,
            "--app",
            "app",
            "--style",
            "style",
            "--no-images",
        ])
        .args(["--now", "2026-01-01"])
        .output()
        .unwrap();
    let report = serde_json::from_slice(&output.stdout);
    report.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

/// What was said of a file of a blog, `WHAT; REMEDY`, a line each.
fn lines(report: &Value, file: &str) -> String {
    let problems = report["problems"].as_array().unwrap().iter();
    let of_file = problems.filter(|problem| problem["path"] == file);
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap().to_owned();
    let line = |problem| [text(problem, "what"), text(problem, "remedy")].join("; ");
    of_file.map(line).collect::<Vec<_>>().join("\n")
}

fn holds(
    blog: &Blog,
    sentence: &str,
    row: &Row,
    slug: &str,
    path: &str,
    report: &Value,
) -> Result<(), String> {
    let (data, html) = match row.outcome.contains("page at ") {
        true => ("content/pages", ""),
        false => ("content/articles", "articles/"),
    };
    let file = format!("{data}/{slug}.json");
    let html = format!("{html}{slug}/index.html");
    let lines = lines(report, &format!("{}/{path}", row.system));
    let told = |found: String| Err(format!("{found}\n  told: {lines}"));
    let ensure = |is_so: bool, found: String| if is_so { Ok(()) } else { told(found) };
    if let Some(part) = sentence.strip_prefix("told ") {
        return ensure(lines.contains(part), String::new());
    }
    if let Some(file) = sentence.strip_prefix("file ") {
        return ensure(blog.has(file), "no such file".into());
    }
    if let Some(rule) = sentence.strip_prefix("redirect ") {
        let rules = blog.dist("_redirects");
        return ensure(rules.lines().any(|line| line == rule), rules.clone());
    }
    if sentence == "not told" {
        return ensure(lines.is_empty(), String::new());
    }
    if sentence == "unpublished" {
        return ensure(!blog.has(&file), format!("{file} is there"));
    }
    if sentence.starts_with("at ") && row.outcome.contains("unpublished") {
        return Ok(());
    }
    if !blog.has(&file) {
        return told(format!("no {file}; {report}"));
    }
    if sentence.starts_with("page at ") {
        return ensure(blog.has(&html), format!("no {html}"));
    }
    if sentence == "published" || sentence.starts_with("at ") {
        return Ok(());
    }
    let (key, relation, wanted) = parts(sentence);
    let text = match key {
        "html" => prose(&blog.dist(&html)),
        "page" => blog.dist(&html),
        "feed" => blog.dist("feed.json"),
        _ => value(&blog.dist(&file), key),
    };
    let is_so = match relation {
        "=" => text == wanted,
        "~" => text.contains(wanted),
        "!~" => !text.contains(wanted),
        _ => text.is_empty() || text == "[]",
    };
    ensure(is_so, format!("{key} = {text}"))
}

/// What an article's JSON says, `KEY.KEY`; nothing if it says nothing.
fn value(article: &str, key: &str) -> String {
    let article: Value = serde_json::from_str(article).unwrap();
    match article.pointer(&format!("/{}", key.replace('.', "/"))) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// `KEY = VALUE`, `KEY ~ PART`, `KEY !~ PART`, `KEY absent`.
fn parts(sentence: &str) -> (&str, &str, &str) {
    let relation = [" = ", " !~ ", " ~ "].into_iter().find_map(|relation| {
        let (key, value) = sentence.split_once(relation)?;
        Some((key, relation.trim(), value))
    });
    relation.unwrap_or_else(|| (sentence.trim_end_matches(" absent"), "absent", ""))
}

fn prose(page: &str) -> String {
    let selector = Selector::parse(".prose").unwrap();
    let page = Html::parse_document(page);
    page.select(&selector)
        .next()
        .map(|prose| prose.inner_html())
        .unwrap_or_default()
}

type Files = &'static [(&'static str, &'static str)];

const FIRST: &str = "---\ntitle: First\ndate: 2024-05-01\n---\n## A heading\n";

const HUGO: Files = &[
    (
        "hugo.toml",
        "BaseURL = 'https://h.example/'\nTitle = 'H'\nLanguageCode = 'en'\nignoreFiles = ['notes/private\\.md$']\n[languages.en]\n[languages.fr]\n[languages.it]\ndisabled = true\n[params]\ndocs = 'https://docs.example'\n",
    ),
    ("content/posts/first.md", FIRST),
    (
        "content/posts/2024-review.md",
        "---\ntitle: Review\ndate: 2024-12-31\nslug: year-in-review\n---\n",
    ),
    ("content/posts/MyPost.md", FIRST),
    ("content/posts/My Other.md", FIRST),
    (
        "content/secret/_index.md",
        "---\ntitle: S\ncascade:\n  draft: true\n---\n",
    ),
];

const JEKYLL: Files = &[
    (
        "_config.yml",
        "title: J\nowner: {name: Ada}\nurl: https://j.example\ncollections:\n  tutorials:\n    output: true\n  notes:\n    output: false\ndefaults:\n  - scope: {path: _posts/secret, type: posts}\n    values: {published: false}\nexclude: [back/, kept.md, '*.local.md', /_posts/2024-05-03-x, plain]\ninclude: [_shown, plain/shown.md]\n",
    ),
    ("_posts/2024-05-01-first.md", FIRST),
    ("_tutorials/dated.md", FIRST),
    ("images/pic.png", ""),
];

const ZOLA: Files = &[
    (
        "config.toml",
        "base_url = 'https://z.example/'\ntitle = 'Z'\nignored_content = ['**/notes/*', '*.tmp.{md,txt}']\n[markdown]\nrender_emoji = true\n",
    ),
    (
        "content/blog/2024-05-01-first.md",
        "+++\ntitle = 'First'\n+++\n",
    ),
    (
        "content/blog/2024-05-03T10:00:00Z-third.md",
        "+++\ntitle = 'Third'\n+++\n",
    ),
    (
        "content/hidden/_index.md",
        "+++\ntitle = 'H'\ndraft = true\n+++\n",
    ),
    ("static/pic.png", ""),
];

const ASTRO: Files = &[
    (
        "astro.config.mjs",
        "export default { site: 'https://a.example' }\n",
    ),
    ("src/content/blog/first.md", FIRST),
    (
        "src/pages/writing/[...slug].astro",
        "---\nconst posts = await getCollection('blog');\n---\n",
    ),
    ("src/assets/pic.png", ""),
    ("public/pic.png", ""),
];

const RECTO: Files = &[
    (
        "content/site.json",
        r#"{ "title": "R", "base_url": "https://r.example/" }"#,
    ),
    ("content/articles/first.md", FIRST),
];

/// A small blog of each system: how it is configured, and what rows may link to.
fn neighbours(blog: &Blog, system: &str) {
    let files = match system {
        "hugo" => HUGO,
        "jekyll" => JEKYLL,
        "zola" => ZOLA,
        "astro" => ASTRO,
        _ => RECTO,
    };
    for (path, text) in files {
        match path.ends_with(".png") {
            true => blog.write(&format!("{system}/{path}"), PIXEL),
            false => blog.write(&format!("{system}/{path}"), text),
        }
    }
    for picture in [
        "content/posts/x.png",
        "content/posts/bundle/x.png",
        "static/img/x.png",
        "img/x.png",
        "content/articles/x.png",
        "content/blog/x.png",
    ] {
        blog.write(&format!("{system}/{picture}"), PIXEL);
    }
    for film in ["content/posts/film.mp4", "content/articles/film.mp4"] {
        blog.write(&format!("{system}/{film}"), "film");
    }
}
