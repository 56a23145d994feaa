// `cargo xtask bench-search`: known items, looked for with Recto's search and with those of others. Prints a table for
// benches/README.md.
//
// 1. `corpus` writes the blog, `queries` says what is looked for, and which article is right.
// 2. `recto`, `pagefind`, `minisearch`, `docsify` build their indexes and answer, each in a process of its own.
// 3. `folder` counts what a reader loads, compressed; times on a telephone's line are computed from that.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { article, plain, withHead } from "./corpus.mjs";
import { docsify } from "./docsify.mjs";
import { onPhone, total } from "./folder.mjs";
import { minisearch } from "./minisearch.mjs";
import { pagefind } from "./pagefind.mjs";
import { queries } from "./queries.mjs";
import { recto } from "./recto.mjs";

const SYSTEMS = { recto, pagefind, minisearch, docsify };
// What a reader sees at first.
const SHOWN = 5;

const [folder, count, program, app, packages, only] = process.argv.slice(2);

const write = (articles) => {
  mkdirSync(join(folder, "content/articles"), { recursive: true });
  writeFileSync(join(folder, "content/site.json"), JSON.stringify({ title: "Searched", base_url: "https://blog.example/" }));
  for (const article of articles) writeFileSync(join(folder, `content/articles/${article.slug}.md`), withHead(article));
};

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

// One system: its rows, as JSON.
const measured = async (articles, asked) => {
  const system = await SYSTEMS[only]({ folder, program, app, packages, articles, shown: SHOWN });
  const kinds = {};
  const [bytes, line, times] = [[], [], []];
  for (const [kind, list] of Object.entries(asked)) {
    const places = [];
    for (const query of list) {
      const begin = performance.now();
      const { slugs, rounds, first } = await system.search(query);
      times.push(performance.now() - begin);
      bytes.push(total(rounds));
      line.push(onPhone(system.module) + onPhone(first));
      places.push(slugs.indexOf(query.slug));
    }
    const share = (most) => places.filter((place) => place >= 0 && place < most).length / places.length;
    kinds[kind] = [share(1), share(5)];
    if (process.env.RECTO_BENCH_MISSED) {
      list.filter((_, index) => places[index] !== 0).forEach((query) => console.error(only, kind, query));
    }
  }
  const text = articles.map((article) => Buffer.byteLength(plain(article))).reduce((sum, size) => sum + size, 0);
  return {
    ...system,
    search: undefined,
    kinds,
    text,
    bytes: median(bytes),
    most: Math.max(...bytes),
    line: median(line),
    time: median(times),
  };
};

const percent = (share) => Math.round(100 * share);
const kilobytes = (bytes) => (bytes < 99_950 ? (bytes / 1000).toFixed(1) : Math.round(bytes / 1000).toLocaleString("en"));

const table = (systems, asked) => {
  const rows = [["", ...systems.map(({ name }) => name)]];
  for (const [kind, list] of Object.entries(asked)) {
    rows.push([`${kind} (${list.length}): first / first five, %`, ...systems.map(({ kinds }) => kinds[kind].map(percent).join(" / "))]);
  }
  const row = (name, of) => rows.push([name, ...systems.map(of)]);
  row("module, kB", ({ module }) => kilobytes(total(module)));
  row("a query after it: median / most, kB", ({ bytes, most }) => `${kilobytes(bytes)} / ${kilobytes(most)}`);
  row("first result of a visit, phone’s line, s", ({ line }) => line.toFixed(2));
  row("answering, here, ms", ({ time }) => time.toFixed(1));
  row("index, kB", ({ index }) => kilobytes(index));
  row("index, % of the text", ({ index, text }) => percent(index / text));
  row("building, s", ({ build }) => (build > 0 ? build.toFixed(1) : "–"));
  const [head, ...body] = rows.map((cells) => `| ${cells.join(" | ")} |`);
  return [head, `|---${"|---:".repeat(systems.length)}|`, ...body].join("\n");
};

const articles = Array.from({ length: Number(count) }, (_, number) => article(number, Number(count)));
const asked = queries(articles);
if (only) {
  console.log(JSON.stringify(await measured(articles, asked)));
} else {
  write(articles);
  const systems = Object.keys(SYSTEMS).map((name) => {
    console.error(`${name} …`);
    const words = ["--max-old-space-size=8000", fileURLToPath(import.meta.url), ...process.argv.slice(2), name];
    const { status, stdout } = spawnSync(process.execPath, words, {
      encoding: "utf8",
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) process.exit(1);
    return JSON.parse(stdout.split("\n").findLast((line) => line.startsWith("{")));
  });
  const [{ archiveHtml, archive }] = systems;
  console.log(`\n${Number(count).toLocaleString("en")} articles:\n\n${table(systems, asked)}`);
  console.log(`\nRecto's archive page: ${kilobytes(archiveHtml)} kB, ${kilobytes(archive)} compressed.`);
}
