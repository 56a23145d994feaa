//! `recto completions` and `recto man`: what shells and `man` know of the command line, made from it.

use super::command_line::Arguments;
use crate::build::diagnostics::console::fail;
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::{self, Write};
use std::process::ExitCode;

pub fn completions(shell: Shell) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "recto", &mut script);
    print(&script)
}

/// The page of the program, or of one of its commands.
pub fn page(name: Option<&str>) -> ExitCode {
    let mut program = Arguments::command();
    program.build();
    let command = match name {
        None => Some(&program),
        Some(name) => program.find_subcommand(name),
    };
    let Some(command) = command else {
        let names = program.get_subcommands().map(Command::get_name);
        let names = names.collect::<Vec<_>>().join(", ");
        return fail(&format!(
            "there is no command of this name; there are {names}"
        ));
    };
    let mut page = Vec::new();
    match Man::new(command.clone()).render(&mut page) {
        Ok(()) => print(&page),
        Err(error) => fail(&format!("the page cannot be made: {error}")),
    }
}

/// Whoever has stopped reading has seen enough.
fn print(bytes: &[u8]) -> ExitCode {
    let _ = io::stdout().write_all(bytes);
    ExitCode::SUCCESS
}
