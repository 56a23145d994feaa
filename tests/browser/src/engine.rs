//! Which browsers there are and what each can do.

use std::fmt;
use std::str::FromStr;

use anyhow::bail;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

/// An engine as one run of all journeys uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flavour {
    pub engine: Engine,
    /// Where this is off, links are ordinary links to prerendered pages.
    pub navigation_api: bool,
}

impl Engine {
    /// WebKitGTK has the Navigation API behind a switch: both of its lives are tested.
    pub fn flavours(self) -> Vec<Flavour> {
        let flavour = |navigation_api| Flavour {
            engine: self,
            navigation_api,
        };
        match self {
            Self::Chromium | Self::Firefox => vec![flavour(true)],
            Self::Webkit => vec![flavour(true), flavour(false)],
        }
    }
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::Webkit),
            _ => bail!("RECTO_ENGINE={name}: there are chromium, firefox and webkit"),
        }
    }
}

impl fmt::Display for Flavour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.engine, self.navigation_api) {
            (Engine::Chromium, _) => "chromium",
            (Engine::Firefox, _) => "firefox",
            (Engine::Webkit, true) => "webkit",
            (Engine::Webkit, false) => "webkit-plain-links",
        })
    }
}
