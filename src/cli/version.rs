//! What `recto --version` says: the version, the commit, and the Leptos in it.

/// `1.0.0 (1a2b3c4, Leptos 0.9.0)`. What a developer builds has no commit.
pub const LINE: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (",
    env!("RECTO_COMMIT"),
    ", Leptos 0.9.0-rc1)"
);

#[cfg(test)]
mod tests {
    use super::LINE;

    #[test]
    fn leptos_is_the_one_of_the_package() {
        let manifest = include_str!("../../Cargo.toml");
        let (_, version) = manifest.split_once("leptos = { version = \"=").unwrap();
        let version = version.split('"').next().unwrap();
        assert!(LINE.ends_with(&format!(", Leptos {version})")), "{LINE}");
    }
}
