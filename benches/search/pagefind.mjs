// Pagefind: its program makes an index of finished pages, its script loads parts of that.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { html } from "./corpus.mjs";
import { Folder, total } from "./folder.mjs";

const ORIGIN = "http://blog.example";

export const pagefind = async ({ folder, packages, articles, shown }) => {
  const pages = join(folder, "pages");
  for (const article of articles) {
    mkdirSync(join(pages, article.slug), { recursive: true });
    writeFileSync(join(pages, article.slug, "index.html"), html(article));
  }
  const own = join(packages, "@pagefind", `${process.platform}-${process.arch}`, "bin");
  const begin = performance.now();
  const built = spawnSync(join(own, "pagefind_extended"), ["--site", pages], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  const build = (performance.now() - begin) / 1000;
  const bundle = new Folder(join(pages, "pagefind"));
  const names = readdirSync(bundle.path, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
  const index = total(names.filter((name) => /\.pf_|pagefind-entry/.test(name)).map((name) => bundle.size(name)));

  // The page that its script finds itself in.
  let language = "en";
  globalThis.window ??= { location: new URL(ORIGIN) };
  globalThis.location ??= globalThis.window.location;
  globalThis.document ??= { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };
  globalThis.fetch = fetchFrom(bundle);
  const script = join(bundle.path, "pagefind.mjs");
  writeFileSync(script, readFileSync(join(bundle.path, "pagefind.js")));
  let asked = 0;
  return {
    name: "Pagefind",
    build,
    index,
    module: [bundle.size("pagefind.js"), bundle.size("wasm.en.pagefind")],
    search: async ({ text, lang }) => {
      language = lang;
      asked += 1;
      const module = await import(`${pathToFileURL(script)}?${asked}`);
      await module.options({ basePath: `${ORIGIN}/pagefind/`, baseUrl: "/", noWorker: true });
      await module.init();
      const found = await module.search(text);
      const results = await Promise.all((found?.results ?? []).slice(0, shown).map((result) => result.data()));
      const rounds = bundle.take();
      return { slugs: results.map(({ url }) => url.split("/").at(-2)), rounds, first: rounds };
    },
  };
};

let waiting = [];
const fetchFrom = (bundle) => (address) =>
  new Promise((resolve) => {
    waiting.push([address, resolve]);
    // What is asked for at the same time is one round.
    if (waiting.length === 1) setTimeout(() => answer(bundle), 1);
  });

const answer = (bundle) => {
  const asked = waiting;
  waiting = [];
  const paths = asked.map(([address]) => new URL(address, ORIGIN).pathname.replace("/pagefind/", ""));
  // The module is counted by itself.
  const data = paths.filter((path) => !path.startsWith("wasm."));
  bundle.fetchAll(data);
  paths.forEach((path, index) => {
    const body = readFileSync(join(bundle.path, path));
    asked[index][1](new Response(body));
  });
};

