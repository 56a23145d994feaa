//! An article's HTML for a place that is not its page: every URL in it is made absolute, and what only the page's own
//! style makes sense of is left out.
//!
//! It reads only what `markdown::render` wrote, where `<`, `>` and the quotes of attributes are never part of a value.

use std::borrow::Cow;

/// Attributes that hold one URL.
const URLS: [&str; 4] = ["href", "src", "poster", "cite"];

/// Beginnings of tags, and where the elements end: signs that lead to a heading, and the names of code's languages.
const OF_THE_PAGE: [(&str, &str); 2] = [
    ("a class=\"heading-anchor\"", "</a>"),
    ("span class=\"code-language\"", "</span>"),
];

/// `origin` is the site's scheme and host, `page` the article's absolute URL, which ends with a slash.
pub fn absolute(html: &str, origin: &str, page: &str) -> String {
    let mut whole = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        if let Some((_, end)) = OF_THE_PAGE.iter().find(|(start, _)| tag.starts_with(start)) {
            whole.push_str(text.trim_end_matches(' '));
            rest = after.split_once(end).map_or("", |(_, after)| after);
            continue;
        }
        whole.push_str(text);
        whole.push('<');
        write_tag(tag, origin, page, &mut whole);
        whole.push('>');
        rest = after;
    }
    (whole + rest).replace("<figcaption></figcaption>", "")
}

/// A tag is a name and then, in turn, ` name="` and a value.
fn write_tag(tag: &str, origin: &str, page: &str, html: &mut String) {
    let mut pieces = tag.split('"');
    while let Some(before) = pieces.next() {
        html.push_str(before);
        let Some(value) = pieces.next() else { break };
        let name = before.trim_end_matches('=').trim_start();
        let name = name.rsplit(' ').next().unwrap_or(name);
        html.push('"');
        match name {
            "srcset" => html.push_str(&source_set(value, origin, page)),
            _ if URLS.contains(&name) => html.push_str(&absolute_url(value, origin, page)),
            _ => html.push_str(value),
        }
        html.push('"');
    }
}

fn source_set(value: &str, origin: &str, page: &str) -> String {
    let sources = value.split(", ");
    let sources = sources.map(|source| absolute_url(source, origin, page));
    sources.collect::<Vec<_>>().join(", ")
}

fn absolute_url<'a>(url: &'a str, origin: &str, page: &str) -> Cow<'a, str> {
    let scheme_end = url.find([':', '/', '?', '#']);
    let has_scheme = scheme_end.is_some_and(|end| url[end..].starts_with(':'));
    match url {
        _ if has_scheme || url.starts_with("//") => url.into(),
        _ if url.starts_with('/') => [origin, url].concat().into(),
        _ => [page, url].concat().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn every_url_gets_the_host_and_text_stays_as_it_is() {
        let html = r##"<p id="a">href="/x" &lt;a href="/y"&gt; <a href="/z/?a=b&amp;c#d">z</a> <a href="#fn-1">1</a>
<a href="https://e.example/">e</a> <a href="//f.example/">f</a> <a href="mailto:a@b.example">g</a>
<img src="/i.png" srcset="/i-1.webp 400w, https://k.example/2.webp 800w" alt="src=/j">"##;
        let expected = r##"<p id="a">href="/x" &lt;a href="/y"&gt; <a href="https://b.example/z/?a=b&amp;c#d">z</a> <a href="https://b.example/blog/p/#fn-1">1</a>
<a href="https://e.example/">e</a> <a href="//f.example/">f</a> <a href="mailto:a@b.example">g</a>
<img src="https://b.example/i.png" srcset="https://b.example/i-1.webp 400w, https://k.example/2.webp 800w" alt="src=/j">"##;
        let made = absolute(html, "https://b.example", "https://b.example/blog/p/");
        assert_eq!(made, expected);
    }
}
