//! `recto render`: Markdown in, HTML out; one text, or one JSON string a line.

use crate::build::diagnostics::console::fail;
use crate::content::article::Heading;
use crate::markdown::{self, Enrichment, Rendered, Warning};
use serde::Serialize;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

/// The answer to a line.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Rendered {
        html: String,
        outline: Vec<Heading>,
        excerpt: String,
        words: u32,
        warnings: Vec<Remark>,
    },
    Unreadable {
        error: String,
    },
}

/// A place in the text, and what is wrong there; what to do.
#[derive(Serialize)]
struct Remark {
    line: u32,
    column: u32,
    message: String,
}

pub fn run(ndjson: bool) -> ExitCode {
    let done = match ndjson {
        true => lines(),
        false => text(),
    };
    match done {
        Ok(code) => code,
        // Whoever reads what we write has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn text() -> io::Result<ExitCode> {
    let mut markdown = Vec::new();
    io::stdin().read_to_end(&mut markdown)?;
    let markdown = String::from_utf8_lossy(&markdown);
    let rendered = markdown::render(&markdown, &Enrichment::default());
    io::stdout().write_all(rendered.html.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Each line is answered before the next is read.
fn lines() -> io::Result<ExitCode> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            let answer = answer(&line);
            if matches!(answer, Answer::Unreadable { .. }) {
                code = ExitCode::FAILURE;
            }
            serde_json::to_writer(&mut output, &answer)?;
            output.write_all(b"\n")?;
            output.flush()?;
        }
        line.clear();
    }
    Ok(code)
}

fn answer(line: &[u8]) -> Answer {
    let markdown: String = match serde_json::from_slice(line) {
        Ok(markdown) => markdown,
        Err(error) => {
            let error = ["not a JSON string: ", &error.to_string()].concat();
            return Answer::Unreadable { error };
        }
    };
    let Rendered {
        html,
        outline,
        excerpt,
        words,
        warnings,
    } = markdown::render(&markdown, &Enrichment::default());
    let remark = |Warning {
                      line,
                      column,
                      what,
                      remedy,
                  }| Remark {
        line,
        column,
        message: format!("{what}; {remedy}"),
    };
    Answer::Rendered {
        html,
        outline,
        excerpt,
        words,
        warnings: warnings.into_iter().map(remark).collect(),
    }
}
