//! YAML front matter, between lines of `---`, as Ruby's and Go's parsers read it: one is libyaml, the other a port of it,
//! and so is ours.

use super::value::{Kind, Parsed, SyntaxError, Value};
use crate::build::diagnostics::problem::Position;
use libyaml_safer::{Error, EventData, Mark, Parser, ScalarStyle};
use std::collections::HashMap;
use std::panic;

/// Nobody writes more by hand, but an alias of an alias of an alias can mean more than a machine holds.
const MAX_VALUES: usize = 1_000_000;
const MAX_DEPTH: usize = 100;

/// Reads the text between the fences. Positions count from its first line.
pub fn parse(text: &str) -> Result<Parsed, SyntaxError> {
    // The library gives up in the middle of a few texts that are no YAML, which must not end the build.
    let parsed = panic::catch_unwind(|| read(text));
    parsed.unwrap_or_else(|_| {
        Err(SyntaxError {
            position: Position::START,
            message: "this is no YAML".into(),
        })
    })
}

fn read(text: &str) -> Result<Parsed, SyntaxError> {
    // It looks for the end of the last line.
    let text = [text, "\n"].concat();
    let mut bytes = text.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut bytes);
    let mut reader = Reader {
        parser,
        anchors: HashMap::new(),
        values: 0,
        parsed: Parsed::default(),
    };
    reader.parsed.value = reader.document()?;
    Ok(reader.parsed)
}

struct Reader<'a> {
    parser: Parser<&'a mut &'a [u8]>,
    anchors: HashMap<String, Value>,
    values: usize,
    parsed: Parsed,
}

/// What an event begins.
enum Node {
    Value(Value),
    End,
    /// Something around documents.
    Other,
}

impl Reader<'_> {
    /// The first document; nothing where there is none.
    fn document(&mut self) -> Result<Value, SyntaxError> {
        loop {
            match self.node(0)? {
                Node::Value(value) => return Ok(value),
                Node::End => return Ok(Value::NOTHING),
                Node::Other => {}
            }
        }
    }

    fn node(&mut self, depth: usize) -> Result<Node, SyntaxError> {
        let event = self.parser.parse().map_err(|error| syntax_error(&error))?;
        let position = position(event.start_mark);
        self.values += 1;
        let (anchor, kind) = match event.data {
            EventData::Scalar {
                anchor,
                value,
                style,
                ..
            } => (anchor, scalar(value, style)),
            EventData::SequenceStart { anchor, .. } => (anchor, self.list(depth, position)?),
            EventData::MappingStart { anchor, .. } => (anchor, self.table(depth, position)?),
            EventData::Alias { anchor } => (None, self.alias(&anchor, position)?),
            EventData::SequenceEnd | EventData::MappingEnd | EventData::StreamEnd => {
                return Ok(Node::End);
            }
            _ => return Ok(Node::Other),
        };
        if self.values > MAX_VALUES {
            return Err(too_much(position));
        }
        let value = Value { position, kind };
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, value.clone());
        }
        Ok(Node::Value(value))
    }

    fn list(&mut self, depth: usize, position: Position) -> Result<Kind, SyntaxError> {
        let mut elements = Vec::new();
        while let Node::Value(value) = self.inner(depth, position)? {
            elements.push(value);
        }
        Ok(Kind::List(elements))
    }

    /// `<<` takes in what another table has and this one does not, wherever it stands.
    fn table(&mut self, depth: usize, position: Position) -> Result<Kind, SyntaxError> {
        let (mut entries, mut merged) = (Vec::new(), Vec::new());
        while let Node::Value(key) = self.inner(depth, position)? {
            let Node::Value(value) = self.inner(depth, position)? else {
                break;
            };
            match key.kind {
                Kind::Text(name) if name == "<<" => merged.extend(tables(value)),
                Kind::Text(name) => self.parsed.put(&mut entries, name, key.position, value),
                _ => self
                    .parsed
                    .put(&mut entries, String::new(), key.position, value),
            }
        }
        for (name, value) in merged {
            if !entries.iter().any(|(known, _)| *known == name) {
                entries.push((name, value));
            }
        }
        Ok(Kind::Table(entries))
    }

    fn inner(&mut self, depth: usize, position: Position) -> Result<Node, SyntaxError> {
        match depth < MAX_DEPTH {
            true => self.node(depth + 1),
            false => Err(too_much(position)),
        }
    }

    fn alias(&mut self, name: &str, position: Position) -> Result<Kind, SyntaxError> {
        let Some(value) = self.anchors.get(name) else {
            let message = ["nothing before it is named `&", name, "`"].concat();
            return Err(SyntaxError { position, message });
        };
        self.values += value.count();
        Ok(value.kind.clone())
    }
}

/// The entries of a table, or of each table in a list, the first of which counts.
fn tables(value: Value) -> Vec<(String, Value)> {
    match value.kind {
        Kind::Table(entries) => entries,
        Kind::List(elements) => elements.into_iter().flat_map(tables).collect(),
        _ => Vec::new(),
    }
}

fn scalar(text: String, style: ScalarStyle) -> Kind {
    let is_null = matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
    match style {
        ScalarStyle::Plain if is_null => Kind::Nothing,
        _ => Kind::Text(text),
    }
}

fn too_much(position: Position) -> SyntaxError {
    let message = "it holds more than anybody could mean".into();
    SyntaxError { position, message }
}

fn syntax_error(error: &Error) -> SyntaxError {
    let context = error.context().map(|context| [" ", context].concat());
    // Of what never ends, its beginning is the place to look at.
    let mark = match error.problem().contains("end of stream") {
        true => error.context_mark().or(error.problem_mark()),
        false => error.problem_mark(),
    };
    SyntaxError {
        position: position(mark.unwrap_or_default()),
        message: [error.problem(), &context.unwrap_or_default()].concat(),
    }
}

fn position(mark: Mark) -> Position {
    Position {
        line: mark.line as usize + 1,
        column: mark.column as usize + 1,
    }
}
