//! `recto serve`: the site on this machine, built in cache, and built again after every change.
//!
//! 1. `watch` waits for a change below the inputs; `rebuild` shows changed texts at once, builds the site again, and tells what
//!    is wrong.
//! 2. `state` holds the last site that could be built, and wakes the browsers that wait for the next.
//! 3. `listener` accepts requests; `names` says which are answered; `answer` finds a request's file, and sends it with
//!    the headers that a host would send, or `problem_page` while there is no site.
//! 4. `reload.js`, which every page loads here, loads the page anew, shows what is wrong, and puts a badge on what a
//!    build leaves out: drafts, and articles whose day is still to come or over.

mod answer;
pub mod host_names;
mod listener;
mod problem_page;
mod rebuild;
mod state;
mod watch;

use crate::build::diagnostics::console::{fail, print};
use crate::build::diagnostics::progress_line::Progress;
use crate::build::options::BuildOptions;
use answer::Server;
use host_names::Names;
use rebuild::Rebuild;
use state::State;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;
use watch::Watch;

/// Serves until the process ends, under its own address and the names given.
pub fn run(mut options: BuildOptions, port: u16, hosts: Vec<String>) -> ExitCode {
    let socket = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(socket) => socket,
        Err(error) => return cannot_listen(port, &error),
    };
    let port = (socket.local_addr()).map_or(port, |address| address.port());
    let address = ["http://127.0.0.1:", &port.to_string(), "/"].concat();
    options.base_url.get_or_insert_with(|| address.clone());
    options.drafts = true;
    options.images = false;
    options.progress = Progress::for_people();
    options.compress = false;
    let folders = [&options.content, &options.public].into_iter();
    let server = Arc::new(Server {
        state: State::new(),
        names: Names::new(hosts),
        folders: folders.chain(&options.cache).cloned().collect(),
    });
    if let Err(error) = listener::start(socket, Arc::clone(&server)) {
        return cannot_listen(port, &error);
    }
    let parts = [options.style.folder(), options.app.folder()];
    let watched = [&options.content, &options.public]
        .into_iter()
        .chain(parts.into_iter().flatten());
    let mut watch = Watch::new(watched);
    print(&["Building the site for ", &address].concat());
    let rebuild = Arc::new(Rebuild::new(options, server));
    let build = rebuild.in_background();
    let mut changed = None;
    loop {
        rebuild.after(changed, &build);
        changed = Some(watch.wait_for_change());
    }
}

fn cannot_listen(port: u16, error: &io::Error) -> ExitCode {
    fail(&match error.kind() == ErrorKind::AddrInUse {
        true => {
            format!(
                "port {port} is in use; end the program that uses it, or name another with --port"
            )
        }
        false => format!("cannot listen on port {port}: {error}; name another with --port"),
    })
}
