//! The menus of `site.json`: `navigation`, the links of `footer`, and `menus`, which has both.

use super::json_file::JsonFile;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::front_matter::{Kind, Value};
use crate::build::input::menus::{Menu, MenuLink};

/// All links, in the order of their menus. An entry without an address is told.
pub fn menus<T>(file: &JsonFile<T>, problems: &mut Problems) -> Vec<MenuLink> {
    let mut links = Vec::new();
    let footer = file
        .tree
        .get("footer")
        .and_then(|footer| footer.get("links"));
    let lists = [
        (Menu::Main, file.tree.get("navigation")),
        (Menu::Footer, footer),
    ];
    for (menu, list) in lists {
        links.extend(
            list.into_iter()
                .flat_map(|list| read(menu, list, file, problems)),
        );
    }
    let Some(menus) = file.tree.get("menus") else {
        return links;
    };
    let Kind::Table(entries) = &menus.kind else {
        links.extend(read(Menu::Main, menus, file, problems));
        return links;
    };
    for (name, list) in entries {
        match Menu::named(name) {
            Some(menu) => links.extend(read(menu, list, file, problems)),
            None => {
                let what = ["there is no menu `", name, "`"].concat();
                problems.error(&file.path, list.position, what, "write `main` or `footer`");
            }
        }
    }
    links
}

/// Links keep the order they are written in, unless they have weights.
fn read<T>(menu: Menu, list: &Value, file: &JsonFile<T>, problems: &mut Problems) -> Vec<MenuLink> {
    let mut links = Vec::new();
    for (index, entry) in list.elements().iter().enumerate() {
        match MenuLink::read(menu, entry, &file.path) {
            Some(link) => links.push(MenuLink {
                weight: link.weight.or(Some(index as i64 + 1)),
                ..link
            }),
            None => {
                let what = "this entry of a menu has no address";
                let remedy = "write it as `{ \"label\": \"About\", \"href\": \"/about/\" }`";
                problems.error(&file.path, entry.position, what, remedy);
            }
        }
    }
    links
}
