// Applies what the reader prefers before the first paint, and again when it changes, in this tab or in another.
// It stands in the head of every page, behind the style sheet; the build puts storage keys in the place of "preferences"
// and "last".
{
  const root = document.documentElement;
  /** @type {NodeListOf<HTMLMetaElement>} */
  const metas = document.querySelectorAll("meta[name=theme-color]");
  const colors = [...metas].map(({ content }) => content);
  const apply = () => {
    /** @type {Record<string, string> | null | undefined} */
    let chosen;
    // Nothing where storage is blocked or damaged.
    try {
      // "Continue reading" gets its room now, and its words when the app is there.
      root.toggleAttribute("data-continue", !!localStorage.getItem("last"));
      chosen = JSON.parse(localStorage.getItem("preferences") ?? "{}");
    } catch {}
    for (const name of ["theme", "size", "measure", "leading", "face", "motion", "keys"]) {
      if (chosen?.[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    // To ask for a style has the browser compute it, which takes a phone a while: only where the answer matters.
    const ground = root.dataset.theme ? getComputedStyle(root).backgroundColor : "";
    metas.forEach((meta, index) => {
      meta.content = ground || (colors[index] ?? "");
    });
  };
  apply();
  addEventListener("storage", apply);
}
