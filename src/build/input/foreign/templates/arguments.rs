//! What a tag is called with: `src="a.png" width=300`, `"spf13" 7896402`, `(id="x", autoplay=true)`.

/// Arguments in their order; the name of one without a name is empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments(Vec<(String, String)>);

impl Arguments {
    /// Reads them as all systems write them: between commas or white space, values in quotes or bare.
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        let text = text.strip_prefix('(').unwrap_or(text);
        let text = text.strip_suffix(')').unwrap_or(text);
        let mut arguments = Vec::new();
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if rest.is_empty() {
                return Self(arguments);
            }
            let (name, after) = name(rest);
            let (value, after) = value(after);
            // Whatever it is, something is read at each turn.
            rest = match after.len() < rest.len() {
                true => after,
                false => rest.get(1..).unwrap_or_default(),
            };
            arguments.push((name.into(), value));
        }
    }

    /// The value under the first of these names that has one.
    pub fn named(&self, names: &[&str]) -> Option<&str> {
        let value = |wanted: &&str| self.0.iter().find(|(name, _)| name == wanted);
        names
            .iter()
            .find_map(value)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// The value of the argument at a place among those without a name.
    pub fn at(&self, index: usize) -> Option<&str> {
        let mut unnamed = self.0.iter().filter(|(name, _)| name.is_empty());
        unnamed.nth(index).map(|(_, value)| value.as_str())
    }
}

/// `src="a.png"` has a name, `"a.png"` has none. Answers the rest, too.
fn name(text: &str) -> (&str, &str) {
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':');
    let end = text.find(|c| !is_of_name(c)).unwrap_or(text.len());
    match text[end..].trim_start().strip_prefix('=') {
        Some(rest) if end > 0 => (&text[..end], rest.trim_start()),
        _ => ("", text),
    }
}

/// The value at the beginning, and the rest.
fn value(text: &str) -> (String, &str) {
    // JSX puts a text between braces, too.
    let text = text
        .strip_prefix('{')
        .filter(|rest| rest.starts_with(['"', '\'']))
        .unwrap_or(text);
    let Some(quote) = text
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))
    else {
        let is_end = |c: char| c.is_whitespace() || c == ',';
        let end = text.find(is_end).unwrap_or(text.len());
        return (text[..end].into(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = text[1..].char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            // Between backticks a backslash is a backslash.
            '\\' if quote != '`' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            _ if character == quote => {
                let rest = &text[1 + at + 1..];
                return (value, rest.strip_prefix('}').unwrap_or(rest));
            }
            _ => value.push(character),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    #[test]
    fn every_spelling_is_read() {
        for text in [
            r#"src="a b.png" width=300"#,
            "src=`a b.png` width='300'",
            r#"(src="a b.png", width=300)"#,
            r#"src={"a b.png"} width = "300""#,
        ] {
            let arguments = Arguments::read(text);
            assert_eq!(arguments.named(&["src"]), Some("a b.png"), "{text}");
            assert_eq!(arguments.named(&["no", "width"]), Some("300"), "{text}");
            assert_eq!(arguments.at(0), None, "{text}");
        }
        let arguments = Arguments::read(r#"go "say \"hi\"" x"#);
        assert_eq!(
            [0, 1, 2, 3].map(|index| arguments.at(index)),
            [Some("go"), Some("say \"hi\""), Some("x"), None]
        );
    }

    #[test]
    fn odd_text_ends() {
        for text in ["=", "==a", "\"", "a=", "{{", "(", "=\"x", "é=ü"] {
            Arguments::read(text);
        }
    }
}
