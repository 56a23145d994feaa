//! Tries what is packed as those do who get it: with npm, and with the installer. Nothing is fetched.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use super::{npm, platform::Platform};
use crate::process;

/// From packed files to a new blog that is served: 4 s on a machine that is idle. One that is busy fails no release.
const PATIENCE: Duration = Duration::from_secs(60);

pub fn run(files: &Path, platform: Platform) -> Result<()> {
    let folder = env::temp_dir().join(format!("recto-release-trial-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let works = with_npm(files, platform, &folder).and_then(|()| with_installer(files, &folder));
    let _ = fs::remove_dir_all(&folder);
    works
}

/// `npm install` of the packed files, `npx recto new`, and the blog is served; `@recto/embed` is imported.
fn with_npm(files: &Path, platform: Platform, folder: &Path) -> Result<()> {
    let start = Instant::now();
    fs::write(folder.join("package.json"), "{ \"private\": true }")?;
    let mut npm = process::command("npm");
    npm.current_dir(folder);
    npm.args(["install", "--offline", "--no-audit", "--no-fund"]);
    for name in [&platform.name(), "embed", ""] {
        npm.arg(files.join(npm::file(name)));
    }
    process::printed(&mut npm)?;
    let mut npx = process::command("npx");
    npx.current_dir(folder).args(["--no-install", "recto"]);
    process::printed(npx.args(["new", "blog"]))?;
    let program = folder.join("node_modules/@recto").join(platform.name());
    let mut serve = Command::new(program.join(platform.program()));
    serve.args(["serve", "--port", "0"]).stdout(Stdio::piped());
    let mut server = serve.current_dir(folder.join("blog")).spawn()?;
    let served = first_page(&mut server);
    server.kill()?;
    served?;
    let taken = start.elapsed();
    println!(
        "npm, from packed files to a served blog: {:.1} s",
        taken.as_secs_f32()
    );
    ensure!(taken < PATIENCE, "that takes too long");
    let import = "import { load, ELEMENTS } from '@recto/embed'; await load('https://blog.example'); \
                  if (ELEMENTS.length !== 6) process.exit(1);";
    let mut node = process::command("node");
    node.current_dir(folder);
    process::run(node.args(["--input-type=module", "--eval", import]))
}

/// Asks a server that has just been started for the front page.
fn first_page(server: &mut Child) -> Result<()> {
    let told = server.stdout.take().context("no standard output")?;
    let mut lines = BufReader::new(told).lines();
    let address = lines.find_map(|line| {
        let line = line.ok()?;
        let (_, rest) = line.split_once("http://")?;
        Some(rest.split('/').next()?.to_owned())
    });
    let address = address.context("`recto serve` says no address")?;
    // It answers as soon as the site is built.
    let mut stream = TcpStream::connect(&address)?;
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("My Blog"),
        "`recto serve` answered {answer}"
    );
    Ok(())
}

/// The installer for shells, with the folder of the release in the place of the host.
fn with_installer(files: &Path, folder: &Path) -> Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    let bin = folder.join("bin");
    let mut sh = Command::new("sh");
    sh.arg(files.join("install.sh"));
    sh.env("RECTO_FROM", format!("file://{}", files.display()));
    process::printed(sh.env("RECTO_BIN", &bin))?;
    let version = process::printed(Command::new(bin.join("recto")).arg("--version"))?;
    ensure!(
        version.starts_with(&format!("recto {} (", super::VERSION)),
        "what was installed says {version}"
    );
    Ok(())
}
