//! A page as text. Every text and every attribute's value is escaped here, once.

use super::{Element, Node};

impl Node {
    /// The HTML, without a doctype.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        write_node(self, &mut html);
        html
    }
}

fn write_node(node: &Node, html: &mut String) {
    match node {
        Node::Element(element) => write_element(element, html),
        Node::Text(text) => escape(text, html),
        Node::Article(article) => html.push_str(article),
        Node::Fragment(nodes) => nodes.iter().for_each(|node| write_node(node, html)),
    }
}

fn write_element(element: &Element, html: &mut String) {
    html.push('<');
    html.push_str(element.name);
    for (name, value) in &element.attributes {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
    html.push('>');
    // The elements that have no content and no end tag; of those, we write only these.
    if matches!(element.name, "img" | "br" | "hr" | "input" | "link") {
        return;
    }
    element
        .children
        .iter()
        .for_each(|child| write_node(child, html));
    html.push_str("</");
    html.push_str(element.name);
    html.push('>');
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Neither can stand in HTML as it is.
            '\0' => html.push('\u{FFFD}'),
            '\r' => html.push('\n'),
            other => html.push(other),
        }
    }
}
