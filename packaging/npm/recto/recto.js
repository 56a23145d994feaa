#!/usr/bin/env node
// Starts the program of this system, which npm has put into a package of its own beside this one.
"use strict";

const { spawn } = require("node:child_process");

const name = `@recto/${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/recto${process.platform === "win32" ? ".exe" : ""}`);
} catch {
  console.error(
    `recto: there is no ${name} beside this package. If npm was told to leave optional packages out, install again without; ` +
      "else there is no program for this system yet: `cargo install recto` compiles one.",
  );
  process.exit(2);
}

const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
// Ctrl-C reaches the program by itself; here it is only waited for.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`recto: ${program} cannot be started: ${error.message}`);
  process.exit(2);
});
child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
