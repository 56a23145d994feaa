//! Numbers with a fraction as texts: what Rust brings for them would cost every module 7 KB compressed.

use js_sys::Number;

/// As style sheets write it.
pub fn format_number(number: f64) -> String {
    // It fails only for a radix that there is not.
    let text = Number::from(number).to_string_with_radix(10);
    text.map(String::from).unwrap_or_default()
}
