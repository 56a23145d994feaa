//! What follows from an article's Markdown alone: its references, highlighted code and formulas.

use super::formulas::Formulas;
use crate::markdown::{CodeBlock, CodeTokens, Extract, Formula, extract_references};

pub struct Body {
    pub extract: Extract,
    pub code: Vec<CodeTokens>,
    pub math: Vec<String>,
    /// Formulas that cannot be read.
    pub faults: Vec<FormulaFault>,
}

/// Line and column in the body, and what is wrong there.
pub struct FormulaFault {
    pub line: u32,
    pub column: u32,
    pub what: String,
}

impl Body {
    /// `tokens` highlights code of a language.
    pub fn read(
        markdown: &str,
        tokens: impl Fn(&str, &str) -> CodeTokens,
        formulas: &Formulas,
    ) -> Self {
        let extract = extract_references(markdown);
        let highlight = |code: &CodeBlock| match code.language.is_empty() {
            true => CodeTokens::default(),
            false => tokens(&code.language, &code.text),
        };
        let code = extract.code.iter().map(highlight).collect();
        let mut faults = Vec::new();
        let mathml = |formula: &Formula| {
            let made = formulas.to_mathml(&formula.tex, formula.is_block);
            made.unwrap_or_else(|what| {
                let (line, column) = (formula.line, formula.column);
                faults.push(FormulaFault { line, column, what });
                // The renderer shows the TeX.
                String::new()
            })
        };
        let math = extract.formulas.iter().map(mathml).collect();
        Self {
            extract,
            code,
            math,
            faults,
        }
    }
}
