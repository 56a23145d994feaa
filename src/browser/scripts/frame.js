// For other people's pages: gives each frame of the blog that this script comes from the height of what it shows.
//
// A message counts if such a frame sends it, from the blog's origin, and if it is a height. However many there are, the
// page around is laid out anew ten times a second at most.

const frames = new URL("../embed/", import.meta.url);

// In CSS pixels.
const LEAST = 24;
const MOST = 50_000;

// In milliseconds.
const PAUSE = 100;

const waiting = new Map();
let last = -PAUSE;

const all = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(frames.href));

const apply = () => {
  last = performance.now();
  // The page around may have a rule for every frame.
  for (const [frame, height] of waiting) frame.style.setProperty("height", `${height}px`, "important");
  waiting.clear();
};

addEventListener("message", ({ origin, source, data }) => {
  const height = data?.value;
  if (origin !== frames.origin || data?.message !== "height" || !Number.isFinite(height) || height <= 0) return;
  const frame = all().find(({ contentWindow }) => contentWindow && contentWindow === source);
  if (!frame) return;
  if (!waiting.size) setTimeout(apply, last + PAUSE - performance.now());
  waiting.set(frame, Math.min(Math.max(Math.ceil(height), LEAST), MOST));
});

// Those that are here already have told it when nobody listened.
for (const { contentWindow } of all()) contentWindow?.postMessage({ message: "ready" }, "*");
