//! Notes set apart by colons, as Astro's users write them with a plugin: `:::note`, text, `:::`. They become alerts.

use std::borrow::Cow;

/// Their names, and those of alerts.
const KINDS: [(&str, &str); 11] = [
    ("note", "NOTE"),
    ("info", "NOTE"),
    ("details", "NOTE"),
    ("tip", "TIP"),
    ("hint", "TIP"),
    ("success", "TIP"),
    ("important", "IMPORTANT"),
    ("warning", "WARNING"),
    ("warn", "WARNING"),
    ("caution", "CAUTION"),
    ("danger", "CAUTION"),
];

/// The text with alerts, line for line.
pub fn alerts(text: &str) -> Cow<'_, str> {
    if !text.contains(":::") {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut written, mut end) = (String::new(), 0);
    let mut fence = None;
    for (at, line) in lines.iter().enumerate() {
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let close = || lines[at + 1..].iter().position(|line| line.trim() == ":::");
        if at < end {
            written.push_str("> ");
            written.push_str(line);
        } else if at > 0 && at == end && line.trim() == ":::" {
            written.push('\n');
        } else if let Some((kind, title)) = opening(line).filter(|_| fence.is_none())
            && let Some(length) = close()
        {
            end = at + 1 + length;
            written.push_str(&match title {
                "" => ["> [!", kind, "]\n"].concat(),
                // An alert has no title of its own; two spaces end the line.
                title => ["> **", title, "**  \n"].concat(),
            });
        } else {
            written.push_str(line);
        }
    }
    Cow::Owned(written)
}

/// `:::note[A title]` and `::: warning A title`.
fn opening(line: &str) -> Option<(&'static str, &str)> {
    let rest = line.strip_prefix(":::")?.trim();
    let end = rest.find(|c: char| !c.is_ascii_alphabetic());
    let (name, title) = rest.split_at(end.unwrap_or(rest.len()));
    let (_, kind) = KINDS.iter().find(|(theirs, _)| *theirs == name)?;
    let title = title.split('{').next().unwrap_or_default();
    Some((kind, title.trim().trim_matches(['[', ']'])))
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_line_stays_where_it_is() {
        for (text, alerts) in [
            (":::note\nA\n:::\nB", "> [!NOTE]\n> A\n\nB"),
            (
                "::: warning Look\nA\n\nB\n:::\n",
                "> **Look**  \n> A\n> \n> B\n\n",
            ),
            (":::tip[One]{icon=x}\nA\n:::\n", "> **One**  \n> A\n\n"),
            (":::note\nA\n", ":::note\nA\n"),
            (":::unknown\nA\n:::\n", ":::unknown\nA\n:::\n"),
            ("```\n:::note\n:::\n```\n", "```\n:::note\n:::\n```\n"),
        ] {
            assert_eq!(super::alerts(text), alerts);
        }
    }
}
