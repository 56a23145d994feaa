//! `custom-elements.json`: the elements as editors read them (custom elements manifest 2.1.0).

use super::definitions::{
    ATTRIBUTES, Attribute, EVENTS, FALLBACK, PARTS, PIECES, PROPERTIES, Piece,
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
    let manifest = Manifest {
        schema_version: "2.1.0",
        modules: [Module {
            kind: "javascript-module",
            path: MODULE,
            declarations: PIECES.iter().map(declaration).collect(),
            exports: PIECES.iter().map(export).collect(),
        }],
    };
    pretty_json(&manifest)
}

fn declaration(piece: &Piece) -> Value {
    let all = || piece.attributes.iter().copied().chain(&ATTRIBUTES);
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
        "name": piece.class(),
        "tagName": piece.tag(),
        "description": piece.shows,
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

fn export(piece: &Piece) -> Value {
    json!({
        "kind": "custom-element-definition",
        "name": piece.tag(),
        "declaration": { "name": piece.class(), "module": MODULE },
    })
}
