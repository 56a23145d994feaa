//! A finger: what the drivers of all engines can do with one.

use anyhow::Result;
use serde_json::json;
use thirtyfour::common::command::Command;

use crate::Page;
use crate::find::Find;

impl Page {
    /// Puts a finger on the one such element and moves it this much further down, in CSS pixels, before it is lifted.
    pub async fn swipe(&self, what: &Find, down: i32) -> Result<()> {
        let element = self.see(what).await?.to_json()?;
        let place = |y: i32| json!({ "type": "pointerMove", "origin": element, "x": 0, "y": y, "duration": 50 });
        let finger = json!([{
            "type": "pointer",
            "id": "finger",
            "parameters": { "pointerType": "touch" },
            "actions": [
                place(0),
                { "type": "pointerDown", "button": 0 },
                place(down / 2),
                place(down),
                { "type": "pointerUp", "button": 0 },
            ],
        }]);
        let actions = Command::PerformActions(finger.into());
        self.session.handle().cmd(actions).await?;
        Ok(())
    }
}
