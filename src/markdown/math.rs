//! Formulas: MathML from the build where it is there and sound, else the TeX as it was written.

use super::renderer::Renderer;
use super::{escape, mathml};

const REFUSED: &str = "the MathML for this formula holds something that is not allowed";
const REMEDY: &str = "it is shown as TeX, build the content again";

pub(super) fn formula(page: &mut Renderer, tex: &str, is_block: bool) {
    page.begin_inline();
    page.note_text(tex);
    let number = page.formulas;
    page.formulas += 1;
    let start = page.page.html.len();
    if let Some(math) = page
        .enrichment
        .math
        .get(number)
        .filter(|math| !math.is_empty())
    {
        page.page.html.push_str(match is_block {
            true => "<span class=\"math math-block\" tabindex=\"0\">",
            false => "<span class=\"math\">",
        });
        if mathml::write(&mut page.page.html, math) {
            return page.page.html.push_str("</span>");
        }
        page.page.html.truncate(start);
        page.report.warn(page.offset, &[REFUSED], &[REMEDY]);
    }
    page.page.html.push_str(match is_block {
        true => "<code class=\"math math-block\" tabindex=\"0\">",
        false => "<code class=\"math\">",
    });
    escape::text(&mut page.page.html, tex.trim());
    page.page.html.push_str("</code>");
}
