//! `recto publish` and `recto unpublish`: what differs from the last build, as a folder to copy over the site.

use super::report::{Outcome, Report};
use crate::build::enrich::build_cache::BuildCache;
use crate::build::options::BuildOptions;
use crate::build::publish::{self, PublishOptions};
use std::process::ExitCode;

pub fn run(mut options: BuildOptions, wanted: &PublishOptions, report: &Report) -> ExitCode {
    options.out = Some(wanted.out.into());
    options.progress = report.progress();
    let cache = BuildCache::for_one_build(&options);
    let published = publish::publish(&options, &cache, wanted);
    let written = published.and_then(|published| {
        if report.is_strict && !published.warnings.is_empty() {
            return Err(published.warnings);
        }
        let step = (options.progress).step("Writing files", published.outputs.len());
        let written = published.outputs.write(wanted.out, None, &step);
        let written = written.map_err(|problem| vec![problem])?;
        Ok((published, written))
    });
    report.print(match &written {
        Ok((published, written)) => Outcome::Published {
            live: &published.live,
            files: published.outputs.len(),
            changed: written.changed,
            out: wanted.out,
            problems: &published.warnings,
        },
        Err(problems) => Outcome::Failed {
            out: wanted.out,
            problems,
        },
    })
}
