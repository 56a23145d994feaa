//! Formulas: MathML from the build where it is there and sound, else the TeX as it was written.

use super::html_output::{HtmlOutput, Label};
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
        open(output, "span", is_block);
        if mathml::write(&mut output.fragment.html, math) {
            return output.fragment.html.push_str("</span>");
        }
        output.fragment.html.truncate(start);
        output.report.warn(output.offset, &[REFUSED], &[REMEDY]);
    }
    open(output, "code", is_block);
    escape::text(&mut output.fragment.html, tex.trim());
    output.fragment.html.push_str("</code>");
}

/// A formula of its own line scrolls, so the keyboard reaches it, by a name.
fn open(output: &mut HtmlOutput, element: &str, is_block: bool) {
    let name = output.label(Label::Formula);
    let html = &mut output.fragment.html;
    html.push('<');
    html.push_str(element);
    match is_block {
        true => {
            html.push_str(" class=\"math math-block\" tabindex=\"0\" role=\"group\"");
            escape::named(html, "aria-label", name);
            html.push('>');
        }
        false => html.push_str(" class=\"math\">"),
    }
}
