//! The picture that other sites show beside a link to an article without a cover: its title, author, date and site.

use super::rasterize::{self, Drawing, Rect, Text};
use super::style_sheet::Palette;
use crate::build::store::asset_paths::FOLDER;
use crate::build::store::cache::Cache;
use crate::build::store::fingerprint;
use crate::build::store::output::Contents;
use crate::content::{article::Article, site::Site};

/// What all sites ask for, in pixels.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

const MARGIN: u32 = 90;
const SMALL: u32 = 36;

/// Font sizes for the title, and how many lines fit at each.
const TITLES: [(u32, usize); 3] = [(92, 3), (72, 4), (56, 5)];

/// A file below `dist/`, drawn or taken from the cache; nothing where our font has not all letters of the title.
pub fn social_image(
    site: &Site,
    article: &Article,
    palette: &Palette,
    cache: &Cache,
) -> Option<(String, Contents)> {
    let svg = drawing(site, article, palette)?.to_svg();
    let drawn = cache.file("social.png", svg.as_bytes(), || {
        rasterize::png(&svg, WIDTH, HEIGHT)
    });
    let name = article.slug.rsplit('/').next().unwrap_or_default();
    let name = [name, "-social.png"].concat();
    // The drawing stands for what it gives, so that the picture need not be read.
    let path = [FOLDER, &fingerprint::name(&name, svg.as_bytes())].concat();
    Some((path, drawn.ok()?))
}

fn drawing<'a>(site: &Site, article: &Article, palette: &'a Palette) -> Option<Drawing<'a>> {
    let title = article
        .title
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if title.is_empty() || !rasterize::can_write(&title) {
        return None;
    }
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    drawing.rect.push(rect(WIDTH, HEIGHT, &palette.paper));
    drawing.rect.push(rect(24, HEIGHT, &palette.accent));
    drawing
        .text
        .extend(small(&site.title, MARGIN + 20, palette));
    let (font_size, lines) = fitted(&title);
    // The title stands in the middle of what is left between the small lines.
    let line_height = font_size * 6 / 5;
    let middle = HEIGHT / 2 + 20;
    let first = middle + font_size / 3 - line_height * (lines.len() as u32 - 1) / 2;
    for (line, text) in (0..).zip(lines) {
        drawing.text.push(Text {
            y: first + line * line_height,
            ..line_of(text, font_size, &palette.ink)
        });
    }
    let names: Vec<&str> = article
        .authors
        .iter()
        .map(|author| author.name.as_str())
        .collect();
    let date = article
        .published
        .map(|moment| site.translator().date(moment.date()));
    let names = Some(site.translator().list(&names)).filter(|names| !names.is_empty());
    let facts: Vec<String> = names.into_iter().chain(date).collect();
    drawing
        .text
        .extend(small(&facts.join(" · "), HEIGHT - MARGIN + 10, palette));
    Some(drawing)
}

fn rect(width: u32, height: u32, fill: &str) -> Rect<'_> {
    Rect {
        width,
        height,
        fill,
    }
}

/// A line above or below the title; nothing where the font has not all of its letters.
fn small<'a>(text: &str, y: u32, palette: &'a Palette) -> Option<Text<'a>> {
    let text = cut(text, SMALL);
    (!text.is_empty() && rasterize::can_write(&text)).then(|| Text {
        y,
        ..line_of(text, SMALL, &palette.quiet)
    })
}

fn line_of(text: String, font_size: u32, fill: &str) -> Text<'_> {
    Text {
        x: MARGIN,
        y: 0,
        font_family: "serif",
        font_size,
        text_anchor: "start",
        fill,
        text,
    }
}

/// The largest size at which the title fits, and its lines; at the smallest it is cut.
fn fitted(title: &str) -> (u32, Vec<String>) {
    let fits = |(size, most): &(u32, usize)| {
        let lines = lines(title, *size);
        (lines.len() <= *most).then_some((*size, lines))
    };
    TITLES.iter().find_map(fits).unwrap_or_else(|| {
        let (size, most) = TITLES[TITLES.len() - 1];
        let mut lines = lines(title, size);
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&[last, "…………"].concat(), size);
        }
        (size, lines)
    })
}

/// Words in lines; a word that is wider than a line is broken.
fn lines(text: &str, font_size: u32) -> Vec<String> {
    let fits = |line: &str| rasterize::width(line, font_size) <= (WIDTH - 2 * MARGIN) as f32;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if fits(&[line, " ", word].concat()) => {
                line.push(' ');
                line.push_str(word);
            }
            _ if fits(word) => lines.push(word.into()),
            _ => {
                lines.push(String::new());
                for character in word.chars() {
                    let mut line = lines.pop().unwrap_or_default();
                    let start = line.len();
                    line.push(character);
                    let rest = (!fits(&line)).then(|| line.split_off(start));
                    lines.push(line);
                    lines.extend(rest);
                }
            }
        }
    }
    lines
}

/// As much of a text as fits on one line, with dots where something is missing.
fn cut(text: &str, font_size: u32) -> String {
    let most = (WIDTH - 2 * MARGIN) as f32;
    if rasterize::width(text, font_size) <= most && !text.ends_with("……") {
        return text.into();
    }
    let mut text = text.trim_end_matches('…').to_string();
    while rasterize::width(&(text.clone() + "…"), font_size) > most && text.pop().is_some() {}
    text.trim_end().to_string() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_fills_at_most_its_lines_and_is_never_wider() {
        let long = "word ".repeat(200);
        let unbroken = "W".repeat(300);
        for title in [
            "Short",
            "A title of some more words than one line can hold",
            &long,
            &unbroken,
        ] {
            let (size, lines) = fitted(title.trim());
            assert!(
                TITLES
                    .iter()
                    .any(|(known, most)| *known == size && lines.len() <= *most),
                "{title}"
            );
            for line in &lines {
                assert!(
                    rasterize::width(line, size) <= (WIDTH - 2 * MARGIN) as f32,
                    "{line}"
                );
            }
            let whole = lines.join(" ") == title.trim() || lines.last().unwrap().ends_with('…');
            assert!(whole || title == unbroken, "{lines:?}");
        }
    }
}
