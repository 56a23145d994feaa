//! What a reader does with one tab: look for things, click, press keys, go back; and what a journey may ask
//! about it.

use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{Key, WebDriver, WebElement, WindowHandle};

use crate::fault::Fault;
use crate::find::Find;
use crate::server::lock;
use crate::wait::until;

const FINDER: &str = include_str!("find.js");

/// A tab, or a frame in it. All calls may be mixed with those of other tabs.
#[derive(Clone)]
pub struct Page {
    pub(crate) session: WebDriver,
    pub(crate) window: WindowHandle,
    pub(crate) framed: bool,
    /// The base path of the site, without a slash at its end.
    pub(crate) base: String,
    /// The tab the session looks at now.
    pub(crate) current: Arc<Mutex<Option<WindowHandle>>>,
}

impl Page {
    /// Loads an address as if it were typed in.
    pub async fn go(&self, url: &str) -> Result<()> {
        self.load_document(async || {
            self.session
                .goto(url)
                .await
                .with_context(|| format!("loading {url}"))
        })
        .await
    }

    /// Gives the sign of reading at which the app loads, and waits until it says that the live elements work and links
    /// are the app's.
    pub async fn ready(&self) -> Result<()> {
        self.give_sign().await?;
        self.comes_alive().await
    }

    /// Waits for the same where something else was the sign.
    pub async fn comes_alive(&self) -> Result<()> {
        self.until_true(
            "the app to be ready",
            "return document.documentElement.dataset.app === 'ready'",
        )
        .await
    }

    /// A finger that touches the page and does nothing.
    pub async fn give_sign(&self) -> Result<()> {
        self.js("dispatchEvent(new Event('pointerdown'))").await
    }

    /// Waits until exactly one such element is there.
    pub async fn see(&self, what: &Find) -> Result<WebElement> {
        until(&format!("one {what}"), async || {
            Ok(Some(self.only(what).await?))
        })
        .await
    }

    /// Waits until no such element is there.
    pub async fn see_no(&self, what: &Find) -> Result<()> {
        until(&format!("no {what}"), async || {
            Ok(self.all(what).await?.is_empty().then_some(()))
        })
        .await
    }

    /// The elements that are there now, in the order of the document.
    pub async fn all(&self, what: &Find) -> Result<Vec<WebElement>> {
        self.enter().await?;
        Ok(self
            .session
            .execute(FINDER, vec![json!(what)])
            .await?
            .elements()?)
    }

    /// The text of the one such element, as it is shown.
    pub async fn text(&self, what: &Find) -> Result<String> {
        until(&format!("the text of {what}"), async || {
            Ok(Some(self.only(what).await?.text().await?))
        })
        .await
    }

    /// Clicks the one such element, as soon as it can be clicked. A click that fails has not happened.
    pub async fn click(&self, what: &Find) -> Result<()> {
        until(&format!("to click {what}"), async || {
            Ok(Some(self.only(what).await?.click().await?))
        })
        .await
    }

    /// Clicks the first of several.
    pub async fn click_first(&self, what: &Find) -> Result<()> {
        until(&format!("to click the first {what}"), async || {
            let first = self
                .all(what)
                .await?
                .into_iter()
                .next()
                .context("none found")?;
            Ok(Some(first.click().await?))
        })
        .await
    }

    /// Moves the pointer over the one such element, after scrolling to it.
    pub async fn hover(&self, what: &Find) -> Result<()> {
        until(&format!("to point at {what}"), async || {
            let element = self.only(what).await?;
            element.scroll_into_view().await?;
            let chain = self.session.action_chain().move_to_element_center(&element);
            Ok(Some(chain.perform().await?))
        })
        .await
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.enter().await?;
        Ok(self.session.action_chain().send_keys(key).perform().await?)
    }

    /// Types a text where the focus is.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.enter().await?;
        Ok(self
            .session
            .action_chain()
            .send_keys(text)
            .perform()
            .await?)
    }

    /// Puts the focus on the one such element.
    pub async fn focus(&self, what: &Find) -> Result<()> {
        until(&format!("to focus {what}"), async || {
            let element = self.only(what).await?;
            self.session
                .execute("arguments[0].focus()", vec![element.to_json()?])
                .await?;
            Ok(Some(()))
        })
        .await
    }

    /// Role and name of what has the focus, such as `button "Like"`; `nothing` for the page itself.
    pub async fn focused(&self) -> Result<String> {
        self.enter().await?;
        let found = self
            .session
            .execute(FINDER, vec![json!({ "describe": true })])
            .await?;
        Ok(found.convert()?)
    }

    pub async fn reload(&self) -> Result<()> {
        self.load_document(async || Ok(self.session.refresh().await?))
            .await
    }

    /// Goes back, and waits for nothing: what comes may be a document or the app's own page.
    pub async fn back(&self) -> Result<()> {
        self.enter().await?;
        self.session.back().await.context("going back")
    }

    pub async fn forward(&self) -> Result<()> {
        self.enter().await?;
        self.session.forward().await.context("going forward")
    }

    pub async fn title(&self) -> Result<String> {
        self.js("return document.title").await
    }

    /// The path of the address below the base path, without query and fragment.
    pub async fn path(&self) -> Result<String> {
        let path: String = self.js("return location.pathname").await?;
        Ok(path.strip_prefix(&self.base).unwrap_or(&path).to_owned())
    }

    /// Waits until the address has this path, and for the app to say that it is ready.
    pub async fn arrive(&self, path: &str) -> Result<()> {
        until(&format!("the address to be {path}"), async || {
            let now = self.path().await?;
            ensure!(now == path, "it is {now}");
            Ok(Some(()))
        })
        .await?;
        self.ready().await
    }

    /// Runs a function body and returns its value.
    pub async fn js<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.js_with(script, vec![]).await
    }

    pub async fn js_with<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        self.enter().await?;
        Ok(self.session.execute(script, arguments).await?.convert()?)
    }

    /// Runs a function body that may `await`, and returns its value.
    pub async fn js_async<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.enter().await?;
        let script = format!(
            "const done = arguments[arguments.length - 1];\n\
             (async () => {{ {script} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}))"
        );
        let mut answer: Value = self
            .session
            .execute_async(script, vec![])
            .await?
            .convert()?;
        match answer.get("error") {
            Some(error) => bail!("{error}"),
            None => Ok(serde_json::from_value(answer["value"].take())?),
        }
    }

    /// Waits until the function body returns true.
    pub async fn until_true(&self, what: &str, script: &str) -> Result<()> {
        until(what, async || {
            Ok(self.js::<bool>(script).await?.then_some(()))
        })
        .await
    }

    /// What the collector has noted in the document on show.
    pub async fn faults(&self) -> Result<Vec<Fault>> {
        self.js("return window.__test ? window.__test.faults : []")
            .await
    }

    /// Turns the session's attention to this tab.
    pub(crate) async fn enter(&self) -> Result<()> {
        if lock(&self.current).as_ref() == Some(&self.window) {
            return Ok(());
        }
        self.session.switch_to_window(self.window.clone()).await?;
        if self.framed {
            self.session.enter_frame(0).await?;
        }
        *lock(&self.current) = Some(self.window.clone());
        Ok(())
    }

    /// The one such element that is there now.
    async fn only(&self, what: &Find) -> Result<WebElement> {
        let mut found = self.all(what).await?;
        ensure!(found.len() == 1, "{} found", found.len());
        found.pop().context("none found")
    }

    /// Waits for the new document, which most drivers are told not to do.
    async fn load_document(&self, load: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        self.enter().await?;
        self.js::<Value>("window.__leaving = true; return null")
            .await?;
        load().await?;
        let loaded = "return window.__leaving === undefined && document.readyState === 'complete' \
                      && location.protocol !== 'about:'";
        self.until_true("the document to load", loaded).await
    }
}
