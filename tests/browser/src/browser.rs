//! One browser of one flavour, started once and used by all journeys, each in a fresh tab.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::{Driver, mini_browser};
use crate::engine::{Engine, Flavour};

/// No session takes longer to start, and WebKit's hangs for ever when something is wrong.
const START: Duration = Duration::from_secs(60);
const WINDOW: (u32, u32) = (1200, 850);

/// Where Debian puts it.
pub const CHROMIUM: &str = "/usr/bin/chromium";

/// Without a screen, and without a word to the world outside of this machine, whatever a page tries.
pub const CHROMIUM_FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    // It lets a page navigate 200 times in ten seconds; a journey through hostile texts is quicker.
    "--disable-ipc-flooding-protection",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

pub struct Browser {
    pub flavour: Flavour,
    session: WebDriver,
    _driver: Driver,
}

impl Browser {
    /// Starts the driver and one session; tries once more, because a machine at its limits may miss a deadline.
    pub async fn start(flavour: Flavour) -> Result<Self> {
        match Self::start_once(flavour).await {
            Ok(browser) => Ok(browser),
            Err(error) => {
                eprintln!("{flavour} did not start ({error:#}); one more try");
                Self::start_once(flavour).await
            }
        }
    }

    async fn start_once(flavour: Flavour) -> Result<Self> {
        let driver = Driver::start(flavour).await?;
        let session = WebDriver::builder(driver.url(), capabilities(flavour)?)
            .request_timeout(START)
            .connect();
        let session = session
            .await
            .with_context(|| format!("a session of {flavour}"))?;
        session.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
        Ok(Self {
            flavour,
            session,
            _driver: driver,
        })
    }

    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Closes all tabs but a new one.
    pub async fn fresh_tab(&self) -> Result<()> {
        let old = self.session.windows().await?;
        let fresh = self.session.new_tab().await?;
        for tab in old {
            self.session.switch_to_window(tab).await?;
            self.session.close_window().await?;
        }
        self.session.switch_to_window(fresh).await?;
        Ok(())
    }

    pub async fn quit(self) {
        // The driver ends its browser anyway when it is dropped.
        let _ = self.session.quit().await;
    }
}

fn capabilities(flavour: Flavour) -> Result<Capabilities> {
    let mut wanted = match flavour.engine {
        Engine::Chromium => chromium(),
        Engine::Firefox => firefox(),
        Engine::Webkit => webkit(flavour.navigation_api)?,
    };
    if flavour.engine != Engine::Webkit {
        // These drivers would wait for pages of the app too, and a journey could do nothing while one is under way.
        // WebKit's does not, and cannot run a script while a document is being replaced.
        wanted["pageLoadStrategy"] = "none".into();
    }
    let Value::Object(wanted) = wanted else {
        unreachable!("capabilities are an object")
    };
    Ok(Capabilities::from(wanted))
}

fn chromium() -> Value {
    let arguments = [&CHROMIUM_FLAGS[..], &["--force-prefers-reduced-motion"]].concat();
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": CHROMIUM, "args": arguments },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox() -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless"],
            "prefs": {
                "ui.prefersReducedMotion": 1,
                "app.normandy.enabled": false,
                "app.update.auto": false,
                "browser.safebrowsing.downloads.remote.enabled": false,
                "browser.safebrowsing.malware.enabled": false,
                "browser.safebrowsing.phishing.enabled": false,
                "datareporting.healthreport.uploadEnabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "extensions.update.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "toolkit.telemetry.enabled": false,
            },
        },
    })
}

fn webkit(navigation_api: bool) -> Result<Value> {
    let mut arguments = vec!["--automation"];
    if navigation_api {
        arguments.push("--features=NavigationAPI");
    }
    Ok(json!({ "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": arguments } }))
}
