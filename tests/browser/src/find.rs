//! How a journey names things: by role and accessible name, as a reader or their screen reader does.
//! `button("Like").pressed(true).within(group("React to this article"))`

use std::fmt;

use serde::Serialize;

/// A description of elements, looked up anew each time it is used. The name fits when it contains the text, in any
/// case; [`Find::exactly`] asks for the whole name.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Find {
    role: &'static str,
    name: Option<String>,
    exact: bool,
    pressed: Option<bool>,
    level: Option<u8>,
    within: Option<Box<Find>>,
}

pub fn any(role: &'static str) -> Find {
    Find {
        role,
        ..Find::default()
    }
}

pub fn named(role: &'static str, name: &str) -> Find {
    Find {
        name: Some(name.to_owned()),
        ..any(role)
    }
}

pub fn alert() -> Find {
    any("alert")
}

pub fn article() -> Find {
    any("article")
}

pub fn button(name: &str) -> Find {
    named("button", name)
}

pub fn group(name: &str) -> Find {
    named("group", name)
}

pub fn heading(name: &str) -> Find {
    named("heading", name)
}

/// The `h1` of the page.
pub fn headline() -> Find {
    any("heading").level(1)
}

pub fn image(name: &str) -> Find {
    named("img", name)
}

pub fn link(name: &str) -> Find {
    named("link", name)
}

pub fn main_part() -> Find {
    any("main")
}

pub fn navigation(name: &str) -> Find {
    named("navigation", name)
}

pub fn region(name: &str) -> Find {
    named("region", name)
}

impl Find {
    /// The whole name, letter by letter.
    pub fn exactly(self) -> Self {
        Self {
            exact: true,
            ..self
        }
    }

    /// A toggle button in this state.
    pub fn pressed(self, pressed: bool) -> Self {
        Self {
            pressed: Some(pressed),
            ..self
        }
    }

    /// A heading of this level.
    pub fn level(self, level: u8) -> Self {
        Self {
            level: Some(level),
            ..self
        }
    }

    pub fn within(self, outer: Find) -> Self {
        Self {
            within: Some(Box::new(outer)),
            ..self
        }
    }
}

impl fmt::Display for Find {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.role)?;
        if let Some(level) = self.level {
            write!(f, " of level {level}")?;
        }
        if let Some(name) = &self.name {
            write!(f, " \"{name}\"")?;
        }
        match self.pressed {
            Some(true) => f.write_str(" (pressed)")?,
            Some(false) => f.write_str(" (not pressed)")?,
            None => {}
        }
        match &self.within {
            Some(outer) => write!(f, " in {outer}"),
            None => Ok(()),
        }
    }
}
