//! Takes the place of the parser's table of named characters: whoever links the parser provides them.

unsafe extern "Rust" {
    /// What `&name;` stands for, the name given without `&` and `;`. None for a name that HTML does not have.
    safe fn recto_named_character(name: &[u8]) -> Option<&'static str>;
}

pub(crate) fn get_entity(bytes: &[u8]) -> Option<&'static str> {
    recto_named_character(bytes)
}
