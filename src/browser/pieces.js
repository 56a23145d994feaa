// Puts a page on screen: all of it, or, where its text is long, the beginning, and frame by frame what follows, so that
// the page answers all the while. In the order of the document, so that nothing moves that is on show.
//
// A page to which the reader comes back is all there at once, because the browser scrolls it to its old place: blocks out
// of view are as high as they were, and drawn frame by frame.

// In characters: what is put on screen at once of a long text. A telephone lays it out within 50 ms.
const FIRST_PIECE = 3000;

// A text comes in no more pieces than this: each frame costs more, the more stands above.
const MOST_PIECES = 32;

// In milliseconds. Pieces grow while each takes less than a frame, and shrink before a reader could feel one, at 50.
const QUICK = 15;
const SLOW = 35;

// In milliseconds. Three frames: a longer wait is felt.
const LONGEST_WAIT = 50;

let quick;

let coming;

// While a text comes in pieces: settles when it is whole, or another page has taken its place.
export const whole = () => coming;

// How high the blocks of a text were when the reader left it, in pixels, by the key of its entry in the history.
const heights = new Map();

// A text of more blocks is drawn at once: each frame would cost more than the blocks that are left out.
const MOST_BLOCKS = 1500;

// To be called before the page goes.
export const remember = () => {
  const key = navigation.currentEntry?.key;
  const blocks = [...document.querySelectorAll("main .prose > *")];
  if (!key || blocks.length > MOST_BLOCKS) return;
  heights.set(key, blocks.map((block) => block.getBoundingClientRect().height));
};

// Swaps pages softly, where the reader has not asked for less motion and the device is quick: the first swap goes
// without a transition and tells whether it is; a transition that kept the reader waiting was the last one.
export const swap = (update, painted) => {
  const begin = performance.now();
  const keepsUp = () => performance.now() - begin < LONGEST_WAIT;
  const motion = document.startViewTransition && matchMedia("(prefers-reduced-motion: no-preference)").matches
    && document.documentElement.dataset.motion !== "less";
  if (quick && motion) {
    return document.startViewTransition(() => {
      quick = keepsUp();
      return update();
    }).updateCallbackDone;
  }
  update();
  painted().then(() => (quick ??= keepsUp()));
};

// `page` is what `main` is to hold, `painted` waits for the next frame, and `back` says whether the reader has been on the
// page before.
export const put = (main, page, painted, back) => {
  const prose = page.querySelector(".prose");
  const parts = !prose ? [] : back ? outOfView(prose) : behindFirstPiece(main, page, prose);
  coming = parts.length ? inPieces(prose, parts, painted) : undefined;
  main.replaceChildren(page);
  if (!coming) shown();
};

// How long each part of a text is, and how it is shown.
const part = (node, show) => ({ length: node.textContent.length, show });

const outOfView = (prose) => {
  const known = heights.get(navigation.currentEntry?.key) ?? [];
  return [...prose.children].slice(0, known.length).map((block, at) => {
    block.style.cssText = `content-visibility: auto; block-size: ${known[at]}px`;
    return part(block, () => block.removeAttribute("style"));
  });
};

const behindFirstPiece = (main, page, prose) => {
  let last = prose.firstChild;
  for (let room = FIRST_PIECE; last && (room -= last.textContent.length) > 0;) last = last.nextSibling;
  const rest = [];
  for (let above = last; above && above !== page; above = above.parentNode) {
    const { parentNode } = above;
    const parent = parentNode === page ? main : parentNode;
    for (let node; (node = above.nextSibling); node.remove()) rest.push(part(node, () => parent.append(node)));
  }
  return rest;
};

const inPieces = async (prose, parts, painted) => {
  prose.ariaBusy = "true";
  const all = parts.reduce((sum, { length }) => sum + length, 0);
  const least = Math.max(FIRST_PIECE, all / MOST_PIECES);
  let most = least;
  for (let at = 0; ;) {
    const begin = performance.now();
    await painted();
    if (!prose.isConnected) return;
    if (at === parts.length) break;
    const took = performance.now() - begin;
    if (took < QUICK) most *= 2;
    if (took > SLOW) most = Math.max(least, most / 2);
    for (let room = most; room > 0 && at < parts.length; at += 1) {
      room -= parts[at].length;
      parts[at].show();
    }
  }
  prose.ariaBusy = null;
  coming = undefined;
  shown();
};

const shown = () => dispatchEvent(new Event("recto-shown"));
