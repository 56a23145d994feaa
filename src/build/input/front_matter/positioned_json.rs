//! JSON with positions: front matter that begins with `{`, `site.json` and the authors' files.

use super::value::{Kind, SyntaxError, Value};
use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::Position;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Reads a whole file.
pub fn parse(text: &str) -> Result<Value, SyntaxError> {
    let root: &RawValue = serde_json::from_str(text).map_err(|error| syntax_error(&error))?;
    let index = LineIndex::new(text);
    check_depth(text, root, &index)?;
    Ok(value(text, &index, root))
}

/// Reads the object a text begins with; answers the length of it in bytes, too.
pub fn parse_prefix(text: &str) -> Result<(Value, usize), SyntaxError> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    match values.next() {
        Some(Ok(root)) => {
            let index = LineIndex::new(text);
            check_depth(text, root, &index)?;
            Ok((value(text, &index, root), values.byte_offset()))
        }
        Some(Err(error)) => Err(syntax_error(&error)),
        None => Err(SyntaxError {
            position: Position::START,
            message: "nothing there".into(),
        }),
    }
}

/// Lists and objects within each other. Each is read once more for each that it is in.
const MAX_DEPTH: usize = 100;

/// `whole` is the text that `raw` is a part of.
fn check_depth(whole: &str, raw: &RawValue, index: &LineIndex) -> Result<(), SyntaxError> {
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    let text = raw.get();
    let start = text.as_ptr() as usize - whole.as_ptr() as usize;
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth -= 1,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err(SyntaxError {
                position: index.position(start + offset),
                message: "lists and objects are nested too deeply".into(),
            });
        }
    }
    Ok(())
}

/// `whole` is the text that `raw` is a part of, which tells its position.
fn value(whole: &str, index: &LineIndex, raw: &RawValue) -> Value {
    let text = raw.get();
    let offset = text.as_ptr() as usize - whole.as_ptr() as usize;
    let kind = match text.as_bytes()[0] {
        b'{' => serde_json::from_str::<BTreeMap<String, &RawValue>>(text).map(|entries| {
            Kind::Table(
                entries
                    .into_iter()
                    .map(|(key, raw)| (key, value(whole, index, raw)))
                    .collect(),
            )
        }),
        b'[' => serde_json::from_str::<Vec<&RawValue>>(text).map(|elements| {
            Kind::List(
                elements
                    .into_iter()
                    .map(|raw| value(whole, index, raw))
                    .collect(),
            )
        }),
        b'"' => serde_json::from_str(text).map(Kind::Text),
        b'n' => Ok(Kind::Nothing),
        _ => Ok(Kind::Text(text.into())),
    };
    Value {
        position: index.position(offset),
        kind: kind.unwrap_or(Kind::Nothing),
    }
}

/// The place stands in the message, too, as serde_json writes it: there it is cut off.
pub fn syntax_error(error: &serde_json::Error) -> SyntaxError {
    let message = error.to_string();
    let message = message
        .rfind(" at line ")
        .map_or(&*message, |end| &message[..end]);
    let position = Position {
        line: error.line().max(1),
        column: error.column().max(1),
    };
    SyntaxError {
        position,
        message: message.into(),
    }
}
