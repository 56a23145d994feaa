//! The command line: which commands there are, what they take, and the help.

use std::{ffi::OsString, path::PathBuf};

use anyhow::{Result, anyhow};
use lexopt::{Arg, Parser, ValueExt};

use crate::{engine::Engine, release, test::Step};

pub const HELP: &str = "\
cargo xtask: every command a developer of Recto needs. Each installs the tools that it needs.

Usage: cargo xtask COMMAND [OPTION]...

  serve [--port 8080]   Build and serve the sample blog on http://127.0.0.1:8080. Changed content and style are
                        on screen as soon as they are saved; a changed source is compiled first.
  test                  Run every check: tools, format, clippy-native, clippy-wasm, script-types (of our scripts),
                        dependencies (their licences and sources), tests, fuzz, dist, size, browser-chromium,
                        browser-firefox, browser-webkit, browser-nginx (Chromium, below a base path), docs (the
                        documentation, in Chromium), faults (every request answered wrongly, in Chromium),
                        smoke-test (the program without the repository).
    --only STEP         Run only this step; may be repeated. `size` and the browser steps use the dist/ that is
                        there, and build it if there is none.
    --engine NAME       Run the browser steps only in this engine: chromium, firefox or webkit; may be repeated.
  build                 Build a release into dist/.
  dist                  Build target/release/recto with the app inside, so that it needs nothing beside it.
  release               Make all that a release of this commit needs, into target/release-files/<version>, and try it:
                        the crate, an archive and a package for npm for this platform, installers, checksums.
    --target TRIPLE     Build the program for this target.
    --app DIR           Take the app from this folder, which another machine has built.
    --collect           Only write what names the archives that are there.
  docs                  Write the pages of docs/site/content/reference that are made, and the whole documentation into
                        target/docs.
  size                  Compare the sizes of dist/ with their budgets.
  shots                 Take pictures of every kind of page of dist/, in every theme, into target/shots.
  lighthouse            Run Lighthouse on the front page and an article of dist/, as on a phone. Fails below 100.
                        Installs 176 MB from npm, so it is no step of `test`.
  fuzz [--seconds 600]  Try all that reads other people's texts with texts by chance, for so long each of the four
                        programs of fuzz/. The step of `test` tries the same texts each time; this tries others.
  bench [ARGUMENT]...   Run the benches; the arguments go to `cargo bench`.
  bench-build           Time builds of 100, 1,000 and 10,000 articles with target/release/recto (see `dist`).
    --hugo PATH         Time this Hugo as well, or the one on PATH.
    --before PATH       Time this program of an earlier commit as well, which `dist` has made there.
  bench-browser         Measure dist/ in Chromium: rendering beside other libraries, and blocked time.
  bench-peers           Measure the same articles as Recto and other blogs show them, in Chromium, and write the
                        table of benches/README.md. Takes about 20 minutes.
    --dir PATH          The folder of the harness, which is not part of the repository.
  bench-search          Look for known items with Recto's search and with Pagefind, MiniSearch and docsify, and print a
                        table for benches/README.md. Needs `dist`. Takes about two minutes.
    --articles NUMBER   In a blog of so many articles, 1,000 unless said.
  trunk-hook            Make the site of what Trunk has built. Only Trunk calls this.
  help                  Print this help.

Tools are installed into target/tools with cargo, npm and apt, unless the right version is on PATH.
";

#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    Help,
    Serve {
        port: u16,
    },
    Build,
    Dist,
    Docs,
    Release(release::Options),
    TrunkHook,
    Shots,
    Lighthouse,
    Size,
    Fuzz {
        seconds: u32,
    },
    Bench {
        arguments: Vec<OsString>,
    },
    BenchBuild {
        hugo: Option<PathBuf>,
        before: Option<PathBuf>,
    },
    BenchBrowser,
    BenchPeers {
        dir: PathBuf,
    },
    BenchSearch {
        articles: u32,
    },
    /// Empty lists mean all of them.
    Test {
        only: Vec<Step>,
        engines: Vec<Engine>,
    },
}

pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Arguments> {
    // The error tells its cause, too, so that the cause is left behind.
    read(Parser::from_args(words)).map_err(|error| anyhow!("{error}; see `cargo xtask help`"))
}

fn read(mut parser: Parser) -> Result<Arguments, lexopt::Error> {
    let command = match parser.next()? {
        Some(Arg::Value(command)) => command.string()?,
        Some(Arg::Short('h') | Arg::Long("help")) | None => return Ok(Arguments::Help),
        Some(option) => return Err(option.unexpected()),
    };
    if command == "bench" {
        let arguments = parser.raw_args()?.collect();
        return Ok(Arguments::Bench { arguments });
    }
    let mut arguments = without_options(&command)?;
    while let Some(option) = parser.next()? {
        match (&mut arguments, option) {
            (_, Arg::Short('h') | Arg::Long("help")) => return Ok(Arguments::Help),
            (Arguments::Serve { port }, Arg::Long("port")) => *port = parser.value()?.parse()?,
            (Arguments::Fuzz { seconds }, Arg::Long("seconds")) => {
                *seconds = parser.value()?.parse()?;
            }
            (Arguments::Test { only, .. }, Arg::Long("only")) => {
                only.push(parser.value()?.parse()?);
            }
            (Arguments::Test { engines, .. }, Arg::Long("engine")) => {
                engines.push(parser.value()?.parse()?);
            }
            (Arguments::BenchBuild { hugo, .. }, Arg::Long("hugo")) => {
                *hugo = Some(parser.value()?.into());
            }
            (Arguments::BenchBuild { before, .. }, Arg::Long("before")) => {
                *before = Some(parser.value()?.into());
            }
            (Arguments::Release(options), Arg::Long("target")) => {
                options.target = Some(parser.value()?.string()?);
            }
            (Arguments::Release(options), Arg::Long("app")) => {
                options.app = Some(parser.value()?.into());
            }
            (Arguments::Release(options), Arg::Long("collect")) => options.collect = true,
            (Arguments::BenchPeers { dir }, Arg::Long("dir")) => *dir = parser.value()?.into(),
            (Arguments::BenchSearch { articles }, Arg::Long("articles")) => {
                *articles = parser.value()?.parse()?;
            }
            (_, option) => return Err(option.unexpected()),
        }
    }
    Ok(arguments)
}

/// What a command means if no option stands behind it.
fn without_options(command: &str) -> Result<Arguments, lexopt::Error> {
    Ok(match command {
        "help" => Arguments::Help,
        "serve" => Arguments::Serve { port: 8080 },
        "test" => Arguments::Test {
            only: Vec::new(),
            engines: Vec::new(),
        },
        "build" => Arguments::Build,
        "dist" => Arguments::Dist,
        "docs" => Arguments::Docs,
        "release" => Arguments::Release(release::Options::default()),
        "trunk-hook" => Arguments::TrunkHook,
        "size" => Arguments::Size,
        "fuzz" => Arguments::Fuzz { seconds: 600 },
        "shots" => Arguments::Shots,
        "lighthouse" => Arguments::Lighthouse,
        "bench-build" => Arguments::BenchBuild {
            hugo: None,
            before: None,
        },
        "bench-browser" => Arguments::BenchBrowser,
        "bench-peers" => Arguments::BenchPeers {
            dir: PathBuf::new(),
        },
        "bench-search" => Arguments::BenchSearch { articles: 1_000 },
        _ => return Err(format!("there is no command `{command}`").into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn refusal(line: &str) -> String {
        format!("{:#}", parsed(line).expect_err(line))
    }

    #[test]
    fn no_command_and_any_help_print_the_help() {
        for line in ["", "help", "--help", "serve --help", "-h"] {
            assert_eq!(parsed(line).unwrap(), Arguments::Help, "{line}");
        }
    }

    #[test]
    fn every_call_of_the_workflow_for_releases_is_understood() {
        let workflow = include_str!("../../.github/workflows/release.yml");
        let calls = workflow.split("cargo xtask ").skip(1);
        let calls = calls.map(|rest| rest.lines().next().unwrap_or_default());
        let calls: Vec<&str> = calls.filter(|call| call.starts_with("release ")).collect();
        assert_eq!(calls.len(), 3);
        for call in calls {
            let words = call.replace("${{ matrix.target }}", "x86_64-apple-darwin");
            assert!(
                matches!(parsed(&words), Ok(Arguments::Release(_))),
                "{call}"
            );
        }
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        for (line, port) in [
            ("serve", 8080),
            ("serve --port 9000", 9000),
            ("serve --port=9000", 9000),
        ] {
            assert_eq!(parsed(line).unwrap(), Arguments::Serve { port });
        }
        assert!(refusal("serve --port 99999").contains("\"99999\""));
    }

    #[test]
    fn fuzz_takes_ten_minutes_a_program_unless_told_otherwise() {
        for (line, seconds) in [("fuzz", 600), ("fuzz --seconds 60", 60)] {
            assert_eq!(parsed(line).unwrap(), Arguments::Fuzz { seconds });
        }
    }

    #[test]
    fn steps_and_engines_may_be_repeated() {
        let expected = Arguments::Test {
            only: vec![Step::Size, Step::Browser(Engine::Firefox)],
            engines: vec![Engine::Firefox],
        };
        let line = "test --only size --only=browser-firefox --engine firefox";
        assert_eq!(parsed(line).unwrap(), expected);
    }

    #[test]
    fn an_error_names_what_is_wrong() {
        for (line, part) in [
            ("sevre", "`sevre`"),
            ("build --fast", "'--fast'"),
            ("build now", "\"now\""),
            ("test --only", "'--only'"),
            ("test --only lint", "clippy-native"),
            ("test --engine opera", "chromium, firefox, webkit"),
        ] {
            let refusal = refusal(line);
            assert!(refusal.contains(part), "{line}: {refusal}");
        }
    }

    #[test]
    fn bench_hands_its_arguments_on() {
        let arguments = ["--bench", "relate", "--", "--help"]
            .map(OsString::from)
            .to_vec();
        let line = "bench --bench relate -- --help";
        assert_eq!(parsed(line).unwrap(), Arguments::Bench { arguments });
    }

    #[test]
    fn bench_build_is_told_where_hugo_is() {
        let hugo = Some(PathBuf::from("/opt/hugo"));
        let before = Some(PathBuf::from("/old/recto"));
        let expected = Arguments::BenchBuild { hugo, before };
        let told = parsed("bench-build --hugo /opt/hugo --before /old/recto");
        assert_eq!(told.unwrap(), expected);
    }

    #[test]
    fn bench_search_takes_a_thousand_articles_unless_told_otherwise() {
        for (line, articles) in [
            ("bench-search", 1_000),
            ("bench-search --articles 10000", 10_000),
        ] {
            assert_eq!(parsed(line).unwrap(), Arguments::BenchSearch { articles });
        }
    }

    #[test]
    fn the_help_names_every_step_and_engine() {
        for name in Step::ALL
            .map(Step::name)
            .into_iter()
            .chain(Engine::ALL.map(Engine::name))
        {
            assert!(HELP.contains(name), "{name}");
        }
    }
}
