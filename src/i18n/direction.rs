//! In which direction a language is written.

/// Languages that are written from the right.
const FROM_THE_RIGHT: [&str; 12] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "ug", "ur", "yi",
];

/// As the attribute `dir` spells it, for a BCP 47 tag. A script in the tag decides: `az-Arab`, `ar-Latn`.
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let code = parts.next().unwrap_or_default();
    let is_from_the_right = match parts.next() {
        Some("Arab" | "Hebr" | "Thaa" | "Nkoo") => true,
        Some(script) if script.len() == 4 => false,
        _ => FROM_THE_RIGHT.contains(&code),
    };
    if is_from_the_right { "rtl" } else { "ltr" }
}

/// The attribute `dir` of a page in this language; none where its text runs from left to right, as HTML expects.
#[cfg(not(target_arch = "wasm32"))]
pub fn page_direction(tag: &str) -> Option<&'static str> {
    Some(direction(tag)).filter(|direction| *direction == "rtl")
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn a_script_tells_more_than_the_language() {
        for tag in ["ar", "ar-EG", "he", "fa-IR", "az-Arab"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["", "en", "de-CH", "ar-Latn", "zh-Hant", "arn"] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }
}
