//! A gate in front of one path: the request arrives, the answer waits until the journey opens the gate.
//! It replaces every sleep a test of slow networks could want.

use std::sync::Arc;

use anyhow::Result;
use tokio::sync::watch;

use crate::wait::within_patience;

#[derive(Clone, Debug, Default)]
pub struct Gate {
    progress: Arc<watch::Sender<Progress>>,
}

#[derive(Debug, Default)]
struct Progress {
    arrived: usize,
    abandoned: usize,
    open: bool,
}

impl Gate {
    /// Waits until a request stands before the gate.
    pub async fn arrival(&self) -> Result<()> {
        self.reach("a request at the gate", |progress| progress.arrived > 0)
            .await
    }

    /// Waits until the browser has given up a request that stood before the gate.
    pub async fn abandonment(&self) -> Result<()> {
        self.reach("the browser to give up a request", |progress| {
            progress.abandoned > 0
        })
        .await
    }

    /// How many requests the browser has given up before the gate opened.
    pub fn abandoned(&self) -> usize {
        self.progress.borrow().abandoned
    }

    /// Lets through all that wait and all that come.
    pub fn open(&self) {
        self.progress.send_modify(|progress| progress.open = true);
    }

    /// The server's side: returns when the gate is open. Dropped before, it counts as abandoned.
    pub(crate) async fn pass(&self) {
        let mut progress = self.progress.subscribe();
        self.progress.send_modify(|progress| progress.arrived += 1);
        let _visit = Visit(self);
        // The sender lives as long as `self`, so this wait cannot fail.
        let _ = progress.wait_for(|progress| progress.open).await;
    }

    async fn reach(&self, what: &str, reached: fn(&Progress) -> bool) -> Result<()> {
        let mut progress = self.progress.subscribe();
        within_patience(what, async {
            progress.wait_for(reached).await?;
            Ok(())
        })
        .await
    }
}

struct Visit<'a>(&'a Gate);

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.0.progress.send_modify(|progress| {
            if !progress.open {
                progress.abandoned += 1;
            }
        });
    }
}
