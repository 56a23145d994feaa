// An article while it is read: contents that follow the scroll, how far the reader is, the place, which is kept by its
// heading, and whether the article is saved for later.
//
// Like start.js it is JavaScript because all it does is to listen and to mark; the same in wasm weighs four times as much.

const left = (words, minutes) => words.count("time-left", "{count} min left", minutes);

// Who has read less than this part has not begun.
const BEGUN = 0.1;

// A heading has been reached when it is in the upper third of the window.
const reached = (heading) => heading?.getBoundingClientRect().top <= innerHeight / 3;

// `<recto-reading article hash minutes>`: the text and its table of contents.
export const enlivenText = (article, signal, words, store, openTool) => {
  followContents(article, signal);
  followReader(article, signal, words, store);
  markChanges(article, words, store, openTool);
};

const followContents = (article, signal) => {
  const table = article.querySelector(".contents-links");
  const links = [...(table?.querySelectorAll("a") ?? [])];
  let current;
  const mark = () => {
    const link = links.findLast((link) => reached(document.getElementById(link.getAttribute("href").slice(1))));
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    // A long table scrolls in itself; the page stays where it is.
    if (link) table.scrollTop = link.offsetTop - table.clientHeight / 2;
  };
  // Not at once: to measure before the browser has put a page back to its place would make it keep the wrong one.
  requestAnimationFrame(mark);
  addEventListener("scroll", mark, { signal, passive: true });
};

const followReader = (article, signal, words, store) => {
  const slug = article.getAttribute("article");
  const hash = article.getAttribute("hash");
  const title = article.parentElement.querySelector("h1")?.textContent;
  const prose = article.querySelector(".prose");
  const headings = headingsOf(prose);
  const timeLeft = article.querySelector(".time-left");
  let part = 0;
  let finished;
  let now;
  const read = () => {
    const { top, height } = prose.getBoundingClientRect();
    part = Math.min(1, Math.max(0, (innerHeight - top) / height));
    const minutes = Math.ceil(article.getAttribute("minutes") * (1 - part));
    now = { title, at: headings.findLast(reached)?.id, part, left: minutes, time: Date.now() };
    if (part === 1) finished ??= { finished: hash, sections: sectionsOf(prose) };
    article.querySelector(".reading-bar").style.inlineSize = `${part * 100}%`;
    timeLeft.textContent = minutes ? left(words, minutes) : "";
  };
  const keep = () => {
    if (part < BEGUN) return;
    const record = { ...store.read("reading", slug), ...now, ...finished };
    store.keep("reading", slug, record);
    // What is finished is not to be continued.
    if (record.finished !== hash) store.keep("last", "", { slug });
    else if (store.read("last", "").slug === slug) store.keep("last", "", null);
  };
  addEventListener("scroll", read, { signal, passive: true });
  document.addEventListener("visibilitychange", keep, { signal });
  addEventListener("pagehide", keep, { signal });
  signal.addEventListener("abort", keep);
};

// What says something else than when the reader was through. A tool tells of it.
const markChanges = (article, words, store, openTool) => {
  const { finished, sections } = store.read("reading", article.getAttribute("article"));
  if (!finished || finished === article.getAttribute("hash")) return;
  const prose = article.querySelector(".prose");
  const now = sectionsOf(prose);
  const changed = headingsOf(prose).filter(({ id }) => now[id] !== sections?.[id]);
  for (const heading of changed) heading.dataset.changed = words.text("changed", "Changed");
  if (changed.length) openTool("changes", article);
};

const HEADINGS = ":scope > :is(h2, h3, h4)[id]";

const headingsOf = (prose) => [...prose.querySelectorAll(HEADINGS)];

// From the id of each section's heading to a hash of the section's text. What stands before the first has no name.
const sectionsOf = (prose) => {
  const hashes = {};
  let name = "";
  for (const element of prose.children) {
    if (element.matches(HEADINGS.slice(":scope > ".length))) name = element.id;
    hashes[name] = continued(hashes[name] ?? 0x811c9dc5, element.textContent);
  }
  return hashes;
};

// FNV-1a, 32 bits: nobody wants to deceive here, and it is short.
const continued = (hash, text) => {
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

// `<recto-actions article>`: the button that saves the article for later shows whether it is, in every tab.
export const enlivenActions = (actions, signal, words, store) => {
  const slug = actions.getAttribute("article");
  const button = actions.querySelector("[aria-pressed]");
  const isSaved = () => Boolean(store.read("saved", slug).time);
  const show = () => button.setAttribute("aria-pressed", isSaved());
  show();
  addEventListener("storage", show, { signal });
  button.addEventListener("click", () => {
    const title = actions.closest("article").querySelector("h1").textContent;
    store.keep("saved", slug, isSaved() ? null : { title, time: Date.now() });
  }, { signal });
};

// `<recto-continue>`: the article that was begun last and not finished, with a link to the place in it.
export const enlivenContinue = (element, signal, words, store) => {
  const link = element.querySelector("a");
  const show = () => {
    const { slug } = store.read("last", "");
    if (!slug) return;
    const { title, at, left: minutes } = store.read("reading", slug);
    link.href = store.pathOf(slug) + (at ? `#${at}` : "");
    link.textContent = title;
    element.querySelector(".reading-time").textContent = minutes ? left(words, minutes) : "";
  };
  show();
  addEventListener("storage", show, { signal });
};
