//! `cargo xtask serve`: the sample blog in a browser, and every change on screen.
//!
//! `recto serve` watches content, style and the app by itself. Here we watch the source:
//! 1. On a change build the native `recto`, then the app.
//! 2. When `recto` is another one now, start it in place of the old one.
//!
//! While the source does not compile, the last state that did is served.

use std::{
    path::PathBuf,
    process::{Child, ExitStatus},
    sync::{Arc, Mutex},
    thread,
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{
    build, process,
    tools::{self, Tool},
    watch::{self, INTERVAL, Snapshot, Stamp},
    workspace,
};

pub fn run(port: u16) -> Result<()> {
    tools::require(&[Tool::WasmTarget])?;
    let source = source();
    let mut built = Snapshot::of(&source);
    build_all()?;
    let mut server = Server::start(port)?;
    server.ends_with_us()?;
    loop {
        thread::sleep(INTERVAL);
        if let Some(status) = server.ended()? {
            bail!("`recto serve` ended ({status})");
        }
        if Snapshot::of(&source) != built {
            built = Snapshot::settled(&source);
            rebuild(&mut server)?;
        }
    }
}

/// What, when changed, must be compiled.
fn source() -> Vec<PathBuf> {
    ["src", "Cargo.toml", "Cargo.lock", "index.html"]
        .map(|path| workspace::root().join(path))
        .to_vec()
}

fn rebuild(server: &mut Server) -> Result<()> {
    println!("The source has changed: building.");
    let start = Instant::now();
    if let Err(error) = build_all() {
        eprintln!("error: {error:#}");
        eprintln!("The site stays as it was until the source compiles.");
        return Ok(());
    }
    println!("Built in {:.1} s.", start.elapsed().as_secs_f64());
    server.restart_if_changed()
}

fn build_all() -> Result<()> {
    build::native()?;
    build::app()
}

/// `recto serve`, running.
struct Server {
    port: u16,
    /// The program file as it was when it was started.
    program: Option<Stamp>,
    /// Shared with the handler of Ctrl-C.
    child: Arc<Mutex<Child>>,
}

impl Server {
    fn start(port: u16) -> Result<Server> {
        Ok(Server {
            port,
            program: watch::stamp(&workspace::recto()),
            child: Arc::new(Mutex::new(spawn(port)?)),
        })
    }

    /// On Ctrl-C, and when we are told to end.
    fn ends_with_us(&self) -> Result<()> {
        let child = self.child.clone();
        ctrlc::set_handler(move || {
            let _ = end(&mut child.lock().unwrap());
            std::process::exit(130);
        })
        .context("cannot listen for Ctrl-C")
    }

    fn ended(&self) -> Result<Option<ExitStatus>> {
        Ok(self.child.lock().unwrap().try_wait()?)
    }

    fn restart_if_changed(&mut self) -> Result<()> {
        let program = watch::stamp(&workspace::recto());
        if program != self.program {
            let mut child = self.child.lock().unwrap();
            end(&mut child)?;
            *child = spawn(self.port)?;
            self.program = program;
        }
        Ok(())
    }
}

fn spawn(port: u16) -> Result<Child> {
    let mut recto = process::command(workspace::recto());
    recto.arg("serve").args(workspace::SITE);
    recto.arg("--app").arg(workspace::app(false));
    recto.arg("--port").arg(port.to_string());
    recto.spawn().context("cannot start `recto serve`")
}

/// Waits as well, so that the port is free again.
fn end(child: &mut Child) -> Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}
