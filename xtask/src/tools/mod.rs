//! Installs what is missing, and only that: into `target/tools` where the tool allows it.
//! A program of the right version that is on PATH already is used as it is.

mod apt;
mod npm;
mod rust;

use std::{path::PathBuf, thread};

use anyhow::{Result, bail};

use crate::{engine::Engine, workspace};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    Rustfmt,
    Clippy,
    WasmTarget,
    Trunk,
    WasmBindgen,
    CargoDeny,
    /// `wasm-opt`, `terser`, and what tests need: the CommonMark specification, axe-core, TypeScript, and what pages that
    /// embed are made with.
    NpmPackages,
    Lighthouse,
    /// What the search is compared with.
    SearchPeers,
    /// For the fuzzer, which is written in C++.
    CxxCompiler,
    Fonts,
    /// What pages are set in on other systems.
    Faces,
    /// Which serve the sample as they would a publisher's site.
    Nginx,
    Caddy,
    /// The browser, and its WebDriver.
    Browser(Engine),
}

/// Installs these; when some cannot be, the error has a line for each, saying how to get it.
pub fn require(tools: &[Tool]) -> Result<()> {
    let missing = install(tools);
    if !missing.is_empty() {
        let lines: Vec<String> = missing.into_iter().map(|(_, line)| line).collect();
        bail!("{}", lines.join("\n"));
    }
    Ok(())
}

/// Where Lighthouse is, once it is installed.
pub fn lighthouse() -> PathBuf {
    workspace::tools().join("lighthouse/node_modules/.bin/lighthouse")
}

/// Installs these; returns those that are still missing, with how to get them. Trunk takes about as long as all others
/// together, and much of that on one core: it is compiled beside them.
pub fn install(tools: &[Tool]) -> Vec<(Tool, String)> {
    let attempt = |tool: &Tool| Some((*tool, format!("{:#}", tool.install().err()?)));
    let (trunk, others): (Vec<Tool>, Vec<Tool>) =
        tools.iter().partition(|tool| **tool == Tool::Trunk);
    thread::scope(|scope| {
        let trunk = scope.spawn(|| trunk.iter().find_map(attempt));
        let mut missing: Vec<_> = others.iter().filter_map(attempt).collect();
        missing.extend(trunk.join().expect("installing does not panic"));
        missing
    })
}

impl Tool {
    fn install(self) -> Result<()> {
        match self {
            Tool::Rustfmt => rust::component("rustfmt", "fmt"),
            Tool::Clippy => rust::component("clippy", "clippy"),
            Tool::WasmTarget => rust::wasm_target(),
            Tool::Trunk => rust::trunk(),
            Tool::WasmBindgen => rust::wasm_bindgen(),
            Tool::CargoDeny => rust::cargo_deny(),
            Tool::NpmPackages => npm::packages(),
            Tool::Lighthouse => npm::lighthouse(),
            Tool::SearchPeers => npm::search_peers(),
            Tool::CxxCompiler => apt::install(&apt::CXX),
            Tool::Fonts => apt::install(&apt::FONTS),
            Tool::Faces => apt::install(&apt::FACES),
            Tool::Nginx => apt::install(&apt::NGINX),
            Tool::Caddy => apt::install(&apt::CADDY),
            Tool::Browser(Engine::Chromium) => apt::install(&apt::CHROMIUM),
            Tool::Browser(Engine::Firefox) => {
                apt::install(&apt::FIREFOX).and_then(|()| rust::geckodriver())
            }
            Tool::Browser(Engine::Webkit) => apt::install(&apt::WEBKIT),
        }
    }
}
