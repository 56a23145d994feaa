//! The shortcodes that most blogs use, by the names and arguments that Hugo, Zola, Jekyll's plugins and Astro's
//! components have for them. What another site would show as a frame becomes a link: nothing is loaded before a click.

use super::arguments::Arguments;
use super::{html_elements, markdown_writer};
use crate::markdown::extract_references;

/// Markdown for a shortcode; nothing where it is none of these, or misses what it needs.
pub fn markdown(name: &str, arguments: &Arguments) -> Option<String> {
    match name {
        "figure" | "img" | "image" => figure(arguments),
        "youtube" => video(
            arguments,
            "Watch on YouTube",
            "https://www.youtube.com/watch?v=",
        ),
        "vimeo" => video(arguments, "Watch on Vimeo", "https://vimeo.com/"),
        // Of Jekyll's widest-spread theme.
        "video" => match arguments.named(&["provider"])? {
            provider @ ("youtube" | "vimeo") => markdown(provider, arguments),
            _ => None,
        },
        "gist" => gist(arguments),
        "tweet" | "twitter" | "x" => post(arguments),
        "instagram" => {
            let id = id(arguments)?;
            let url = ["https://www.instagram.com/p/", &id, "/"].concat();
            Some(markdown_writer::link("See the post on Instagram", &url))
        }
        _ => None,
    }
}

/// Whatever else shows a page or a file from elsewhere: a link to it.
pub fn link_to_page(arguments: &Arguments) -> Option<String> {
    let url = arguments.named(&["url", "src", "href", "link"]);
    let url = url.or(arguments.at(0))?;
    let is_whole = url.starts_with("https://") || url.starts_with("http://");
    is_whole.then(|| html_elements::link_to(url))
}

fn figure(arguments: &Arguments) -> Option<String> {
    let src = arguments.named(&["src", "url", "path", "image_path"]);
    // `caption:"Text"` is how some plugins write arguments.
    let bare = arguments.at(0).filter(|bare| !bare.contains('"'));
    let src = src.or(bare)?;
    let title = arguments.named(&["title"]).unwrap_or_default();
    // Captions may be Markdown; the title of an image is text.
    let caption = arguments.named(&["caption"]).unwrap_or_default();
    let caption = extract_references(caption).text.trim().to_string();
    let credit = arguments.named(&["attr"]).unwrap_or_default();
    let alt = [arguments.named(&["alt"]), Some(&*caption), Some(title)]
        .into_iter()
        .flatten()
        .find(|text| !text.is_empty());
    let texts = [title, &*caption].map(str::trim);
    let mut caption = texts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ");
    if !credit.is_empty() {
        caption = [&caption, " (", credit, ")"].concat();
    }
    let size = ["width", "height"].map(|name| pixels(arguments, name));
    let (alt, caption) = (alt.unwrap_or_default(), caption.trim_start());
    let figure = match size {
        ["", ""] => markdown_writer::figure(src, alt, caption),
        size => {
            return Some(markdown_writer::sized_figure(
                src,
                alt,
                caption,
                size,
                arguments.named(&["link"]),
            ));
        }
    };
    Some(match arguments.named(&["link"]) {
        Some(link) => markdown_writer::linked(&figure, link),
        None => figure,
    })
}

/// A number of pixels; nothing for what is none, such as `50%`.
fn pixels<'a>(arguments: &'a Arguments, name: &'static str) -> &'a str {
    let length = arguments.named(&[name]).unwrap_or_default();
    let number = length.strip_suffix("px").unwrap_or(length);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { number } else { "" }
}

fn video(arguments: &Arguments, text: &str, host: &str) -> Option<String> {
    let id = id(arguments)?;
    let text = match arguments.named(&["title"]) {
        Some(title) => [text, ": ", title].concat(),
        None => text.into(),
    };
    let is_url = id.starts_with("https://");
    let url = if is_url { id } else { [host, &id].concat() };
    Some(markdown_writer::link(&text, &url))
}

/// `user id`, `user/id`, `id`, or a URL; perhaps one of its files behind it.
fn gist(arguments: &Arguments) -> Option<String> {
    let first = arguments.named(&["url"]).or(arguments.at(0))?;
    if first.starts_with("https://") {
        return Some(markdown_writer::link("See the code on GitHub", first));
    }
    let is_id = |text: &&str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (path, file) = match arguments.at(1).filter(is_id) {
        Some(id) => ([first, "/", id].concat(), arguments.at(2)),
        None => (first.to_string(), arguments.at(1)),
    };
    let url = ["https://gist.github.com/", &path].concat();
    Some(match file {
        Some(file) => markdown_writer::link(&["See ", file, " on GitHub"].concat(), &url),
        None => markdown_writer::link("See the code on GitHub", &url),
    })
}

fn post(arguments: &Arguments) -> Option<String> {
    let id = id(arguments)?;
    let url = match arguments.named(&["user"]) {
        Some(user) => ["https://x.com/", user, "/status/", &id].concat(),
        None if id.starts_with("https://") => id,
        None => ["https://x.com/i/status/", &id].concat(),
    };
    Some(markdown_writer::link("See the post on X", &url))
}

fn id(arguments: &Arguments) -> Option<String> {
    let id = arguments.named(&["id", "url"]).or(arguments.at(0))?;
    (!id.is_empty()).then(|| id.to_string())
}
