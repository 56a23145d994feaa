//! The ways in which an answer can be wrong.

use browser_tests::server::{Answer, Gate, Interruption, Server};

/// What a reader may be told of it, where the app says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Nothing was answered: they may be offline.
    Network,
    /// Something was answered, and it is not what was asked for.
    Content,
}

pub struct Way {
    /// As `docs/faults.md` calls it.
    pub name: &'static str,
    pub cause: Cause,
    /// What is answered in the place of the file; nothing: no answer comes at all.
    answer: fn(&[u8]) -> Option<Answer>,
}

pub const WAYS: [Way; 13] = [
    way("connection refused", Cause::Network, |_| {
        Some(Answer::none())
    }),
    way("404", Cause::Content, |_| Some(Answer::status(404))),
    way("500", Cause::Content, |_| Some(Answer::status(500))),
    way("HTML with 200", Cause::Content, |_| {
        let page = "<!doctype html><title>Sign in to the network</title>";
        Some(Answer::new(page).with_media_type("text/html"))
    }),
    way("empty", Cause::Content, |_| Some(Answer::new(""))),
    way("truncated", Cause::Content, |file| {
        Some(Answer::new(file[..file.len() / 2].to_vec()))
    }),
    way("corrupted", Cause::Content, |file| {
        let (before, after) = file.split_at(file.len() / 3);
        let kept = after.iter().skip(16);
        let bytes = before.iter().chain(&[0xFF; 16]).chain(kept);
        Some(Answer::new(bytes.copied().collect::<Vec<u8>>()))
    }),
    way("wrong type", Cause::Content, |file| {
        Some(Answer::new(file.to_vec()).with_media_type("text/plain"))
    }),
    way("never answered", Cause::Network, |_| None),
    way("connection cut", Cause::Network, |file| {
        Some(Answer::new(file.to_vec()).interrupted(Interruption::Cut))
    }),
    way("body stalled", Cause::Network, |file| {
        Some(Answer::new(file.to_vec()).interrupted(Interruption::Stall))
    }),
    way("redirect loop", Cause::Network, |_| {
        Some(Answer::redirect("?again"))
    }),
    way("portal elsewhere", Cause::Network, |_| {
        Some(Answer::redirect("http://localhost:9/sign-in"))
    }),
];

const fn way(name: &'static str, cause: Cause, answer: fn(&[u8]) -> Option<Answer>) -> Way {
    Way {
        name,
        cause,
        answer,
    }
}

/// What was done to the answers for a path.
pub struct Trouble(Option<Gate>);

impl Way {
    /// Answers so from now on.
    pub fn begin(&self, server: &Server, path: &str, file: &[u8]) -> Trouble {
        match (self.answer)(file) {
            Some(answer) => {
                server.answer(path, answer);
                Trouble(None)
            }
            None => Trouble(Some(server.hold(path))),
        }
    }

    /// Whether a document that waits for the file is never whole.
    pub fn never_ends(&self) -> bool {
        matches!(self.name, "never answered" | "body stalled")
    }
}

impl Trouble {
    /// Answers as usual from now on.
    pub fn end(self, server: &Server, path: &str) {
        server.answer_as_usual(path);
        if let Some(gate) = self.0 {
            gate.open();
        }
    }
}
