//! The driver program of each engine: chromedriver, geckodriver, or WebKitWebDriver on a screen of its own (Xvfb).

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::engine::{Engine, Flavour};
use crate::paths;
use crate::program::{Program, free_port};
use crate::wait::until;

/// A running driver. Dropping it ends the driver, its browsers, their screen, and removes their profiles.
pub struct Driver {
    port: u16,
    // In this order they are dropped: the driver, its screen, the folder both write to.
    _driver: Program,
    _screen: Option<Program>,
    _home: TempDir,
}

impl Driver {
    pub async fn start(flavour: Flavour) -> Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("recto-browser-")
            .tempdir()?;
        let log =
            |name: &str| paths::logs().map(|folder| folder.join(format!("{flavour}-{name}.log")));
        let port = free_port()?;
        let screen = match flavour.engine {
            Engine::Webkit => Some(start_screen(&log("screen")?)?),
            _ => None,
        };
        let mut command = driver_command(flavour.engine, port)?;
        command.stdout(Stdio::null());
        live_in(&mut command, home.path())?;
        if let Some((_, display)) = &screen {
            command.env("DISPLAY", display);
        }
        let driver = Program::start(&mut command, &log("driver")?)?;
        until("the driver to listen", async || {
            Ok(Some(TcpStream::connect(("127.0.0.1", port)).await?))
        })
        .await?;
        let screen = screen.map(|(program, _)| program);
        Ok(Self {
            port,
            _driver: driver,
            _screen: screen,
            _home: home,
        })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Where Debian puts WebKitGTK's small browser.
pub fn mini_browser() -> Result<PathBuf> {
    for library in ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"] {
        for folder in [
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/lib",
        ] {
            let browser = Path::new(folder).join(library).join("MiniBrowser");
            if browser.is_file() {
                return Ok(browser);
            }
        }
    }
    bail!("no MiniBrowser of WebKitGTK found: apt-get install webkit2gtk-driver")
}

fn driver_command(engine: Engine, port: u16) -> Result<Command> {
    let mut command = Command::new(match engine {
        Engine::Chromium => PathBuf::from("chromedriver"),
        Engine::Firefox => geckodriver(),
        Engine::Webkit => PathBuf::from("WebKitWebDriver"),
    });
    match engine {
        Engine::Chromium | Engine::Webkit => command.arg(format!("--port={port}")),
        // The default WebSocket port is the same for every geckodriver. Scripts are switched off through the
        // browser's own settings, which geckodriver allows only when told so.
        Engine::Firefox => command
            .args([
                "--port",
                &port.to_string(),
                "--websocket-port",
                &free_port()?.to_string(),
            ])
            .arg("--allow-system-access"),
    };
    Ok(command)
}

/// The one `cargo xtask` has installed, else the one on PATH.
fn geckodriver() -> PathBuf {
    let installed = paths::workspace().join("target/tools/bin/geckodriver");
    if installed.is_file() {
        installed
    } else {
        PathBuf::from("geckodriver")
    }
}

/// Profiles, caches and settings of the browser stay inside of one folder. GTK's animations are off, which is how
/// WebKitGTK learns that motion is not wanted.
fn live_in(command: &mut Command, home: &Path) -> Result<()> {
    let settings = home.join("config/gtk-3.0");
    fs::create_dir_all(&settings)?;
    fs::write(
        settings.join("settings.ini"),
        "[Settings]\ngtk-enable-animations=0\n",
    )?;
    for (variable, folder) in [
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_RUNTIME_DIR", "run"),
        ("TMPDIR", "tmp"),
    ] {
        let folder = home.join(folder);
        fs::create_dir_all(&folder)?;
        command.env(variable, folder);
    }
    command
        .env("HOME", home)
        .env("NO_AT_BRIDGE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    Ok(())
}

/// Xvfb picks a free display and prints its number.
fn start_screen(log: &Path) -> Result<(Program, String)> {
    let mut command = Command::new("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    command.stdout(Stdio::piped());
    let mut screen = Program::start(&mut command, log)?;
    let output = screen
        .child()
        .stdout
        .take()
        .context("Xvfb without output")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    if number.trim().is_empty() {
        bail!("Xvfb did not start: see {}", log.display());
    }
    Ok((screen, format!(":{}", number.trim())))
}
