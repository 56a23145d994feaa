//! The menus of a blog that was written for another system: Hugo's `menus`, the lists that Zola's themes read from `extra`,
//! `header_pages` of Jekyll's themes and their `_data/navigation.yml`.

use crate::build::input::front_matter::{Kind, Value};
use crate::build::input::menus::{Menu, MenuLink};
use crate::build::options::project::System;
use std::path::Path;

/// All links. `file` is the configuration that `config` was read from; `parsed` reads another file beside it.
pub fn menus(
    system: System,
    file: &Path,
    config: &Value,
    parsed: impl Fn(&Path) -> Option<Value>,
) -> Vec<MenuLink> {
    match system {
        System::Hugo => of_hugo(file, config),
        System::Zola => of_zola(file, config),
        System::Jekyll => of_jekyll(file, config, parsed),
        System::Recto | System::Astro => Vec::new(),
    }
}

/// By name, for all languages or for that of the site.
fn of_hugo(file: &Path, config: &Value) -> Vec<MenuLink> {
    let language = config.get("defaultContentLanguage").and_then(Value::text);
    let language = language.unwrap_or("en");
    let languages = config.get("languages");
    let of_language = languages.and_then(|languages| languages.get(language));
    let tables = std::iter::once(config).chain(of_language);
    let tables = tables.flat_map(|table| ["menus", "menu"].map(|key| table.get(key)));
    let path = file.to_string_lossy();
    let mut links = Vec::new();
    for (name, list) in tables.flatten().flat_map(Value::entries) {
        if let Some(menu) = Menu::named(name) {
            links.extend(links_of(menu, list, &path));
        }
    }
    links
}

/// What themes call a menu: `menu_links`, `navbar_items`, `main_menu`.
fn of_zola(file: &Path, config: &Value) -> Vec<MenuLink> {
    let extra = config.get("extra").map_or(&[][..], Value::entries);
    let is_menu = |name: &str| {
        let name = name.to_ascii_lowercase();
        ["menu", "nav"].iter().any(|part| name.contains(part))
    };
    let mut menus = extra.iter().filter(|(name, _)| is_menu(name));
    let list = menus.find(|(_, value)| value.elements().iter().any(has_address));
    let mut links = list.map_or_else(Vec::new, |(name, list)| {
        let menu = match name.to_ascii_lowercase().contains("footer") {
            true => Menu::Footer,
            false => Menu::Main,
        };
        links_of(menu, list, &file.to_string_lossy())
    });
    for link in &mut links {
        link.href = link.href.replace("$BASE_URL", "");
    }
    links
}

/// Whether all pages at the top are in the navigation, as in Jekyll's own theme where nothing else is said.
pub fn has_all_pages(system: System, config: &Value) -> bool {
    let themes = ["theme", "remote_theme"];
    let mut themes = themes.iter().filter_map(|key| config.get(key)?.text());
    system == System::Jekyll
        && config.get("header_pages").is_none()
        && themes.any(|theme| theme.contains("minima"))
}

fn of_jekyll(
    file: &Path,
    config: &Value,
    parsed: impl Fn(&Path) -> Option<Value>,
) -> Vec<MenuLink> {
    let files = config.get("header_pages").map_or(&[][..], Value::elements);
    let pages = files.iter().filter_map(|file_name| {
        Some(MenuLink {
            menu: Menu::Main,
            label: String::new(),
            href: file_name.text()?.into(),
            weight: None,
            path: file.to_string_lossy().into_owned(),
            position: file_name.position,
        })
    });
    let mut links: Vec<MenuLink> = pages.collect();
    let folder = file.parent().unwrap_or(Path::new("")).join("_data");
    for name in ["navigation.yml", "navigation.yaml"] {
        let data = folder.join(name);
        let Some(navigation) = parsed(&data) else {
            continue;
        };
        let list = match &navigation.kind {
            Kind::Table(_) => navigation.get("main"),
            _ => Some(&navigation),
        };
        let path = data.to_string_lossy();
        links.extend(
            list.into_iter()
                .flat_map(|list| links_of(Menu::Main, list, &path)),
        );
    }
    links
}

fn links_of(menu: Menu, list: &Value, path: &str) -> Vec<MenuLink> {
    let entries = list.elements().iter();
    entries
        .filter_map(|entry| MenuLink::read(menu, entry, path))
        .collect()
}

fn has_address(entry: &Value) -> bool {
    MenuLink::read(Menu::Main, entry, "").is_some()
}
