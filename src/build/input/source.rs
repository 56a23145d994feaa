//! A text as it was written, what it is on the site, and why a file is not on it.

use super::foreign::templates::{Origin, Origins};
use super::front_matter::FrontMatter;
use super::menus::{Menu, MenuLink};
use crate::build::diagnostics::problem::Position;
use crate::route::Route;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files of Markdown that are not on the site, and why, by their paths.
pub type SkippedFiles = BTreeMap<String, SkipReason>;

/// Why a file of Markdown is not on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    Draft,
    /// Its day is still to come.
    Later,
    Expired,
    /// It is a text about the folder, or says nothing by itself.
    NoText,
    /// Its head cannot be read, so that nobody knows whether it is to be published.
    Unreadable,
}

/// What a text is on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// It has a date.
    Article,
    /// It has none, and is shown at its own path.
    Page {
        /// Whether its head or its folder says so, and not only that it has no date.
        is_chosen: bool,
    },
    /// It stands above the list of a folder of the content: of the front page, where that is empty.
    Introduction { folder: String },
    /// It is shown where there is nothing.
    NotFound,
}

/// One text as it was written.
pub struct Source {
    pub role: Role,
    /// For messages: the content folder as it was given, then `file`.
    pub path: String,
    /// Below the content folder, with slashes: `articles/some-slug/index.md`.
    pub file: String,
    /// Of a page its whole path: `projects/one`.
    pub slug: String,
    /// Whether its head could be read. If not, the facts are those of its file's name.
    pub is_known: bool,
    pub front_matter: FrontMatter,
    /// Markdown alone: without templates of other systems.
    pub body: Arc<str>,
    /// Where the body comes from, if it is another than in the file.
    pub origin: Option<Origin>,
    /// Lines of the file before the body's first.
    pub body_line: usize,
    /// Where it was under the system that the blog was written for: paths below the site's root.
    pub addresses: Vec<String>,
    /// Why it would not be on the site, had it not been asked for.
    pub unpublished: Option<SkipReason>,
}

/// Places in the file of an article, by those in its body.
pub struct BodyPositions<'a> {
    origins: Option<Origins<'a>>,
    body_line: usize,
}

impl Source {
    /// The links to it that its head puts into menus.
    pub fn menu_links(&self) -> impl Iterator<Item = MenuLink> {
        let menus = &self.front_matter.menus;
        menus.iter().map(|in_menu| MenuLink {
            menu: in_menu.menu,
            // No page is called as an introduction is.
            label: match (&self.role, in_menu.label.is_empty()) {
                (Role::Introduction { .. }, true) => self.front_matter.title.clone(),
                _ => in_menu.label.clone(),
            },
            weight: in_menu.weight,
            position: in_menu.position,
            ..self.menu_link()
        })
    }

    /// A link to it, as Jekyll's theme has one for every page.
    pub fn menu_link(&self) -> MenuLink {
        MenuLink {
            menu: Menu::Main,
            label: String::new(),
            href: ["@/", &self.file].concat(),
            weight: None,
            path: self.path.clone(),
            position: Position::START,
        }
    }

    /// The page that shows it by itself; an introduction is shown on that of a list.
    pub fn route(&self) -> Route {
        match &self.role {
            Role::Article => Route::article(&self.slug),
            Role::Page { .. } => Route::page(&self.slug),
            Role::Introduction { .. } => Route::HOME,
            Role::NotFound => Route::NotFound,
        }
    }

    /// Where its head says its slug; the beginning where it does not.
    pub fn slug_position(&self) -> Position {
        let slug = self.front_matter.slug.as_ref();
        slug.map_or(Position::START, |slug| slug.position)
    }

    /// The line of the file in which the body begins, from 1; nothing where the body has other lines than the file.
    pub fn first_line(&self) -> Option<u32> {
        let lines = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
        let is_same = |origin: &Origin| lines(&origin.source) == lines(&self.body);
        let is_in_file = self.origin.as_ref().is_none_or(is_same);
        let line = u32::try_from(self.body_line + 1);
        line.ok().filter(|_| is_in_file)
    }

    pub fn positions(&self) -> BodyPositions<'_> {
        let origin = self.origin.as_ref();
        BodyPositions {
            origins: origin.map(|origin| origin.positions(&self.body)),
            body_line: self.body_line,
        }
    }
}

impl BodyPositions<'_> {
    /// The place in the file of a line and a column of the body.
    pub fn position(&mut self, line: u32, column: u32) -> Position {
        let position = Position {
            line: line as usize,
            column: column as usize,
        };
        let origins = self.origins.as_mut();
        let position = origins.map_or(position, |origins| origins.position(position));
        position.below(self.body_line)
    }
}
