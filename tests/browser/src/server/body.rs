//! The body of an answer: whole, or one that ends or stops in its middle.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interruption {
    /// The connection ends before it.
    Refuse,
    /// The connection ends when half of it has been sent.
    Cut,
    /// Half of it is sent, nothing more comes, and the connection stays.
    Stall,
}

pub(super) struct AnswerBody {
    rest: Bytes,
    interruption: Option<Interruption>,
    length: u64,
}

impl AnswerBody {
    pub(super) fn new(whole: Bytes, interruption: Option<Interruption>) -> Self {
        let length = whole.len();
        let sent = match interruption {
            Some(_) => length / 2,
            None => length,
        };
        Self {
            rest: whole.slice(..sent),
            interruption,
            length: length as u64,
        }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let rest = std::mem::take(&mut self.rest);
        match self.interruption {
            _ if !rest.is_empty() => Poll::Ready(Some(Ok(Frame::data(rest)))),
            None => Poll::Ready(None),
            Some(Interruption::Cut | Interruption::Refuse) => {
                Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
            }
            // Ended with the connection, when the browser hangs up.
            Some(Interruption::Stall) => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.interruption.is_none()
    }

    /// What is announced: of an answer that is interrupted, too, the whole.
    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
