//! The headings as a tree, for a table of contents.

use crate::content::article::Heading;

pub(super) struct FlatHeading {
    pub(super) level: u8,
    pub(super) id: String,
    pub(super) text: String,
}

/// Puts every heading below the nearest earlier one of a smaller level.
pub(super) fn nest(flat: Vec<FlatHeading>) -> Vec<Heading> {
    let mut outline = Vec::new();
    for FlatHeading { level, id, text } in flat {
        insert(
            &mut outline,
            Heading {
                level,
                id,
                text,
                children: Vec::new(),
            },
        );
    }
    outline
}

/// Calls itself once for each level, of which there are six.
fn insert(siblings: &mut Vec<Heading>, heading: Heading) {
    match siblings.last_mut() {
        Some(last) if last.level < heading.level => insert(&mut last.children, heading),
        _ => siblings.push(heading),
    }
}
