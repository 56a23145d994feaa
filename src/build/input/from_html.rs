//! A post that was written in HTML, as a text of Markdown.

/// One block of HTML: a blank line would end it, so that a comment stands in the place of each. All stays on its line.
pub fn from_html(html: &str) -> String {
    let lines = html.trim_end().lines();
    let lines = lines.map(|line| {
        if line.trim().is_empty() {
            "<!-- -->"
        } else {
            line
        }
    });
    ["<div>", &lines.collect::<Vec<_>>().join("\n"), "</div>\n"].concat()
}
