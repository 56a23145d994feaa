//! Links of the site's menus, as a publisher wrote them: in `site.json`, in the heads of texts, or for another system.

use super::front_matter::Value;
use crate::build::diagnostics::problem::Position;

/// Where a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// At the head of every page.
    Main,
    /// At the foot of every page.
    Footer,
}

/// One link of a menu.
#[derive(Clone, Debug)]
pub struct MenuLink {
    pub menu: Menu,
    /// Empty where it is the title of what the link leads to.
    pub label: String,
    /// A URL, a path from the site's root, or a file of the content folder.
    pub href: String,
    /// Its place: smaller ones come first, and those without one last.
    pub weight: Option<i64>,
    /// The file that it is written in.
    pub path: String,
    pub position: Position,
}

/// What a head says of a menu.
#[derive(Clone, Debug)]
pub struct InMenu {
    pub menu: Menu,
    pub label: String,
    pub weight: Option<i64>,
    pub position: Position,
}

/// The names of labels and addresses, here and elsewhere.
pub const LABEL: [&str; 4] = ["label", "name", "title", "text"];
pub const HREF: [&str; 7] = ["href", "url", "page", "pageRef", "path", "link", "file"];

impl Menu {
    /// The menu of this name; other systems have more.
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "main" | "nav" | "navigation" | "header" | "primary" => Some(Self::Main),
            "footer" => Some(Self::Footer),
            _ => None,
        }
    }
}

impl MenuLink {
    /// The link that a table describes; nothing where it has no address.
    pub fn read(menu: Menu, table: &Value, path: &str) -> Option<Self> {
        let text = |keys: &[&str]| keys.iter().find_map(|key| table.get(key)?.text());
        Some(Self {
            menu,
            label: text(&LABEL).unwrap_or_default().into(),
            href: text(&HREF)?.into(),
            weight: weight(table),
            path: path.into(),
            position: table.position,
        })
    }
}

/// The place that a table gives to its link.
pub fn weight(table: &Value) -> Option<i64> {
    table.get("weight")?.text()?.parse().ok()
}
