// Finds what a reader would find: elements by role and accessible name, visible ones only, in open shadow roots too.
// Runs as the body of a function: arguments[0] is { role, name, exact, pressed, level, within }, or
// { describe: true } for the role and name of the focused element.

const IMPLICIT = {
  A: (el) => el.hasAttribute("href") && "link",
  ARTICLE: () => "article",
  ASIDE: () => "complementary",
  BUTTON: () => "button",
  DETAILS: () => "group",
  DIALOG: () => "dialog",
  FIELDSET: () => "group",
  FIGURE: () => "figure",
  FOOTER: (el) => !inSection(el) && "contentinfo",
  FORM: (el) => nameOf(el) && "form",
  HEADER: (el) => !inSection(el) && "banner",
  IMG: (el) => el.getAttribute("alt") !== "" && "img",
  INPUT: (el) =>
    ({ button: "button", checkbox: "checkbox", radio: "radio", range: "slider", search: "searchbox", submit: "button" })[
      el.type
    ] || "textbox",
  LI: () => "listitem",
  MAIN: () => "main",
  NAV: () => "navigation",
  OL: () => "list",
  SECTION: (el) => nameOf(el) && "region",
  SELECT: () => "combobox",
  TABLE: () => "table",
  TEXTAREA: () => "textbox",
  TIME: () => "time",
  UL: () => "list",
};
const NAMED_BY_CONTENT = ["button", "cell", "heading", "link", "listitem", "menuitem", "option", "tab", "time"];

function inSection(el) {
  return el.parentElement?.closest("article, aside, main, nav, section");
}

function roleOf(el) {
  const explicit = el.getAttribute("role")?.trim().split(/\s+/)[0];
  if (explicit) return explicit;
  if (/^H[1-6]$/.test(el.tagName)) return "heading";
  return IMPLICIT[el.tagName]?.(el) || "";
}

function levelOf(el) {
  return Number(el.getAttribute("aria-level") || el.tagName.match(/^H([1-6])$/)?.[1] || 0);
}

function isVisible(el) {
  return el.checkVisibility({ visibilityProperty: true }) && !el.closest('[aria-hidden="true"], [inert]');
}

function contentOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return "";
  if (node.nodeType === Node.ELEMENT_NODE) {
    if (node.getAttribute("aria-hidden") === "true" || !node.checkVisibility()) return "";
    if (node.hasAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
    if (node.tagName === "IMG") return ` ${node.alt} `;
  }
  const text = [...(node.shadowRoot || node).childNodes].map(contentOf).join("");
  const inline = node.nodeType !== Node.ELEMENT_NODE || getComputedStyle(node).display.startsWith("inline");
  return inline ? text : ` ${text} `;
}

function nameOf(el) {
  const references = el.getAttribute("aria-labelledby")?.split(/\s+/) || [];
  const labelled = references.map((id) => el.getRootNode().getElementById(id)).filter(Boolean);
  const own = { DETAILS: "summary", FIELDSET: "legend", FIGURE: "figcaption", TABLE: "caption" }[el.tagName];
  const name =
    labelled.map(contentOf).join(" ") ||
    el.getAttribute("aria-label") ||
    (el.tagName === "IMG" && el.alt) ||
    [...(el.labels || [])].map(contentOf).join(" ") ||
    (own && el.querySelector(`:scope > ${own}`)?.textContent) ||
    (NAMED_BY_CONTENT.includes(namingRole(el)) && contentOf(el)) ||
    el.getAttribute("title") ||
    "";
  return name.replace(/\s+/g, " ").trim();
}

// Without asking for the name, which would ask for the role again.
function namingRole(el) {
  return ["SECTION", "FORM"].includes(el.tagName) ? el.getAttribute("role") || "" : roleOf(el);
}

function fits(el, wanted) {
  if (roleOf(el) !== wanted.role || !isVisible(el)) return false;
  if (wanted.level && levelOf(el) !== wanted.level) return false;
  if (wanted.pressed != null && el.getAttribute("aria-pressed") !== String(wanted.pressed)) return false;
  if (wanted.name == null) return true;
  const name = nameOf(el);
  return wanted.exact ? name === wanted.name : name.toLowerCase().includes(wanted.name.toLowerCase());
}

function* everything(root) {
  for (const el of root.querySelectorAll("*")) {
    yield el;
    if (el.shadowRoot) yield* everything(el.shadowRoot);
  }
}

function find(wanted) {
  const roots = wanted.within ? find(wanted.within) : [document];
  const found = roots.flatMap((root) => [...everything(root.shadowRoot || root)]);
  return [...new Set(found)].filter((el) => fits(el, wanted));
}

function focused() {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return el;
}

function describe(el) {
  if (!el || el === document.body) return "nothing";
  return `${roleOf(el) || el.localName} "${nameOf(el)}"`;
}

return arguments[0].describe ? describe(focused()) : find(arguments[0]);
