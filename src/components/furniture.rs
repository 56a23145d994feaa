//! What a publisher puts at the head and the foot of every page. The app leaves both where they are, so that only finished
//! pages know of it.

use crate::content::article::Image;
use crate::content::site::NavigationLink;
use crate::content::url::SafeUrl;

/// Empty where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct Furniture {
    /// In the place of the title; for a dark ground, too, where that is another.
    pub logo: Option<Logo>,
    /// Links at the foot, beside those of every site.
    pub links: Vec<NavigationLink>,
    pub text: String,
    /// Under which others may use what is written here. Without an address it is only named.
    pub licence: Option<NavigationLink>,
    pub social: Vec<SocialLink>,
    /// Which lists there are to link to.
    pub has: Lists,
}

/// Whether something is in the lists of all tags, of all authors and of all series.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lists {
    pub tags: bool,
    pub authors: bool,
    pub series: bool,
}

#[derive(Clone, Debug)]
pub struct Logo {
    pub light: Image,
    pub dark: Option<Image>,
}

/// Where else the publisher is.
#[derive(Clone, Debug)]
pub struct SocialLink {
    pub href: SafeUrl,
    pub label: String,
    pub icon: Icon,
}

/// A drawing of a place, in lines on a square of 24.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Icon {
    pub name: &'static str,
    pub path: &'static str,
}

/// By the name of a place, or by what its host is or ends with. What none fits is a page of the web.
pub const ICONS: [(Icon, &[&str]); 12] = [
    (
        Icon {
            name: "GitHub",
            path: "M6 4v16M6 14c0-3 12-2 12-7M4 4h4M16 4h4v3h-4zM4 20h4",
        },
        &["github.com"],
    ),
    (
        Icon {
            name: "GitLab",
            path: "M4 13l8 7 8-7-3-9-2 6H9L7 4z",
        },
        &["gitlab.com"],
    ),
    (
        Icon {
            name: "Codeberg",
            path: "M3 19L12 4l9 15M12 4v15M8 19l4-8 4 8",
        },
        &["codeberg.org"],
    ),
    (
        Icon {
            name: "Bluesky",
            path: "M12 11C10 7 7 4 4 4c-1 4 0 8 4 9-3 1-2 6 1 6 2 0 3-3 3-4 0 1 1 4 3 4 3 0 4-5 1-6 4-1 5-5 4-9-3 0-6 3-8 7z",
        },
        &["bsky.app"],
    ),
    (
        Icon {
            name: "LinkedIn",
            path: "M4 4h16v16H4zM8 10v6M8 7v.5M12 16v-6M12 13c0-4 4-4 4 0v3",
        },
        &["linkedin.com"],
    ),
    (
        Icon {
            name: "YouTube",
            path: "M3 6h18v12H3zM10 9l5 3-5 3z",
        },
        &["youtube.com", "youtu.be"],
    ),
    (
        Icon {
            name: "Instagram",
            path: "M4 4h16v16H4zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M17 7h.5",
        },
        &["instagram.com"],
    ),
    (
        Icon {
            name: "X",
            path: "M4 4l16 16M20 4L4 20",
        },
        &["x.com", "twitter.com"],
    ),
    (
        Icon {
            name: "Facebook",
            path: "M4 4h16v16H4zM16 8h-1c-2 0-2 1-2 3v9M10 12h5",
        },
        &["facebook.com"],
    ),
    (
        Icon {
            name: "E-mail",
            path: "M3 6h18v12H3zM3 6l9 7 9-7",
        },
        &["mailto:"],
    ),
    (MASTODON, &[]),
    (WEB, &[]),
];

/// On whichever host: addresses there have an `@`.
pub const MASTODON: Icon = Icon {
    name: "Mastodon",
    path: "M5 18V9c0-6 14-6 14 0v3c0 4-4 4-7 4-3 0-4 2-1 3M9 13V9c0-2 3-2 3 0v2M12 9c0-2 3-2 3 0v4",
};

pub const WEB: Icon = Icon {
    name: "Web",
    path: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18",
};

impl Icon {
    /// The drawing for an address.
    pub fn of(href: &str) -> Self {
        if href.starts_with("mailto:") {
            return Self::named("E-mail").unwrap_or(WEB);
        }
        let (_, rest) = href.split_once("://").unwrap_or(("", href));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_of = |known: &&str| host == *known || host.ends_with(&[".", known].concat());
        let found = ICONS.into_iter().find(|(_, hosts)| hosts.iter().any(is_of));
        match found {
            Some((icon, _)) => icon,
            None if path.starts_with('@') => MASTODON,
            None => WEB,
        }
    }

    /// The drawing of this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut icons = ICONS.into_iter().map(|(icon, _)| icon);
        icons.find(|icon| icon.name.eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_the_icon_of_its_place() {
        for (href, name) in [
            ("https://github.com/ada", "GitHub"),
            ("https://www.linkedin.com/in/ada", "LinkedIn"),
            ("https://social.example/@ada", "Mastodon"),
            ("https://notx.com/ada", "Web"),
            ("mailto:ada@example.org", "E-mail"),
        ] {
            assert_eq!(Icon::of(href).name, name, "{href}");
        }
    }
}
