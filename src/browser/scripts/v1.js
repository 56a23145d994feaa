// The elements for other people's pages: recto-article, recto-card, recto-author, recto-related, recto-reactions,
// recto-latest and recto-search. Each shows what its tag holds until the embed is there, and again if it cannot be had.
//
// Nothing of the page around is touched, and none of it is trusted: it may have changed what every object inherits, so
// options are objects that inherit nothing.

const home = new URL("..", import.meta.url);

/**
 * What an element shows is made of.
 * @typedef {object} EmbedModule
 * @property {(bridge: object) => void} start
 * @property {(embed: string, of: string) => string[] | undefined} files
 * @property {(site: string) => string} language
 * @property {(view: Element, address: string, embed: string, of: string, files: string[], limit: number, speech: object)
 *   => number} show
 * @property {(shown: number) => void} remove
 * @property {(count: number, speech: object) => string} counted
 */

/**
 * An element that is near, or alive.
 * @typedef {HTMLElement & { wake(): void, suit(): void }} EmbedElement
 */

/** @typedef {{ labels?: string[] } & Record<string, unknown>} Messages */

// By name, the attribute that says what the embed is of.
/** @type {[string, string][]} */
const EMBEDS = [
  ["article", "article"],
  ["card", "article"],
  ["author", "author"],
  ["related", "article"],
  ["reactions", "article"],
  ["latest", "tag"],
  ["search", "tag"],
];

// In milliseconds. What is not there by then is given up.
const DEADLINE = 20_000;

// What the embeds say, by language. English needs no file.
/** @type {Record<string, string>} */
const MESSAGES = Object.assign(Object.create(null), {
  ar: "./messages-ar.json",
  de: "./messages-de.json",
  es: "./messages-es.json",
  fr: "./messages-fr.json",
  he: "./messages-he.json",
  ja: "./messages-ja.json",
  pt: "./messages-pt.json",
  zh: "./messages-zh.json",
});

// WCAG's least contrast of text.
const LEAST_CONTRAST = 4.5;

/**
 * @template {object} T
 * @param {T} options
 * @returns {T}
 */
const bare = (options) => Object.assign(Object.create(null), options);

// What is asked for again is the same promise, unless it failed.
/** @type {Map<string, Promise<any>>} */
const kept = new Map();
/**
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
const once = (key, make) => {
  if (!kept.has(key)) {
    const promise = make();
    promise.catch(() => kept.delete(key));
    kept.set(key, promise);
  }
  return /** @type {Promise<T>} */ (kept.get(key));
};

// Nothing is waited for without an end. Throws a word where another answer came than a file.
const fetchFile = async (/** @type {string | URL} */ url, gone = "outdated") => {
  const response = await fetch(url, bare({ signal: AbortSignal.timeout(DEADLINE) }));
  if (!response.ok) throw response.status === 404 ? gone : "malformed";
  return response;
};

// Why a script could not be imported, which browsers do not tell: it did not come, is none, or the page around refuses it.
const explain = async (/** @type {string} */ path, /** @type {unknown} */ error) => {
  const response = await fetchFile(path);
  await response.text();
  const isScript = response.headers.get("content-type")?.includes("javascript") && !(error instanceof SyntaxError);
  return isScript ? "blocked" : "malformed";
};

let failures = 0;

const load = (/** @type {string} */ script, /** @type {string} */ wasm) => once(script, async () => {
  try {
    const path = new URL(script, import.meta.url).href + (failures ? `?${failures}` : "");
    const importing = import(path).catch(async (error) => {
      throw await explain(path, error);
    });
    const [module, response] = await Promise.all([importing, fetchFile(new URL(wasm, import.meta.url))]);
    if (typeof module.default !== "function") throw "malformed";
    // Options without a prototype are not taken for options here.
    await module.default({ module_or_path: response });
    return module;
  } catch (error) {
    failures += 1;
    throw error;
  }
});

const text = (/** @type {URL} */ url, gone = "missing") => once(url.href, async () => (await fetchFile(url, gone)).text());

const sheet = () => once("sheet", async () => {
  const sheet = new CSSStyleSheet();
  return sheet.replace(await text(new URL("./embed-view.css", import.meta.url), "outdated"));
});

const app = () => once("app", async () => {
  /** @type {EmbedModule} */
  const module = await load("./embed-view.js", "./embed-view.wasm");
  module.start(bare({ base: "", stop: (/** @type {string} */ message) => console.error(`Recto's embeds stopped. ${message}`) }));
  return module;
});

/**
 * Nothing, which is English, where they cannot be had.
 * @param {string} language
 * @returns {Promise<Messages | undefined>}
 */
const messagesOf = async (language) => {
  const file = MESSAGES[language.replace(/-.*/, "").toLowerCase()];
  try {
    return file ? JSON.parse(await text(new URL(file, import.meta.url))) : undefined;
  } catch {
    return undefined;
  }
};

// As it is where it cannot be decoded.
const decoded = (/** @type {string} */ text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const parse = (/** @type {string} */ json) => {
  try {
    return JSON.parse(json);
  } catch {
    throw "malformed";
  }
};

// Of a search. Its engine is for readers who use it.
const engine = () => load("./search.js", "./search.wasm");
const searchBox = () => once("search", () => import(new URL("./search-box.js", import.meta.url).href));

/**
 * @param {string} markdown
 * @param {string} article
 * @param {string[] | undefined} labels
 * @returns {Promise<string>}
 */
const render = async (markdown, article, labels) => {
  const { enrichment } = parse(article) ?? {};
  const renderer = await load("./markdown.js", "./markdown.wasm");
  return renderer.render(markdown, bare({ ...enrichment, labels }));
};

// Red, green, blue and opacity from 0 to 1, of any colour that CSS can spell.
const canvas = /** @type {CanvasRenderingContext2D} */ (
  document.createElement("canvas").getContext("2d", bare({ willReadFrequently: true })));
/** @returns {[number, number, number, number]} */
const channels = (/** @type {string} */ color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
};

const linear = (/** @type {number} */ channel) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const luminance = (/** @type {[number, number, number, number]} */ [red, green, blue]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const contrast = (/** @type {number} */ one, /** @type {number} */ other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

// The ground that the element stands on: the first ancestor's that cannot be seen through, else the canvas'.
/** @returns {[number, number, number, number]} */
const groundOf = (/** @type {Element} */ element) => {
  /** @type {any} */
  let node = element;
  for (; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    if (!(node instanceof Element)) continue;
    const ground = channels(getComputedStyle(node).backgroundColor);
    if (ground[3] > 0.5) return ground;
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const dark = colorScheme.includes("dark") &&
    (!colorScheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
  return dark ? [0.07, 0.07, 0.07, 1] : [1, 1, 1, 1];
};

// Light or dark, whichever can be read there; where neither can, on a ground of our own.
const suit = (/** @type {HTMLElement} */ view, /** @type {Element} */ element) => {
  const ground = luminance(groundOf(element));
  const isReadable = (/** @type {string} */ theme) => {
    view.dataset.theme = theme;
    return ["--ink", "--ink-quiet", "--accent"].every((role) => {
      view.style.color = `var(${role})`;
      return contrast(luminance(channels(getComputedStyle(view).color)), ground) >= LEAST_CONTRAST;
    });
  };
  const themes = ground > 0.18 ? ["light", "dark"] : ["dark", "light"];
  const theme = themes.find(isReadable);
  view.style.removeProperty("color");
  view.dataset.theme = theme ?? themes[0] ?? "light";
  view.toggleAttribute("data-ground", !theme);
};

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) /** @type {EmbedElement} */ (target).wake();
}, bare({ rootMargin: "50%" }));

// The page around may change its colours while it is open.
/** @type {Set<EmbedElement>} */
const alive = new Set();
const suitAll = () => {
  for (const element of alive) element.suit();
};
new MutationObserver(suitAll).observe(
  document.documentElement,
  bare({ attributes: true, subtree: false, attributeFilter: ["class", "style", "data-theme"] }),
);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", suitAll);

const define = (/** @type {string} */ embed, /** @type {string} */ attribute) => {
  const name = `recto-${embed}`;
  if (customElements.get(name)) return;
  const attributes = ["src", attribute, "theme", "lang", "loading", "limit"];

  /** @type {Record<string, string>} */
  const standard = bare({ src: home.href, limit: embed === "related" ? "4" : "5" });

  class Embed extends HTMLElement {
    static observedAttributes = attributes;
    #root = this.attachShadow(bare({ mode: "open" }));
    // Counts the reasons to show something else: whoever is late finds that it has changed.
    #turn = 0;
    #awake = false;
    /** @type {(() => void) | undefined} */
    #shown;
    /** @type {HTMLElement | undefined} */
    #view;

    constructor() {
      super();
      this.#root.append(document.createElement("slot"));
      this.#root.addEventListener("click", (event) => this.#followed(/** @type {MouseEvent} */ (event)));
    }

    connectedCallback() {
      if (this.#awake || this.#option("loading") === "eager") this.wake();
      else near.observe(this);
    }

    disconnectedCallback() {
      near.unobserve(this);
      this.#fallBack();
    }

    // As its attribute says, or as is usual.
    #option(/** @type {string} */ name) {
      return this.getAttribute(name) ?? standard[name] ?? "";
    }

    attributeChangedCallback(/** @type {string} */ attribute) {
      if (attribute === "theme") this.suit();
      else if (this.#awake && this.isConnected) this.#show();
      else if (this.isConnected && this.#option("loading") === "eager") this.wake();
    }

    // Shows the embed. Called when the element comes near the part of the page that is seen.
    wake() {
      near.unobserve(this);
      this.#awake = true;
      this.#show();
    }

    suit() {
      const view = this.#view;
      if (!view) return;
      const theme = this.#option("theme") || "auto";
      view.toggleAttribute("data-ground", theme !== "auto");
      if (theme === "auto") suit(view, this);
      else view.dataset.theme = theme;
    }

    async #show() {
      const turn = ++this.#turn;
      // Attributes that are set one after the other change the embed once.
      await undefined;
      if (turn !== this.#turn) return;
      try {
        const of = this.getAttribute(attribute) ?? "";
        const address = new URL(this.#option("src").replace(/\/?$/, "/"), document.baseURI);
        const [module, style] = await Promise.all([app(), sheet()]);
        const paths = module.files(embed, of);
        if (!paths) throw "missing";
        const files = await Promise.all(paths.map((path) => text(new URL(path, address))));
        const language = this.lang || module.language(files[0]);
        const messages = await messagesOf(language);
        if (files.length > 2) files[2] = await render(files[2], files[1], messages?.labels);
        const field = embed === "search" ? await searchBox() : undefined;
        if (turn !== this.#turn) return;
        const view = document.createElement("div");
        view.className = "recto";
        const limit = Math.max(1, Number(this.#option("limit")));
        const speech = bare({ language, messages });
        const shown = module.show(view, address.href, embed, of, files, limit, speech);
        const counted = (/** @type {number} */ count) => module.counted(count, speech);
        field?.begin(view, { address: address.href, tag: of, limit, engine, counted });
        this.#fallBack(turn);
        this.#shown = () => module.remove(shown);
        this.#view = document.createElement("div");
        this.#view.className = "ground";
        this.#view.append(view);
        this.#root.adoptedStyleSheets = [style];
        this.#root.replaceChildren(this.#view);
        alive.add(this);
        this.suit();
        this.#tell("recto-ready", { embed, of });
      } catch (error) {
        if (turn !== this.#turn) return;
        this.#fallBack(turn);
        this.#tell("recto-error", { embed, of: this.getAttribute(attribute) ?? "", reason: reason(error) });
      }
    }

    // What the tag holds is shown again.
    #fallBack(turn = ++this.#turn) {
      this.#turn = turn;
      this.#shown?.();
      this.#shown = this.#view = undefined;
      alive.delete(this);
      this.#root.replaceChildren(document.createElement("slot"));
    }

    #followed(/** @type {MouseEvent} */ event) {
      const path = event.composedPath();
      const button = path.find((node) => node instanceof HTMLButtonElement && node.value !== "");
      // The state follows the press in a moment.
      if (button instanceof HTMLButtonElement) {
        setTimeout(() => {
          const given = button.getAttribute("aria-pressed") === "true";
          this.#tell("recto-react", { article: this.getAttribute(attribute), kind: button.value, given });
        });
      }
      const link = path.find((node) => node instanceof HTMLAnchorElement && node.href);
      if (!(link instanceof HTMLAnchorElement) || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const href = link.getAttribute("href") ?? "";
      if (href.startsWith("#")) {
        // The page around knows nothing of places in here.
        event.preventDefault();
        this.#root.getElementById(decoded(href.slice(1)))?.scrollIntoView();
      } else if (!this.#tell("recto-navigate", { url: link.href }, true)) {
        event.preventDefault();
      }
    }

    #tell(/** @type {string} */ type, /** @type {object} */ detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(type, bare({ detail, cancelable, bubbles: true, composed: true })));
    }
  }

  // Properties say the same as attributes.
  for (const attribute of attributes) {
    if (attribute === "lang") continue;
    Object.defineProperty(Embed.prototype, attribute, bare({
      enumerable: true,
      configurable: true,
      /** @this {HTMLElement} */
      get() {
        return this.getAttribute(attribute) ?? standard[attribute] ?? "";
      },
      /**
       * @this {HTMLElement}
       * @param {unknown} value
       */
      set(value) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    }));
  }
  customElements.define(name, Embed);
};

// Whether the page around lets WebAssembly run, by the least there is. WebKit compiles what it then refuses to run.
const runsWasm = () => {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))));
  } catch {
    return false;
  }
};

// A word: `missing`, `offline`, `outdated`, `malformed`, or `blocked` where the page around refuses what we need.
const reason = (/** @type {unknown} */ error) => {
  if (typeof error === "string") return error;
  if (!runsWasm()) return "blocked";
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  return error instanceof TypeError || isLate ? "offline" : "malformed";
};

for (const [embed, attribute] of EMBEDS) define(embed, attribute);
