//! TeX formulas → MathML.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

/// How math-core aligns cells, and how MathML says it without a `style`, which the Content-Security-Policy forbids.
const ALIGNMENTS: [(&str, &str); 3] = [
    (
        r#" style="text-align: right;justify-items: end;padding-right: 0;""#,
        r#" columnalign="right""#,
    ),
    (
        r#" style="text-align: left;justify-items: start;padding-left: 0;""#,
        r#" columnalign="left""#,
    ),
    (
        r#" style="text-align: left;justify-items: start;padding-right: 0;""#,
        r#" columnalign="left""#,
    ),
];

pub struct Formulas(LatexToMathML);

impl Formulas {
    pub fn new() -> Self {
        let converter = LatexToMathML::new(MathCoreConfig::default());
        Self(converter.expect("a configuration without macros has none that could be wrong"))
    }

    /// One `math` element, or what is wrong with the formula.
    pub fn to_mathml(&self, tex: &str, is_block: bool) -> Result<String, String> {
        let display = if is_block {
            MathDisplay::Block
        } else {
            MathDisplay::Inline
        };
        let converted = self.0.convert_with_local_state(tex, display);
        let mathml = converted.map_err(|error| error.to_string())?.mathml;
        Ok(ALIGNMENTS
            .iter()
            .fold(mathml, |mathml, (style, attribute)| {
                mathml.replace(style, attribute)
            }))
    }
}
