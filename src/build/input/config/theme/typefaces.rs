//! Typefaces that need no file: names for faces that systems have.

/// Names, and the faces behind them.
pub const STACKS: [(&str, &str); 11] = [
    ("serif", "\"Iowan Old Style\",\"Sitka Text\",serif"),
    ("sans", "system-ui,sans-serif"),
    (
        "old-style",
        "\"Iowan Old Style\",\"Palatino Linotype\",\"URW Palladio L\",P052,serif",
    ),
    (
        "transitional",
        "Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,serif",
    ),
    (
        "modern",
        "Didot,\"Bodoni MT\",\"Noto Serif Display\",\"URW Bookman\",serif",
    ),
    (
        "slab",
        "Rockwell,\"Rockwell Nova\",\"Roboto Slab\",\"DejaVu Serif\",serif",
    ),
    (
        "humanist",
        "Seravek,\"Gill Sans Nova\",Ubuntu,Calibri,\"DejaVu Sans\",sans-serif",
    ),
    (
        "geometric",
        "Avenir,Montserrat,Corbel,\"URW Gothic\",sans-serif",
    ),
    (
        "grotesque",
        "\"Helvetica Neue\",Helvetica,Inter,Arial,\"Nimbus Sans\",sans-serif",
    ),
    (
        "rounded",
        "ui-rounded,\"Arial Rounded MT Bold\",Quicksand,Comfortaa,sans-serif",
    ),
    ("mono", "ui-monospace,Consolas,monospace"),
];

/// The faces of this name.
pub fn stack(name: &str) -> Option<&'static str> {
    let found = STACKS.iter().find(|(known, _)| *known == name);
    found.map(|(_, faces)| *faces)
}

/// All names, for messages.
pub fn names() -> String {
    STACKS.map(|(name, _)| name).join(", ")
}
