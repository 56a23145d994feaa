//! The only place that waits. A journey says what it waits for; the page is asked again and again until the answer
//! is there or a reader would have given up.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::time::{Instant, sleep, timeout};

/// Longer than any slow engine on a busy machine needs; a guard against hanging, never a measure of speed.
pub const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(25);

/// Asks until there is an answer. An error counts as "not yet", because a page may be changing under the question;
/// the last one is told when patience ends.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = ask().await;
        if let Ok(Some(value)) = answer {
            return Ok(value);
        }
        if Instant::now() > end {
            let waited = || format!("waited {} s for {what}", PATIENCE.as_secs());
            match answer {
                Err(error) => return Err(error).with_context(waited),
                Ok(_) => bail!(waited()),
            }
        }
        sleep(POLL).await;
    }
}

/// Waits for a future instead of asking for a state.
pub async fn within_patience<T>(what: &str, future: impl Future<Output = Result<T>>) -> Result<T> {
    timeout(PATIENCE, future)
        .await
        .with_context(|| format!("waited {} s for {what}", PATIENCE.as_secs()))?
}
