//! `custom-elements.json`: the elements as editors read them (custom elements manifest 2.1.0).

use super::definitions::{
    ATTRIBUTES, Attribute, EVENTS, Embed, FALLBACK, PARTS, PROPERTIES, embeds,
};
use crate::build::store::json::pretty_json;
use serde::Serialize;
use serde_json::{Value, json};

/// The script, seen from beside it.
const MODULE: &str = "v1.js";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    schema_version: &'static str,
    modules: [Module; 1],
}

#[derive(Serialize)]
struct Module {
    kind: &'static str,
    path: &'static str,
    declarations: Vec<Value>,
    exports: Vec<Value>,
}

pub fn manifest() -> Vec<u8> {
    let embeds = embeds();
    let manifest = Manifest {
        schema_version: "2.1.0",
        modules: [Module {
            kind: "javascript-module",
            path: MODULE,
            declarations: embeds.iter().map(declaration).collect(),
            exports: embeds.iter().map(export).collect(),
        }],
    };
    pretty_json(&manifest)
}

fn declaration(embed: &Embed) -> Value {
    let all = || embed.attributes.iter().chain(&ATTRIBUTES);
    let events = EVENTS.iter().map(|event| {
        let kind = ["CustomEvent<", event.detail, ">"].concat();
        json!({ "name": event.name, "description": event.about, "type": { "text": kind } })
    });
    let properties = PROPERTIES
        .iter()
        .map(|property| json!({ "name": property.name, "description": property.about }));
    let parts = PARTS
        .iter()
        .map(|part| json!({ "name": part.name, "description": part.about }));
    json!({
        "kind": "class",
        "customElement": true,
        "name": embed.class(),
        "tagName": embed.tag(),
        "description": embed.about,
        "superclass": { "name": "HTMLElement", "package": "global:" },
        "attributes": all().map(attribute).collect::<Vec<_>>(),
        "members": all().map(member).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{ "name": "", "description": FALLBACK }],
        "cssProperties": properties.collect::<Vec<_>>(),
        "cssParts": parts.collect::<Vec<_>>(),
    })
}

fn attribute(attribute: &Attribute) -> Value {
    let mut value = common(attribute);
    value["fieldName"] = attribute.name.into();
    value
}

fn member(attribute: &Attribute) -> Value {
    let mut value = common(attribute);
    value["kind"] = "field".into();
    value
}

fn common(attribute: &Attribute) -> Value {
    let mut value = json!({
        "name": attribute.name,
        "description": attribute.about,
        "type": { "text": attribute.kind },
    });
    if !attribute.standard.is_empty() {
        value["default"] = attribute.standard.into();
    }
    value
}

fn export(embed: &Embed) -> Value {
    json!({
        "kind": "custom-element-definition",
        "name": embed.tag(),
        "declaration": { "name": embed.class(), "module": MODULE },
    })
}
