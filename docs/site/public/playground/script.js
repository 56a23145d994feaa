// Renders what is written, with the module that the site's own pages use.

const source = document.getElementById("source");
const page = document.getElementById("page");
const state = document.getElementById("state");

// The site's policy asks for Trusted Types. What the renderer makes is safe: it writes only what is on its list.
const policy = globalThis.trustedTypes?.createPolicy("article", { createHTML: (html) => html });

const assets = await (await fetch("../assets.json")).json();
const address = (path) => new URL(`../${path}`, import.meta.url).href;

// The text looks as an embedded article does, whose one style sheet has all rules.
const sheet = new CSSStyleSheet();
const rules = await fetch(address(assets.embed.find((path) => path.endsWith(".css"))));
await sheet.replace(await rules.text());
const root = page.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet];
const text = document.createElement("div");
text.className = "prose";
root.append(text);

try {
  const [script, wasm] = assets.later.map(address);
  const module = await import(script);
  await module.default({ module_or_path: wasm });
  const render = () => {
    const html = module.render(source.value, {});
    text.innerHTML = policy ? policy.createHTML(html) : html;
  };
  source.addEventListener("input", render);
  render();
  state.textContent = "";
} catch (error) {
  state.textContent = `The renderer cannot be loaded: ${error.message}`;
}
