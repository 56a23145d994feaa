//! What the publisher puts into pages beside their content.

/// HTML by the name of its slot: `after-article`, or `notes/after-article` in a section. The app has none of it: it finds
/// it in templates of the page that it was loaded with.
#[derive(Clone, Debug, Default)]
pub struct Slots(pub Vec<(String, String)>);

/// Before the title of every article.
pub const BEFORE_ARTICLE: &str = "before-article";
/// Behind the text of every article, its reactions and its authors.
pub const AFTER_ARTICLE: &str = "after-article";
/// Behind every list of articles.
pub const AFTER_LIST: &str = "after-list";

/// How the ids of the templates begin.
pub const TEMPLATE: &str = "recto-slot-";

/// The places for the address of the page in templates: as it is, and as a part of another address.
pub const PLACES: &str = "{url}{path}{url-encoded}{path-encoded}";

impl Slots {
    /// The slot of a section, or else that of the whole site: its name, and what is in it.
    pub fn find(&self, section: &str, name: &str) -> Option<(&str, &str)> {
        let of_section = [section, "/", name].concat();
        let get = |wanted: &str| self.0.iter().find(|(name, _)| name == wanted);
        let (name, html) = get(&of_section).or_else(|| get(name))?;
        Some((name, html))
    }
}
