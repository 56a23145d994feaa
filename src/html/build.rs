//! A tree as nodes of the browser's document.

use super::Node;
use web_sys::Document;

impl Node {
    /// Builds the nodes at the end of the parent. A name that no element can have builds nothing; ours never are.
    pub fn build(&self, document: &Document, parent: &web_sys::Node) {
        let append = |node: &web_sys::Node| drop(parent.append_child(node));
        match self {
            Self::Text(text) => append(&document.create_text_node(text)),
            Self::Fragment(nodes) => nodes.iter().for_each(|node| node.build(document, parent)),
            Self::Element(element) => {
                let Ok(built) = document.create_element(element.name) else {
                    return;
                };
                for (name, value) in &element.attributes {
                    drop(built.set_attribute(name, value));
                }
                for child in &element.children {
                    child.build(document, &built);
                }
                append(&built);
            }
        }
    }
}
