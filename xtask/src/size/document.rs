//! What a page's document holds and names, for the figures that are about the time before a sign of reading. It is read
//! as text: our own documents spell every tag in one way.

use anyhow::{Context, Result};

/// How the article's text begins, after the headline.
const TEXT: &str = "class=\"prose";

#[derive(Debug, PartialEq, Eq)]
pub struct Document<'a> {
    pub inline_styles: String,
    pub inline_scripts: String,
    /// Addresses, as the document spells them.
    pub style_sheets: Vec<&'a str>,
    pub scripts: Vec<&'a str>,
    /// All before the first paragraph of the article's text.
    pub before_text: &'a str,
}

pub fn read(html: &str) -> Result<Document<'_>> {
    let styles = elements(html, "style");
    let sheets = elements(html, "link").into_iter();
    let sheets = sheets.filter(|(tag, _)| tag.contains("stylesheet"));
    let scripts = elements(html, "script").into_iter();
    let scripts = scripts.filter(|(tag, _)| !tag.contains("type=\"application/"));
    let text = html.find(TEXT).context("no text of an article")?;
    let paragraph = html[text..].find("<p").context("no paragraph of text")?;
    Ok(Document {
        inline_styles: styles.iter().map(|(_, css)| *css).collect(),
        inline_scripts: scripts.clone().map(|(_, code)| code).collect(),
        style_sheets: sheets.filter_map(|(tag, _)| value(tag, "href")).collect(),
        scripts: scripts.filter_map(|(tag, _)| value(tag, "src")).collect(),
        before_text: &html[..text + paragraph],
    })
}

/// Attributes and content of all elements of a name.
fn elements<'a>(html: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let tags = html.split(&begin).skip(1);
    let tags = tags.filter_map(|rest| rest.split_once('>'));
    tags.map(|(tag, rest)| {
        (
            tag,
            rest.split_once(&end).map_or("", |(content, _)| content),
        )
    })
    .collect()
}

fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_tells_what_is_loaded_before_a_sign_of_reading() {
        let html = "<!DOCTYPE html><html><head><style>p{margin:0}</style>\
            <script type=\"application/ld+json\">{}</script><script>let theme;</script>\
            <link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/later.css\">\
            <script type=\"module\" src=\"/start.js\"></script></head>\
            <body><h1>A</h1><p>Deck</p><div class=\"prose\"><p>Text</p></div></body></html>";
        let document = read(html).unwrap();
        assert_eq!(document.inline_styles, "p{margin:0}");
        assert_eq!(document.inline_scripts, "let theme;");
        assert_eq!(document.style_sheets, ["/later.css"]);
        assert_eq!(document.scripts, ["/start.js"]);
        assert!(document.before_text.ends_with("<div class=\"prose\">"));
    }

    #[test]
    fn a_page_without_text_is_an_error() {
        assert!(read("<!DOCTYPE html><p>Nothing").is_err());
    }
}
