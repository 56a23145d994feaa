// Writes a document down as lines, one for each tag, text and end tag, so that two can be compared.
// Left out, for a reason each:
// * comments: Leptos marks places in the view with them; a reader never meets one
// * scripts and what is preloaded for them: the app does not load itself again
// * style sheets behind the text, and the same for those without scripts: a page links to those of its kind, and the app brings all rules
// * what the app says about itself: `data-app`, and the line that announces a page
// * what only scripts can use and they make themselves: buttons at code and pictures, notes in the margin, the bar over the text, the line that
//   leads to where it was left, the link to the reading list
// * what the reader's browser keeps, which only it can show, and the search
// * the collector of the tests removes itself
// Adjacent text nodes count as one, because a parser joins what the app writes piece by piece.

function* lines(node, indent) {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      text += child.data;
      continue;
    }
    if (child.nodeType !== Node.ELEMENT_NODE || isLeftOut(child)) continue;
    if (text) yield `${indent}${JSON.stringify(text)}`;
    text = "";
    yield `${indent}<${child.localName}${attributes(child)}>`;
    yield* lines(child.content || child, `${indent}  `);
  }
  if (text) yield `${indent}${JSON.stringify(text)}`;
}

function isLeftOut(element) {
  return element.matches("script, body > noscript, link[rel=stylesheet], link[rel=modulepreload], link[rel=preload], #recto-announcer, .code-copy, .image-open, .margin-note, .reading-tools, .resume, .reading-list, recto-you > *, recto-search-page > *, .part-read");
}

function attributes(element) {
  const names = element.getAttributeNames().filter((name) => name !== "data-app");
  return names.sort().map((name) => ` ${name}=${JSON.stringify(element.getAttribute(name))}`).join("");
}

const head = [...document.head.querySelectorAll("title, link[rel=canonical], meta[name=robots][content=noindex]")];
return [
  ...head.map((element) => `${element.localName}${attributes(element)} ${element.textContent}`),
  ...lines(document.body, ""),
];
