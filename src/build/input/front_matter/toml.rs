//! TOML front matter, between lines of `+++`.

use super::value::{Kind, SyntaxError, Value};
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::Position;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the text between the fences. Positions count from its first line.
pub fn parse(text: &str) -> Result<Value, SyntaxError> {
    let index = LineIndex::new(text);
    let table = DeTable::parse(text).map_err(|error| SyntaxError {
        position: index.position(error.span().map_or(0, |span| span.start)),
        message: error.message().replace('\n', ", "),
    })?;
    Ok(Value {
        position: Position::START,
        kind: self::table(&index, table.get_ref()),
    })
}

fn table(index: &LineIndex, entries: &DeTable) -> Kind {
    Kind::Table(
        entries
            .iter()
            .map(|(key, node)| (key.get_ref().to_string(), value(index, node)))
            .collect(),
    )
}

fn value(index: &LineIndex, node: &Spanned<DeValue>) -> Value {
    let kind = match node.get_ref() {
        DeValue::String(string) => Kind::Text(string.to_string()),
        DeValue::Integer(number) => Kind::Text(number.as_str().into()),
        DeValue::Float(number) => Kind::Text(number.as_str().into()),
        DeValue::Boolean(boolean) => Kind::Text(boolean.to_string()),
        DeValue::Datetime(datetime) => Kind::Text(datetime.to_string()),
        DeValue::Array(nodes) => Kind::List(nodes.iter().map(|node| value(index, node)).collect()),
        DeValue::Table(entries) => table(index, entries),
    };
    Value {
        position: index.position(node.span().start),
        kind,
    }
}
