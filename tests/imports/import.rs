//! The imports of a source folder: what its `use` lines name, and paths that are written out.

use std::fs;
use std::path::Path;
use walkdir::WalkDir;

#[derive(Clone, Debug)]
pub struct Import {
    /// Below the source folder.
    pub file: String,
    pub line: usize,
    /// The module that imports.
    pub from: Vec<String>,
    /// The module of the crate that is imported from, or what is imported.
    pub to: Vec<String>,
    /// Whether `to` is a module with a file, or is in one: that module.
    pub module: Vec<String>,
}

/// In order of the files and of their lines.
pub fn imports_of(folder: &Path) -> Vec<Import> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|name| name == "rs"));
    let files: Vec<(String, String)> = files
        .map(|path| {
            let file = path.strip_prefix(folder).unwrap().to_str().unwrap();
            (file.replace('\\', "/"), fs::read_to_string(&path).unwrap())
        })
        .collect();
    let modules: Vec<Vec<String>> = files.iter().map(|(file, _)| module_of(file)).collect();
    let imports = files.iter().flat_map(|(file, text)| imports_in(file, text));
    imports
        .map(|import| Import {
            module: modules
                .iter()
                .filter(|module| import.to.starts_with(module))
                .max_by_key(|module| module.len())
                .cloned()
                .unwrap_or_default(),
            ..import
        })
        .filter(|import| !import.from.is_empty() && import.module != import.from)
        .collect()
}

/// `build/model/mod.rs` and `build/model.rs` are both `build::model`; `lib.rs` is the crate itself.
fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    match path {
        "lib" | "main" => Vec::new(),
        _ => path.split('/').map(String::from).collect(),
    }
}

/// What stands in tests is not of the program.
fn imports_in(file: &str, text: &str) -> Vec<Import> {
    let from = module_of(file);
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut imports = Vec::new();
    let mut statement: Option<(usize, String)> = None;
    for (index, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap().trim();
        let is_use = code.starts_with("use ") || code.starts_with("pub use ");
        if statement.is_some() || is_use {
            let (start, mut open) = statement.take().unwrap_or((index + 1, String::new()));
            open.push_str(code);
            match open.split_once("use ").filter(|_| open.ends_with(';')) {
                Some((_, tree)) => {
                    let paths = leaves("", tree.trim_end_matches(';'));
                    imports.extend(paths.into_iter().map(|path| (start, path)));
                }
                None => statement = Some((start, open)),
            }
        } else {
            let paths = code.match_indices("crate::").map(|(at, _)| &code[at..]);
            let is_name = |character: char| character.is_alphanumeric() || "_:".contains(character);
            let paths =
                paths.map(|path| path.split(|character| !is_name(character)).next().unwrap());
            imports.extend(paths.map(|path| (index + 1, path.into())));
        }
    }
    let resolved = imports.into_iter().filter_map(|(line, path)| {
        let to = resolve(&path, &from)?;
        let (file, from) = (file.into(), from.clone());
        Some(Import {
            file,
            line,
            from,
            to,
            module: Vec::new(),
        })
    });
    resolved.collect()
}

/// `a::{b, c::{self, d}}` is `a::b`, `a::c` and `a::c::d`.
fn leaves(before: &str, tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, group)) = tree.split_once('{') else {
        let path = [before, tree.split(" as ").next().unwrap()].concat();
        return vec![
            path.trim_end_matches("::self")
                .trim_end_matches("::*")
                .into(),
        ];
    };
    let before = [before, head].concat();
    let group = group.trim_end_matches(' ').strip_suffix('}').unwrap();
    let mut depth = 0;
    let parts = group.split(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        character == ',' && depth == 0
    });
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| leaves(&before, part)).collect()
}

/// From the crate's root; nothing for what is from elsewhere.
fn resolve(path: &str, from: &[String]) -> Option<Vec<String>> {
    let mut base = match path.split("::").next()? {
        "crate" | "recto" => Vec::new(),
        "self" | "super" => from.to_vec(),
        _ => return None,
    };
    for segment in path.split("::") {
        match segment {
            "crate" | "recto" | "self" | "" => {}
            "super" => drop(base.pop()),
            name => base.push(name.into()),
        }
    }
    Some(base)
}
