//! Markdown as plain text, section by section: what snippets are cut from.
//!
//! Only the eye reads it: what is found was decided by the index, which the build makes of the finished HTML. So this knows
//! the marks of Markdown, and not its grammar, which would weigh 60 KB.

/// A heading, and the text below it. The first has no heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    pub heading: String,
    pub text: String,
}

pub fn sections(markdown: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut fence = "";
    let mut is_comment = false;
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        let line = without_block_marks(line);
        if !fence.is_empty() {
            match line.starts_with(fence) {
                true => fence = "",
                false => add_line(&mut sections, line.into()),
            }
            continue;
        }
        if is_comment || line.starts_with("<!--") {
            is_comment = find(line, "-->").is_none();
            continue;
        }
        if let Some(mark) = ["```", "~~~"]
            .into_iter()
            .find(|mark| line.starts_with(mark))
        {
            fence = mark;
            continue;
        }
        let is_underlined = lines.peek().is_some_and(|next| is_underline(next)) && !line.is_empty();
        match heading(line).or(is_underlined.then_some(line)) {
            Some(heading) => {
                if is_underlined {
                    lines.next();
                }
                sections.push(Section {
                    heading: inline(heading).trim().into(),
                    text: String::new(),
                });
            }
            None if is_ornament(line) => {}
            None => add_line(&mut sections, inline(line)),
        }
    }
    sections
}

fn add_line(sections: &mut [Section], line: String) {
    if let Some(section) = sections.last_mut() {
        let line = line.trim();
        if !line.is_empty() && !section.text.is_empty() {
            section.text.push(' ');
        }
        section.text.push_str(line);
    }
}

/// What begins quotations, lists, tables and notes.
fn without_block_marks(line: &str) -> &str {
    let mut line = line.trim();
    loop {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let behind_number = (1..=9).contains(&digits).then(|| &line[digits..]);
        let numbered =
            behind_number.and_then(|rest| rest.strip_prefix(". ").or(rest.strip_prefix(") ")));
        let marks = ["> ", "- ", "* ", "+ ", "[ ] ", "[x] ", "[X] ", "| ", ": "];
        let marked = marks.iter().find_map(|mark| line.strip_prefix(mark));
        match marked.or(numbered) {
            Some(rest) => line = rest.trim_start(),
            None => return if line == ">" { "" } else { line },
        }
    }
}

/// The text of a line that is a heading.
fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let is_heading = (1..=6).contains(&level) && (text.is_empty() || text.starts_with([' ', '\t']));
    let text = text.trim().trim_end_matches('#').trim_end();
    // An id that the writer gave it.
    let text = match find(text, "{#") {
        Some(at) if text.ends_with('}') => text[..at].trim_end(),
        _ => text,
    };
    is_heading.then_some(text)
}

/// Below the text of a heading.
fn is_underline(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3
        && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// Rules, the lines of tables, the kinds of alerts, and where links lead.
fn is_ornament(line: &str) -> bool {
    let is_rule = !line.is_empty() && line.chars().all(|letter| " -=*_|:".contains(letter));
    let is_alert = line.starts_with("[!") && line.ends_with(']');
    let is_definition =
        line.starts_with('[') && !line.starts_with("[^") && find(line, "]: ").is_some();
    is_rule || is_alert || is_definition
}

/// Where a part of a text begins. The standard library's way is quicker, and weighs 2 KB.
fn find(text: &str, part: &str) -> Option<usize> {
    let mut windows = text.as_bytes().windows(part.len());
    windows.position(|window| window == part.as_bytes())
}

/// A line without the marks in it.
fn inline(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        rest = match letter {
            '\\' => {
                let escaped = behind.chars().next().filter(char::is_ascii_punctuation);
                plain.push(escaped.unwrap_or('\\'));
                &behind[escaped.map_or(0, char::len_utf8)..]
            }
            '!' if behind.starts_with('[') => match link(behind) {
                Some((_, behind)) => without_attributes(behind),
                None => kept(letter, behind, &mut plain),
            },
            '[' if behind.starts_with('^') => {
                let (_, note) = behind.split_once(']').unwrap_or_default();
                note.strip_prefix(':').unwrap_or(note)
            }
            '[' => match link(rest) {
                Some((text, behind)) => {
                    plain.push_str(&inline(text));
                    behind
                }
                None => kept(letter, behind, &mut plain),
            },
            '<' => match tag(behind) {
                Some((address, behind)) => {
                    plain.push_str(address);
                    behind
                }
                None => kept(letter, behind, &mut plain),
            },
            '&' => entity(behind, &mut plain),
            '`' => behind,
            '~' if behind.starts_with('~') => &behind[1..],
            '|' => kept(' ', behind, &mut plain),
            '*' | '_' if is_emphasis(letter, &plain, behind) => behind,
            _ => kept(letter, behind, &mut plain),
        };
    }
    plain
}

fn kept<'a>(letter: char, behind: &'a str, plain: &mut String) -> &'a str {
    plain.push(letter);
    behind
}

/// The text of a link that begins here, and what is behind it.
fn link(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    let end = text.char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == '[') - i32::from(*letter == ']');
        depth == 0
    })?;
    let (name, behind) = (&text[1..end.0], &text[end.0 + 1..]);
    let behind = match behind.bytes().next() {
        Some(b'(') => behind.split_once(')')?.1,
        Some(b'[') => behind.split_once(']')?.1,
        _ => behind,
    };
    Some((name, behind))
}

/// `{.wide}`
fn without_attributes(behind: &str) -> &str {
    match behind.strip_prefix('{') {
        Some(attributes) => attributes
            .split_once('}')
            .map_or(behind, |(_, behind)| behind),
        None => behind,
    }
}

/// What a reader sees of a tag, and what is behind it.
fn tag(behind: &str) -> Option<(&str, &str)> {
    let begins =
        behind.starts_with(|letter: char| letter.is_ascii_alphabetic() || "/!".contains(letter));
    let (inside, behind) = behind.split_once('>').filter(|_| begins)?;
    let is_address = find(inside, "://").is_some() && !inside.contains(char::is_whitespace);
    Some((if is_address { inside } else { "" }, behind))
}

fn entity<'a>(behind: &'a str, plain: &mut String) -> &'a str {
    const ENTITIES: [(&str, char); 6] = [
        ("amp;", '&'),
        ("lt;", '<'),
        ("gt;", '>'),
        ("quot;", '"'),
        ("nbsp;", ' '),
        ("shy;", '\u{AD}'),
    ];
    let known = ENTITIES
        .iter()
        .find_map(|(name, letter)| Some((behind.strip_prefix(name)?, *letter)));
    let (behind, letter) = known.unwrap_or((behind, '&'));
    kept(letter, behind, plain)
}

/// Not a product, nor a part of a name.
fn is_emphasis(letter: char, before: &str, behind: &str) -> bool {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let (last, next) = (before.chars().next_back(), behind.chars().next());
    match letter {
        '_' => !(is_word(last) && is_word(next)),
        _ => !(last.is_none_or(|last| last == ' ') && next.is_none_or(|next| next == ' ')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markdown: &str) -> String {
        let sections = sections(markdown);
        let sections = sections.iter().map(|section| match &*section.heading {
            "" => section.text.clone(),
            heading => ["#", heading, ": ", &section.text].concat(),
        });
        sections.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn marks_are_taken_out() {
        for (markdown, expected) in [
            (
                "Plain *text* and __more__ `code`.",
                "Plain text and more code.",
            ),
            (
                "A [link *here*](/a \"t\") and [one][ref].\n\n[ref]: /b",
                "A link here and one.",
            ),
            ("![A picture](a.png){.wide} behind", "behind"),
            ("Text[^1] goes.\n\n[^1]: The note.", "Text goes. The note."),
            ("a * b_c_d \\*e\\*", "a * b_c_d *e*"),
            (
                "<p class=\"x\">In <b>HTML</b></p> <https://a.example/>",
                "In HTML https://a.example/",
            ),
            ("> [!NOTE]\n> A *note*.", "A note."),
            ("- one\n- [x] two\n1. three", "one two three"),
            ("| a | b |\n|---|:-:|\n| c | d |", "a   b c   d"),
            ("~~old~~ AT&amp;T", "old AT&T"),
            (
                "# One\ntext\n\n## Two `x` ##\nmore\n\nThree\n-----\nlast",
                "\n#One: text\n#Two x: more\n#Three: last",
            ),
            (
                "```rust\n# no heading\nlet a = \"*b*\";\n```\n",
                "# no heading let a = \"*b*\";",
            ),
            ("<!-- more\nthan this -->\ntext", "text"),
            ("### With an id {#mine}", "\n#With an id: "),
            ("open [bracket and ![too", "open [bracket and ![too"),
        ] {
            assert_eq!(plain(markdown), expected, "{markdown}");
        }
    }
}
