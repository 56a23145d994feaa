// How long each renderer takes from the text to elements on the page, so many times, one after the other in turn.
window.__measure = async (times) => {
  const [markdown, { marked }, { default: purify }, { default: markdownIt }] = await Promise.all(
    ["markdown", "marked", "purify", "markdown-it"].map((name) => import(`/${name}.js`)),
  );
  await markdown.default({ module_or_path: "/markdown.wasm" });
  const text = await (await fetch("/text.md")).text();
  // As its makers say that it is safe: raw HTML is text.
  const plain = markdownIt({ html: false, linkify: true });
  const renderers = {
    "Recto": () => markdown.render(text, {}),
    "marked + DOMPurify": () => purify.sanitize(marked.parse(text)),
    "markdown-it": () => plain.render(text),
  };
  const taken = Object.fromEntries(Object.keys(renderers).map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    for (const [name, render] of Object.entries(renderers)) {
      const article = document.body.appendChild(document.createElement("article"));
      const start = performance.now();
      article.innerHTML = render();
      taken[name].push(performance.now() - start);
      article.remove();
      // The page breathes between two, and collects its garbage.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return Object.entries(taken).map(([name, [first, ...others]]) => {
    others.sort((one, other) => one - other);
    return { name, first, median: others[others.length >> 1] };
  });
};
