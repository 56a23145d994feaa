// The elements for other people's pages: recto-article, recto-card, recto-author, recto-related, recto-reactions and
// recto-latest. Each shows what its tag holds until the piece is there, and again if it cannot be had.
//
// Nothing of the page around is touched, and none of it is trusted: it may have changed what every object inherits, so
// options are objects that inherit nothing.

const home = new URL("..", import.meta.url);

// By name, the attribute that says what the piece is of.
const PIECES = [
  ["article", "article"],
  ["card", "article"],
  ["author", "author"],
  ["related", "article"],
  ["reactions", "article"],
  ["latest", "tag"],
];

// What the pieces say, by language. English needs no file.
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

const bare = (options) => Object.assign(Object.create(null), options);

// What is asked for again is the same promise, unless it failed.
const kept = new Map();
const once = (key, make) => {
  if (!kept.has(key)) {
    const promise = make();
    promise.catch(() => kept.delete(key));
    kept.set(key, promise);
  }
  return kept.get(key);
};

let failures = 0;

const load = (script, wasm) => once(script, async () => {
  try {
    const path = new URL(script, import.meta.url).href + (failures ? `?${failures}` : "");
    const [module, response] = await Promise.all([import(path), fetch(new URL(wasm, import.meta.url))]);
    // Options without a prototype are not taken for options here.
    await module.default({ module_or_path: response });
    return module;
  } catch (error) {
    failures += 1;
    throw error;
  }
});

const text = (url) => once(url.href, async () => {
  const response = await fetch(url);
  if (!response.ok) throw response.status === 404 ? "missing" : "offline";
  return response.text();
});

const sheet = () => once("sheet", async () => {
  const sheet = new CSSStyleSheet();
  return sheet.replace(await text(new URL("./piece.css", import.meta.url)));
});

const app = () => once("app", async () => {
  const module = await load("./piece.js", "./piece.wasm");
  module.start(bare({ base: "", panicked: (message) => console.error(`Recto's embeds stopped. ${message}`) }));
  return module;
});

const messagesOf = async (language) => {
  const file = MESSAGES[language.split("-")[0].toLowerCase()];
  return file && JSON.parse(await text(new URL(file, import.meta.url)));
};

const render = async (markdown, article, labels) => {
  const renderer = await load("./markdown.js", "./markdown.wasm");
  return renderer.render(markdown, bare({ ...JSON.parse(article).enrichment, labels }));
};

// Red, green, blue and opacity from 0 to 1, of any colour that CSS can spell.
const canvas = document.createElement("canvas").getContext("2d", bare({ willReadFrequently: true }));
const channels = (color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => channel / 255);
};

const luminance = ([red, green, blue]) => {
  const [r, g, b] = [red, green, blue].map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

// The ground that the element stands on: the first ancestor's that cannot be seen through, else the canvas'.
const groundOf = (element) => {
  for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
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
const suit = (view, element) => {
  const ground = luminance(groundOf(element));
  const isReadable = (theme) => {
    view.dataset.theme = theme;
    return ["--ink", "--ink-quiet", "--accent"].every((role) => {
      view.style.color = `var(${role})`;
      return contrast(luminance(channels(getComputedStyle(view).color)), ground) >= LEAST_CONTRAST;
    });
  };
  const themes = ground > 0.18 ? ["light", "dark"] : ["dark", "light"];
  const theme = themes.find(isReadable);
  view.style.removeProperty("color");
  view.dataset.theme = theme ?? themes[0];
  view.toggleAttribute("data-ground", !theme);
};

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.wake();
}, bare({ rootMargin: "50%" }));

// The page around may change its colours while it is open.
const alive = new Set();
const suitAll = () => {
  for (const element of alive) element.suit();
};
new MutationObserver(suitAll).observe(
  document.documentElement,
  bare({ attributes: true, subtree: false, attributeFilter: ["class", "style", "data-theme"] }),
);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", suitAll);

const define = (piece, attribute) => {
  const name = `recto-${piece}`;
  if (customElements.get(name)) return;
  const attributes = ["src", attribute, "theme", "lang", "loading", "limit"];

  class Embed extends HTMLElement {
    static observedAttributes = attributes;
    #root = this.attachShadow(bare({ mode: "open" }));
    // Counts the reasons to show something else: whoever is late finds that it has changed.
    #turn = 0;
    #awake = false;
    #shown;
    #view;

    constructor() {
      super();
      this.#root.append(document.createElement("slot"));
      this.#root.addEventListener("click", (event) => this.#followed(event));
    }

    connectedCallback() {
      if (this.#awake || this.loading === "eager") this.wake();
      else near.observe(this);
    }

    disconnectedCallback() {
      near.unobserve(this);
      this.#fallBack();
    }

    attributeChangedCallback(attribute) {
      if (attribute === "theme") this.suit();
      else if (this.#awake && this.isConnected) this.#show();
      else if (this.isConnected && this.loading === "eager") this.wake();
    }

    // Shows the piece. Called when the element comes near the part of the page that is seen.
    wake() {
      near.unobserve(this);
      this.#awake = true;
      this.#show();
    }

    suit() {
      const view = this.#view;
      if (!view) return;
      const theme = this.theme || "auto";
      view.toggleAttribute("data-ground", theme !== "auto");
      if (theme === "auto") suit(view, this);
      else view.dataset.theme = theme;
    }

    async #show() {
      const turn = ++this.#turn;
      // Attributes that are set one after the other change the piece once.
      await undefined;
      if (turn !== this.#turn) return;
      try {
        const of = this.getAttribute(attribute) ?? "";
        const address = new URL(this.src.replace(/\/?$/, "/"), document.baseURI);
        const [module, style] = await Promise.all([app(), sheet()]);
        const paths = module.files(piece, of);
        if (!paths) throw "missing";
        const files = await Promise.all(paths.map((path) => text(new URL(path, address))));
        const language = this.lang || module.language(files[0]);
        const messages = await messagesOf(language);
        if (files.length > 2) files[2] = await render(files[2], files[1], messages?.labels);
        if (turn !== this.#turn) return;
        const view = document.createElement("div");
        view.className = "recto";
        const shown = module.show(view, address.href, piece, of, files, Math.max(1, this.limit), bare({ language, messages }));
        this.#fallBack(turn);
        this.#shown = () => module.remove(shown);
        this.#view = document.createElement("div");
        this.#view.className = "ground";
        this.#view.append(view);
        this.#root.adoptedStyleSheets = [style];
        this.#root.replaceChildren(this.#view);
        alive.add(this);
        this.suit();
        this.#tell("recto-ready", { piece, of });
      } catch (error) {
        if (turn !== this.#turn) return;
        this.#fallBack(turn);
        this.#tell("recto-error", { piece, of: this.getAttribute(attribute) ?? "", reason: reason(error) });
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

    #followed(event) {
      const path = event.composedPath();
      const button = path.find(({ localName, value }) => localName === "button" && value);
      // The state follows the press in a moment.
      if (button) {
        setTimeout(() => {
          const given = button.getAttribute("aria-pressed") === "true";
          this.#tell("recto-react", { article: this.getAttribute(attribute), kind: button.value, given });
        });
      }
      const link = path.find(({ localName, href }) => localName === "a" && href);
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const href = link.getAttribute("href");
      if (href.startsWith("#")) {
        // The page around knows nothing of places in here.
        event.preventDefault();
        this.#root.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
      } else if (!this.#tell("recto-navigate", { url: link.href }, true)) {
        event.preventDefault();
      }
    }

    #tell(type, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(type, bare({ detail, cancelable, bubbles: true, composed: true })));
    }
  }

  // Properties say the same as attributes.
  const standard = bare({ src: home.href, limit: piece === "related" ? "4" : "5" });
  for (const attribute of attributes) {
    if (attribute === "lang") continue;
    Object.defineProperty(Embed.prototype, attribute, bare({
      enumerable: true,
      configurable: true,
      get() {
        return this.getAttribute(attribute) ?? standard[attribute] ?? "";
      },
      set(value) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    }));
  }
  customElements.define(name, Embed);
};

// A word: `missing`, `offline`, `outdated`, `malformed`, or `blocked` where the page around refuses what we need.
const reason = (error) =>
  typeof error === "string" ? error : error instanceof TypeError ? "offline" : "blocked";

for (const [piece, attribute] of PIECES) define(piece, attribute);
