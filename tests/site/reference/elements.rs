//! What the manifest of the elements says, and the custom properties of the site's own style.

use super::{page, table};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Name and description of each item of a list of the manifest.
fn rows(items: &Value) -> Vec<Vec<String>> {
    let items = items.as_array().into_iter().flatten();
    items
        .map(|item| {
            let text = |key: &str| item[key].as_str().unwrap_or_default();
            vec![format!("`{}`", text("name")), text("description").into()]
        })
        .collect()
}

/// Attributes with their types and defaults.
fn attributes<'a>(items: impl Iterator<Item = &'a Value>) -> String {
    let rows = items.map(|item| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let default = text(&item["default"]);
        vec![
            format!("`{}`", text(&item["name"])),
            format!("`{}`", text(&item["type"]["text"])),
            match default.is_empty() {
                true => default,
                false => format!("`{default}`"),
            },
            text(&item["description"]),
        ]
    });
    table(&["attribute", "type", "default", "what it is"], rows)
}

pub fn elements(manifest: &Value) -> String {
    let elements = manifest["modules"][0]["declarations"].as_array().unwrap();
    let list = |element: &Value| element["attributes"].as_array().unwrap().clone();
    let first = list(&elements[0]);
    let shared: Vec<&Value> = first
        .iter()
        .filter(|attribute| elements.iter().all(|one| list(one).contains(attribute)))
        .collect();
    let mut body = String::from(
        "These are the elements that `/embed/v1.js` of a blog defines. [Embed](../embedding.md) says how to use them. Editors \
         read the same from `/embed/custom-elements.json`, TypeScript from `/embed/v1.d.ts`.\n\n",
    );
    for element in elements {
        let tag = element["tagName"].as_str().unwrap();
        let about = element["description"].as_str().unwrap();
        let own = list(element);
        let own = own.iter().filter(|attribute| !shared.contains(attribute));
        body += &format!("## {tag}\n\n{about}\n\n{}\n", attributes(own));
    }
    let first = &elements[0];
    body += &format!(
        "## Every element\n\nThese attributes are properties, too, and may change at any time.\n\n{}\n## Events\n\n\
         Events bubble; what they tell is in `event.detail`.\n\n{}\n## Parts\n\nFor `::part()` in a style sheet.\n\n{}\n",
        attributes(shared.into_iter()),
        table(&["event", "when"], rows(&first["events"])),
        table(&["part", "what it is"], rows(&first["cssParts"])),
    );
    page(
        "Elements",
        "What other web pages can show of a blog, with every attribute, event and part.",
        &body,
    )
}

pub fn custom_properties(manifest: &Value) -> String {
    let tokens = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/tokens.css");
    let tokens = fs::read_to_string(tokens).unwrap();
    let (_, block) = tokens.split_once(":root, :host {").unwrap();
    let block = block.split("\n}").next().unwrap();
    let declarations = block.lines().filter_map(|line| {
        let (name, value) = line.trim().split_once(": ")?;
        let value = value.strip_suffix(';')?;
        let is_property = name.starts_with("--");
        is_property.then(|| vec![format!("`{name}`"), format!("`{value}`")])
    });
    let declarations: Vec<_> = declarations.collect();
    assert!(declarations.len() > 15, "{declarations:?}");
    let properties = &manifest["modules"][0]["declarations"][0]["cssProperties"];
    let body = format!(
        "## Of the site\n\nSet these on `:root`. A colour has two values, for light and for dark.\n\n{}\n\
         ## Of embeds\n\nSet these on an element, or on anything around it.\n\n{}\n",
        table(&["property", "default"], declarations),
        table(&["property", "what it is"], rows(properties)),
    );
    page(
        "Custom properties",
        "Colours, faces and sizes that a style sheet can change.",
        &body,
    )
}
