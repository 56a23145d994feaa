// Waits for the first sign of reading, at which start.js loads the app, and all of the page has its style. Until then a page
// loads nothing more.
// It stands behind the text of every page; the build puts the beginnings of storage keys in the place of "reading", "saved"
// and "reactions", and URLs in the place of "start" and "messages".
{
  const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
  // What needs the app and came before it.
  /** @type {(MouseEvent | KeyboardEvent)[]} */
  const early = [];
  const keep = (/** @type {Event} */ event) => {
    const target = /** @type {Element} */ (event.target);
    const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    const wanted = event.type === "click"
      ? target.closest?.("recto-reactions button, recto-actions button, [data-tool]")
      : (ctrlKey || metaKey)
        ? key === "k"
        : key === "/" && document.documentElement.dataset.keys !== "off" && !target.closest?.("input");
    if (!wanted) return;
    event.preventDefault();
    early.push(/** @type {KeyboardEvent} */ (event));
  };
  // The style of what stands below the text holds on paper alone until a reader comes near: to style a page once more takes
  // a phone a while. Once the app's sheet is there it says the same, and the page is not styled again.
  const styleAll = () => {
    /** @type {HTMLLinkElement | null} */
    const rest = document.querySelector("link[media=print]");
    if (rest && !document.documentElement.dataset.app) rest.media = "all";
  };
  const below = document.querySelector("recto-reading ~ *");
  if (below) {
    new IntersectionObserver((seen, observer) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      styleAll();
    }, { rootMargin: "0px 0px 100%" }).observe(below);
  }
  const begin = (/** @type {Event | undefined} */ sign) => {
    // A pointer that rests where a page opens has not moved.
    if (sign?.type === "pointermove") {
      const { movementX, movementY } = /** @type {PointerEvent} */ (sign);
      if (!movementX && !movementY) return;
    }
    for (const name of signs) removeEventListener(name, begin, true);
    if (!below) styleAll();
    const url = "start";
    import(url).then(
      ({ start }) => start({ early, keep, urgent: /down|start/.test(sign?.type ?? ""), messages: "messages" }),
      async () => {
        // Gone with the build that this page is of: the page of today has its own.
        const answer = await fetch(url).catch(() => undefined);
        if (answer?.status === 404 && early.length && !sessionStorage.recto) {
          sessionStorage.recto = "reloaded";
          location.reload();
        }
      },
    ).catch(console.error);
  };
  for (const name of signs) addEventListener(name, begin, { capture: true, passive: true });
  for (const name of ["click", "keydown"]) addEventListener(name, keep);
  const slug = document.querySelector("recto-reading")?.getAttribute("article");
  const isKept = (/** @type {string} */ key) => {
    // Nothing where storage is blocked.
    try {
      return localStorage.getItem(key + slug);
    } catch {}
  };
  const wanted = location.hash
    || document.querySelector("[data-missing], recto-you, recto-search-page, recto-embed-builder, recto-desk, [data-continue] recto-continue")
    || (slug && ["reading", "saved", "reactions"].some(isKept));
  if (wanted) begin(undefined);
}
