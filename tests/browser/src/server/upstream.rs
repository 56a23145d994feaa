//! Hands a request on to the server that hosts the site, and its answer back.

use anyhow::{Context, Result};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, ACCEPT_ENCODING, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Asks the server on this port of this machine.
pub(super) async fn ask(port: u16, mut request: Request<Incoming>) -> Result<Response<Bytes>> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let headers = request.headers_mut();
    headers.remove(CONNECTION);
    // A page gets the collector's tag, for which it must be text.
    let accept = headers.get(ACCEPT);
    if accept.is_some_and(|accept| accept.as_bytes().starts_with(b"text/html")) {
        headers.remove(ACCEPT_ENCODING);
    }
    let response = sender.send_request(request).await;
    let (mut head, body) = response.context("asking the site's server")?.into_parts();
    // About how the answer was sent, not what it is.
    for header in [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING] {
        head.headers.remove(header);
    }
    Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
}
