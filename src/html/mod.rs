//! A tree of elements, for the tools alone.

pub mod build;

/// One element with all that is in it.
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// A piece of a page.
pub enum Node {
    Element(Element),
    Text(String),
    /// Several pieces in a row, or none.
    Fragment(Vec<Node>),
}

/// An element of the name, with a class unless that is empty.
pub fn element(name: &'static str, class: &str) -> Element {
    let element = Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    };
    if class.is_empty() {
        element
    } else {
        element.attribute("class", class)
    }
}

/// A link with its text.
pub fn link(class: &str, href: &str, text: &str) -> Element {
    element("a", class).attribute("href", href).text(text)
}

impl Element {
    /// With an attribute. The name is ours, the value may be anybody's.
    pub fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute, where there is something to say.
    pub fn attribute_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// With a text behind what it holds already.
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With a piece behind what it holds already.
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With several pieces behind what it holds already.
    pub fn children(mut self, children: impl Iterator<Item = Element>) -> Self {
        self.children.extend(children.map(Node::Element));
        self
    }
}

impl Element {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<Option<Element>> for Node {
    fn from(element: Option<Element>) -> Self {
        element.map_or(Self::Fragment(Vec::new()), Self::Element)
    }
}

impl From<Vec<Node>> for Node {
    fn from(nodes: Vec<Node>) -> Self {
        Self::Fragment(nodes)
    }
}
