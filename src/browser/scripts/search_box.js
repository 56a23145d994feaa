// A search field in another page, loaded by v1.js with `recto-search`. The engine is loaded once the reader uses the field.
// It says which files it wants, they are fetched, and it is asked again, until it has all.

/**
 * A text that is not marked, one that is, and so on.
 * @typedef {string[]} Marked
 */

/** @typedef {{ href: string, title: Marked, snippet: Marked }} Place */

/**
 * @typedef {object} Answer
 * @property {string[]} files
 * @property {string[]} texts
 * @property {(Place & { sections: Place[] })[]} found
 * @property {number} count
 * @property {number} is_incomplete
 */

/**
 * @typedef {object} Engine
 * @property {(site: string, typed: string, limit: number, snippets: number) => Answer} search
 * @property {(site: string, path: string, bytes: Uint8Array | undefined) => void} put
 * @property {(site: string) => void} retry
 */

/**
 * @typedef {object} Options
 * @property {string} address of the blog, with a slash at its end
 * @property {string} tag that all results have; empty for any
 * @property {number} limit of results
 * @property {() => Promise<Engine>} engine
 * @property {(count: number) => string} counted what is said of so many results
 */

// Until then, another letter may make what would be loaded useless. In milliseconds.
const PAUSE = 120;

// In milliseconds. What is not there by then is given up.
const DEADLINE = 20_000;

// A query wants more four times at most, and texts for snippets.
const MAX_ROUNDS = 8;

/**
 * The page around may have changed what every object inherits.
 * @template {object} T
 * @param {T} options
 * @returns {T}
 */
const bare = (options) => Object.assign(Object.create(null), options);

/** @type {(url: URL, cache: RequestCache) => Promise<Uint8Array | undefined>} */
const fetched = async (url, cache) => {
  try {
    const response = await fetch(url, bare({ cache, signal: AbortSignal.timeout(DEADLINE) }));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Nodes, so that nothing in a text is markup.
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} children
 */
const element = (name, className, children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

const marked = (/** @type {Marked} */ parts) =>
  parts.map((part, at) => (at % 2 ? element("mark", "", [part]) : part));

/**
 * @param {ParentNode} view
 * @param {Options} options
 */
export const begin = (view, { address, tag, limit, engine, counted }) => {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (view.querySelector(selector));
  const field = /** @type {HTMLInputElement} */ (find("input"));
  const all = /** @type {HTMLAnchorElement} */ (find(".search-all"));
  const note = find(".search-note");
  const results = find("ol");
  const page = all.href;
  // Whoever is late finds that something else was typed.
  let turn = 0;

  const link = (/** @type {Place} */ { href, title }, /** @type {string} */ className) => {
    const anchor = /** @type {HTMLAnchorElement} */ (element("a", className, marked(title)));
    anchor.href = address + href;
    anchor.setAttribute("part", "link");
    return anchor;
  };
  const snippet = (/** @type {Place} */ { snippet }) => element("p", "search-snippet", marked(snippet));
  const show = (/** @type {Answer} */ { found, count, is_incomplete }) => {
    const incomplete = is_incomplete && note.dataset.incomplete;
    note.textContent = incomplete || (count ? counted(count) : note.dataset.nothing ?? "");
    all.hidden = count <= found.length;
    results.replaceChildren(...found.map((article) => {
      const sections = article.sections.map((section) => element("li", "", [link(section, ""), snippet(section)]));
      const parts = [link(article, "search-title"), snippet(article), element("ul", "search-sections", sections)];
      return element("li", "search-result", parts);
    }));
  };

  /** @type {(isWanted: () => boolean, typed: string, isAgain: boolean) => Promise<void>} */
  const search = async (isWanted, typed, isAgain) => {
    const module = await engine();
    if (isAgain) module.retry(address);
    // What was not there may be kept as missing.
    const cache = isAgain ? "reload" : "default";
    for (let round = 0; round < MAX_ROUNDS && isWanted(); round += 1) {
      const answer = module.search(address, typed, limit, limit);
      const wanted = [...answer.files, ...answer.texts];
      if (!answer.files.length) show(answer);
      if (!wanted.length) return;
      if (!round) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!isWanted()) return;
      await Promise.all(wanted.map(async (path) => {
        module.put(address, path, await fetched(new URL(path, address), cache));
      }));
    }
  };

  const look = async (isAgain = false) => {
    const mine = ++turn;
    const words = field.value.trim();
    if (!words) {
      note.textContent = "";
      all.hidden = true;
      return results.replaceChildren();
    }
    const typed = tag ? `${words} tag:${tag}` : words;
    all.href = `${page}?q=${encodeURIComponent(typed)}`;
    try {
      await search(() => mine === turn, typed, isAgain);
    } catch {
      if (mine === turn) note.textContent = note.dataset.incomplete ?? "";
    }
  };
  field.addEventListener("focus", () => engine().catch(() => {}), bare({ once: true }));
  field.addEventListener("input", () => look());
  // What could not be had before is wanted once more.
  field.addEventListener("keydown", ({ key }) => key === "Enter" && look(true));
};
