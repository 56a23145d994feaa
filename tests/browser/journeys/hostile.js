// Lets the app show each article, and tells what is wrong with it. Article 0 is harmless: it says what stands around.

const NEVER = "script, style, link, meta, base, template, slot, iframe, frame, object, embed, applet, form, button, \
  textarea, select, svg, [style], [srcdoc], [slot], [contenteditable], [autofocus]";
const WEB = ["http:", "https:"];
const LINK = [...WEB, "mailto:", "tel:"];

// What scripts add to an article once it is alive. No text can: classes come from the renderer's own list.
const MADE_LATER = ".code-copy, .image-open, .margin-note, .reading-tools, .resume";

const late = (what) => new Promise((_, reject) => setTimeout(reject, 5000, new Error(what)));

async function show(number) {
  const shown = new Promise((resolve) => addEventListener("recto-shown", resolve, { once: true }));
  navigation.navigate(`${base}articles/hostile-${number}/`, { history: "replace" });
  await Promise.race([shown, late(`hostile document ${number} is not shown`)]);
  const prose = document.querySelector(".prose")?.cloneNode(true);
  prose?.querySelectorAll(MADE_LATER).forEach((made) => made.remove());
  return prose;
}

// A document that a browser's parser makes of the build's HTML; such documents run nothing.
function expected(number) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", `${base}expected/hostile-${number}/`);
    request.responseType = "document";
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.send();
  });
}

function around() {
  const outside = [...document.body.querySelectorAll("*")].filter((element) => !element.parentElement.closest(".prose") && !element.closest(MADE_LATER));
  return outside.map((element) => `${element.localName}#${element.id}.${element.className}`).join(" ");
}

function* faults(prose, page, wanted) {
  if (around() !== wanted) yield "what stands around the article has changed";
  const expectedProse = page.querySelector(".prose");
  // Leptos marks the end of an element without children by an empty comment.
  const html = prose.innerHTML.replace(/<!---->$/, "");
  if (html !== expectedProse.innerHTML) yield `differs from the build's: ${prose.innerHTML}`;
  if (expectedProse.nextSibling !== page.getElementById("recto-after")) yield "what follows the article has moved";
  for (const element of prose.querySelectorAll("*")) {
    if (element.matches(NEVER) || element.localName.includes("-")) yield `holds <${element.localName}>`;
    const names = element.getAttributeNames();
    if (names.some((name) => name.startsWith("on"))) yield `holds a handler: ${names}`;
    if (element.hasAttribute("href") && !LINK.includes(element.protocol)) yield `links to ${element.href}`;
    for (const name of ["src", "poster"]) {
      const url = element.getAttribute(name);
      if (url !== null && !WEB.includes(new URL(url, document.baseURI).protocol)) yield `loads ${url}`;
    }
    const { id } = element;
    if (id && document.querySelectorAll(`#${CSS.escape(id)}`).length > 1) yield `has the id ${id} twice`;
    if (id.startsWith("recto-")) yield `has the app's id ${id}`;
  }
}

await show(0);
const wanted = around();
const wrong = [];
for (const number of numbers) {
  const [prose, page] = [await show(number), await expected(number)];
  for (const fault of prose ? faults(prose, page, wanted) : ["is not shown"]) {
    wrong.push(`hostile document ${number}: ${fault}`);
  }
}
return wrong;
