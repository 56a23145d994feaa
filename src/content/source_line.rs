//! In which line of a Markdown text the words stand that a reader has selected, and where a forge shows that line.
//!
//! Page and source are compared by their letters alone, because what makes Markdown of a text is marks. The source has all
//! letters of the page, and those of addresses besides.

/// What is selected, and where it stands in the page.
pub struct Passage {
    /// The heading above, empty where there is none.
    pub heading: String,
    /// The paragraph or the like around it.
    pub block: String,
    /// What of the paragraph comes before it.
    pub before: String,
    pub words: String,
}

/// Letters in bytes: a shorter beginning of a text could stand anywhere.
const MIN_LETTERS: usize = 8;

/// Counts from 0; nothing where the words are not in the text.
pub fn line_of(markdown: &str, passage: &Passage) -> Option<usize> {
    let heading = letters(&passage.heading);
    let mut source = String::with_capacity(markdown.len());
    let mut ends = Vec::new();
    let mut start = 0;
    for line in markdown.lines() {
        let before = source.len();
        source.extend(line.chars().filter(is_letter));
        let here = source.get(before..).unwrap_or_default();
        let is_heading = here == heading || line.starts_with('#') && here.starts_with(&heading);
        if is_heading && !heading.is_empty() {
            start = before;
        }
        ends.push(source.len());
    }
    let block = find(&source, start, &passage.block).unwrap_or(start);
    let near = block + letters(&passage.before).len();
    let mut places = [near, block, 0].into_iter();
    let at = places.find_map(|from| find(&source, from, &passage.words))?;
    ends.iter().position(|end| *end > at)
}

/// Where a text begins behind a place; of one with an address in it, its beginning.
fn find(source: &str, from: usize, text: &str) -> Option<usize> {
    let mut wanted = letters(text);
    let behind = source.get(from..)?;
    let mut found = behind.find(&wanted).filter(|_| !wanted.is_empty());
    while found.is_none() && wanted.len() >= 2 * MIN_LETTERS {
        let half = wanted.len() / 2;
        let half = (0..=half).rev().find(|at| wanted.is_char_boundary(*at))?;
        wanted.truncate(half);
        found = behind.find(&wanted);
    }
    Some(from + found?)
}

fn letters(text: &str) -> String {
    text.chars().filter(is_letter).collect()
}

/// Whether it stands in page and source alike, as quotation marks and dashes need not.
fn is_letter(character: &char) -> bool {
    match character {
        '\0'..='\x7f' => character.is_ascii_alphanumeric(),
        _ => *character >= '\u{c0}' && !('\u{2000}'..='\u{206f}').contains(character),
    }
}

/// The address of a line, which counts from 1, by that of its file; nothing where the forge is none of which we know how it
/// names lines: GitHub, GitLab, Forgejo and Gitea.
pub fn line_url(edit_url: &str, line: usize) -> Option<String> {
    if edit_url.contains(['?', '#']) {
        return None;
    }
    let shown = |(folder, shown, anchor): (&str, &str, &'static str)| {
        let (place, file) = edit_url.split_once(folder)?;
        Some(([place, shown, file].concat(), anchor))
    };
    // Without these, the page shows what is made of the Markdown, and has no lines.
    let (plain, source) = ("?plain=1", "?display=source");
    let known = [
        ("/-/edit/", "/-/blob/", plain),
        ("/-/blob/", "/-/blob/", plain),
        ("/_edit/", "/src/branch/", source),
        ("/src/branch/", "/src/branch/", source),
    ];
    let (url, view) = match edit_url.strip_prefix("https://github.com/") {
        Some(path) => (on_github(path)?, plain),
        None => known.into_iter().find_map(shown)?,
    };
    Some([&url, view, "#L", &line.to_string()].concat())
}

/// `ada/blog/edit/main/a.md`, where it is shown and not edited.
fn on_github(path: &str) -> Option<String> {
    let mut parts = path.splitn(4, '/');
    let [owner, name, view, file] = [(); 4].map(|()| parts.next());
    let is_file = matches!(view?, "edit" | "blob");
    let url = ["https://github.com/", owner?, "/", name?, "/blob/", file?];
    is_file.then(|| url.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Begin with “ink”.\n\n## Ink\n\nA drop of *ink*, as\n[printers](https://e.example/ink) say,\nis a drop of ink.\n\n## Größe\n\n- A drop of ink\n- A drop of ink\n";

    fn line(heading: &str, block: &str, before: &str, words: &str) -> Option<usize> {
        let [heading, block, before, words] = [heading, block, before, words].map(String::from);
        let passage = Passage {
            heading,
            block,
            before,
            words,
        };
        line_of(TEXT, &passage)
    }

    #[test]
    fn words_are_found_below_their_heading_and_in_their_paragraph() {
        let paragraph = "A drop of ink, as printers say, is a drop of ink.";
        for (found, expected) in [
            (
                line("", "Begin with “ink”.", "Begin with “", "ink"),
                Some(0),
            ),
            (
                line("Ink#", paragraph, "", "A drop of ink, as printers say"),
                Some(4),
            ),
            (
                line("Ink#", paragraph, "A drop of ink, as ", "printers"),
                Some(5),
            ),
            (
                line(
                    "Ink#",
                    paragraph,
                    "A drop of ink, as printers say, is a ",
                    "drop of ink",
                ),
                Some(6),
            ),
            (line("Größe#", "A drop of ink", "", "drop of"), Some(10)),
            (line("Gone", "Gone", "", "Größe"), Some(8)),
            (line("", "", "", "parchment"), None),
            (line("", "", "", " – "), None),
        ] {
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn forges_name_lines_in_their_ways() {
        for (url, expected) in [
            (
                "https://github.com/ada/blog/edit/main/edit/a.md",
                Some("https://github.com/ada/blog/blob/main/edit/a.md?plain=1#L12"),
            ),
            (
                "https://gitlab.com/a/b/c/-/edit/main/a.md",
                Some("https://gitlab.com/a/b/c/-/blob/main/a.md?plain=1#L12"),
            ),
            (
                "https://codeberg.org/a/b/_edit/main/a.md",
                Some("https://codeberg.org/a/b/src/branch/main/a.md?display=source#L12"),
            ),
            (
                "https://code.example/a/b/src/branch/main/a.md",
                Some("https://code.example/a/b/src/branch/main/a.md?display=source#L12"),
            ),
            ("https://github.com/ada/blog/issues/new", None),
            ("https://github.com/ada/blog/edit/main/a.md?x", None),
            ("https://cms.example/edit/a.md", None),
        ] {
            assert_eq!(line_url(url, 12).as_deref(), expected, "{url}");
        }
    }
}
