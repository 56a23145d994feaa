// docsify's search: it downloads every page, and looks through all of them. Its own source runs here, with a store of the
// browser's that lasts for the run.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { markdown } from "./corpus.mjs";
import { Folder, total } from "./folder.mjs";

// Browsers have a store of their own.
const DEXIE = `export default class {
  version() { return { stores: () => {
    this.search = { bulkPut: async () => {}, where: () => ({ toArray: async () => [] }) };
    this.expires = { put: async () => {}, get: async () => undefined };
  } }; }
}`;
const HOOK = `export const resolve = (name, context, next) => name === "dexie"
  ? { url: "data:text/javascript," + encodeURIComponent(${JSON.stringify(DEXIE)}), shortCircuit: true } : next(name, context);`;

export const docsify = async ({ folder, packages, articles, shown }) => {
  const out = join(folder, "docsify");
  mkdirSync(out, { recursive: true });
  for (const article of articles) writeFileSync(join(out, `${article.slug}.md`), `# ${article.title}\n\n${article.description}\n\n${markdown(article)}`);
  const site = new Folder(out);
  const own = join(packages, "docsify");
  register("data:text/javascript," + encodeURIComponent(HOOK));
  const { marked } = createRequire(join(own, "package.json"))("marked");
  const slugify = Object.assign((text) => String(text).trim().toLowerCase().replace(/\s+/g, "-"), { clear() {} });
  globalThis.window ??= {};
  const read = async (path) => readFileSync(join(out, path), "utf8");
  globalThis.Docsify = { slugify, get: read };
  Object.assign(globalThis.window, { marked, Docsify: globalThis.Docsify });
  const { init, search } = await import(pathToFileURL(join(own, "src/plugins/search/search.js")));
  const router = {
    getFile: (path) => `${path.slice(1)}.md`,
    getBasePath: () => "",
    toURL: (path, { id } = {}) => (id ? `${path}?id=${id}` : path),
  };
  const paths = articles.map(({ slug }) => `/${slug}`);
  paths.push("/README");
  writeFileSync(join(out, "README.md"), "# Blog\n");
  const begin = performance.now();
  await init({ paths, depth: 2, maxAge: 86_400_000 }, { router, config: {} });
  while (search(articles[0].title).length === 0) await new Promise((done) => setTimeout(done, 20));
  const reading = (performance.now() - begin) / 1000;
  const names = paths.map((path) => `${path.slice(1)}.md`);
  const all = total(names.map((name) => site.size(name)));
  const plugin = new Folder(join(own, "dist/plugins"));
  return {
    name: "docsify",
    build: 0,
    index: all,
    reading,
    module: [plugin.size("search.min.js")],
    search: async ({ text }) => {
      const found = search(text);
      const slugs = [...new Set(found.slice(0, 200).map(({ url }) => url.split("?")[0].slice(1)))].slice(0, shown);
      return { slugs, rounds: [all], first: [all] };
    },
  };
};
