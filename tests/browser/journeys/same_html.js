// Renders all texts with the module that the site's articles are rendered with, and compares with what is expected.
const [texts, script, wasm] = paths;
const markdown = await import(script);
await markdown.default({ module_or_path: wasm });
const list = await (await fetch(texts)).json();
const differences = [];
for (const { markdown: text, enrichment, labels, html } of list) {
  const written = markdown.render(text, { ...enrichment, labels });
  if (written === html) continue;
  let same = 0;
  while (written[same] === html[same]) same += 1;
  const around = (whole) => JSON.stringify(whole.slice(Math.max(0, same - 40), same + 60));
  differences.push(`${JSON.stringify(text.slice(0, 300))}\n  build:   ${around(html)}\n  browser: ${around(written)}`);
}
return [list.length, differences.slice(0, 5)];
