//! Typed values as XML documents.

use serde::Serialize;

/// The document with its declaration. Characters that XML cannot hold are left out.
pub fn document(root: &impl Serialize) -> String {
    let mut text = String::from(r#"<?xml version="1.0" encoding="utf-8"?>"#);
    text.push('\n');
    // Writing into a string fails for no type of ours: keys are names, and nothing nests without an element.
    let _ = quick_xml::se::to_writer(&mut text, root);
    text.retain(is_allowed);
    text.push('\n');
    text
}

fn is_allowed(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}
