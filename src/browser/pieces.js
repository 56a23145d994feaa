// Puts a page on screen: all of it, or, where its text is long, the beginning, and frame by frame what follows, so that
// the page answers all the while. In the order of the document, so that nothing moves that is on show.

// In characters: what is put on screen at once of a long text. A telephone lays it out within 50 ms.
const FIRST_PIECE = 3000;

// A text comes in no more pieces than this: each frame costs more, the more stands above.
const MOST_PIECES = 32;

// In milliseconds. Pieces grow while each takes one frame, and shrink when a reader could feel one.
const QUICK = 20;
const SLOW = 50;

let coming;

// While a long text comes in pieces: settles when it is whole, or another page has taken its place.
export const whole = () => coming;

// `page` is what `main` is to hold. `painted` waits for the next frame.
export const put = (main, page, painted, atOnce) => {
  const prose = page.querySelector(".prose");
  const rest = prose && !atOnce ? behindFirstPiece(page, prose) : [];
  for (const { node } of rest) node.remove();
  coming = rest.length ? putRest(main, page, prose, rest, painted) : undefined;
  main.replaceChildren(page);
  if (!coming) shown();
};

const behindFirstPiece = (page, prose) => {
  let last = prose.firstChild;
  for (let room = FIRST_PIECE; last && (room -= last.textContent.length) > 0;) last = last.nextSibling;
  const rest = [];
  for (let above = last; above && above !== page; above = above.parentNode) {
    for (let node = above.nextSibling; node; node = node.nextSibling) {
      rest.push({ node, parent: above.parentNode, length: node.textContent.length });
    }
  }
  return rest;
};

const putRest = async (main, page, prose, rest, painted) => {
  prose.ariaBusy = "true";
  const whole = rest.reduce((sum, { length }) => sum + length, 0);
  const least = Math.max(FIRST_PIECE, whole / MOST_PIECES);
  let most = least;
  for (let at = 0; at < rest.length;) {
    const begin = performance.now();
    await painted();
    if (!prose.isConnected) return;
    const took = performance.now() - begin;
    if (took < QUICK) most *= 2;
    if (took > SLOW) most = Math.max(least, most / 2);
    for (let room = most; room > 0 && at < rest.length; at += 1) {
      const { node, parent, length } = rest[at];
      room -= length;
      (parent === page ? main : parent).append(node);
    }
  }
  prose.ariaBusy = null;
  coming = undefined;
  shown();
};

const shown = () => dispatchEvent(new Event("recto-shown"));
