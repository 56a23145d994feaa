//! Switches scripts off in a tab, as its reader can. The test server's policy forbids them as well; in WebKit, whose
//! driver has no such switch, that is all there is.

use anyhow::Result;
use hyper::Method;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

use crate::engine::Engine;

/// Holds for documents loaded from now on in the tab the session looks at.
pub async fn switch_scripts_off(engine: Engine, session: &WebDriver) -> Result<()> {
    match engine {
        Engine::Chromium => {
            let off = json!({ "value": true });
            session
                .cdp()
                .send_raw("Emulation.setScriptExecutionDisabled", off)
                .await?;
        }
        Engine::Firefox => {
            session.cmd(Context("chrome")).await?;
            let off = "gBrowser.selectedBrowser.browsingContext.allowJavascript = false";
            let result = session.execute(off, vec![]).await;
            session.cmd(Context("content")).await?;
            result?;
        }
        Engine::Webkit => {}
    }
    Ok(())
}

/// Geckodriver's own command: scripts of the session run in the page (`content`) or in the browser (`chrome`).
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("/session/{session}/moz/context");
        RequestData::new(Method::POST, path).add_body(json!({ "context": self.0 }))
    }
}
