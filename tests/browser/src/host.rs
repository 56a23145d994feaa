//! A publisher's own server, nginx or Caddy: it serves a `dist` folder with the configuration that its build wrote, on a
//! free port of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::paths;
use crate::program::{Program, free_port};
use crate::wait::until;

/// What a machine's own `nginx.conf` says around the configuration of a site. In one process and as the user who tests,
/// who may read the folder; every path is below the folder given with `-p`.
const NGINX: &str = "\
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

/// Nobody is asked for a certificate, and nothing listens but the site.
const CADDY: &str = "\
{
	admin off
	auto_https off
}
";

/// A running server. Dropping it ends it.
pub struct Host {
    port: u16,
    // In this order they are dropped.
    _program: Program,
    _home: TempDir,
}

impl Host {
    /// `name` is `nginx` or `caddy`.
    pub async fn start(name: &str, dist: &Path) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("recto-host-").tempdir()?;
        let port = free_port()?;
        let mut command = match name {
            "nginx" => nginx(home.path(), dist, port)?,
            "caddy" => caddy(home.path(), dist, port)?,
            _ => bail!("there is no host `{name}`: write `nginx`, `caddy`, or a port"),
        };
        let log = paths::logs()?.join([name, ".log"].concat());
        let mut program = Program::start(command.stdout(Stdio::null()), &log)?;
        until("the host to listen", async || {
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

fn nginx(home: &Path, dist: &Path, port: u16) -> Result<Command> {
    let listen = format!("listen 127.0.0.1:{port};");
    let site = adapted(dist, "nginx.conf", "listen 80;", &listen)?;
    fs::write(home.join("nginx.conf"), NGINX)?;
    fs::write(home.join("site.conf"), site)?;
    let mut command = Command::new("nginx");
    command.arg("-p").arg(home);
    command.args(["-c", "nginx.conf", "-e", "stderr"]);
    Ok(command)
}

fn caddy(home: &Path, dist: &Path, port: u16) -> Result<Command> {
    let host = "https://example.org {\n";
    let listen = format!("http://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n");
    let site = adapted(dist, "Caddyfile", host, &listen)?;
    let file = home.join("Caddyfile");
    fs::write(&file, [CADDY, &site].concat())?;
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]);
    command.arg(file).env("HOME", home);
    command
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("XDG_DATA_HOME");
    Ok(command)
}

/// What the configuration asks its reader to write, and where it listens, for its port is taken on most machines.
fn adapted(dist: &Path, file: &str, theirs: &str, ours: &str) -> Result<String> {
    let emitted = dist.join("_hosting").join(file);
    let mut configuration =
        fs::read_to_string(&emitted).with_context(|| emitted.display().to_string())?;
    let dist = dist.canonicalize()?;
    let dist = dist.to_str().context("the path of dist/ is no text")?;
    for (theirs, ours) in [("/var/www/site", dist), (theirs, ours)] {
        ensure!(
            configuration.contains(theirs),
            "{file} has no {}",
            theirs.trim()
        );
        configuration = configuration.replace(theirs, ours);
    }
    Ok(configuration)
}
