// Starts the live parts of a page once its text is on screen, and tells the app what the reader does with links.
//
// The page needs none of this to be read, so whatever goes wrong here is one line in the console and nothing else.
// It is JavaScript because listening costs a tenth here of what it costs in wasm; what to do about it is Rust.

const stop = new AbortController();
const { signal } = stop;

// Leptos writes its own static templates through innerHTML. This policy refuses what none of them ever holds.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) =>
    /<\s*(script|iframe|object|embed|base|meta|link|form)|\son\w+\s*=|javascript:/i.test(html) ? null : html,
});

// A press before the element is alive is kept, and given to it then.
const early = [];
const keepEarly = ({ target }) => {
  const button = target.closest?.("recto-reactions button, recto-actions [aria-pressed]");
  if (button) early.push(button);
};
addEventListener("click", keepEarly);

// Loads what is first asked for, and, where that failed, once more when it is asked for again.
const once = (load) => {
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
};

let failures = 0;

// A module with its wasm. Browsers remember that a script's address failed, so a new attempt needs a new one.
const load = async (script, wasm) => {
  try {
    const name = script + (failures ? `?${failures}` : "");
    const [module, response] = await Promise.all([import(name), fetch(new URL(wasm, import.meta.url))]);
    await module.default({ module_or_path: response });
    return module;
  } catch (error) {
    failures += 1;
    throw error;
  }
};

const loadSheet = (href) => new Promise((resolve, reject) => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: new URL(href, import.meta.url), onload: resolve, onerror: reject });
  document.head.append(link);
});

// What the interface says: the file of the site's language, which the head of a page names where that is not English.
// The scripts give the English text themselves, because they know it without a file.
const { lang } = document.documentElement;
// Browsers of different years differ in the digits of plain Arabic.
const locale = lang === "ar" ? "ar-u-nu-latn" : lang;
let messages;
const loadMessages = once(async () => {
  const link = document.querySelector("link[rel=preload][as=fetch]");
  if (link) messages = await (await fetch(link.href)).json();
});
const words = {
  text: (key, english) => messages?.[key] ?? english,
  // With the number in its place, in the form for it. In English there is only one, here.
  count: (key, english, count) => {
    const form = messages?.[key]?.[new Intl.PluralRules(locale).select(count)] ?? english;
    return form.replace("{count}", count.toLocaleString(messages ? locale : "en"));
  },
};

let app;
let pieces;

// Between two long pieces of work, time to answer.
const rest = () => new Promise(setTimeout);

// In characters of HTML, and in blocks.
const LONG_TEXT = 50_000;
const MANY_BLOCKS = 100;

// Whether the page comes back that the reader was on before.
let back;

const loadTools = once(async () => {
  const files = [load("./tools.js", "./tools.wasm"), loadSheet("./tools.css"), loadMessages()];
  const [module] = await Promise.all(files);
  return module;
});

const host = {
  // The path that all pages of the site lie below.
  base: new URL("..", import.meta.url).pathname,
  root: new URL("..", import.meta.url).href,
  get messages() {
    return messages;
  },
  loadMarkdown: once(() => load("./markdown.js", "./markdown.wasm")),
  // Markdown to HTML, with the enrichment out of the article's JSON, and what the renderer says itself.
  renderMarkdown: async (source, article) => {
    const enrichment = { ...JSON.parse(article).enrichment, labels: messages?.labels };
    const html = (await host.loadMarkdown()).render(source, enrichment);
    if (html.length > LONG_TEXT) await rest();
    return html;
  },
  // Opens a reading tool, for an element where it belongs to one. The first call loads them all.
  openTool: async (name, element) => {
    (await loadTools()).open(host, name, element);
  },
  copy: async (text) => navigator.clipboard.writeText(text),
  define: (name, mount, unmount) => {
    if (customElements.get(name)) return;
    customElements.define(name, class extends HTMLElement {
      connectedCallback() {
        if (!signal.aborted) this.mounted = mount(this);
      }
      disconnectedCallback() {
        if (!signal.aborted) unmount(this.mounted);
      }
    });
  },
  transition: (page, update) => {
    const isLong = page.querySelector(".prose")?.childElementCount > MANY_BLOCKS;
    const swap = () => pieces.swap(update, painted);
    return isLong ? rest().then(swap) : swap();
  },
  put: (main, page) => pieces.put(main, page, painted, back),
  // After a panic nothing of ours answers any more: links are ordinary links again.
  panicked: (message) => {
    if (signal.aborted) return;
    const interrupted = globalThis.navigation?.transition;
    stop.abort();
    console.error(`Recto stopped; the page stays readable. ${message}`);
    if (interrupted) location.reload();
  },
};

// The buttons and keys that open tools. They need the app as little as the tools do.
const openTool = (name, element) => host.openTool(name, element).catch(console.error);
addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-tool]");
  if (button) openTool(button.dataset.tool, button);
});
addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const command = (ctrlKey || metaKey) && key === "k";
  const typing = target.closest?.("input, textarea, select, [contenteditable], dialog");
  const plain = !ctrlKey && !metaKey && !altKey && !typing && document.documentElement.dataset.keys !== "off";
  const tool = command || (plain && key === "/") ? "palette" : plain && key === "?" ? "keys" : "";
  const step = plain && { j: 1, k: -1 }[key];
  if (tool) openTool(tool);
  if (step) toNextArticle(step);
  if (tool || step) event.preventDefault();
});

// In a list of articles, the focus goes to the next one or the one before.
const toNextArticle = (step) => {
  const links = [...document.querySelectorAll("main :is(.card-link, .archive-entry a)")];
  const at = links.indexOf(document.activeElement);
  links[at < 0 && step < 0 ? links.length - 1 : at + step]?.focus();
};

// The reader's own data. The app knows what it is called.
const store = {
  pathOf: (slug) => app.pathOf(slug),
  // Empty where nothing is kept, or nothing that can be read.
  read: (kind, slug) => {
    try {
      return JSON.parse(localStorage.getItem(app.keyOf(kind, slug))) ?? {};
    } catch {
      return {};
    }
  },
  // Keeps it, or nothing, and tells this tab, because browsers tell only the others.
  keep: (kind, slug, record) => {
    const key = app.keyOf(kind, slug);
    const newValue = record && JSON.stringify({ v: 1, ...record });
    try {
      if (record) localStorage.setItem(key, newValue);
      else localStorage.removeItem(key);
    } catch {
      return;
    }
    dispatchEvent(new StorageEvent("storage", { key, newValue }));
  },
};

// Elements that listen and mark. What is theirs to hear ends when they leave the page.
const define = (name, ...enliven) =>
  customElements.define(name, class extends HTMLElement {
    async connectedCallback() {
      this.gone = new AbortController();
      if (this.querySelector("[aria-busy]")) await pieces.whole();
      if (this.gone.signal.aborted) return;
      for (const run of enliven) run(this, this.gone.signal, words, store, openTool);
    }
    disconnectedCallback() {
      this.gone.abort();
    }
  });

// A page in the background is not painted, and need not wait for it.
const painted = () =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });

// In-site links through the Navigation API. Where it is missing, links stay links to finished pages.
const navigate = () => {
  globalThis.navigation?.addEventListener("navigate", (event) => {
    const { canIntercept, hashChange, downloadRequest, formData, navigationType } = event;
    const { pathname, hash } = new URL(event.destination.url);
    const ordinary = canIntercept && !hashChange && !downloadRequest && !formData;
    if (!ordinary || navigationType === "reload" || !app.serves(pathname)) return;
    // Going back and forward, the browser restores the scroll by itself; not all restore it when told. A place in a long
    // text can be scrolled to when it is there; that, too, the browser does by itself.
    const scroll = () => back || (hash && pieces.whole()) || event.scroll();
    // One engine has left the entry already, when the reader goes back.
    if (navigation.currentEntry?.url !== event.destination.url) pieces.remember();
    event.intercept({
      handler: async () => {
        back = navigationType === "traverse";
        // What the app does not find, the host may: an old address leads on.
        if (!(await app.open(pathname, event.signal, scroll))) location.reload();
        if (hash && !back) await pieces.whole();
      },
    });
  }, { signal });
};

// The next page's data at hand, so that a click costs no request: when the reader shows interest in a link, and, once
// the page is idle, when the link is in view. Not for a reader who saves data or has a very slow line.
const prefetch = () => {
  const { saveData, effectiveType } = navigator.connection ?? {};
  if (!globalThis.navigation || saveData || /2g/.test(effectiveType)) return;
  const seen = (link) => {
    if (link?.origin === location.origin && link.pathname !== location.pathname) app.prefetch(link.pathname);
  };
  const interest = ({ target }) => seen(target.closest?.("a[href]"));
  for (const name of ["pointerover", "focusin", "touchstart"]) {
    addEventListener(name, interest, { signal, passive: true });
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || signal.aborted) continue;
      observer.unobserve(target);
      seen(target);
    }
  });
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const watch = () => idle(() => {
    observer.disconnect();
    for (const link of document.querySelectorAll("main a[href]")) observer.observe(link);
  });
  watch();
  addEventListener("recto-shown", watch, { signal });
};

// The icons and the manifest, which browsers would ask for before the text: pages have them for those without scripts.
const addIcons = () => {
  const { textContent = "" } = document.querySelector("head noscript") ?? {};
  for (const [, rel, href] of textContent.matchAll(/rel="([^"]+)" href="([^"]+)"/g)) {
    document.head.append(Object.assign(document.createElement("link"), { rel, href }));
  }
};

try {
  await painted();
  addIcons();
  const scripts = [import("./pieces.js"), import("./reading.js"), import("./text.js")];
  const files = [load("./app.js", "./app.wasm"), ...scripts, loadMessages()];
  let reading, text;
  [app, pieces, reading, text] = await Promise.all(files);
  app.start(host);
  define("recto-reading", reading.enlivenText, text.enlivenProse);
  define("recto-actions", reading.enlivenActions);
  define("recto-continue", reading.enlivenContinue);
  define("recto-you", (element) => openTool("you", element));
  define("recto-embed-builder", (element) => openTool("embed-builder", element));
  removeEventListener("click", keepEarly);
  for (const button of early) button.click();
  navigate();
  prefetch();
  document.documentElement.dataset.app = "ready";
  // The host said "not found", but an article may be newer than the last prerendering: its data decides.
  if (document.querySelector("[data-missing]") && app.serves(location.pathname)) {
    await app.open(location.pathname, signal, () => {});
  }
} catch (error) {
  // A request may have ended because the reader leaves. Then the page is gone before this is said.
  setTimeout(() => host.panicked(error), 1000);
}
