//! Formulas: MathML from the build where it is there and sound, else the TeX as it was written.

use super::html_output::HtmlOutput;
use super::{escape, mathml};

const REFUSED: &str = "the MathML for this formula holds something that is not allowed";
const REMEDY: &str = "it is shown as TeX, build the content again";

pub(super) fn formula(output: &mut HtmlOutput, tex: &str, is_block: bool) {
    output.begin_inline();
    output.note_text(tex);
    let number = output.formulas;
    output.formulas += 1;
    let start = output.fragment.html.len();
    if let Some(math) = output
        .enrichment
        .math
        .get(number)
        .filter(|math| !math.is_empty())
    {
        output.fragment.html.push_str(match is_block {
            true => "<span class=\"math math-block\" tabindex=\"0\">",
            false => "<span class=\"math\">",
        });
        if mathml::write(&mut output.fragment.html, math) {
            return output.fragment.html.push_str("</span>");
        }
        output.fragment.html.truncate(start);
        output.report.warn(output.offset, &[REFUSED], &[REMEDY]);
    }
    output.fragment.html.push_str(match is_block {
        true => "<code class=\"math math-block\" tabindex=\"0\">",
        false => "<code class=\"math\">",
    });
    escape::text(&mut output.fragment.html, tex.trim());
    output.fragment.html.push_str("</code>");
}
