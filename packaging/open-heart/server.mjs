#!/usr/bin/env node
// Counts reactions for a blog: an endpoint of the Open Heart protocol (https://openheart.fyi) in one file, with Node 20 or
// newer and nothing else.
//
//   GET  /blog.example/articles/new/   {"❤️":3,"👍":1}
//   POST /blog.example/articles/new/   with an emoji as the body: one more
//
// It is told by its environment:
//   HOSTS  the blogs it counts for, such as "blog.example other.example"; needed
//   EMOJI  what it counts, such as "👍 ❤️ 💡 😮 🙏", which is what it counts if nothing is said
//   FILE   where the counts are kept, "reactions.json"
//   PORT   8787; 0 for any that is free
//
// Nobody's address is stored: in memory, each may give so many reactions a minute.

import { createServer } from "node:http";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const hosts = (process.env.HOSTS ?? "").split(/\s+/).filter(Boolean);
const emoji = (process.env.EMOJI ?? "👍 ❤️ 💡 😮 🙏").split(/\s+/).filter(Boolean);
const file = process.env.FILE ?? "reactions.json";
if (!hosts.length) throw new Error("HOSTS is empty; set it to the host of your blog, such as HOSTS=blog.example");

const MAX_PAGES = 100_000;
const MAX_PATH = 300;
const MAX_BODY = 100;
const PER_MINUTE = 30;

/** @type {Map<string, Map<string, number>>} Counts by emoji, by the path of a page. */
const pages = new Map();
try {
  for (const [page, counts] of Object.entries(JSON.parse(readFileSync(file, "utf8")))) {
    pages.set(page, new Map(Object.entries(counts)));
  }
} catch (error) {
  // A file that is there and cannot be read must not be written over.
  if (error.code !== "ENOENT") throw error;
}

const asJson = (counts) => JSON.stringify(Object.fromEntries(counts ?? []));

let isDue = false;
const save = () => {
  isDue = false;
  const all = Object.fromEntries([...pages].map(([page, counts]) => [page, Object.fromEntries(counts)]));
  // What is read is the old file or the new one, and never a half.
  writeFileSync(`${file}.new`, JSON.stringify(all));
  renameSync(`${file}.new`, file);
};
const saveSoon = () => {
  if (!isDue) setTimeout(save, 1000);
  isDue = true;
};

/** @type {Map<string, number>} */
const given = new Map();
setInterval(() => given.clear(), 60_000).unref();

/** The page that a request is about, or nothing. */
const pageOf = (url) => {
  const page = url.slice(1).split(/[?#]/)[0];
  return page.length <= MAX_PATH && hosts.includes(page.split("/")[0]) ? page : undefined;
};

/** Who asks. Behind a server on this machine, that one says it, in the last place. */
const addressOf = ({ socket, headers }) => {
  const isNear = /^(::1|(::ffff:)?127\..*)$/.test(socket.remoteAddress);
  const told = isNear && headers["x-forwarded-for"]?.split(",").pop().trim();
  return told || socket.remoteAddress;
};

const readBody = async (request) => {
  let body = Buffer.alloc(0);
  for await (const part of request) {
    body = Buffer.concat([body, part]);
    if (body.length > MAX_BODY) return "";
  }
  return body.toString("utf8");
};

const answer = async (request) => {
  const page = pageOf(request.url);
  if (!page) return [404, "{}"];
  if (request.method === "GET") return [200, asJson(pages.get(page))];
  if (request.method !== "POST") return [405, "{}"];
  const body = await readBody(request);
  // What follows the emoji is ignored, as the protocol says: forms send `❤️=`.
  const one = emoji.find((one) => body.startsWith(one));
  if (!one) return [400, "{}"];
  const who = addressOf(request);
  if ((given.get(who) ?? 0) >= PER_MINUTE) return [429, "{}"];
  if (!pages.has(page) && pages.size >= MAX_PAGES) return [507, "{}"];
  given.set(who, (given.get(who) ?? 0) + 1);
  const counts = pages.get(page) ?? new Map();
  counts.set(one, (counts.get(one) ?? 0) + 1);
  pages.set(page, counts);
  saveSoon();
  return [200, asJson(counts)];
};

const server = createServer(async (request, response) => {
  const [status, body] = await answer(request).catch(() => [400, "{}"]);
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Cache-Control": "no-cache",
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
});
server.requestTimeout = 10_000;
server.listen(Number(process.env.PORT ?? 8787), () => console.log(`Counting on port ${server.address().port}`));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (isDue) save();
    process.exit();
  });
}
