//! What stands above the list of a folder: on the front page, on that of a section or a tag. The text of a folder that has no articles is a
//! page.

use super::entry::Entry;
use super::sections::Section;
use super::tags::Tag;
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::menus::MenuLink;
use crate::build::input::slug;
use crate::build::input::source::{Role, Source};
use crate::route::Route;

/// A text and the list that it stands above.
pub struct Introduction {
    pub route: Route,
    pub entry: Entry,
}

/// The texts of folders, taken apart.
pub struct Introductions {
    /// Of folders without articles.
    pub pages: Vec<Source>,
    /// Each with its folder.
    others: Vec<(String, Source)>,
    /// Those that say no more than what the folder is called.
    bare: Vec<(String, Source)>,
}

/// Folders with the texts of tags.
const TAG_FOLDERS: [&str; 3] = ["tags/", "categories/", "tag/"];

impl Introductions {
    pub fn of(texts: Vec<Source>, articles: &[Source]) -> Self {
        let (mut pages, mut others, mut bare) = (Vec::new(), Vec::new(), Vec::new());
        for mut source in texts {
            let Role::Introduction { folder } = source.role.clone() else {
                continue;
            };
            let below = [&folder, "/"].concat();
            let has_articles = articles
                .iter()
                .any(|article| article.file.starts_with(&below));
            let is_of_tag = tag_name(&folder).is_some();
            if source.body.trim().is_empty() {
                bare.push((folder, source));
            } else if folder.is_empty() || has_articles || is_of_tag {
                others.push((folder, source));
            } else {
                source.role = Role::Page { is_chosen: true };
                pages.push(source);
            }
        }
        Self {
            pages,
            others,
            bare,
        }
    }

    /// What these texts, and bare ones, say of menus.
    pub fn menus(&self) -> impl Iterator<Item = MenuLink> {
        let texts = self.others.iter().chain(&self.bare);
        texts.flat_map(|(_, source)| source.menu_links())
    }

    /// Tells those that stand above no list.
    pub fn above_lists(
        self,
        tags: &[Tag],
        sections: &mut [Section],
        problems: &mut Problems,
    ) -> Vec<Introduction> {
        for (folder, source) in self.others.iter().chain(&self.bare) {
            let section = sections
                .iter_mut()
                .find(|section| section.folder == *folder);
            if let Some(section) = section.filter(|_| !source.front_matter.title.is_empty()) {
                section.title = source.front_matter.title.clone();
            }
        }
        let mut introductions: Vec<Introduction> = Vec::new();
        for (folder, source) in self.others {
            let known = |route: &Route| introductions.iter().any(|other| other.route == *route);
            let route = route_of(&folder, tags, sections);
            match route.filter(|route| !known(route)) {
                Some(route) => {
                    let entry = Entry::alone(source);
                    introductions.push(Introduction { route, entry });
                }
                None => {
                    let what =
                        "the site has no list that this could stand above, so it is left out";
                    let remedy = match tag_name(&folder) {
                        Some(_) => "take it out, or give an article this tag",
                        None => "set `\"sections\": true` in site.json to give each folder a list",
                    };
                    problems.warning(&source.path, Position::START, what, remedy);
                }
            }
        }
        introductions
    }
}

fn route_of(folder: &str, tags: &[Tag], sections: &[Section]) -> Option<Route> {
    if folder.is_empty() {
        return Some(Route::HOME);
    }
    let mut folders = sections.iter();
    if let Some(section) = folders.find(|section| section.folder == folder) {
        return Some(Route::section(&section.path));
    }
    let slug = slug::from_text(tag_name(folder)?);
    let tag = tags.iter().find(|tag| tag.term.slug == slug)?;
    Some(Route::tag(&tag.term.slug))
}

/// `rust` of `tags/rust`.
fn tag_name(folder: &str) -> Option<&str> {
    let mut folders = TAG_FOLDERS.iter();
    let name = folders.find_map(|tags| folder.strip_prefix(tags))?;
    (!name.contains('/')).then_some(name)
}
