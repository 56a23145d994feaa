//! Where things lie in the repository.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

/// What `recto` reads, for `recto build` and `recto serve` alike; relative to `root()`.
pub const SITE: [&str; 6] = [
    "--content",
    "public/content",
    "--public",
    "public",
    "--style",
    "style",
];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the repository")
}

/// The finished site, as a publisher would upload it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Scripts and wasm as `trunk_hook` or, for `serve`, `bindgen` left them, before `recto` names them by their content.
pub fn app(release: bool) -> PathBuf {
    root().join(if release {
        "target/app-release"
    } else {
        "target/app"
    })
}

/// The same on release, for what does not build it itself. An error where there is none.
pub fn built_app() -> Result<PathBuf> {
    let app = app(true);
    ensure!(
        app.is_dir(),
        "there is no release of the app: run `cargo xtask build` first"
    );
    Ok(app)
}

/// What the runs of the journeys append about those that did not pass at once.
pub fn journey_summaries() -> PathBuf {
    root().join("target/shots/summaries.txt")
}

/// What `tools` installs: programs in `bin`, npm packages in `npm/node_modules`.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The native `recto`: cargo puts it beside this very program.
pub fn recto() -> PathBuf {
    let this_program = std::env::current_exe().expect("the system knows which program this is");
    this_program.with_file_name(format!("recto{}", std::env::consts::EXE_SUFFIX))
}

/// The `recto` that needs nothing beside it.
pub fn release_recto() -> PathBuf {
    let name = format!("recto{}", std::env::consts::EXE_SUFFIX);
    root().join("target/release").join(name)
}
