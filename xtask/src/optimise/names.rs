//! The short names that `wasm-opt` gave to what a wasm module imports and exports, put into the module's script.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

/// The one module that `wasm-opt` lets all imports come from.
const MODULE: &str = "\"a\"";

/// From the names that wasm-bindgen gave.
pub struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
    /// Where imports came from: the script's path, in quotes.
    module: String,
}

impl Names {
    /// Takes what `wasm-opt` prints: `{"imports": [[module, old, new], …], "exports": [[old, new], …]}`.
    pub fn parse(printed: &str) -> Result<Names> {
        let lists: BTreeMap<String, Vec<Vec<String>>> =
            serde_json::from_str(printed).context("wasm-opt printed no names")?;
        let pairs = |key: &str| {
            let list = lists.get(key).into_iter().flatten();
            list.filter_map(|names| match &names[..] {
                [.., old, new] => Some((old.clone(), new.clone())),
                _ => None,
            })
            .collect()
        };
        let module = lists.get("imports").and_then(|list| list.first()?.first());
        Ok(Names {
            imports: pairs("imports"),
            exports: pairs("exports"),
            module: format!("\"{}\"", module.context("the wasm imports nothing")?),
        })
    }

    /// In a script of wasm-bindgen, imports are `old: function …` and exports `wasm.old`.
    pub fn rename(&self, script: &str) -> Result<String> {
        let mut renamed = String::with_capacity(script.len());
        let mut missing: Vec<&String> = self.imports.keys().collect();
        let mut previous = "";
        for piece in script.split_inclusive(|letter| !is_in_names(letter)) {
            let name = piece.trim_end_matches(|letter| !is_in_names(letter));
            let delimiter = &piece[name.len()..];
            let new = match (previous, delimiter) {
                ("wasm.", _) => self.exports.get(name),
                (_, ":") => self.imports.get(name),
                _ => None,
            };
            if delimiter == ":" {
                missing.retain(|import| *import != name);
            }
            renamed.push_str(new.map_or(name, String::as_str));
            renamed.push_str(delimiter);
            previous = piece;
        }
        ensure!(missing.is_empty(), "the script lacks {missing:?}");
        ensure!(script.contains(&self.module), "no {} in it", self.module);
        Ok(renamed.replace(&self.module, MODULE))
    }
}

fn is_in_names(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
        "imports": [["./app_bg.js", "__wbg_open_0011", "$"], ["./app_bg.js", "__wbg_new_2233", "b"]],
        "exports": [["memory", "c"], ["open", "d"], ["main", "e"]]
    }"#;

    const SCRIPT: &str = r#"
export function open(path) { return wasm.open(path, wasm.memory.buffer); }
const imports = {
    __wbg_new_2233: function(open) { return new open.main(); },
    __wbg_open_0011: function() { return main ? open : memory; },
};
export { imports as "./app_bg.js" };
"#;

    #[test]
    fn a_script_gets_the_names_of_its_module_and_keeps_its_own() {
        let renamed = Names::parse(PRINTED).unwrap().rename(SCRIPT).unwrap();
        let expected = r#"
export function open(path) { return wasm.d(path, wasm.c.buffer); }
const imports = {
    b: function(open) { return new open.main(); },
    $: function() { return main ? open : memory; },
};
export { imports as "a" };
"#;
        assert_eq!(renamed, expected);
    }

    #[test]
    fn a_script_without_one_of_the_imports_is_refused() {
        let script = SCRIPT.replace("__wbg_new_2233:", "__wbg_new_4455:");
        let refusal = Names::parse(PRINTED).unwrap().rename(&script).unwrap_err();
        assert!(refusal.to_string().contains("__wbg_new_2233"));
    }
}
