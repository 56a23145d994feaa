//! Every page the site has: the only place where a URL is spelt.
//!
//! A [`Route`] drives navigation in the browser, the prerender loop, the sitemap and every link. Its paths are relative
//! to the site's base path and carry no leading slash, so that `base + path` is a root-relative URL.

/// One kind of page, with what tells one of its pages from another. Pages of a list count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    Home {
        page: u32,
    },
    /// Where the publisher says where articles live, `slug` is a path from the root: `/2024/05/some-slug`.
    Article {
        slug: String,
    },
    /// A text without a date, at its own path: `projects/one`.
    Page {
        path: String,
    },
    Tags,
    Tag {
        slug: String,
        page: u32,
    },
    Authors,
    Author {
        id: String,
        page: u32,
    },
    /// Every article by year; of a large blog the years, and the newest articles.
    Archive,
    /// The articles of a year, where the archive does not hold all.
    Year {
        year: u16,
        page: u32,
    },
    AllSeries,
    /// The articles of a series, in order.
    Series {
        slug: String,
    },
    /// The articles of a folder of the content, at its path.
    Section {
        path: String,
        page: u32,
    },
    /// What the reader's browser keeps.
    You,
    /// What is found for the words that its address names: `search/?q=words`.
    Search,
    /// How to show an embed of the blog elsewhere. The app does not know this page, so that a link to it is an ordinary one.
    Embed,
    /// Where publishers write. Nor does the app know this one.
    Write,
    NotFound,
}

/// What lies below these is ours: no page has its path there.
const OURS: [&str; 8] = [
    "articles", "tags", "authors", "series", "page", "embed", "content", "assets",
];

impl Route {
    /// The first page of the list of all articles.
    pub const HOME: Self = Self::Home { page: 1 };

    pub fn article(slug: &str) -> Self {
        Self::Article { slug: slug.into() }
    }

    pub fn page(path: &str) -> Self {
        Self::Page { path: path.into() }
    }

    pub fn tag(slug: &str) -> Self {
        Self::Tag {
            slug: slug.into(),
            page: 1,
        }
    }

    pub fn author(id: &str) -> Self {
        Self::Author {
            id: id.into(),
            page: 1,
        }
    }

    pub fn year(year: u16) -> Self {
        Self::Year { year, page: 1 }
    }

    pub fn series(slug: &str) -> Self {
        Self::Series { slug: slug.into() }
    }

    pub fn section(path: &str) -> Self {
        Self::Section {
            path: path.into(),
            page: 1,
        }
    }

    /// The path below the base path: `articles/some-slug/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home { page } => page_suffix(*page),
            Self::Article { slug } => match own_path(slug) {
                Some(path) => [path, "/"].concat(),
                None => ["articles/", slug, "/"].concat(),
            },
            Self::Page { path } => [path, "/"].concat(),
            Self::Tags => "tags/".into(),
            Self::Tag { slug, page } => ["tags/", slug, "/", &page_suffix(*page)].concat(),
            Self::Authors => "authors/".into(),
            Self::Author { id, page } => ["authors/", id, "/", &page_suffix(*page)].concat(),
            Self::Archive => "archive/".into(),
            Self::Year { year, page } => {
                ["archive/", &year.to_string(), "/", &page_suffix(*page)].concat()
            }
            Self::AllSeries => "series/".into(),
            Self::Series { slug } => ["series/", slug, "/"].concat(),
            Self::Section { path, page } => [path, "/", &page_suffix(*page)].concat(),
            Self::You => "you/".into(),
            Self::Search => "search/".into(),
            Self::Embed => EMBED_FOLDER.into(),
            Self::Write => WRITE.into(),
            Self::NotFound => "404.html".into(),
        }
    }

    /// Reads a path below the base path. `index.html` and a missing last slash are forgiven. What is none of our own may
    /// be that of a page; whether there is such a page, [`SitePaths`](crate::content::site::SitePaths) knows.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let segments: Vec<&str> = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .collect();
        match segments[..] {
            [] => Self::HOME,
            ["404.html"] => Self::NotFound,
            ["page", page] => numbered(page).map_or(Self::NotFound, |page| Self::Home { page }),
            ["articles", slug] => Self::article(slug),
            ["tags"] => Self::Tags,
            ["tags", slug] => Self::tag(slug),
            ["tags", slug, "page", page] => {
                numbered(page).map_or(Self::NotFound, |page| Self::Tag {
                    slug: slug.into(),
                    page,
                })
            }
            ["authors"] => Self::Authors,
            ["authors", id] => Self::author(id),
            ["authors", id, "page", page] => {
                numbered(page).map_or(Self::NotFound, |page| Self::Author {
                    id: id.into(),
                    page,
                })
            }
            ["archive"] => Self::Archive,
            ["archive", year] if is_year(year) => year.parse().map_or(Self::NotFound, Self::year),
            ["archive", year, "page", page] if is_year(year) => {
                let year = year.parse().ok();
                let parts = year.zip(numbered(page));
                parts.map_or(Self::NotFound, |(year, page)| Self::Year { year, page })
            }
            ["series"] => Self::AllSeries,
            ["series", slug] => Self::series(slug),
            // Where articles lie may be a section, too.
            ["articles"] => Self::section("articles"),
            ["articles", "page", page] => {
                numbered(page).map_or(Self::NotFound, |page| Self::Section {
                    path: "articles".into(),
                    page,
                })
            }
            ["you"] => Self::You,
            ["search"] => Self::Search,
            [first, ..] if OURS.contains(&first) => Self::NotFound,
            _ => Self::Page {
                path: segments.join("/"),
            },
        }
    }

    /// The file of `dist/` that holds the finished page.
    pub fn html_file(&self) -> String {
        match self {
            Self::NotFound => self.path(),
            Self::Home { .. }
            | Self::Article { .. }
            | Self::Page { .. }
            | Self::Tags
            | Self::Tag { .. }
            | Self::Authors
            | Self::Author { .. }
            | Self::Archive
            | Self::Year { .. }
            | Self::AllSeries
            | Self::Series { .. }
            | Self::Section { .. }
            | Self::You
            | Self::Search
            | Self::Embed
            | Self::Write => self.path() + "index.html",
        }
    }

    /// The JSON file, below the base path, that the page is made from; none for pages that are always the same.
    pub fn data_path(&self) -> Option<String> {
        let page_file = |page: u32| [&page.to_string(), ".json"].concat();
        Some(match self {
            Self::Home { page } => ["content/lists/home/", &page_file(*page)].concat(),
            Self::Article { .. } | Self::Page { .. } => self.text_file(".json")?,
            Self::Tags => "content/lists/tags.json".into(),
            Self::Tag { slug, page } => {
                ["content/lists/tags/", slug, "/", &page_file(*page)].concat()
            }
            Self::Authors => "content/lists/authors.json".into(),
            Self::Author { id, page } => {
                ["content/lists/authors/", id, "/", &page_file(*page)].concat()
            }
            Self::Archive => "content/lists/archive.json".into(),
            Self::Year { year, page } => {
                let folder = ["content/lists/archive/", &year.to_string(), "/"].concat();
                folder + &page_file(*page)
            }
            Self::AllSeries => "content/lists/series.json".into(),
            Self::Series { slug } => ["content/lists/series/", slug, ".json"].concat(),
            Self::Section { path, page } => {
                ["content/lists/sections/", path, "/", &page_file(*page)].concat()
            }
            Self::You | Self::Search | Self::Embed | Self::Write | Self::NotFound => return None,
        })
    }

    /// The Markdown file of a page that is made of one.
    pub fn markdown_path(&self) -> Option<String> {
        match self {
            Self::Article { .. } | Self::Page { .. } => self.text_file(".md"),
            Self::Home { .. }
            | Self::Tags
            | Self::Tag { .. }
            | Self::Authors
            | Self::Author { .. }
            | Self::Archive
            | Self::Year { .. }
            | Self::AllSeries
            | Self::Series { .. }
            | Self::Section { .. }
            | Self::You
            | Self::Search
            | Self::Embed
            | Self::Write
            | Self::NotFound => None,
        }
    }

    /// Texts at paths of their own lie together, so that whoever knows the path alone finds them.
    fn text_file(&self, extension: &str) -> Option<String> {
        let (folder, name) = match self {
            Self::Article { slug } => match own_path(slug) {
                Some(path) => ("content/pages/", path),
                None => ("content/articles/", slug.as_str()),
            },
            Self::Page { path } => ("content/pages/", path.as_str()),
            _ => return None,
        };
        Some([folder, name, extension].concat())
    }

    /// The file that tells other sites how to show a link to an article, with a frame in it.
    pub fn oembed_path(&self) -> Option<String> {
        self.has_oembed().then(|| self.path() + "oembed.json")
    }

    /// The same without a frame.
    pub fn oembed_link_path(&self) -> Option<String> {
        self.has_oembed().then(|| self.path() + "oembed-link.json")
    }

    /// Whether other sites may show a link to the page as a card.
    fn has_oembed(&self) -> bool {
        match self {
            Self::Article { .. } | Self::Page { .. } => true,
            Self::Home { .. }
            | Self::Tags
            | Self::Tag { .. }
            | Self::Authors
            | Self::Author { .. }
            | Self::Archive
            | Self::Year { .. }
            | Self::AllSeries
            | Self::Series { .. }
            | Self::Section { .. }
            | Self::You
            | Self::Search
            | Self::Embed
            | Self::Write
            | Self::NotFound => false,
        }
    }

    /// Whether the page leads to articles, and is of none.
    pub fn is_list(&self) -> bool {
        match self {
            Self::Home { .. }
            | Self::Tags
            | Self::Tag { .. }
            | Self::Authors
            | Self::Author { .. }
            | Self::Archive
            | Self::Year { .. }
            | Self::AllSeries
            | Self::Series { .. }
            | Self::Section { .. } => true,
            Self::Article { .. }
            | Self::Page { .. }
            | Self::You
            | Self::Search
            | Self::Embed
            | Self::Write
            | Self::NotFound => false,
        }
    }

    /// The folder with the feeds of what a list shows.
    pub fn feed_folder(&self) -> Option<String> {
        match self {
            Self::Home { .. }
            | Self::Tag { .. }
            | Self::Author { .. }
            | Self::Series { .. }
            | Self::Section { .. } => Some(self.at_page(1).path()),
            Self::Article { .. }
            | Self::Page { .. }
            | Self::Tags
            | Self::Authors
            | Self::Archive
            | Self::Year { .. }
            | Self::AllSeries
            | Self::You
            | Self::Search
            | Self::Embed
            | Self::Write
            | Self::NotFound => None,
        }
    }

    /// The same list at another page.
    pub fn at_page(&self, number: u32) -> Self {
        let mut route = self.clone();
        match &mut route {
            Self::Home { page }
            | Self::Tag { page, .. }
            | Self::Author { page, .. }
            | Self::Year { page, .. }
            | Self::Section { page, .. } => *page = number,
            Self::Article { .. }
            | Self::Page { .. }
            | Self::Tags
            | Self::Authors
            | Self::Archive
            | Self::AllSeries
            | Self::Series { .. }
            | Self::You
            | Self::Search
            | Self::Embed
            | Self::Write
            | Self::NotFound => {}
        }
        route
    }
}

/// The feed of all articles, below the base path; those of a tag, an author and a series lie in folders of their own.
pub const ATOM_FEED: &str = "atom.xml";
pub const RSS_FEED: &str = "rss.xml";
pub const JSON_FEED: &str = "feed.json";

pub const SITEMAP: &str = "sitemap.xml";
pub const ROBOTS: &str = "robots.txt";
pub const LLMS: &str = "llms.txt";
pub const WEB_MANIFEST: &str = "site.webmanifest";

/// The path of an article that does not lie below `articles/`.
fn own_path(slug: &str) -> Option<&str> {
    slug.strip_prefix('/')
        .map(|path| path.trim_end_matches('/'))
}

/// The page, below the base path, that shows an embed in a frame: `embed/card/some-slug/`. `of` is an article's
/// slug, an author's id or a tag's slug; empty where the embed is of nothing in particular.
pub fn frame_path(embed: &str, of: &str) -> String {
    let of = of.trim_matches('/');
    let slash = if of.is_empty() { "" } else { "/" };
    [EMBED_FOLDER, embed, "/", of, slash].concat()
}

/// An empty page, which the page about embedding fills with what is chosen there.
pub const PREVIEW: &str = "embed/preview/";

/// Where all lies that other people's pages name, below the base path.
pub const EMBED_FOLDER: &str = "embed/";

/// Where publishers write, below the base path.
pub const WRITE: &str = "write/";

/// The script with the elements. This address never changes.
pub const EMBED_SCRIPT: &str = "embed/v1.js";

/// The script that gives frames their height. Nor does this.
pub const FRAME_SCRIPT: &str = "embed/frame.js";

/// What editors and type checkers read about the elements.
pub const EMBED_MANIFEST: &str = "embed/custom-elements.json";
pub const EMBED_DECLARATIONS: &str = "embed/v1.d.ts";

/// Where the facts about the site lie, below the base path.
pub const SITE_DATA: &str = "content/site.json";

/// Names that the search and the page about embedding offer, below the base path.
pub const NAMES: &str = "content/names.json";

/// What was published since the last build, below the base path or below `content_url`.
pub const LIVE: &str = "content/live.json";

/// What browsers read to search the site from their address bar.
pub const OPEN_SEARCH: &str = "opensearch.xml";

/// The query, in the address of the search's page.
pub const QUERY: &str = "q";

/// The end of an address that leads to this text in the page; nothing where there is none. A long text is named by its
/// beginning and its end.
pub fn text_fragment(text: &str, encode: impl Fn(&str) -> String) -> Option<String> {
    const MAX_LENGTH: usize = 120;
    const WORDS_AT_EACH_END: usize = 4;
    // Here, `-` means something as well.
    let encoded = |words: &[&str]| encode(&words.join(" ")).replace('-', "%2D");
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let named = if text.len() <= MAX_LENGTH {
        encoded(&words)
    } else {
        let count = WORDS_AT_EACH_END.min(words.len());
        let (beginning, end) = (&words[..count], &words[words.len() - count..]);
        [encoded(beginning), encoded(end)].join(",")
    };
    Some(["#:~:text=", &named].concat())
}

/// The first page of a list has no number in its URL.
fn page_suffix(page: u32) -> String {
    if page <= 1 {
        String::new()
    } else {
        ["page/", &page.to_string(), "/"].concat()
    }
}

/// A year as a URL spells it.
fn is_year(text: &str) -> bool {
    text.len() == 4 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A page number as a URL spells it: from 2, without leading zeros.
pub fn numbered(text: &str) -> Option<u32> {
    let page = text.parse().ok().filter(|page| *page >= 2)?;
    (!text.starts_with(['0', '+'])).then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_parses_to_its_route() {
        let routes = [
            Route::HOME,
            Route::Home { page: 2 },
            Route::article("a-slug"),
            Route::Tags,
            Route::tag("rust"),
            Route::Tag {
                slug: "rust".into(),
                page: 3,
            },
            Route::Authors,
            Route::author("ada"),
            Route::Author {
                id: "ada".into(),
                page: 2,
            },
            Route::Archive,
            Route::year(2024),
            Route::Year {
                year: 2024,
                page: 2,
            },
            Route::You,
            Route::Search,
            Route::page("about"),
            Route::page("projects/one"),
            Route::AllSeries,
            Route::series("a-series"),
            Route::section("articles"),
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!(Route::parse(&route.html_file()), route);
        }
    }

    #[test]
    fn only_one_url_names_a_page() {
        for path in [
            "page/1/",
            "page/0/",
            "page/02/",
            "page/+2/",
            "page/x/",
            "articles/a/b/",
            "archive/2024/page/1/",
            "assets/",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    #[test]
    fn a_text_is_found_by_all_of_it_or_by_both_ends() {
        let encode = |text: &str| text.replace(' ', "+");
        let fragment = |text| text_fragment(text, encode);
        assert_eq!(fragment(" \n "), None);
        assert_eq!(
            fragment("a  well-known\nplace").as_deref(),
            Some("#:~:text=a+well%2Dknown+place")
        );
        let long = [
            "one two three four",
            &"x ".repeat(60),
            "five six seven eight",
        ]
        .concat();
        assert_eq!(
            fragment(&long).as_deref(),
            Some("#:~:text=one+two+three+fourx,five+six+seven+eight")
        );
    }
}
