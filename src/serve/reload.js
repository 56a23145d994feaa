// Every page that `recto serve` sends loads this: it shows the page anew when the site has been built again, what is
// wrong when it cannot be built, and on what a build leaves out a badge that says so.

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

let badges = {};

// On the page itself, and on every link to it. The app may build pages of its own at any time.
const showBadges = () => {
  for (const old of document.querySelectorAll(".recto-badge")) old.remove();
  const titles = [...document.querySelectorAll("h1")].map((title) => [title, location.pathname]);
  const links = [...document.querySelectorAll("main a.card-link")].map((link) => [link, link.pathname]);
  for (const [element, path] of [...titles, ...links]) {
    if (!badges[path]) continue;
    const badge = document.createElement("strong");
    badge.className = "recto-badge";
    badge.textContent = badges[path];
    badge.style.cssText = "display:inline-block;margin-inline-start:.5em;padding:.2em .6em;border-radius:.3em;"
      + "background:#7a1420;color:#fff;font:600 .875rem/1.3 system-ui,sans-serif;vertical-align:middle";
    if (element.localName === "h1") element.append(badge);
    else element.after(badge);
  }
};

globalThis.navigation?.addEventListener("navigatesuccess", showBadges);

let seen = "";
for (;;) {
  try {
    const response = await fetch(`/__recto/changes?after=${seen}`);
    const { builds, version, problems, ...change } = await response.json();
    const siteIsNew = version !== built && !problems.length;
    // Where no site could be built yet, the page itself is the list of what is wrong.
    const listIsNew = !built && seen && builds !== seen;
    if (siteIsNew || listIsNew) {
      location.reload();
      break;
    }
    if (built) showProblems(problems);
    badges = change.badges;
    showBadges();
    seen = builds;
  } catch {
    // The server is being started again.
    await pause(300);
  }
}
