//! YAML event by event, for as deep as anybody writes: a parser that goes down by itself ends the program with its stack.

use super::value::SyntaxError;
use crate::build::diagnostics::problem::Position;
use saphyr_parser::{Event, Marker, Parser, ScanError, SpannedEventReceiver};

/// Lists and mappings within each other.
const MAX_DEPTH: usize = 100;

/// Hands over every event of the text, to the first that cannot be.
pub fn load<'a>(text: &'a str, to: &mut impl SpannedEventReceiver<'a>) -> Result<(), SyntaxError> {
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| syntax_error(&error))?;
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err(SyntaxError {
                position: position(span.start),
                message: "lists and mappings are nested too deeply".into(),
            });
        }
        to.on_event(event, span);
    }
    Ok(())
}

pub fn syntax_error(error: &ScanError) -> SyntaxError {
    SyntaxError {
        position: position(*error.marker()),
        message: error.info().into(),
    }
}

pub fn position(marker: Marker) -> Position {
    Position {
        line: marker.line(),
        column: marker.col() + 1,
    }
}
