//! The window of a tab: how large it is, how far it is scrolled, and a picture of it.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::{Page, paths};

impl Page {
    /// How far the page is scrolled, in CSS pixels.
    pub async fn scroll_position(&self) -> Result<f64> {
        self.js("return window.scrollY").await
    }

    pub async fn scroll_to(&self, y: u32) -> Result<()> {
        self.js::<Value>(&format!(
            "window.scrollTo({{ top: {y}, behavior: 'instant' }})"
        ))
        .await?;
        Ok(())
    }

    /// Makes the window's inside this large, in CSS pixels. Engines have their own least width.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.enter().await?;
        let frame: (i64, i64) = self
            .js("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            .await?;
        let outer = (
            u32::try_from(i64::from(width) + frame.0)?,
            u32::try_from(i64::from(height) + frame.1)?,
        );
        Ok(self.session.set_window_rect(0, 0, outer.0, outer.1).await?)
    }

    /// Writes a picture of the tab to `target/shots/<name>.png`.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let file = paths::shots()?.join(format!("{name}.png"));
        self.screenshot_to(&file).await?;
        Ok(file)
    }

    pub(crate) async fn screenshot_to(&self, file: &Path) -> Result<()> {
        ensure!(
            self.js::<bool>("return !document.hidden").await?,
            "a hidden tab paints no picture"
        );
        // WebKit takes the last painted frame: let two go by, where scripts can count them.
        let frames =
            "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        self.js_async::<Value>(frames).await.ok();
        Ok(self.session.screenshot(file).await?)
    }
}
