//! TOML front matter, between lines of `+++`.

use super::value::{Kind, SyntaxError, Value};
use crate::build::diagnostics::problem::Position;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the text between the fences. Places count from its first line.
pub fn parse(text: &str) -> Result<Value, SyntaxError> {
    let table = DeTable::parse(text).map_err(|error| SyntaxError {
        position: Position::in_text(text, error.span().map_or(0, |span| span.start)),
        message: error.message().replace('\n', ", "),
    })?;
    Ok(Value {
        position: Position::START,
        kind: self::table(text, table.get_ref()),
    })
}

fn table(text: &str, entries: &DeTable) -> Kind {
    Kind::Table(
        entries
            .iter()
            .map(|(key, node)| (key.get_ref().to_string(), value(text, node)))
            .collect(),
    )
}

fn value(text: &str, node: &Spanned<DeValue>) -> Value {
    let kind = match node.get_ref() {
        DeValue::String(string) => Kind::Text(string.to_string()),
        DeValue::Integer(number) => Kind::Text(number.as_str().into()),
        DeValue::Float(number) => Kind::Text(number.as_str().into()),
        DeValue::Boolean(boolean) => Kind::Text(boolean.to_string()),
        DeValue::Datetime(datetime) => Kind::Text(datetime.to_string()),
        DeValue::Array(nodes) => Kind::List(nodes.iter().map(|node| value(text, node)).collect()),
        DeValue::Table(entries) => table(text, entries),
    };
    Value {
        position: Position::in_text(text, node.span().start),
        kind,
    }
}
