//! The `recto` program: runs one command and prints what it did.

mod against;
mod ci;
mod command_line;
mod doctor;
mod grouped;
mod manual;
mod new;
mod new_live;
mod post;
mod publish;
mod render;
mod replies;
mod report;
mod schema;
mod theme;
mod version;
mod write_new;

use crate::build::diagnostics::console::print;
use crate::build::diagnostics::problem::{Problem, Problems, has_errors};
use crate::build::enrich::build_cache::BuildCache;
use crate::build::input::date_formats;
use crate::build::options::BuildOptions;
use crate::build::{build as build_site, check as check_content};
use crate::serve;
use clap::Parser;
use command_line::{Arguments, Command, NewArguments, ThemeCommand};
use new_live::LiveBlog;
use report::{Outcome, Report};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// Runs what the command line says. Exit status 0: done; 1: the content has errors; 2: the command
/// line has.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::New(arguments) => new(arguments),
        Command::Post {
            title,
            content,
            now,
        } => post::draft(
            &title,
            content.as_deref(),
            now.unwrap_or_else(date_formats::today),
        ),
        Command::Serve {
            inputs,
            port,
            hosts,
        } => serve::run(inputs.into(), port, hosts),
        Command::Build {
            inputs,
            report,
            out,
        } => build(inputs.into(), &out, &report.into()),
        Command::Publish {
            files,
            inputs,
            report,
            folders,
        } => publish::run(
            inputs.into(),
            &folders.options(&files, false),
            &report.into(),
        ),
        Command::Unpublish {
            files,
            inputs,
            report,
            folders,
        } => publish::run(
            inputs.into(),
            &folders.options(&files, true),
            &report.into(),
        ),
        Command::Replies(arguments) => replies::run(arguments),
        Command::Check {
            inputs,
            report,
            against,
        } => check(inputs.into(), against.as_deref(), report.into()),
        Command::Doctor { inputs } => doctor::run(&inputs.into()),
        Command::Render { ndjson } => render::run(ndjson),
        Command::Theme {
            command: ThemeCommand::Export { folder },
        } => theme::export(&folder),
        Command::Schema { file } => {
            print(&schema::json(file));
            ExitCode::SUCCESS
        }
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { command } => manual::page(command.as_deref()),
    }
}

fn new(arguments: NewArguments) -> ExitCode {
    let NewArguments {
        folder,
        ci,
        theme,
        live,
        base_url,
        style,
        app,
        now,
    } = arguments;
    let today = now.unwrap_or_else(date_formats::today);
    match live {
        true => new_live::site(LiveBlog {
            folder,
            theme,
            base_url,
            style,
            app,
            today,
        }),
        false => new::blog(&folder, ci, theme, today),
    }
}

fn build(mut options: BuildOptions, out: &Path, report: &Report) -> ExitCode {
    let start = Instant::now();
    options.out = Some(out.into());
    options.progress = report.progress();
    let cache = BuildCache::for_one_build(&options);
    let built = build_site(&options, &cache);
    let written = built.and_then(|built| {
        if report.is_strict && !built.warnings.is_empty() {
            return Err(built.warnings);
        }
        let step = options.progress.step("Writing files", built.outputs.len());
        let written = built.outputs.write(out, options.cache.as_deref(), &step);
        drop(step);
        cache.forget_the_rest(&options);
        written
            .map_err(|problem| vec![problem])
            .map(|written| (built, written))
    });
    report.print(match &written {
        Ok((built, written)) => Outcome::Built {
            articles: built.articles,
            files: built.outputs.len(),
            changed: written.changed,
            out,
            seconds: start.elapsed().as_secs_f32(),
            problems: &built.warnings,
            notes: &built.notes,
        },
        Err(problems) => Outcome::Failed { out, problems },
    })
}

fn check(mut options: BuildOptions, against: Option<&Path>, mut report: Report) -> ExitCode {
    options.progress = report.progress();
    let problems = match against {
        Some(sitemap) => {
            // Each lost address is one to be looked at.
            report.is_verbose = true;
            check_against(options, sitemap)
        }
        None => check_content(&options),
    };
    let fails = has_errors(&problems) || report.is_strict && !problems.is_empty();
    report.print(Outcome::Checked {
        fails,
        problems: &problems,
    })
}

/// What would be lost can be told only of a whole site, though not of its pictures.
fn check_against(mut options: BuildOptions, sitemap: &Path) -> Vec<Problem> {
    options.images = false;
    match build_site(&options, &BuildCache::for_one_build(&options)) {
        Ok(built) => {
            let mut problems = Problems::default();
            against::lost_addresses(sitemap, &built, &mut problems);
            problems.into_sorted()
        }
        Err(problems) => problems,
    }
}
