// The page around frames, in the journeys about them: notes what it is told, and what becomes of the frames.

window.told = [];
window.changes = [];

addEventListener("message", ({ source, data }) => told.push({ source, ...data }));

addEventListener("DOMContentLoaded", () => {
  const note = new MutationObserver((records) => changes.push(...records.map(({ target }) => target.style.height)));
  for (const frame of document.querySelectorAll("iframe")) note.observe(frame, { attributeFilter: ["style"] });
});
