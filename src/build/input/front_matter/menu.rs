//! Which menus a text is in: `menu: 2`, `menu: {name: About, weight: 2}`, and as Hugo has it `menus: main` and
//! `menu: {main: {weight: 2}}`.

use super::fields_by_name::Head;
use super::key_names::MENU;
use super::value::{Kind, Value};
use crate::build::input::menus::{InMenu, LABEL, Menu, weight};

impl Head<'_> {
    pub(super) fn menus(&mut self) -> Vec<InMenu> {
        let named = self.find(MENU).map_or(&[][..], Value::elements);
        named
            .iter()
            .flat_map(|value| self.menus_of(value))
            .collect()
    }

    fn menus_of(&mut self, value: &Value) -> Vec<InMenu> {
        match &value.kind {
            Kind::Text(text) => match (text.trim().parse(), value.truth()) {
                (Ok(weight), _) => vec![in_menu(Menu::Main, value, Some(weight))],
                (_, Some(true)) => vec![in_menu(Menu::Main, value, None)],
                (_, Some(false)) => Vec::new(),
                (_, None) => self.named(text, value).into_iter().collect(),
            },
            Kind::Table(entries) if is_link(value) => {
                let menu = entries.iter().find(|(key, _)| key == "menu");
                let name = menu.and_then(|(_, name)| name.text()).unwrap_or("main");
                self.named(name, value).into_iter().collect()
            }
            Kind::Table(entries) => {
                let menus = entries.iter();
                menus
                    .filter_map(|(name, value)| self.named(name, value))
                    .collect()
            }
            Kind::Nothing | Kind::List(_) => Vec::new(),
        }
    }

    /// Other systems have menus that are not here.
    fn named(&mut self, name: &str, value: &Value) -> Option<InMenu> {
        let menu = Menu::named(name.trim());
        if menu.is_none() && self.is_strict {
            let what = ["there is no menu `", name.trim(), "`"].concat();
            let remedy =
                "write `main` or `footer`, or a number, which is its place in the navigation";
            self.error(value.position, &what, remedy);
        }
        Some(in_menu(menu?, value, weight(value)))
    }
}

/// Whether a table is about one link, and not about several menus.
fn is_link(table: &Value) -> bool {
    let keys = LABEL
        .iter()
        .chain(&["weight", "identifier", "parent", "menu"]);
    table.is_empty() || keys.into_iter().any(|key| table.entry(key).is_some())
}

fn in_menu(menu: Menu, value: &Value, weight: Option<i64>) -> InMenu {
    let mut labels = LABEL.iter().filter_map(|key| value.get(key)?.text());
    InMenu {
        menu,
        label: labels.next().unwrap_or_default().into(),
        weight,
        position: value.position,
    }
}
