//! What `site.json` says of the head and the foot of pages: `logo`, `footer`, `social`, and `edit_url`.

use super::json_file::JsonFile;
use super::theme::ThemeConfig;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::front_matter::{Kind, Located, Value, http_url, located};
use crate::components::furniture::{Icon, SocialLink};
use crate::content::site::NavigationLink;
use crate::content::url::{UrlUse, clean_url};

/// As it is written; pictures are still to be found.
#[derive(Clone, Debug, Default)]
pub struct FurnitureConfig {
    /// For a light ground, and for a dark one where that is another.
    pub logo: Option<(Located, Option<Located>)>,
    pub text: String,
    pub licence: Option<NavigationLink>,
    pub social: Vec<SocialLink>,
    /// An address with `{path}` in it, the place of a text's file.
    pub edit_url: String,
    /// The file that says all this, for messages.
    pub path: String,
}

impl FurnitureConfig {
    pub fn read<T>(file: &JsonFile<T>, problems: &mut Problems) -> Self {
        let get = |key: &str| file.tree.get(key);
        let footer = get("footer");
        let text = footer.and_then(|footer| footer.get("text")?.text());
        let licence = footer.and_then(|footer| footer.get("licence").or(footer.get("license")));
        let social = get("social").map_or(&[][..], Value::elements).iter();
        Self {
            logo: get("logo").and_then(|logo| read_logo(logo, file, problems)),
            text: text.unwrap_or_default().into(),
            licence: licence.and_then(read_licence),
            social: social
                .filter_map(|link| read_social(link, file, problems))
                .collect(),
            edit_url: get("edit_url")
                .and_then(|url| read_edit_url(url, file, problems))
                .unwrap_or_default(),
            path: file.path.clone(),
        }
    }
}

impl FurnitureConfig {
    /// The logo of a theme is there where `site.json` has none.
    pub fn with_logo_of(self, theme: &ThemeConfig) -> Self {
        match (&self.logo, &theme.logo) {
            (None, Some(logo)) => Self {
                logo: Some(logo.clone()),
                path: theme.path.clone(),
                ..self
            },
            _ => self,
        }
    }
}

fn read_logo<T>(
    logo: &Value,
    file: &JsonFile<T>,
    problems: &mut Problems,
) -> Option<(Located, Option<Located>)> {
    let light = match &logo.kind {
        Kind::Table(_) => logo.get("light").or(logo.get("src")).and_then(located),
        _ => located(logo),
    };
    if light.is_none() {
        let remedy =
            "write `\"logo\": \"logo.svg\"`, or `{ \"light\": \"a.svg\", \"dark\": \"b.svg\" }`";
        problems.error(
            &file.path,
            logo.position,
            "this is not the path of a picture",
            remedy,
        );
    }
    Some((light?, logo.get("dark").and_then(located)))
}

/// `CC BY-SA 4.0` and its like have an address that everybody knows.
fn read_licence(licence: &Value) -> Option<NavigationLink> {
    let text = |key: &str| licence.get(key).and_then(Value::text);
    let name = licence.text().or(text("name")).or(text("label"))?;
    let url = text("url").or(text("href")).map(String::from);
    let url = url.or_else(|| creative_commons(name)).unwrap_or_default();
    Some(NavigationLink {
        label: name.into(),
        href: url.as_str().into(),
    })
}

fn creative_commons(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    if name.starts_with("cc0") {
        return Some("https://creativecommons.org/publicdomain/zero/1.0/".into());
    }
    let mut words = name
        .strip_prefix("cc")?
        .split([' ', '-'])
        .filter(|word| !word.is_empty());
    let version = words.next_back()?;
    let terms: Vec<&str> = words.collect();
    let is_known = |term: &&str| ["by", "sa", "nc", "nd"].contains(term);
    let is_version = version
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_whole = is_version && terms.first() == Some(&"by") && terms.iter().all(is_known);
    let terms = terms.join("-");
    is_whole.then(|| {
        [
            "https://creativecommons.org/licenses/",
            &terms,
            "/",
            version,
            "/",
        ]
        .concat()
    })
}

fn read_social<T>(link: &Value, file: &JsonFile<T>, problems: &mut Problems) -> Option<SocialLink> {
    let text = |keys: [&str; 2]| keys.iter().find_map(|key| link.get(key)?.text());
    let href = link.text().or(text(["href", "url"])).unwrap_or_default();
    let is_address = http_url(href).is_some()
        || (href.starts_with("mailto:") && clean_url(href, UrlUse::Link).is_some());
    if !is_address {
        let what = ["`", href, "` is not the address of a place of yours"].concat();
        let remedy = "write one that begins with `https://` or `mailto:`";
        problems.error(&file.path, link.position, what, remedy);
        return None;
    }
    let named = link.get("icon").and_then(Value::text);
    let named = named.and_then(Icon::named);
    let icon = named.unwrap_or_else(|| Icon::of(href));
    let label = text(["label", "name"]).unwrap_or(icon.name);
    Some(SocialLink {
        href: href.into(),
        label: label.into(),
        icon,
    })
}

fn read_edit_url<T>(url: &Value, file: &JsonFile<T>, problems: &mut Problems) -> Option<String> {
    let text = url.text().unwrap_or_default();
    let is_usable = http_url(text).is_some() && text.contains("{path}");
    if !is_usable {
        let what = ["`", text, "` is not where a text can be changed"].concat();
        let remedy = "write it as `https://github.com/ada/blog/edit/main/content/{path}`";
        problems.error(&file.path, url.position, what, remedy);
    }
    is_usable.then(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::creative_commons;

    #[test]
    fn licences_of_creative_commons_have_addresses() {
        for (name, path) in [
            ("CC BY 4.0", Some("licenses/by/4.0/")),
            ("CC BY-NC-SA 3.0", Some("licenses/by-nc-sa/3.0/")),
            ("CC0", Some("publicdomain/zero/1.0/")),
            ("MIT", None),
            ("CC what", None),
        ] {
            let expected = path.map(|path| ["https://creativecommons.org/", path].concat());
            assert_eq!(creative_commons(name), expected, "{name}");
        }
    }
}
