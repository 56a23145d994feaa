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
  const button = target.closest?.("recto-reactions button");
  if (button) early.push([button.closest("recto-reactions"), button.value]);
};
addEventListener("click", keepEarly);

const load = async (script, wasm) => {
  const [module, response] = await Promise.all([import(script), fetch(new URL(wasm, import.meta.url))]);
  await module.default({ module_or_path: response });
  return module;
};

// In milliseconds. Three frames: a longer wait is felt.
const LONGEST_WAIT = 50;

let app;
let quick;
let markdown;
let attempts = 0;

const host = {
  // The path that all pages of the site lie below.
  base: new URL("..", import.meta.url).pathname,
  // Loaded when it is first needed.
  loadMarkdown: () =>
    // Browsers remember that a module's address failed, so a new attempt needs a new one.
    (markdown ??= load("./markdown.js" + (attempts ? `?${attempts}` : ""), "./markdown.wasm").catch((error) => {
      attempts += 1;
      markdown = undefined;
      throw error;
    })),
  // Markdown to HTML, with the enrichment out of the article's JSON.
  renderMarkdown: async (source, article) =>
    (await host.loadMarkdown()).render(source, JSON.parse(article).enrichment ?? {}, app.character),
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
  // Softly, where the reader has not asked for less motion and the device is quick: the first swap goes without a
  // transition and tells whether it is; a transition that kept the reader waiting was the last one.
  transition: (update) => {
    const begin = performance.now();
    const keepsUp = () => performance.now() - begin < LONGEST_WAIT;
    const motion = document.startViewTransition && matchMedia("(prefers-reduced-motion: no-preference)").matches;
    if (quick && motion) {
      return document.startViewTransition(() => {
        quick = keepsUp();
        return update();
      }).updateCallbackDone;
    }
    update();
    painted().then(() => (quick ??= keepsUp()));
  },
  // After a panic nothing of ours answers any more: links are ordinary links again.
  panicked: (message) => {
    if (signal.aborted) return;
    const interrupted = globalThis.navigation?.transition;
    stop.abort();
    console.error(`Recto stopped; the page stays readable. ${message}`);
    if (interrupted) location.reload();
  },
};

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
    const { pathname } = new URL(event.destination.url);
    const ordinary = canIntercept && !hashChange && !downloadRequest && !formData;
    if (!ordinary || navigationType === "reload" || !app.serves(pathname)) return;
    // Going back and forward, the browser restores the scroll by itself; not all restore it when told.
    const scroll = () => navigationType === "traverse" || event.scroll();
    event.intercept({ handler: () => app.open(pathname, event.signal, scroll) });
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

try {
  await painted();
  app = await load("./app.js", "./app.wasm");
  app.start(host);
  removeEventListener("click", keepEarly);
  for (const [element, value] of early) {
    for (const button of element.querySelectorAll("button")) if (button.value === value) button.click();
  }
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
