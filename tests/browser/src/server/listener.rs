//! The socket: one task accepts, one task per connection answers; ending the first ends them all.

use std::net::Ipv4Addr;
use std::sync::Arc;

use anyhow::{Context, Result};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use super::State;

/// Listens on the port (0: any free one) and returns the port and the task that serves it.
pub(super) async fn listen(port: u16, state: Arc<State>) -> Result<(u16, JoinHandle<()>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .with_context(|| format!("listening on 127.0.0.1:{port}"))?;
    let port = listener.local_addr()?.port();
    Ok((port, tokio::spawn(accept(listener, state))))
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let state = state.clone();
        connections.spawn(async move {
            let service = service_fn(|request| {
                let state = state.clone();
                async move { state.respond(request).await }
            });
            // A browser that hangs up in the middle of an answer is nothing to report.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
        while connections.try_join_next().is_some() {}
    }
}
