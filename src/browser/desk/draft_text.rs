//! A text as an article of this blog, with all that can be remarked of it in a browser.

use super::desk_parts::DeskWords;
use crate::browser::bridge;
use crate::content::article::{Article, Image, Term};
use crate::content::author::Author;
use crate::content::{VERSION, names::Names, site::Site};
use crate::folder::{self, Target, Text, slug_of, targets};
use crate::from_json::{JsonValue, json_head::json_head};
use crate::markdown::{Enrichment, FigureWidth, ImageInfo, Rendered, render};
use crate::route::Route;

/// Words that are read in a minute.
const PACE: u32 = 230;

/// How files of pictures end.
const PICTURES: [&str; 7] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

/// What a text is read with.
pub struct Surroundings<'a> {
    pub words: &'a DeskWords,
    pub site: &'a Site,
    pub names: &'a Names,
    /// Their paths, and their addresses in this tab.
    pub pictures: &'a [(String, String)],
}

/// An article that is not published.
#[derive(Default)]
pub struct DraftText {
    pub article: Article,
    /// What the article is rendered with.
    pub enrichment: Enrichment,
    /// Its Markdown without the head.
    pub body: String,
    pub html: String,
    /// Of its cover, where that lies on the device.
    pub cover: Option<String>,
    pub remarks: Vec<Remark>,
    /// How many lines its head has.
    pub lines_before: u32,
}

/// What the writer should know. Line and column count from 1; 0 is nowhere in particular.
pub struct Remark {
    pub line: u32,
    pub column: u32,
    pub text: String,
    /// Whether it is the renderer's, which speaks English alone.
    pub is_english: bool,
}

impl Remark {
    pub fn new(line: u32, text: String) -> Self {
        Self {
            line,
            column: 0,
            text,
            is_english: false,
        }
    }
}

impl DraftText {
    pub fn read(text: &str, around: &Surroundings) -> Self {
        let mut remarks = Vec::new();
        let facts = folder::read("", text, json_head).unwrap_or_else(|line| {
            remarks.push(Remark::new(line as u32, around.words.text("head")));
            Text {
                body: text.into(),
                ..Text::default()
            }
        });
        if remarks.is_empty() && !text.trim().is_empty() {
            remarks.extend(missing_facts(&facts, around));
        }
        let head = &text[..text.len().saturating_sub(facts.body.len())];
        let lines_before = head.matches('\n').count() as u32;
        let mut missing = Vec::new();
        let enrichment = Enrichment {
            figures: FigureWidth::named(&facts.figures).unwrap_or_default(),
            ..enrichment(&facts.body, around, &mut missing)
        };
        remarks.extend(missing.iter().map(|written| {
            let line = line_of(&facts.body, written) + lines_before;
            Remark::new(line, around.words.of_file("no-picture", written))
        }));
        let rendered = render(&facts.body, &enrichment);
        remarks.extend(rendered.warnings.iter().map(|warning| Remark {
            line: warning.line + lines_before,
            column: warning.column,
            text: [&*warning.what, "; ", &*warning.remedy].concat(),
            is_english: true,
        }));
        remarks.sort_by_key(|remark| (remark.line, remark.column));
        let (cover, on_device) = cover(text, around, &mut remarks);
        Self {
            article: article(&facts, &rendered, cover, around),
            enrichment,
            body: facts.body,
            html: without_pictures(rendered.html, &missing),
            cover: on_device,
            remarks,
            lines_before,
        }
    }
}

fn missing_facts(facts: &Text, around: &Surroundings) -> Vec<Remark> {
    let missing = [
        (facts.title.is_empty(), "no-title"),
        (facts.date.is_none(), "no-date"),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    missing
        .map(|(_, word)| Remark::new(1, around.words.text(word)))
        .collect()
}

fn article(
    facts: &Text,
    rendered: &Rendered,
    cover: Option<Image>,
    around: &Surroundings,
) -> Article {
    let untitled = || around.words.text("untitled");
    let title = Some(&facts.title).filter(|title| !title.is_empty());
    let title = title.map_or_else(untitled, Clone::clone);
    let slug = Some(&facts.slug).filter(|slug| !slug.is_empty());
    let term = |name: &String| Term {
        name: name.clone(),
        slug: slug_of(name),
    };
    Article {
        version: VERSION,
        slug: slug.map_or_else(|| slug_of(&title), Clone::clone),
        description: facts.description.clone(),
        published: facts.date,
        authors: (facts.authors.iter())
            .map(|name| author(name, around.names))
            .collect(),
        tags: facts.tags.iter().map(term).collect(),
        cover,
        lang: match facts.lang == around.site.language {
            true => String::new(),
            false => facts.lang.clone(),
        },
        reading_minutes: rendered.words.div_ceil(PACE).max(1),
        outline: rendered.outline.clone(),
        title,
        ..Article::default()
    }
}

/// Whom the blog knows by this name or id.
fn author(name: &str, names: &Names) -> Author {
    let mut known = names.authors.iter();
    let known = known.find(|author| author.name == name || author.slug == name);
    Author {
        id: known.map_or_else(|| slug_of(name), |author| author.slug.clone()),
        name: known.map_or_else(|| name.into(), |author| author.name.clone()),
        ..Author::default()
    }
}

/// Where relative addresses lead: to pictures that were opened, and to articles of this blog. Tells which pictures were not.
fn enrichment(body: &str, around: &Surroundings, missing: &mut Vec<String>) -> Enrichment {
    let mut enrichment = Enrichment::default();
    for (written, target) in targets("", body) {
        match target {
            Target::Article(slug) => {
                let address = around.site.href(&Route::article(&slug));
                enrichment.links.insert(written, address);
            }
            Target::File(file) => match picture(&file, around) {
                Some(src) => enrichment.images.insert(
                    written,
                    ImageInfo {
                        src,
                        ..ImageInfo::default()
                    },
                ),
                None if is_picture(&file) => missing.push(written),
                None => {}
            },
        }
    }
    let labels = bridge::get().messages().field("labels");
    let labels = labels.as_list(100).into_iter().flatten();
    enrichment.labels = labels.filter_map(|label| label.as_string()).collect();
    enrichment
}

/// The first that an address stands in.
pub fn line_of(body: &str, written: &str) -> u32 {
    let before = body.split(written).next().unwrap_or_default();
    before.matches('\n').count() as u32 + 1
}

/// A picture that is not here is not asked for at each key. In a text, no `<` stands by itself.
fn without_pictures(html: String, missing: &[String]) -> String {
    let without = |html: String, written: &String| {
        html.replace(&["<img src=\"", written, "\""].concat(), "<img")
    };
    missing.iter().fold(html, without)
}

fn is_picture(file: &str) -> bool {
    let file = file.to_ascii_lowercase();
    PICTURES.iter().any(|ending| file.ends_with(ending))
}

/// The address in this tab of the picture with this path, or else with this name.
fn picture(file: &str, around: &Surroundings) -> Option<String> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_string();
    let by_path = around
        .pictures
        .iter()
        .find(|(path, _)| path.ends_with(file));
    let by_name = || (around.pictures.iter()).find(|(path, _)| name(path) == name(file));
    by_path.or_else(by_name).map(|(_, address)| address.clone())
}

/// The picture above the text, and its address where it lies on the device.
fn cover(
    text: &str,
    around: &Surroundings,
    remarks: &mut Vec<Remark>,
) -> (Option<Image>, Option<String>) {
    let Some((src, alt)) = folder::cover(text, json_head) else {
        return (None, None);
    };
    let is_elsewhere = src.starts_with('/') || src.contains(':');
    let on_device = (!is_elsewhere).then(|| picture(&src, around)).flatten();
    if !is_elsewhere && on_device.is_none() {
        let text = around.words.of_file("no-picture", &src);
        remarks.insert(0, Remark::new(1, text));
        return (None, None);
    }
    let image = Image {
        // What lies on the device is no address of the blog.
        src: if on_device.is_some() { "" } else { &*src }.into(),
        alt,
        ..Image::default()
    };
    (Some(image), on_device)
}
