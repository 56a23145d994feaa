//! Circles of imports. A folder and what is in it belong together: between them there is none.

use super::import::Import;
use std::collections::BTreeSet;

/// The imports that are part of a circle, or lead from one to another.
pub fn edges<'a>(imports: impl Iterator<Item = &'a Import>) -> Vec<String> {
    let is_apart = |import: &&Import| {
        !import.from.starts_with(&import.module) && !import.module.starts_with(&import.from)
    };
    let mut left: Vec<&Import> = imports.filter(is_apart).collect();
    loop {
        let importing: BTreeSet<_> = left.iter().map(|import| &import.from).collect();
        let imported: BTreeSet<_> = left.iter().map(|import| &import.module).collect();
        let before = left.len();
        // What imports nothing more, and what nothing imports, is in no circle.
        left.retain(|import| importing.contains(&import.module) && imported.contains(&import.from));
        if left.len() == before {
            break;
        }
    }
    let edge = |import: &&Import| {
        let Import { file, line, to, .. } = import;
        format!("{file}:{line} imports `{}`", to.join("::"))
    };
    left.iter().map(edge).collect()
}
