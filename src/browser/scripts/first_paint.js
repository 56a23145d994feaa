// Applies what the reader prefers before the first paint, and again when it changes, in this tab or in another; then
// waits for the first sign of reading, at which start.js loads the app. Until then a page loads nothing more.
// It stands in the head of every page, behind the style sheet; the build puts storage keys, or their beginnings, in the
// place of "preferences", "last", "reading", "saved" and "reactions", and URLs in the place of "start" and "messages".
{
  const root = document.documentElement;
  /** @type {NodeListOf<HTMLMetaElement>} */
  const metas = document.querySelectorAll("meta[name=theme-color]");
  const colors = [...metas].map(({ content }) => content);
  // Nothing where storage is blocked.
  const stored = (/** @type {string} */ key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const apply = () => {
    /** @type {Record<string, string> | null | undefined} */
    let chosen;
    try {
      chosen = JSON.parse(stored("preferences") ?? "{}");
    } catch {}
    // "Continue reading" gets its room now, and its words when the app is there.
    root.toggleAttribute("data-continue", !!stored("last"));
    for (const name of ["theme", "size", "measure", "leading", "face", "motion", "keys"]) {
      if (chosen?.[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    const ground = getComputedStyle(root).backgroundColor;
    metas.forEach((meta, index) => {
      meta.content = root.dataset.theme ? ground : colors[index] ?? "";
    });
  };
  apply();
  addEventListener("storage", apply);

  const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
  // What needs the app and came before it.
  /** @type {(MouseEvent | KeyboardEvent)[]} */
  const early = [];
  const keep = (/** @type {Event} */ event) => {
    const target = /** @type {Element} */ (event.target);
    const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    const wanted = event.type === "click"
      ? target.closest?.("recto-reactions button, recto-actions button, [data-tool]")
      : (ctrlKey || metaKey) ? key === "k" : key === "/" && root.dataset.keys !== "off" && !target.closest?.("input");
    if (!wanted) return;
    if (key) event.preventDefault();
    early.push(/** @type {KeyboardEvent} */ (event));
  };
  const begin = (/** @type {Event | undefined} */ sign) => {
    // A pointer that rests where a page opens has not moved.
    if (sign?.type === "pointermove") {
      const { movementX, movementY } = /** @type {PointerEvent} */ (sign);
      if (!movementX && !movementY) return;
    }
    for (const name of signs) removeEventListener(name, begin, true);
    const url = "start";
    import(url).then(
      ({ start }) => start({ early, keep, urgent: /down|start/.test(sign?.type ?? ""), messages: "messages" }),
      async () => {
        // Gone with the build that this page is of: the page of today has its own.
        const { status } = await fetch(url);
        if (status === 404 && early.length && !sessionStorage.recto) {
          sessionStorage.recto = "reloaded";
          location.reload();
        }
      },
    ).catch(console.error);
  };
  for (const name of signs) addEventListener(name, begin, { capture: true, passive: true });
  for (const name of ["click", "keydown"]) addEventListener(name, keep);
  addEventListener("DOMContentLoaded", () => {
    const slug = document.querySelector("recto-reading")?.getAttribute("article");
    const wanted = location.hash || document.querySelector("[data-missing], recto-you, recto-embed-builder, [data-continue] recto-continue")
      || (slug && ["reading", "saved", "reactions"].some((key) => stored(key + slug)));
    if (wanted) begin(undefined);
  });
}
