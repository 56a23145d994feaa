// The page about embedding: makes the code for what is chosen, and shows it in two pages, as if they were somebody
// else's. What it says, and every address, stands in the page.

const form = document.querySelector(".builder");
const { piece, of, kind, theme, limit, lang, width, code } = form.elements;
const { dataset } = form;
const missing = form.querySelector(".builder-missing");
const said = form.querySelector(".builder-note");
const things = document.getElementById("builder-things");

// Names in the list that opens under the field.
const MOST = 12;

const hosts = [...form.querySelectorAll("iframe")];

// By what a piece is of: names and slugs.
let known = { article: [], author: [], tag: [] };

const chosen = () => piece.selectedOptions[0].dataset;

const found = () => {
  const wanted = of.value.trim();
  return known[chosen().of].find(({ name, slug }) =>
    name === wanted || slug === wanted || (wanted.includes("/") && wanted.split("/").includes(slug)));
};

const isList = () => ["related", "latest"].includes(piece.value);

// A document in which nothing is loaded or runs.
const inert = document.implementation.createHTMLDocument();

const element = (name, attributes, ...children) => {
  const made = inert.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
};

const make = {
  element: (slug, link) => element(`recto-${piece.value}`, {
    [chosen().of]: slug,
    theme: theme.value === "auto" ? "" : theme.value,
    limit: isList() ? limit.value : "",
    lang: lang.value.trim(),
  }, "\n  ", link, "\n"),
  frame: (slug, link, base) => {
    const asked = new URLSearchParams();
    if (theme.value !== "auto") asked.set("theme", theme.value);
    if (isList() && limit.value) asked.set("limit", limit.value);
    const { frame, height } = chosen();
    const address = slug ? frame.replace("*", slug) : frame.replace("*/", "");
    const src = new URL(address, base).href + (asked.size ? `#${asked}` : "");
    return element("iframe", { src, title: link.textContent, width: "100%", height, frameborder: "0", loading: "lazy" });
  },
  link: (slug, link) => link,
};

const SCRIPTS = { element: dataset.elements, frame: dataset.resizer };

const update = () => {
  of.closest("label").firstChild.textContent = chosen().label;
  for (const field of form.querySelectorAll("[data-for]")) field.hidden = !field.dataset.for.split(" ").includes(kind.value);
  form.querySelector("[data-for-list]").hidden = !isList() || kind.value === "link";
  const all = piece.value === "latest" && !of.value.trim();
  const thing = all ? { name: piece.dataset.title, slug: "" } : found();
  missing.textContent = thing ? "" : dataset.notFound;
  said.textContent = "";
  if (!thing) return;
  const path = all ? piece.dataset.home : chosen().page.replace("*", thing.slug);
  const made = (base) => {
    const href = new URL(path, base).href;
    return make[kind.value](thing.slug, element("a", { href }, thing.name), base);
  };
  const script = SCRIPTS[kind.value];
  code.value = (script ? `<script type="module" src="${script}"></script>\n` : "") + made(dataset.elements).outerHTML;
  // This page may be served elsewhere than the blog says it is.
  for (const host of hosts) show(host, made(location.href));
};

const show = (host, made) => {
  const { contentDocument, dataset: { ground } } = host;
  if (!contentDocument?.querySelector("base")) return;
  const copy = contentDocument.importNode(made, true);
  copy.setAttribute("loading", "eager");
  contentDocument.documentElement.style.colorScheme = ground;
  contentDocument.body.replaceChildren(copy);
};

const load = (host) => {
  host.addEventListener("load", () => {
    const { contentDocument, contentWindow } = host;
    const { documentElement } = contentDocument;
    // Not at once: a page must not change its own size while it is told of it.
    const fit = () => requestAnimationFrame(() => {
      const borders = host.offsetHeight - host.clientHeight;
      host.style.setProperty("height", `${documentElement.offsetHeight + borders}px`);
    });
    new contentWindow.ResizeObserver(fit).observe(documentElement);
    update();
  });
  host.src = host.dataset.src;
};

const suggest = () => {
  const wanted = of.value.trim().toLowerCase();
  const fitting = known[chosen().of].filter(({ name }) => name.toLowerCase().includes(wanted));
  things.replaceChildren(...fitting.slice(0, MOST).map(({ name }) => new Option(name)));
};

form.addEventListener("input", ({ target }) => {
  if (target === code) return;
  if (target === piece && !found()) of.value = piece.value === "latest" ? "" : known[chosen().of][0]?.name ?? "";
  if (target === piece || target === of) suggest();
  for (const host of hosts) host.dataset.width = width.value;
  update();
});
form.addEventListener("submit", (event) => event.preventDefault());

form.querySelector(".builder-copy").addEventListener("click", async () => {
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(code.value);
    said.textContent = dataset.copied;
  } catch {
    code.select();
    said.textContent = dataset.notCopied;
  }
});

const { articles, authors, tags } = await (await fetch(dataset.index)).json();
known = { article: articles.map(({ title, slug }) => ({ name: title, slug })), author: authors, tag: tags };
// Whoever comes from an article wants that one.
const wanted = new URLSearchParams(location.search).get("article");
of.value = (known.article.find(({ slug }) => slug === wanted) ?? known.article[0])?.name ?? "";
suggest();
hosts.forEach(load);
update();
