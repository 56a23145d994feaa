//! By what names links mean a file.

use crate::build::input::file_name::{FileName, without_extension, without_index};

/// All that a file may be called by: as it is, without its extension, of an `index.md` its folder, and of a post of
/// Jekyll the address with its date.
pub fn names(file: &str) -> Vec<String> {
    let stem = without_index(without_extension(file));
    let name = FileName::of(file, &[]);
    let dated = name.date.filter(|_| name.is_post);
    let of_jekyll = dated.map(|moment| {
        let date = moment.date().to_string().replace('-', "/");
        [&date, "/", name.stem].concat()
    });
    let mut names = vec![file.into(), stem.into()];
    names.extend(of_jekyll);
    names
}

/// The folder that a file lies in; nothing at the root.
pub fn folder_of(file: &str) -> Option<&str> {
    file.rsplit_once('/').map(|(folder, _)| folder)
}
