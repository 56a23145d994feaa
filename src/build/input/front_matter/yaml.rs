//! YAML front matter, between lines of `---`.

use super::value::{Kind, SyntaxError, Value};
use super::yaml_events::{load, position, syntax_error};
use saphyr::{MarkedYaml, ScalarStyle, YamlData, YamlLoader};

/// Reads the text between the fences. Places count from its first line.
pub fn parse(text: &str) -> Result<Value, SyntaxError> {
    let mut loader = YamlLoader::<MarkedYaml>::default();
    // Scalars stay as they are spelt: `title: 1.10` is no number.
    loader.early_parse(false);
    load(text, &mut loader)?;
    if let Some(error) = loader.error() {
        return Err(syntax_error(error));
    }
    Ok(loader
        .into_documents()
        .into_iter()
        .next()
        .map_or(Value::NOTHING, value))
}

fn value(node: MarkedYaml) -> Value {
    let position = position(node.span.start);
    let kind = match node.data {
        YamlData::Tagged(_, node) => return value(*node),
        YamlData::Sequence(nodes) => Kind::List(nodes.into_iter().map(value).collect()),
        YamlData::Mapping(entries) => Kind::Table(
            entries
                .into_iter()
                .map(|(key, node)| (key_text(key), value(node)))
                .collect(),
        ),
        YamlData::Representation(text, ScalarStyle::Plain, _) if is_null(&text) => Kind::Nothing,
        YamlData::Representation(text, ..) => Kind::Text(text.into_owned()),
        YamlData::Value(_) | YamlData::Alias(_) | YamlData::BadValue => Kind::Nothing,
    };
    Value { position, kind }
}

fn key_text(key: MarkedYaml) -> String {
    match value(key).kind {
        Kind::Text(text) => text,
        _ => String::new(),
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
