//! How large a drawing (SVG) is to be shown, as it says itself.

use resvg::usvg::{ImageHrefResolver, Options, Tree};

/// Width and height in CSS pixels, rounded up; nothing for what is no drawing, or has no size.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let options = Options {
        // Nothing is read from the disk to know a size.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let size = Tree::from_data(bytes, &options).ok()?.size();
    let whole = |length: f32| (length.ceil() as u32).max(1);
    Some((whole(size.width()), whole(size.height())))
}
