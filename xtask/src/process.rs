//! Running other programs: at the root of the repository, with our tools first on PATH.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{self, IsTerminal},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// A program that finds our tools first.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).env("PATH", path());
    for (name, _) in env::vars_os() {
        if describes_this_package(&name) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs to the end, with the terminal as its own. Anything but success is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start `{line}`"))?;
    succeeded(&line, status)
}

/// Runs to the end without a word. What it prints is in the error if it fails; else its warnings are returned.
pub fn warnings(command: &mut Command) -> Result<String> {
    let line = line(command);
    if io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    let warnings = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        let printed = String::from_utf8_lossy(&output.stdout);
        bail!("{printed}{warnings}`{line}` failed ({})", output.status);
    }
    Ok(warnings)
}

/// What it prints; complaints go to the terminal. Anything but success is an error.
pub fn printed(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    succeeded(&line, output.status)?;
    Ok(String::from_utf8(output.stdout)?)
}

/// What it printed, if it is there, ran and succeeded.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether PATH has a program of this name.
pub fn is_on_path(program: &str) -> bool {
    env::split_paths(&path()).any(|folder| folder.join(program).is_file())
}

fn path() -> OsString {
    let tools = workspace::tools();
    let ours = [tools.join("bin"), tools.join("npm/node_modules/.bin")];
    let theirs = env::var_os("PATH").unwrap_or_default();
    // Servers of Debian lie where only root looks by itself.
    let system = [PathBuf::from("/usr/sbin")];
    let folders = ours.into_iter().chain(env::split_paths(&theirs));
    env::join_paths(folders.chain(system))
        .expect("the repository's path holds no separator of PATH")
}

/// `cargo run` sets these for xtask. Build scripts that watch them (ring's does) would run again
/// each time cargo is called with and without xtask in turn.
fn describes_this_package(variable: &OsStr) -> bool {
    let name = variable.to_string_lossy();
    name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
}

fn succeeded(line: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
