//! `v1.d.ts`: the elements as TypeScript sees them.

use super::definitions::{ATTRIBUTES, Attribute, EVENTS, Embed, Event, choices, embeds};

const HEAD: &str = "\
// Recto's elements, as `embed/v1.js` defines them. Put this file among those that TypeScript reads: it knows then what
// `document.createElement(\"recto-card\")` makes, and what the events of these elements carry.
//
// In JSX they are known where the framework is told. For React:
//
//   import type { RectoJsxElements } from \"./v1\";
//   declare module \"react\" {
//     namespace JSX { interface IntrinsicElements extends RectoJsxElements {} }
//   }
";

/// What every element takes in JSX. The names of handlers are those of React 19.
const JSX: &str = "\
export interface RectoJsxAttributes {
  children?: any;
  class?: string;
  className?: string;
  hidden?: boolean;
  id?: string;
  key?: any;
  ref?: any;
  slot?: string;
  style?: any;
";

pub fn declarations() -> String {
    let mut lines = vec![HEAD.to_string()];
    for (name, values) in choices() {
        lines.push(choice(name, &values));
    }
    let embeds = embeds();
    let names: Vec<&str> = embeds.iter().map(|embed| embed.name).collect();
    lines.push(choice("RectoEmbed", &names));
    lines.extend(EVENTS.iter().map(detail));
    let shared: Vec<String> = ATTRIBUTES
        .iter()
        // That one is every element's.
        .filter(|attribute| attribute.name != "lang")
        .map(property)
        .collect();
    lines.push("\n/** What all of these elements have. */".into());
    lines.push("export interface RectoElement extends HTMLElement {".into());
    lines.extend(shared);
    lines.push("}".into());
    lines.extend(embeds.iter().map(element));
    lines.push(jsx(&embeds));
    lines.push("\ndeclare global {\n  interface HTMLElementTagNameMap {".into());
    lines.extend(embeds.iter().map(|embed| {
        let class = embed.class();
        ["    \"", &embed.tag(), "\": ", &class, "Element;"].concat()
    }));
    // Elements, documents and windows hear these events.
    lines.push("  }\n  interface GlobalEventHandlersEventMap {".into());
    lines.extend(EVENTS.iter().map(|event| {
        let detail = ["CustomEvent<", event.detail, ">;"].concat();
        ["    \"", event.name, "\": ", &detail].concat()
    }));
    lines.push("  }\n}\n".into());
    lines.join("\n")
}

fn choice(name: &str, values: &[&str]) -> String {
    let values = ["\"", &values.join("\" | \""), "\""].concat();
    ["export type ", name, " = ", &values, ";"].concat()
}

fn detail(event: &Event) -> String {
    let fields = event.fields.iter().map(|field| {
        let about = ["  /** ", field.about, " */\n"].concat();
        [&about, "  readonly ", field.name, ": ", field.kind, ";\n"].concat()
    });
    let fields: String = fields.collect();
    let head = ["export interface ", event.detail, " {\n"].concat();
    [&documented(event.about), head.as_str(), &fields, "}"].concat()
}

fn element(embed: &Embed) -> String {
    let properties = embed.attributes.iter().map(property);
    let properties: Vec<String> = properties.collect();
    let class = embed.class();
    let head = [
        "export interface ",
        &class,
        "Element extends RectoElement {\n",
    ]
    .concat();
    [
        &documented(embed.about),
        head.as_str(),
        &properties.join("\n"),
        "\n}",
    ]
    .concat()
}

/// It is read as a text, and takes nothing for "not set".
fn property(attribute: &Attribute) -> String {
    let Attribute {
        name, about, kind, ..
    } = attribute;
    let about = ["  /** ", about, " */\n"].concat();
    let get = ["  get ", name, "(): string;\n"].concat();
    [
        &about,
        &get,
        "  set ",
        name,
        "(value: ",
        kind,
        " | null | undefined);",
    ]
    .concat()
}

fn jsx(embeds: &[Embed]) -> String {
    let attribute =
        |attribute: &Attribute| ["  ", attribute.name, "?: ", attribute.kind, ";\n"].concat();
    let mut text = ["\n", JSX].concat();
    text.extend(ATTRIBUTES.iter().map(attribute));
    text.extend(EVENTS.iter().map(|event| {
        let detail = ["CustomEvent<", event.detail, ">"].concat();
        [
            "  \"on",
            event.name,
            "\"?: (event: ",
            &detail,
            ") => void;\n",
        ]
        .concat()
    }));
    text.push_str("}\n\nexport interface RectoJsxElements {\n");
    for embed in embeds {
        let own: String = embed.attributes.iter().map(attribute).collect();
        let own = own.replace("  ", " ").replace('\n', "");
        text.push_str(&["  \"", &embed.tag(), "\": RectoJsxAttributes & {"].concat());
        text.push_str(&[&own, " };\n"].concat());
    }
    text.push('}');
    text
}

fn documented(about: &str) -> String {
    ["\n/** ", about, " */\n"].concat()
}
