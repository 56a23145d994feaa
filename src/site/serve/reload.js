// Every page that `recto serve` sends loads this: it shows the page anew when the site has been built again, and what
// is wrong when it cannot be built.

const built = new URL(import.meta.url).searchParams.get("built") ?? "";
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let overlay;

const showProblems = (problems) => {
  overlay?.remove();
  overlay = undefined;
  if (!problems.length) return;
  overlay = document.createElement("div");
  overlay.setAttribute("role", "alert");
  overlay.style.cssText = "position:fixed;inset:auto 0 0;max-block-size:60vh;overflow:auto;z-index:9999;"
    + "padding:1rem 1.5rem;background:#7a1420;color:#fff;font:1rem/1.5 ui-monospace,monospace;white-space:pre-wrap";
  overlay.textContent = ["The site stays as it was until this is corrected:", ...problems].join("\n\n");
  document.body.append(overlay);
};

let seen = "";
for (;;) {
  try {
    const response = await fetch(`/__recto/changes?after=${seen}`);
    const { builds, version, problems } = await response.json();
    const siteIsNew = version !== built && !problems.length;
    // Where no site could be built yet, the page itself is the list of what is wrong.
    const listIsNew = !built && seen && builds !== seen;
    if (siteIsNew || listIsNew) {
      location.reload();
      break;
    }
    if (built) showProblems(problems);
    seen = builds;
  } catch {
    // The server is being started again.
    await pause(300);
  }
}
