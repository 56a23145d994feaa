//! The command line: which commands there are, what they take, and the help.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{engine::Engine, test::Step};

pub const HELP: &str = "\
cargo xtask: every command a developer of Recto needs. Each installs what it misses first.

Usage: cargo xtask COMMAND [OPTION]...

  serve [--port 8080]   Build, and serve the sample blog on http://127.0.0.1:8080. Content and style
                        are on screen as soon as they are saved; a change of the source is compiled.
  test                  Everything that must pass: tools, format, clippy-native, clippy-wasm, tests,
                        fuzz, dist, size, browser-chromium, browser-firefox, browser-webkit,
                        browser-nginx (Chromium, below a base path), alone (the program without
                        the repository).
    --only STEP         Only this step; may be repeated. `size` and the browsers take dist/ as it is,
                        and build it only when there is none.
    --engine NAME       Of the browsers only this one: chromium, firefox or webkit; may be repeated.
  build                 Write a release into dist/.
  dist                  Put the app into target/release/recto, which then needs nothing beside it.
  size                  What a first visit to an article of dist/ loads, against its budget.
  shots                 Pictures of every kind of page of dist/, in every theme, into target/shots.
  lighthouse            What Lighthouse says of the front page and of an article of dist/, as on a phone:
                        below 100 it fails. Installs 176 MB from npm, and so is no step of `test`.
  bench [ARGUMENT]...   Run the benches; arguments go to `cargo bench`.
  bench-build           Build 100, 1,000 and 10,000 articles with target/release/recto (see `dist`).
    --hugo PATH         And with this Hugo, or the one on PATH.
  bench-browser         Measure dist/ in Chromium: rendering beside other libraries, and how long it blocks.
  pages                 Trunk's hook: it calls this itself.
  help                  Print this.

Tools come through cargo, npm and apt into target/tools, unless the right version is on PATH.
";

#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    Help,
    Serve {
        port: u16,
    },
    Build,
    Dist,
    /// Called by Trunk, see `pages`.
    Pages,
    /// Called by rustc, see `link`.
    Link {
        arguments: Vec<String>,
    },
    /// Called by cargo, see `compile`.
    Compile {
        words: Vec<String>,
    },
    Shots,
    Lighthouse,
    Size,
    Bench {
        arguments: Vec<String>,
    },
    BenchBuild {
        hugo: Option<String>,
    },
    BenchBrowser,
    /// Empty lists mean all of them.
    Test {
        only: Vec<Step>,
        engines: Vec<Engine>,
    },
}

pub fn parse(words: &[String]) -> Result<Arguments> {
    // Before all else: rustc has a `--help` of its own.
    if words.first().is_some_and(|word| is_compiler(word)) {
        return Ok(Arguments::Compile {
            words: words.to_vec(),
        });
    }
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Arguments::Help);
    }
    let Some((command, rest)) = words.split_first() else {
        return Ok(Arguments::Help);
    };
    match command.as_str() {
        "help" => Ok(Arguments::Help),
        "serve" => parse_serve(rest),
        "test" => parse_test(rest),
        "bench-build" => parse_bench_build(rest),
        "bench" => Ok(Arguments::Bench {
            arguments: rest.to_vec(),
        }),
        "bench-browser" => without_options(rest, Arguments::BenchBrowser),
        "build" => without_options(rest, Arguments::Build),
        "dist" => without_options(rest, Arguments::Dist),
        "pages" => without_options(rest, Arguments::Pages),
        // How rustc begins when it calls the linker of wasm.
        "-flavor" => Ok(Arguments::Link {
            arguments: words.to_vec(),
        }),
        "shots" => without_options(rest, Arguments::Shots),
        "lighthouse" => without_options(rest, Arguments::Lighthouse),
        "size" => without_options(rest, Arguments::Size),
        _ => bail!("there is no command `{command}`; `cargo xtask help` lists them"),
    }
}

/// How cargo begins when it calls in rustc's place.
fn is_compiler(word: &str) -> bool {
    Path::new(word).file_stem() == Some("rustc".as_ref())
}

fn parse_serve(words: &[String]) -> Result<Arguments> {
    let mut port = 8080;
    for (name, value) in options(words, &["--port"])? {
        port = value
            .parse()
            .with_context(|| format!("{name} {value}: a port is a number up to 65535"))?;
    }
    Ok(Arguments::Serve { port })
}

fn parse_bench_build(words: &[String]) -> Result<Arguments> {
    let options = options(words, &["--hugo"])?;
    let hugo = options.last().map(|(_, path)| (*path).to_owned());
    Ok(Arguments::BenchBuild { hugo })
}

fn parse_test(words: &[String]) -> Result<Arguments> {
    let (mut only, mut engines) = (Vec::new(), Vec::new());
    for (name, value) in options(words, &["--only", "--engine"])? {
        match name {
            "--only" => only.push(Step::named(value)?),
            _ => engines.push(Engine::named(value)?),
        }
    }
    Ok(Arguments::Test { only, engines })
}

fn without_options(words: &[String], arguments: Arguments) -> Result<Arguments> {
    options(words, &[])?;
    Ok(arguments)
}

/// Splits `--name value` and `--name=value` into pairs; every option of ours takes a value.
fn options<'a>(words: &'a [String], known: &[&str]) -> Result<Vec<(&'a str, &'a str)>> {
    let mut pairs = Vec::new();
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        if !known.contains(&name) {
            bail!("`{word}` is not understood here; `cargo xtask help` says what is");
        }
        let value = value.or_else(|| words.next());
        pairs.push((
            name,
            value.with_context(|| format!("{name} needs a value"))?,
        ));
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
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
    fn serve_listens_on_8080_unless_told_otherwise() {
        assert_eq!(parsed("serve").unwrap(), Arguments::Serve { port: 8080 });
        assert_eq!(
            parsed("serve --port 9000").unwrap(),
            Arguments::Serve { port: 9000 }
        );
        assert_eq!(
            parsed("serve --port=9000").unwrap(),
            Arguments::Serve { port: 9000 }
        );
        assert!(refusal("serve --port 99999").starts_with("--port 99999: a port is"));
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
    fn what_is_not_understood_is_named() {
        assert!(refusal("sevre").contains("`sevre`"));
        assert!(refusal("build --fast").contains("`--fast`"));
        assert!(refusal("test --only").contains("--only needs a value"));
        assert!(refusal("test --only lint").contains("clippy-native"));
        assert!(refusal("test --engine opera").contains("chromium, firefox, webkit"));
    }

    #[test]
    fn bench_hands_its_arguments_on() {
        let arguments = vec!["--bench".to_owned(), "relate".to_owned()];
        assert_eq!(
            parsed("bench --bench relate").unwrap(),
            Arguments::Bench { arguments }
        );
    }

    #[test]
    fn bench_build_is_told_where_hugo_is() {
        let hugo = Some("/opt/hugo".to_owned());
        let expected = Arguments::BenchBuild { hugo };
        assert_eq!(parsed("bench-build --hugo /opt/hugo").unwrap(), expected);
    }

    #[test]
    fn called_as_a_linker_it_links() {
        let arguments = ["-flavor", "wasm", "-o", "app.wasm"].map(str::to_owned);
        let arguments = arguments.to_vec();
        assert_eq!(parse(&arguments).unwrap(), Arguments::Link { arguments });
    }

    #[test]
    fn the_help_names_every_step_and_engine() {
        for step in Step::ALL {
            assert!(HELP.contains(step.name()), "{}", step.name());
        }
    }
}
