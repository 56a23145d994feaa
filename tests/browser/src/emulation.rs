//! What only Chromium can do: pretend a slower device or another medium, and tell what a tab holds.

use std::collections::HashMap;

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Page;

impl Page {
    /// Lets scripts and layout of this tab take so many times as long.
    pub async fn slow_down(&self, times: f64) -> Result<()> {
        self.emulate("setCPUThrottlingRate", json!({ "rate": times }))
            .await
    }

    /// Shows the page as on paper.
    pub async fn as_on_paper(&self) -> Result<()> {
        self.emulate("setEmulatedMedia", json!({ "media": "print" }))
            .await
    }

    /// Shows the page in few colours of the reader's own.
    pub async fn force_colours(&self) -> Result<()> {
        let active = json!({ "name": "forced-colors", "value": "active" });
        self.emulate("setEmulatedMedia", json!({ "features": [active] }))
            .await
    }

    /// Shows the page to a reader who does not ask for less motion, as all others here do.
    pub async fn allow_motion(&self) -> Result<()> {
        let motion = json!({ "name": "prefers-reduced-motion", "value": "no-preference" });
        self.emulate("setEmulatedMedia", json!({ "features": [motion] }))
            .await
    }

    /// Makes the screen this large, in CSS pixels, also where no window could be. That of a phone has no scroll bar in it.
    pub async fn have_screen(&self, width: u32, height: u32, is_phone: bool) -> Result<()> {
        let device =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone });
        self.emulate("setDeviceMetricsOverride", device).await
    }

    /// Makes the screen one that is touched and has no pointer over it.
    pub async fn be_touched(&self) -> Result<()> {
        self.have_screen(390, 844, true).await?;
        self.emulate("setTouchEmulationEnabled", json!({ "enabled": true }))
            .await
    }

    /// What the tab holds after its garbage was collected, by Chromium's names: `Nodes`, `JSEventListeners`,
    /// `JSHeapUsedSize` in bytes, and others.
    pub async fn holdings(&self) -> Result<HashMap<String, f64>> {
        #[derive(Deserialize)]
        struct Metric {
            name: String,
            value: f64,
        }
        self.enter().await?;
        let cdp = self.session.cdp();
        for command in ["HeapProfiler.collectGarbage", "Performance.enable"] {
            cdp.send_raw(command, json!({})).await?;
        }
        let mut answer = cdp.send_raw("Performance.getMetrics", json!({})).await?;
        let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].take())?;
        Ok(metrics
            .into_iter()
            .map(|metric| (metric.name, metric.value))
            .collect())
    }

    async fn emulate(&self, method: &str, parameters: Value) -> Result<()> {
        self.enter().await?;
        let cdp = self.session.cdp();
        cdp.send_raw(&format!("Emulation.{method}"), parameters)
            .await?;
        Ok(())
    }
}
