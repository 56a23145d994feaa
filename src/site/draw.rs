//! SVG → PNG, with the one font that we bring, so that the same drawing gives the same bytes everywhere.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// EB Garamond, cut down to Latin, Greek and Cyrillic letters; its licence lies beside it.
const FONT: &[u8] = include_bytes!("../../fonts/eb-garamond-subset.otf");

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    let family = fonts
        .faces()
        .find_map(|face| face.families.first().cloned());
    let family = family.map_or_else(String::new, |(family, _)| family);
    fonts.set_serif_family(&family);
    fonts.set_sans_serif_family(family);
    Arc::new(fonts)
});

/// Draws the whole picture into so many pixels. The error is a word about what is wrong with it.
pub fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, String> {
    let options = Options {
        font_family: "serif".into(),
        fontdb: Arc::clone(&FONTS),
        // A drawing holds all that it shows: nothing is read from the disk for it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(width, height).ok_or("it has no size")?;
    let scale = Transform::from_scale(
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
