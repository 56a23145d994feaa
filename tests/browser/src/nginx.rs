//! nginx, serving a `dist` folder with the configuration that its build wrote, on a free port of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::paths;
use crate::program::{Program, free_port};
use crate::wait::until;

/// What a machine's own `nginx.conf` says around the configuration of a site. In one process and as the user who tests,
/// who may read the folder; every path is below the folder given with `-p`.
const MACHINE: &str = "\
daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include site.conf;
}
";

/// A running nginx. Dropping it ends it.
pub struct Nginx {
    port: u16,
    // In this order they are dropped.
    _program: Program,
    _home: TempDir,
}

impl Nginx {
    pub async fn start(dist: &Path) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("recto-nginx-").tempdir()?;
        let port = free_port()?;
        let emitted = dist.join("_hosting/nginx.conf");
        let emitted =
            fs::read_to_string(&emitted).with_context(|| emitted.display().to_string())?;
        fs::write(home.path().join("nginx.conf"), MACHINE)?;
        fs::write(
            home.path().join("site.conf"),
            adapted(&emitted, dist, port)?,
        )?;
        let mut command = Command::new("nginx");
        command.arg("-p").arg(home.path());
        command.args(["-c", "nginx.conf", "-e", "stderr"]);
        let log = paths::logs()?.join("nginx.log");
        let mut program = Program::start(command.stdout(Stdio::null()), &log)?;
        until("nginx to listen", async || {
            let ended = program.child().try_wait()?;
            ensure!(ended.is_none(), "it has ended: see {}", log.display());
            Ok(Some(TcpStream::connect(("127.0.0.1", port)).await?))
        })
        .await?;
        Ok(Self {
            port,
            _program: program,
            _home: home,
        })
    }

    pub fn port(&self) -> u16 {
        self.port
    }
}

/// What the configuration asks its reader to write, and the port, which is taken on most machines.
fn adapted(emitted: &str, dist: &Path, port: u16) -> Result<String> {
    let dist = dist.canonicalize()?;
    let dist = dist.to_str().context("the path of dist/ is no text")?;
    let listen = format!("listen 127.0.0.1:{port};");
    let mut configuration = emitted.to_owned();
    for (theirs, ours) in [("/var/www/site", dist), ("listen 80;", &listen)] {
        ensure!(configuration.contains(theirs), "it has no {theirs}");
        configuration = configuration.replace(theirs, ours);
    }
    Ok(configuration)
}
