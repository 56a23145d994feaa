//! What a tag of Hugo, Zola or Jekyll means for the text it stands in.

use super::arguments::Arguments;
use super::reference_names::Names;
use super::template_tag::{Kind, Tag};
use super::{Context, markdown_writer, shortcodes};
use crate::build::input::front_matter::Value;

/// What takes a tag's place.
#[derive(Debug, PartialEq, Eq)]
pub enum ShortcodeTranslation {
    /// A figure or the like, which wants to stand apart from the text around it.
    Block(String),
    /// A part of a line, such as a URL.
    Inline(String),
    /// Code, up to the tag that ends it. `marked` are lines such as `2,4-6`.
    Code { language: String, marked: String },
    /// The text up to the tag that ends it, as it is.
    Verbatim,
    /// Nothing, up to the tag that ends it.
    Comment,
    /// Nothing, and nobody misses it.
    Nothing,
    /// What we cannot know.
    Unknown,
}

/// Jekyll's values that stand before a path from the root.
const ROOTS: [&str; 2] = ["site.baseurl", "site.url"];

/// Jekyll's filters that leave a title as it is.
const PLAIN_FILTERS: [&str; 5] = [
    "escape",
    "escape_once",
    "xml_escape",
    "strip_html",
    "smartify",
];

/// What a template tag of an article becomes in Markdown.
pub fn translate_shortcode(tag: &Tag, context: &Context) -> ShortcodeTranslation {
    let (file, names) = (context.file, context.names);
    if tag.closes() {
        return ShortcodeTranslation::Nothing;
    }
    match tag.kind {
        Kind::Hugo => hugo(tag, context),
        Kind::Shown => {
            let shown = tag.source.replacen("/*", "", 1).replacen("*/", "", 1);
            ShortcodeTranslation::Inline(markdown_writer::code_span(&shown))
        }
        _ if tag.rest().starts_with('(') => shortcode(tag.name(), &Arguments::read(tag.rest())),
        Kind::Value => jekyll_value(tag.inner, context),
        Kind::Block => jekyll_tag(tag, file, names),
        Kind::Kramdown => ShortcodeTranslation::Unknown,
    }
}

fn hugo(tag: &Tag, context: &Context) -> ShortcodeTranslation {
    let arguments = Arguments::read(tag.rest());
    match tag.name() {
        "highlight" => {
            let options = arguments.named(&["hl_lines"]).or(arguments.at(1));
            code(arguments.at(0), options.unwrap_or_default())
        }
        "ref" | "relref" => match arguments.named(&["path"]).or(arguments.at(0)) {
            Some(reference) => {
                ShortcodeTranslation::Inline(context.names.link(reference, context.file))
            }
            None => ShortcodeTranslation::Unknown,
        },
        "param" => {
            let [head, config] = context.values;
            let value = arguments.at(0).and_then(|key| {
                let inner = head.get("params").and_then(|params| text_at(params, key));
                let of_site = || config.get("params").and_then(|params| text_at(params, key));
                text_at(head, key).or(inner).or_else(of_site)
            });
            value.map_or(ShortcodeTranslation::Unknown, |text| {
                ShortcodeTranslation::Inline(text.into())
            })
        }
        name => shortcode(name, &arguments),
    }
}

fn shortcode(name: &str, arguments: &Arguments) -> ShortcodeTranslation {
    let markdown = shortcodes::markdown(name, arguments);
    let markdown = markdown.or_else(|| shortcodes::link_to_page(arguments));
    markdown.map_or(ShortcodeTranslation::Unknown, ShortcodeTranslation::Block)
}

fn jekyll_tag(tag: &Tag, file: &str, names: &Names) -> ShortcodeTranslation {
    let rest = tag.rest();
    match tag.name() {
        "end" => ShortcodeTranslation::Nothing,
        "raw" => ShortcodeTranslation::Verbatim,
        "comment" => ShortcodeTranslation::Comment,
        "highlight" => {
            let arguments = Arguments::read(rest);
            let marked = arguments.named(&["mark_lines", "hl_lines"]);
            let marked = marked.map(|lines| ["hl_lines=", lines].concat());
            code(arguments.at(0), &marked.unwrap_or_default())
        }
        "post_url" | "link" if !rest.is_empty() => {
            ShortcodeTranslation::Inline(names.link(rest, file))
        }
        "include" => {
            let (file, arguments) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            let name = file.rsplit('/').next().unwrap_or(file);
            let name = name.split('.').next().unwrap_or(name);
            shortcode(name, &Arguments::read(arguments))
        }
        // Jekyll's own arguments of a gist are bare: `user/id file`.
        name => shortcode(name, &Arguments::read(rest)),
    }
}

/// `site.baseurl`, and `"/a/path" | relative_url`: what is left is a path from the root, which Recto puts in its place.
fn jekyll_value(inner: &str, context: &Context) -> ShortcodeTranslation {
    let value = inner.split('|').next().unwrap_or(inner).trim();
    if ROOTS.contains(&value) {
        return ShortcodeTranslation::Inline(String::new());
    }
    let is_plain = |filter: &str| PLAIN_FILTERS.contains(&filter.trim());
    if inner.split('|').skip(1).all(is_plain) {
        let [head, config] = context.values;
        let found = match value.split_once('.') {
            _ if value == "page.title" => {
                return ShortcodeTranslation::Inline(markdown_writer::plain(context.title));
            }
            Some(("page", key)) => text_at(head, key),
            Some(("site", key)) => text_at(config, key),
            _ => None,
        };
        if let Some(text) = found {
            return ShortcodeTranslation::Inline(text.into());
        }
    }
    let text = ['"', '\''].iter().find_map(|quote| {
        let text = value.strip_prefix(*quote)?;
        text.strip_suffix(*quote)
    });
    let is_path = inner.contains("_url") || ROOTS.iter().any(|root| inner.contains(root));
    match text.filter(|_| is_path) {
        Some(path) => {
            let path = path.trim_start_matches('/');
            ShortcodeTranslation::Inline(markdown_writer::url(&["/", path].concat()))
        }
        None => ShortcodeTranslation::Unknown,
    }
}

/// The text at the end of keys such as `author.name`.
fn text_at<'a>(table: &'a Value, keys: &str) -> Option<&'a str> {
    let mut keys = keys.split('.');
    keys.try_fold(table, |table, key| table.get(key))?.text()
}

fn code(language: Option<&str>, options: &str) -> ShortcodeTranslation {
    ShortcodeTranslation::Code {
        language: language.unwrap_or_default().into(),
        marked: marked_lines(options),
    }
}

/// `linenos=table,hl_lines=8 15-17` and `hl_lines=[8,"15-17"]` mark the lines `8,15-17`. An option that is not named is
/// meant to be just the lines.
fn marked_lines(options: &str) -> String {
    let lines = match options.split_once("hl_lines=") {
        Some((_, lines)) => lines.trim_start_matches(['"', '\'']),
        None if options.contains('=') => "",
        None => options,
    };
    let end = if lines.starts_with('[') { ']' } else { ',' };
    let lines = lines.split(end).next().unwrap_or_default();
    let is_range = |part: &&str| part.starts_with(|first: char| first.is_ascii_digit());
    let ranges = lines.split(|c: char| !c.is_ascii_digit() && c != '-');
    ranges.filter(is_range).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    #[test]
    fn marked_lines_are_read_in_every_spelling() {
        for (options, lines) in [
            ("linenos=table,hl_lines=8 15-17,linenostart=199", "8,15-17"),
            ("hl_lines=[8,\"15-17\"],linenos=inline", "8,15-17"),
            ("linenos=table", ""),
            ("8 15-17", "8,15-17"),
            ("hl_inline=true", ""),
            ("", ""),
        ] {
            assert_eq!(super::marked_lines(options), lines, "{options}");
        }
    }
}
