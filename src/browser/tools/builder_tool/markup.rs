//! Code for another page, as an element of a document in which nothing is loaded or runs, and as text.

use crate::components::embed_builder::code::{CodeFormat, EmbedCode, Link};
use web_sys::{Document, DomImplementation, Element};

/// The text to copy. `blog` is the address that the script lies below.
pub fn text(format: CodeFormat, code: &EmbedCode, blog: &str) -> String {
    let script = format.script().map(|path| {
        [
            "<script type=\"module\" src=\"",
            blog,
            path,
            "\"></script>\n",
        ]
        .concat()
    });
    let element = element(code).map(|element| element.outer_html());
    [script, element].into_iter().flatten().collect()
}

/// Nothing where a name or an attribute is none of HTML's; ours never are.
pub fn element(code: &EmbedCode) -> Option<Element> {
    let document = inert_document()?;
    let link = match &code.link {
        Some(link) => Some(link_element(&document, link)?),
        None => None,
    };
    let Some(outer) = &code.element else {
        return link;
    };
    let element = document.create_element(&outer.name).ok()?;
    for (name, value) in &outer.attributes {
        element.set_attribute(name, value).ok()?;
    }
    if let Some(link) = link {
        element.append_with_str_1("\n  ").ok()?;
        element.append_with_node_1(&link).ok()?;
        element.append_with_str_1("\n").ok()?;
    }
    Some(element)
}

fn link_element(document: &Document, link: &Link) -> Option<Element> {
    let element = document.create_element("a").ok()?;
    element.set_attribute("href", &link.href).ok()?;
    element.set_text_content(Some(&link.text));
    Some(element)
}

fn inert_document() -> Option<Document> {
    let implementation: DomImplementation =
        crate::browser::bridge::document().implementation().ok()?;
    implementation.create_html_document().ok()
}
