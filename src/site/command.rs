//! The command line: `recto build`, `serve`, `check` and `render`.

use super::build::{self, Inputs};
use super::memory::Memory;
use super::problem::{Problem, Severity};
use super::project::Project;
use super::{date, facts, serve};
use crate::content::date::Date;
use crate::markdown::{self, Enrichment};
use clap::{Args, Parser, Subcommand};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Turns a folder of Markdown into a blog that any host of static files can serve.
#[derive(Parser)]
#[command(name = "recto", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the finished site into a folder, which it replaces
    Build {
        #[command(flatten)]
        inputs: InputArguments,
        /// The folder to write
        #[arg(long, value_name = "DIR", default_value = "dist")]
        out: PathBuf,
    },
    /// Show the site in a browser, and again after every change
    Serve {
        #[command(flatten)]
        inputs: InputArguments,
        /// The port on this machine
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Tell all that is wrong with the content, and write nothing
    Check {
        #[command(flatten)]
        inputs: InputArguments,
    },
    /// Turn Markdown on standard input into HTML on standard output
    Render,
}

#[derive(Args)]
struct InputArguments {
    /// The blog: a folder with Markdown in it, or the folder of a Hugo, Zola, Jekyll or Astro site
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Files that are copied as they are
    #[arg(long, value_name = "DIR")]
    public: Option<PathBuf>,
    /// Style sheets: index.css and what it imports
    #[arg(long, value_name = "DIR", default_value = "style")]
    style: PathBuf,
    /// What `trunk build` wrote
    #[arg(long, value_name = "DIR", default_value = "target/app")]
    app: PathBuf,
    /// Where the site will be, such as https://example.org/blog/, instead of what site.json says
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// The day up to which articles are published, instead of today
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<Date>,
}

/// Runs what the command line says. 0: done; 1: the content has errors, which are told; 2: the command line has.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Build { inputs, out } => build(inputs.into(), &out),
        Command::Serve { inputs, port } => serve::run(inputs.into(), port),
        Command::Check { inputs } => check(&inputs.into()),
        Command::Render => render(),
    }
}

fn build(inputs: Inputs, out: &std::path::Path) -> ExitCode {
    let start = Instant::now();
    let written = build::build(&inputs, &mut Memory::for_one_build()).and_then(|built| {
        tell(&built.warnings);
        built
            .outputs
            .write(out)
            .map(|()| built)
            .map_err(|problem| vec![problem])
    });
    match written {
        Ok(built) => {
            let (articles, files, folder) = (built.articles, built.outputs.len(), out.display());
            let seconds = start.elapsed().as_secs_f32();
            say(&format!(
                "{articles} articles, {files} files in {folder}, {seconds:.2} s"
            ));
            ExitCode::SUCCESS
        }
        Err(problems) => {
            tell(&problems);
            ExitCode::FAILURE
        }
    }
}

fn check(inputs: &Inputs) -> ExitCode {
    let problems = build::check(inputs);
    tell(&problems);
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    say(&format!(
        "{errors} errors, {} warnings",
        problems.len() - errors
    ));
    if errors == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn render() -> ExitCode {
    let mut markdown = Vec::new();
    let read = io::stdin().read_to_end(&mut markdown);
    let written = read.and_then(|_| {
        let rendered =
            markdown::render(&String::from_utf8_lossy(&markdown), &Enrichment::default());
        io::stdout().write_all(rendered.html.as_bytes())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("recto: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A line on standard output. Whoever has stopped reading there does not stop us.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// One line each, on standard error.
pub fn tell<'a>(problems: impl IntoIterator<Item = &'a Problem>) {
    for problem in problems {
        let _ = writeln!(io::stderr(), "{problem}");
    }
}

impl From<InputArguments> for Inputs {
    fn from(arguments: InputArguments) -> Self {
        let InputArguments {
            content,
            public,
            style,
            app,
            base_url,
            now,
        } = arguments;
        let today = now.unwrap_or_else(date::today);
        let project = Project::find(content.as_deref());
        Self {
            content: project.content,
            system: project.system,
            config: project.config,
            public: public.unwrap_or(project.public),
            drafts: false,
            out: None,
            style,
            app,
            base_url,
            today,
            reload_script: None,
        }
    }
}

fn base_url(text: &str) -> Result<String, &'static str> {
    match facts::is_base_url(text) {
        true => Ok(text.into()),
        false => {
            Err("write an absolute URL such as https://example.org/ or https://example.org/blog/")
        }
    }
}

fn day(text: &str) -> Result<Date, &'static str> {
    date::read(text).ok_or("write a date such as 2026-04-01")
}
