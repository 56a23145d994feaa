//! `site.json`: the facts about the whole site.

use super::allow::Allowances;
use super::base_url::is_base_url;
use super::furniture_config::FurnitureConfig;
use super::json_file::JsonFile;
use super::live_config::LiveConfig;
use super::theme::ThemeConfig;
use super::{menus_config, permalinks_config, reactions_config};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::content_folder::Content;
use crate::build::input::front_matter::{Value, is_language};
use crate::build::input::menus::MenuLink;
use crate::content::url::{UrlUse, authority, clean_url};
use crate::content::{VERSION, author::Author, site::Site};
use crate::i18n::{message, native::spoken};
use std::path::Path;

/// What `site.json` says to the build alone.
#[derive(Default)]
pub struct SiteConfig {
    pub site: Site,
    /// The only names that a series may have; none are given where any will do.
    pub series: Option<Vec<String>>,
    /// Whether quotes, dashes and dots become typographic ones.
    pub smart_punctuation: bool,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
    /// Whether files that name no date have that of their first commit.
    pub dates_of_git: bool,
    /// Whether folders have lists of their own.
    pub has_sections: bool,
    /// Where articles live, if not below `articles/`: `/{year}/{month}/{slug}/`.
    pub permalinks: String,
    /// Those who write what names nobody, as the other system was configured.
    pub default_authors: Vec<Author>,
    /// Links of menus.
    pub menus: Vec<MenuLink>,
    /// Whether all pages at the top are in the navigation, as another system has them.
    pub has_all_pages_in_menu: bool,
    pub furniture: FurnitureConfig,
    /// What may be asked of other hosts.
    pub allowances: Allowances,
    pub theme: ThemeConfig,
    /// Where the reactions of all readers are counted, if they are.
    pub reactions_endpoint: Option<String>,
    /// Where articles are published without a build, if they are.
    pub live: Option<LiveConfig>,
    /// Whether there is a page to write at.
    pub has_desk: bool,
}

/// The site's facts, or what a site is without them. `base_url` takes the place of the one in the file.
/// `foreign` is what another system was configured with.
pub fn site(
    content: &Content,
    foreign: Option<SiteConfig>,
    base_url: Option<&str>,
    problems: &mut Problems,
) -> SiteConfig {
    let mut file = JsonFile::<Site>::default();
    let mut site = Site::default();
    if content.folder.join("site.json").exists() {
        file = JsonFile::read(content, "site.json", problems);
        site = file.value.take().unwrap_or_default();
    } else {
        report_missing_config(content, foreign.is_some(), problems);
        site = foreign
            .as_ref()
            .map_or(site, |foreign| foreign.site.clone());
    }
    site.version = VERSION;
    if file.tree.get("reactions").is_none() {
        name_reactions(&mut site);
    }
    let live = LiveConfig::read(&file, problems);
    let url = live.as_ref().and_then(|live| live.url.as_deref());
    let purpose = site.translator().text(message::ARTICLES);
    let allowances = Allowances::read(&file, problems).with_content(url, &purpose);
    site.asked = allowances.asked();
    if let Some(base_url) = base_url {
        site.base_url = base_url.into();
    }
    if let Some(host) = host(&site.base_url).filter(|_| site.title == Site::default().title) {
        site.title = host.into();
    }
    check_site(&site, &file, problems);
    if !site.base_url.ends_with('/') {
        site.base_url.push('/');
    }
    let series = series(&file, problems);
    let smart_punctuation = file.truth("smart_punctuation", problems);
    let dates_of_git = dates_of_git(&file, problems);
    let mut menus = menus_config::menus(&file, problems);
    let foreign = foreign.unwrap_or_default();
    // Those of the other system count until there are some of ours.
    let has_menus = !menus.is_empty();
    if !has_menus {
        menus = foreign.menus;
    }
    let theme = ThemeConfig::read(content, problems);
    let reactions_endpoint = reactions_config::endpoint(&site, &allowances, &file, problems);
    SiteConfig {
        site,
        series,
        smart_punctuation,
        keeps_metadata: file.truth("keep_metadata", problems),
        dates_of_git,
        has_sections: file.truth("sections", problems),
        permalinks: permalinks_config::pattern(&file, problems),
        default_authors: foreign.default_authors,
        menus,
        has_all_pages_in_menu: foreign.has_all_pages_in_menu && !has_menus,
        furniture: FurnitureConfig::read(&file, problems).with_logo_of(&theme),
        theme,
        reactions_endpoint,
        allowances,
        live,
        has_desk: file.truth_unless_denied("write", problems),
    }
}

/// What a site is called that has no title: `blog.example`. Nothing where it is nowhere yet.
fn host(base_url: &str) -> Option<&str> {
    let host = authority(base_url).split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty() && host != "localhost").then_some(host)
}

/// Those that every site gets are called as its language calls them.
fn name_reactions(site: &mut Site) {
    let translator = site.translator();
    for kind in &mut site.reactions {
        kind.label = translator.text(match kind.id.as_str() {
            "like" => message::LIKE,
            "love" => message::LOVE,
            "insightful" => message::INSIGHTFUL,
            "surprising" => message::SURPRISING,
            _ => message::THANKS,
        });
    }
}

fn dates_of_git(file: &JsonFile<Site>, problems: &mut Problems) -> bool {
    let Some(value) = file.tree.get("dates") else {
        return false;
    };
    let is_git = value.text() == Some("git");
    if !is_git {
        let (what, remedy) = (
            "this is no place where dates are",
            "write `git`, or take it out",
        );
        problems.error(&file.path, value.position, what, remedy);
    }
    is_git
}

fn series(file: &JsonFile<Site>, problems: &mut Problems) -> Option<Vec<String>> {
    let names = file.tree.get("series")?.elements();
    let name = |series: &Value| {
        let name = series.text().filter(|name| !name.is_empty());
        if name.is_none() {
            let (what, remedy) = ("this is not the name of a series", "write a text");
            problems.error(&file.path, series.position, what, remedy);
        }
        name.map(String::from)
    };
    Some(names.iter().filter_map(name).collect())
}

fn report_missing_config(content: &Content, is_configured: bool, problems: &mut Problems) {
    let config = content.config.and_then(Path::file_name).unwrap_or_default();
    let (config, what) = (config.to_string_lossy(), "there is no such file");
    let what = match is_configured {
        true => [what, ", so title and address are those of `", &config, "`"].concat(),
        false => what.into(),
    };
    if !content.folder.is_dir() {
        // That is told, and enough.
        return;
    }
    let (path, remedy) = (
        content.path("site.json"),
        "write one with the site's title and base_url",
    );
    problems.warning(&path, Position::START, what, remedy);
}

fn check_site(site: &Site, file: &JsonFile<Site>, problems: &mut Problems) {
    if !is_base_url(&site.base_url) {
        let what = ["`", &site.base_url, "` is not an absolute URL"];
        file.error(
            &["base_url"],
            &what,
            "write it as `https://example.org/` or `https://example.org/blog/`",
            problems,
        );
    }
    if !is_language(&site.language) {
        let what = ["`", &site.language, "` is not the code of a language"];
        file.error(
            &["language"],
            &what,
            "write a code such as `en` or `pt-BR`",
            problems,
        );
    } else if spoken(&site.language).is_none() {
        let what = [
            "the interface does not speak `",
            &site.language,
            "`, and is in English",
        ];
        let remedy = "nothing has to be done; CONTRIBUTING.md of Recto says how to add a language";
        problems.warning(
            &file.path,
            file.position(&["language"]),
            what.concat(),
            remedy,
        );
    }
    if site.page_size == 0 {
        file.error(
            &["page_size"],
            &["no article fits on a page"],
            "write a number from 1",
            problems,
        );
    }
    for index in 0..site.navigation.len() {
        let keys = ["navigation", &index.to_string(), "href"];
        let href = file.text(&keys);
        if clean_url(&href, UrlUse::Link).is_none() {
            let what = ["`", &href, "` is not a link that a page may hold"];
            file.error(&keys, &what, "use http, https, mailto or a path", problems);
        }
    }
    reactions_config::check_kinds(site, file, problems);
}
