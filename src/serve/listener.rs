//! The socket: a thread of its own accepts connections and answers on them, each for as long as it is heard from. What
//! somebody may send is limited, so that nothing sent here takes memory or keeps others waiting.

use super::answer::{Answer, Server};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::Semaphore;

/// Open at the same time. Every page on show keeps one, because it waits for a change.
const MAX_CONNECTIONS: usize = 512;

/// Bytes of the head of a request: one with more is refused (431).
const MAX_HEAD: usize = 64 << 10;

const MAX_HEADERS: usize = 100;

/// Files that are read at the same time.
const READERS: usize = 8;

/// For the head of a request, and until the next one on the same connection.
const PATIENCE: Duration = Duration::from_secs(30);

/// After the system could not accept one, because there are too many.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers what comes over the socket, until the process ends.
pub fn start(socket: TcpListener, server: Arc<Server>) -> io::Result<()> {
    socket.set_nonblocking(true)?;
    let runtime = Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(READERS)
        .build()?;
    let socket = {
        let _entered = runtime.enter();
        tokio::net::TcpListener::from_std(socket)?
    };
    thread::spawn(move || runtime.block_on(accept(socket, server)));
    Ok(())
}

async fn accept(socket: tokio::net::TcpListener, server: Arc<Server>) {
    let free = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    // Nobody closes the semaphore.
    while let Ok(permit) = Arc::clone(&free).acquire_owned().await {
        match socket.accept().await {
            Ok((stream, _)) => {
                let server = Arc::clone(&server);
                tokio::spawn(async move {
                    connection(stream, server).await;
                    drop(permit);
                });
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

async fn connection(stream: TcpStream, server: Arc<Server>) {
    let service = service_fn(|request: Request<Incoming>| {
        let server = Arc::clone(&server);
        async move { Ok::<Response<Answer>, Infallible>(server.answer(request).await) }
    });
    // A browser that is gone does not want the answer.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        // As people and their tools have always seen them.
        .title_case_headers(true)
        .max_buf_size(MAX_HEAD)
        .max_headers(MAX_HEADERS)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
