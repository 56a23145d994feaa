//! What every journey is given: the engine it runs in, a server with an origin of its own, and a browser whose only
//! tab is fresh.

use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::{Engine, Flavour};
use crate::fault::{Fault, FaultKind};
use crate::page::Page;
use crate::scripts_off::switch_scripts_off;
use crate::server::{Server, Site, lock};

pub struct Stage<'a> {
    pub flavour: Flavour,
    pub server: Server,
    browser: &'a Browser,
    pages: Mutex<Vec<Page>>,
    expected: Mutex<Vec<String>>,
    current: Arc<Mutex<Option<thirtyfour::WindowHandle>>>,
}

impl<'a> Stage<'a> {
    pub(crate) async fn set(browser: &'a Browser, site: Site) -> Result<Self> {
        browser.fresh_tab().await?;
        Ok(Self {
            flavour: browser.flavour,
            server: Server::start(site).await?,
            browser,
            pages: Mutex::default(),
            expected: Mutex::default(),
            current: Arc::default(),
        })
    }

    /// Loads a path of the site in the journey's tab and waits until the app is ready.
    pub async fn open(&self, path: &str) -> Result<Page> {
        let page = self.load(path).await?;
        page.ready().await?;
        Ok(page)
    }

    /// Loads a path in the journey's tab and waits for the document only.
    pub async fn load(&self, path: &str) -> Result<Page> {
        let page = self.first_tab().await?;
        page.go(&self.server.url(path)).await?;
        Ok(page)
    }

    /// Loads a path in one more tab and waits until the app is ready.
    pub async fn open_another_tab(&self, path: &str) -> Result<Page> {
        let window = self.browser.session().new_tab().await?;
        let page = self.page(window, false);
        page.go(&self.server.url(path)).await?;
        page.ready().await?;
        Ok(page)
    }

    /// Loads a path in a window of this size in CSS pixels, narrower than some engines' windows can be: a frame.
    pub async fn load_narrow(&self, path: &str, width: u32, height: u32) -> Result<Page> {
        self.server.allow_frames();
        let origin = self.server.origin();
        let path = self.server.path(path);
        self.load_in_frame(&origin, &path, width, height).await
    }

    /// Loads an address in a frame of this size, in a page that this server sends under another origin of its own.
    pub async fn load_in_frame(
        &self,
        origin: &str,
        url: &str,
        width: u32,
        height: u32,
    ) -> Result<Page> {
        let outer = self.first_tab().await?;
        let frame = format!("{origin}/__test/frame?{width},{height},{url}");
        outer.go(&frame).await?;
        let page = self.page(outer.window, true);
        *lock(&self.current) = None;
        page.until_true(
            "the frame to load",
            "return document.readyState === 'complete' && location.href !== 'about:blank'",
        )
        .await?;
        Ok(page)
    }

    /// Switches scripts off in the journey's tab, for documents loaded from now on.
    pub async fn switch_scripts_off(&self) -> Result<()> {
        self.server.forbid_scripts(true);
        self.first_tab().await?.enter().await?;
        switch_scripts_off(self.flavour.engine, self.browser.session()).await
    }

    /// Says that this journey provokes faults whose text contains this; all others fail it.
    pub fn expect_fault(&self, text: &str) {
        lock(&self.expected).push(text.to_owned());
    }

    /// The faults nobody expected. Warnings are only noted, not counted.
    pub(crate) async fn unexpected_faults(&self) -> Vec<Fault> {
        let expected = lock(&self.expected).clone();
        let is_unexpected = |fault: &Fault| {
            fault.kind != FaultKind::ConsoleWarning
                && !expected.iter().any(|text| fault.text.contains(text))
        };
        let faults = self.all_faults().await;
        faults.into_iter().filter(is_unexpected).collect()
    }

    /// Also what open pages could not tell the server, for instance while it was offline.
    pub(crate) async fn all_faults(&self) -> Vec<Fault> {
        for page in self.pages() {
            if let Ok(faults) = page.faults().await {
                self.server.add_faults(faults);
            }
        }
        self.server.faults()
    }

    pub(crate) fn pages(&self) -> Vec<Page> {
        lock(&self.pages).clone()
    }

    /// What Chromium's console says, its own messages included; nothing in other engines.
    pub async fn browser_log(&self) -> Result<Vec<Value>> {
        if self.flavour.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let entries = self
            .browser
            .session()
            .browser_log()
            .await
            .context("reading the browser's log")?;
        Ok(entries
            .into_iter()
            .map(|entry| json!({ "level": entry.level, "message": entry.message }))
            .collect())
    }

    async fn first_tab(&self) -> Result<Page> {
        if let Some(page) = self.pages().first() {
            return Ok(page.clone());
        }
        let window = self.browser.session().window().await?;
        *lock(&self.current) = Some(window.clone());
        Ok(self.page(window, false))
    }

    fn page(&self, window: thirtyfour::WindowHandle, framed: bool) -> Page {
        let page = Page {
            base: self.server.path(""),
            session: self.browser.session().clone(),
            window,
            framed,
            current: self.current.clone(),
        };
        lock(&self.pages).push(page.clone());
        page
    }
}
