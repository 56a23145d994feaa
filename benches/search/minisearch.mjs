// MiniSearch as VitePress's local search has it: one index of all sections, which a reader loads whole.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Folder } from "./folder.mjs";

const FIELDS = { fields: ["title", "titles", "text"], storeFields: ["title", "titles"] };
const OPTIONS = { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } };

export const minisearch = async ({ folder, packages, articles, shown }) => {
  const own = new Folder(join(packages, "minisearch/dist/es"));
  const { default: MiniSearch } = await import(pathToFileURL(join(own.path, "index.js")));
  const begin = performance.now();
  const made = new MiniSearch(FIELDS);
  for (const { slug, title, description, sections } of articles) {
    made.add({ id: `/${slug}`, title, titles: [], text: description });
    for (const { id, heading, paragraphs } of sections) {
      made.add({ id: `/${slug}#${id}`, title: heading, titles: [title], text: paragraphs.join("\n") });
    }
  }
  const out = join(folder, "minisearch");
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "index.json"), JSON.stringify(made));
  const build = (performance.now() - begin) / 1000;
  const site = new Folder(out);
  const search = MiniSearch.loadJSON(readFileSync(join(out, "index.json"), "utf8"), FIELDS);
  return {
    name: "MiniSearch (VitePress)",
    build,
    index: site.size("index.json"),
    module: [own.size("index.js")],
    search: async ({ text }) => {
      const found = search.search(text, OPTIONS);
      const slugs = [...new Set(found.slice(0, 200).map(({ id }) => id.split("#")[0].slice(1)))].slice(0, shown);
      const rounds = [site.size("index.json")];
      return { slugs, rounds, first: rounds };
    },
  };
};
