//! The themes that there are: for the reader's preferences, for embeds, and for what editors are told of these.
//! What each looks like is in `style/tokens.css` and `style/text_tokens.css`.

use crate::i18n::{Message, message};

/// The name of each theme, and what readers call it, in the order shown. The first has no name: it is the system's choice.
pub const THEMES: [(&str, Message); 5] = [
    ("", message::THEME_AUTO),
    ("light", message::THEME_LIGHT),
    ("dark", message::THEME_DARK),
    ("sepia", message::THEME_SEPIA),
    ("contrast", message::THEME_CONTRAST),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_has_colours_and_each_colour_a_theme() {
        let sheet = include_str!("../../style/tokens.css");
        let styled = sheet.split("\n[data-theme=\"").skip(1);
        let styled: Vec<&str> = styled.filter_map(|rest| rest.split('"').next()).collect();
        let named: Vec<&str> = THEMES.iter().skip(1).map(|(name, _)| *name).collect();
        assert_eq!(styled, named);
    }
}
