//! What runs in a drawing (SVG) when it is opened by itself. Where a host sends its policy nothing does; other hosts serve
//! it as a page of the site.

use crate::build::diagnostics::line_index::LineIndex;
use crate::build::diagnostics::problem::Position;
use flate2::read::GzDecoder;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::Read;
use std::path::Path;

/// Bytes of a drawing that are looked at. No hand draws more, and a compressed one may hold any number.
const MAX_SIZE: u64 = 32 << 20;

/// Of one drawing: who corrects as many sees the rest as well.
const MAX_FOUND: usize = 20;

/// Elements that run something, or show a page of somebody's.
const RUNNING: [&str; 7] = [
    "script", "handler", "listener", "iframe", "frame", "object", "embed",
];

/// How an address begins that runs, or holds a page that does.
const RUNNING_URLS: [&str; 4] = [
    "javascript:",
    "vbscript:",
    "data:text/html",
    "data:text/xml",
];

/// What to do about it.
pub const REMEDY: &str =
    "take it out, or save the drawing as plain SVG; not every host can be told to let nothing run";

/// Whether a file is a drawing, by its name.
pub fn is_drawing(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["svg", "svgz"]
        .iter()
        .any(|drawing| extension.eq_ignore_ascii_case(drawing))
}

/// Where something in the drawing runs, and what. What is no XML is shown by no browser, and ends here.
pub fn running_parts(bytes: &[u8]) -> Vec<(Position, String)> {
    let text = text(bytes);
    let index = LineIndex::new(&text);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut found = Vec::new();
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let what = match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => of_element(&element),
            Ok(Event::PI(instruction)) => of_instruction(&instruction),
            Ok(Event::DocType(declarations)) => of_declarations(&declarations),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => Vec::new(),
        };
        let position = index.position(start);
        found.extend(what.into_iter().map(|what| (position, what)));
        if found.len() > MAX_FOUND {
            found.truncate(MAX_FOUND);
            return found;
        }
    }
}

fn of_element(element: &BytesStart) -> Vec<String> {
    let name = element.local_name();
    let name = name.as_ref();
    let is_running = RUNNING
        .iter()
        .any(|running| name.eq_ignore_ascii_case(running));
    let element_itself = is_running.then(|| format!("the drawing has an element `{name}`"));
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let of_attributes = attributes.filter_map(|attribute| {
        let name = attribute.key.local_name();
        let name = name.as_ref();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.unwrap_or_else(|_| attribute.value.clone());
        let is_handler = begins_with(name, "on");
        let makes_handler =
            name.eq_ignore_ascii_case("attributeName") && begins_with(value.trim(), "on");
        let is_running = is_handler || makes_handler || runs(&value);
        is_running.then(|| format!("the attribute `{name}` of the drawing runs something"))
    });
    element_itself.into_iter().chain(of_attributes).collect()
}

/// A style sheet in XSLT makes another document of the drawing.
fn of_instruction(instruction: &str) -> Vec<String> {
    let is_sheet = begins_with(instruction, "xml-stylesheet");
    let is_plain = instruction.contains("text/css");
    match is_sheet && !is_plain {
        true => vec!["the drawing is made into something else by a style sheet".into()],
        false => Vec::new(),
    }
}

/// What an entity stands for is looked at by nobody who reads the elements.
fn of_declarations(declarations: &str) -> Vec<String> {
    let mut entities = declarations.split("<!ENTITY").skip(1);
    let is_more_than_text =
        |entity: &str| entity.contains(['<', '&']) || runs_somewhere(entity) || is_external(entity);
    match entities.any(is_more_than_text) {
        true => vec!["the drawing declares an entity that is more than a text".into()],
        false => Vec::new(),
    }
}

fn is_external(entity: &str) -> bool {
    let words = entity.split_whitespace();
    words
        .take(3)
        .any(|word| matches!(word, "SYSTEM" | "PUBLIC" | "%"))
}

fn runs_somewhere(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    RUNNING_URLS.iter().any(|url| text.contains(url))
}

/// As browsers read an address: without control characters and spaces before it.
fn runs(url: &str) -> bool {
    let mut url: String = url
        .chars()
        .filter(|letter| *letter > ' ')
        .take(64)
        .collect();
    url.make_ascii_lowercase();
    RUNNING_URLS.iter().any(|running| url.starts_with(running))
}

fn begins_with(text: &str, beginning: &str) -> bool {
    (text.as_bytes().get(..beginning.len()))
        .is_some_and(|found| found.eq_ignore_ascii_case(beginning.as_bytes()))
}

/// What is compressed is unpacked. Browsers read two bytes a letter where a mark at the beginning says so.
fn text(bytes: &[u8]) -> String {
    let mut unpacked = Vec::new();
    let bytes = match bytes.starts_with(&[0x1F, 0x8B]) {
        true => {
            // What follows a fault is shown by nobody.
            let _ = GzDecoder::new(bytes)
                .take(MAX_SIZE)
                .read_to_end(&mut unpacked);
            &unpacked
        }
        false => &bytes[..bytes.len().min(MAX_SIZE as usize)],
    };
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2);
        let units: Vec<u16> = units.map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_found_however_it_is_written() {
        for svg in [
            "<svg><script>alert(1)</script></svg>",
            "<svg><g><s:script xmlns:s='http://www.w3.org/2000/svg'/></g></svg>",
            "<svg onload='alert(1)'/>",
            "<svg ONLOAD = 'alert(1)'/>",
            "<svg><a xlink:href='java&#x0A;script:alert(1)'/></svg>",
            "<svg><a href=' \u{1}JavaScript:alert(1)'/></svg>",
            "<svg><set attributeName='onclick' to='alert(1)'/></svg>",
            "<svg><animate attributeName='href' values='javascript:alert(1)'/></svg>",
            "<svg><foreignObject><iframe src='x'/></foreignObject></svg>",
            "<?xml-stylesheet href='a.xsl' type='text/xsl'?><svg/>",
            "<!DOCTYPE svg [<!ENTITY a '<script>alert(1)</script>'>]><svg>&a;</svg>",
            "<!DOCTYPE svg [<!ENTITY a '&#60;script>'>]><svg>&a;</svg>",
            "<!DOCTYPE svg [<!ENTITY % a SYSTEM 'a.dtd'> %a;]><svg/>",
            "<svg><g></p><script/></svg>",
        ] {
            let parts = running_parts(svg.as_bytes());
            assert!(!parts.is_empty(), "{svg}");
            let wide: Vec<u8> = [0xFF, 0xFE]
                .into_iter()
                .chain(svg.encode_utf16().flat_map(u16::to_le_bytes))
                .collect();
            assert_eq!(running_parts(&wide), parts, "{svg}");
        }
    }

    #[test]
    fn a_plain_drawing_holds_nothing_that_runs() {
        for svg in [
            "<svg xmlns='http://www.w3.org/2000/svg'><style>a{}</style><a href='https://a.example/'/></svg>",
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg/>",
            "<!DOCTYPE svg [<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns_svg;'/>",
            "<svg><text>javascript: is a scheme, onload an attribute</text><image href='data:image/png;base64,AA'/></svg>",
            "<?xml-stylesheet type='text/css' href='a.css'?><svg/>",
            "<svg><!-- <script/> --></svg>",
            "no drawing < at all",
        ] {
            assert_eq!(running_parts(svg.as_bytes()), [], "{svg}");
        }
    }
}
