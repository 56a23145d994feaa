// Recto: the site that `recto build` writes, and the module that readers download, asked as the app asks it.

import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Folder, total } from "./folder.mjs";

const MAX_ROUNDS = 8;

export const recto = async ({ folder, program, app, shown }) => {
  const out = join(folder, "recto");
  const begin = performance.now();
  const words = ["build", "--no-images", "--now", "2026-01-01", "--content", join(folder, "content"), "--out", out];
  const built = spawnSync(program, [...words, ...(app ? ["--app", app] : [])], { cwd: folder, encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
  const build = (performance.now() - begin) / 1000;
  const site = new Folder(out);
  const files = readdirSync(join(out, "assets/search")).map((name) => `assets/search/${name}`);
  const index = total([...files, "content/search.bin"].map((path) => site.size(path)));

  const names = JSON.parse(readFileSync(join(out, "assets.json"), "utf8")).search;
  const [script, wasm] = [".js", ".wasm"].map((end) => names.find((name) => name.endsWith(end)));
  const module = await import(pathToFileURL(join(out, script)));
  await module.default({ module_or_path: readFileSync(join(out, wasm)) });
  let asked = 0;
  return {
    name: "Recto",
    build,
    index,
    module: [site.size(script) + site.size(wasm)],
    archive: site.size("archive/index.html"),
    archiveHtml: readFileSync(join(out, "archive/index.html")).length,
    // Each query begins with nothing, as the first of a visit.
    search: async ({ text }) => {
      asked += 1;
      const visit = `visit ${asked}/`;
      let first;
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const answer = module.search(visit, text, shown, shown);
        const wanted = [...answer.files, ...answer.texts];
        if (answer.files.length === 0) first ??= site.fetched.length;
        if (wanted.length === 0) {
          const slugs = answer.found.map(({ slug }) => slug);
          const rounds = site.take();
          return { slugs, rounds, first: rounds.slice(0, first) };
        }
        site.fetchAll(wanted).forEach((bytes, index) => module.put(visit, wanted[index], bytes));
      }
      throw new Error(`${text}: the search always wants more`);
    },
  };
};
