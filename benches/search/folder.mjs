// A folder as a CDN serves it: each file has a size in Brotli, and what is fetched is counted, round by round. What is
// asked for before anything of that round has come is one round.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

// Larger files are compressed while they are sent, if at all.
const LARGE = 4_000_000;

const compressed = (bytes) => {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return Math.min(bytes.length, brotliCompressSync(bytes, { params }).length);
};

export class Folder {
  constructor(path) {
    this.path = path;
    this.sizes = new Map();
    this.fetched = [];
  }

  has(path) {
    try {
      return statSync(join(this.path, path)).isFile();
    } catch {
      return false;
    }
  }

  size(path) {
    if (!this.sizes.has(path)) this.sizes.set(path, compressed(readFileSync(join(this.path, path))));
    return this.sizes.get(path);
  }

  // The bytes of files that are asked for together.
  fetchAll(paths) {
    const there = paths.filter((path) => this.has(path));
    if (paths.length > 0) this.fetched.push(there.map((path) => this.size(path)).reduce((sum, size) => sum + size, 0));
    return paths.map((path) => (this.has(path) ? readFileSync(join(this.path, path)) : undefined));
  }

  // What was fetched since this was called last.
  take() {
    const rounds = this.fetched;
    this.fetched = [];
    return rounds;
  }
}

// A telephone's line: 1.6 Mbit/s, 150 ms for each round. In seconds.
export const onPhone = (rounds) => rounds.reduce((sum, bytes) => sum + 0.15 + (8 * bytes) / 1_600_000, 0);

export const total = (rounds) => rounds.reduce((sum, bytes) => sum + bytes, 0);
