// Applies what the reader prefers before the first paint, and again when it changes, in this tab or in another.
// It stands in the head of every page, behind the style sheet; the build puts storage keys in the place of "preferences" and "last".
{
  const root = document.documentElement;
  const colors = [...document.querySelectorAll("meta[name=theme-color]")].map((meta) => [meta, meta.content]);
  const apply = () => {
    let chosen;
    try {
      // "Continue reading" gets its room now, and its words when the app is there.
      root.toggleAttribute("data-continue", localStorage.getItem("last"));
      chosen = JSON.parse(localStorage.getItem("preferences"));
    } catch {}
    for (const name of ["theme", "size", "measure", "leading", "face", "motion", "keys"]) {
      if (chosen?.[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    const ground = getComputedStyle(root).backgroundColor;
    for (const [meta, color] of colors) meta.content = root.dataset.theme ? ground : color;
  };
  apply();
  addEventListener("storage", apply);
}
