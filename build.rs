//! What is made while Recto is compiled: the messages of the interface as constants, and, only where `cargo xtask dist`
//! names the folder that they lie in, or in the package that cargo downloads, the app and the style sheets as part of
//! `recto`, so that it needs nothing beside it. A developer's `recto` reads those from the disk.

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Names the folder.
const VARIABLE: &str = "RECTO_EMBED";

/// Where the package has what is put into `recto`.
const PACKAGED: &str = "embedded";

/// In that folder, the commit; beside it lie `app` and `style`.
const COMMIT: &str = "commit";

/// What the interface says, by key, and the constants that are made of it; what only the build says, by itself.
const ENGLISH: [(&str, &str); 2] = [
    ("src/messages/en.json", "messages.rs"),
    ("src/messages/build_only/en.json", "build_messages.rs"),
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (file, constants) in ENGLISH {
        println!("cargo::rerun-if-changed={file}");
        let english: Map<String, Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
        let messages = english.iter().map(|(key, text)| message(key, text));
        fs::write(out.join(constants), messages.collect::<String>())?;
    }
    let folder = folder();
    println!(
        "cargo::rustc-env=RECTO_COMMIT={}",
        commit(folder.as_deref())
    );
    fs::write(out.join("embedded.rs"), embedded(folder.as_deref())?)
}

/// What is put into `recto`: the folder that is named, or the one that lies in the package that cargo downloads.
fn folder() -> Option<PathBuf> {
    let named = env::var_os(VARIABLE).map(PathBuf::from);
    named.or_else(|| Some(PathBuf::from(PACKAGED)).filter(|folder| folder.is_dir()))
}

/// The commit that a release is made from, in a file beside the app.
fn commit(folder: Option<&Path>) -> String {
    let commit = folder.and_then(|folder| fs::read_to_string(folder.join(COMMIT)).ok());
    commit.map_or_else(|| "development".into(), |commit| commit.trim().into())
}

/// A constant such as `PAGE_OF`: its key and its text, as one text. What is said of a number has one for each form.
fn message(key: &str, text: &Value) -> String {
    let name = key.to_uppercase().replace('-', "_");
    let (kind, made, text) = match text {
        Value::Object(forms) => {
            let [one, other] =
                ["one", "other"].map(|form| forms[form].as_str().unwrap_or_default());
            let text = [one, "|", other].concat();
            ("Counted".into(), "Counted", text)
        }
        text => {
            let text = text.as_str().unwrap_or_default();
            (
                format!("Message<{}>", text.matches('{').count()),
                "Message",
                text.into(),
            )
        }
    };
    let source = [key, "=", &text].concat();
    format!("/// `{text}`\npub const {name}: {kind} = {made}({source:?});\n")
}

/// Names and contents of all files below the folder, as an array.
fn embedded(folder: Option<&Path>) -> io::Result<String> {
    let mut list = String::from("&[\n");
    if let Some(folder) = folder.map(fs::canonicalize).transpose()? {
        for file in files(&folder)? {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = file.strip_prefix(&folder).unwrap_or(&file);
            let name = name.to_string_lossy().replace('\\', "/");
            list.push_str(&format!("    ({name:?}, include_bytes!({file:?})),\n"));
        }
    }
    list.push_str("]\n");
    Ok(list)
}

/// All files below a folder, in order of their names.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => files.extend(self::files(&path)?),
            false => files.push(path),
        }
    }
    files.sort();
    Ok(files)
}
