// Loads the app at the first sign of reading, and hands it what wasm cannot do itself: to load a module, and to define
// a custom element. What the reader pressed before the app was there is pressed again when it is.
//
// The page needs none of this to be read, so whatever goes wrong here is one line in the console and nothing else. The
// build puts the files' names in the place of "./app.js" and the like.

/**
 * What the script of the first paint knows.
 * @typedef {object} Sign
 * @property {(MouseEvent | KeyboardEvent)[]} early What needs the app and came before it.
 * @property {(event: Event) => void} keep Listens for more of that.
 * @property {boolean} urgent Whether the reader waits for the app.
 * @property {string} messages URL of what the interface says; empty in English.
 */

/**
 * @typedef {object} AppModule
 * @property {(options: { module_or_path: Response }) => Promise<unknown>} default
 * @property {(bridge: object) => Promise<void>} start
 */

const stop = new AbortController();

// In milliseconds. What is not there by then is given up. For the renderer of a page there is another way: its link.
const DEADLINE = 30_000;
const DEADLINE_OF_LINK = 8_000;

// In the place of a status: nothing answered, or not in time.
const UNANSWERED = 0;
const LATE = -2;

// Leptos writes its own static templates through innerHTML. This policy refuses what none of them ever holds. Where the
// page's policy or another script has taken the name, the app goes without.
try {
  // @ts-expect-error: TypeScript does not know Trusted Types.
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML: (/** @type {string} */ html) =>
      /<\s*(script|iframe|object|embed|base|meta|link|form)|\son\w+\s*=|javascript:/i.test(html) ? null : html,
  });
} catch {}

/** @type {RequestPriority} */
let priority = "low";

// Throws the status of an answer that is none.
const fetchFile = async (/** @type {string} */ url) => {
  const signal = AbortSignal.timeout(DEADLINE);
  const response = await fetch(new URL(url, import.meta.url), { priority, signal }).catch(() => undefined);
  if (!response?.ok) throw response?.status ?? UNANSWERED;
  return response;
};

let failures = 0;

/**
 * A module with its wasm, which is compiled while it comes. Browsers remember that a script's address failed, so a new
 * attempt needs a new one.
 * @param {string} script
 * @param {string} wasm
 * @param {number} deadline
 */
const loadModule = async (script, wasm, deadline = DEADLINE) => {
  const name = script + (failures ? `?${failures}` : "");
  try {
    const importing = import(name).catch(async (error) => {
      await fetchFile(name);
      throw error;
    });
    const ready = Promise.all([importing, fetchFile(wasm)]).then(async ([module, response]) => {
      await module.default({ module_or_path: response });
      return module;
    });
    const late = new Promise((_, reject) => setTimeout(reject, deadline, LATE));
    return await Promise.race([ready, late]);
  } catch (error) {
    failures += 1;
    throw error;
  }
};

// Rejects with a status as well, or with anything else where what came is no style sheet.
const loadSheet = async (/** @type {string} */ href) =>
  href && new Promise((resolve, reject) => {
    const link = document.createElement("link");
    const url = new URL(href, import.meta.url).href;
    Object.assign(link, { rel: "stylesheet", href: url, onload: resolve, onerror: () => fetchFile(href).then(reject, reject) });
    setTimeout(reject, DEADLINE, LATE);
    document.head.append(link);
  });

/** @type {Record<string, () => Promise<unknown>>} */
const MODULES = {
  markdown: () => loadModule("./markdown.js", "./markdown.wasm", DEADLINE_OF_LINK),
  live: () => loadModule("./live.js", "./live.wasm"),
  desk: () => loadModule("./desk.js", "./desk.wasm"),
  search: () => loadModule("./search.js", "./search.wasm"),
  tools: async () => (await Promise.all([loadModule("./tools.js", "./tools.wasm"), loadSheet("./tools.css")]))[0],
};

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();

const bridge = {
  // The path that all pages of the site lie below, and the same as an absolute URL.
  base: new URL("..", import.meta.url).pathname,
  root: new URL("..", import.meta.url).href,
  // Promises of what is loaded, by path.
  files: new Map(),
  // Aborted when the app stops: what listens listens until then.
  signal: stop.signal,
  /** @type {unknown} */
  messages: undefined,
  /** @type {unknown} */
  live: undefined,
  // Whether there is a page to write at; the name is empty where there is none.
  hasDesk: Boolean("./desk.js"),
  // A module, loaded when it is first asked for, and once more where that failed. Rejects with a status.
  load: (/** @type {string} */ name) => {
    const module = loading.get(name) ?? MODULES[name]?.() ?? Promise.reject(UNANSWERED);
    loading.set(name, module);
    module.catch(() => loading.delete(name));
    return module;
  },
  /**
   * Defines a custom element. `mount` answers with a number that `unmount` gets back.
   * @param {string} name
   * @param {(element: HTMLElement) => number} mount
   * @param {(mounted: number) => void} unmount
   */
  define: (name, mount, unmount) => {
    if (customElements.get(name)) return;
    customElements.define(name, class extends HTMLElement {
      mounted = 0;
      connectedCallback() {
        if (!stop.signal.aborted) this.mounted = mount(this);
      }
      disconnectedCallback() {
        if (!stop.signal.aborted) unmount(this.mounted);
      }
    });
  },
  copy: async (/** @type {string} */ text) => navigator.clipboard.writeText(text),
  // After a panic, or an exception in the middle of a change, nothing of ours answers any more: links are ordinary
  // links again, and an interrupted way to a page becomes a load.
  stop: (/** @type {string} */ message) => {
    if (stop.signal.aborted) return;
    const interrupted = globalThis.navigation?.transition;
    stop.abort();
    console.error(`Recto stopped; the page stays readable. ${message}`);
    if (interrupted) location.reload();
  },
};

const loadMessages = async (/** @type {string} */ url) => {
  try {
    if (url) bridge.messages = await (await fetchFile(url)).json();
  } catch {
    // English is compiled in.
  }
};

// The icons and the manifest, which browsers would ask for before the text: pages have them for those without scripts.
const addIcons = () => {
  const { textContent } = document.querySelector("head noscript") ?? {};
  for (const [, rel, href] of (textContent ?? "").matchAll(/rel="([^"]+)" href="([^"]+)"/g)) {
    document.head.append(Object.assign(document.createElement("link"), { rel, href }));
  }
};

/** @param {Sign} sign */
export const start = async ({ early, keep, urgent, messages }) => {
  const stopKeeping = () => ["click", "keydown"].forEach((name) => removeEventListener(name, keep));
  if (urgent) priority = "auto";
  addIcons();
  try {
    const loading = [loadModule("./app.js", "./app.wasm"), loadMessages(messages), loadSheet("./app.css")];
    const [app] = await Promise.all(loading);
    await /** @type {AppModule} */ (app).start(bridge);
    stopKeeping();
    for (const event of early) {
      if (event instanceof KeyboardEvent) event.target?.dispatchEvent(new KeyboardEvent("keydown", event));
      else /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button, a"))?.click();
    }
    document.documentElement.dataset.app = "ready";
  } catch (error) {
    // Links lead where they say again.
    stopKeeping();
    // A request may have ended because the reader leaves. Then the page is gone before this is said.
    setTimeout(() => bridge.stop(String(error)), 1000);
  }
};
