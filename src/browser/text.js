// What an article's text can do once the page is alive: copy code, copy the link to a section, enlarge pictures, and show
// footnotes where they are called.
//
// The buttons are made here, because without scripts they would be of no use. They take no room.

// Says that something was copied, for this long. In milliseconds.
const A_MOMENT = 2000;

// Pixels between two notes in the margin.
const GAP = 16;

const CALL = ".footnote-ref a";

export const enlivenProse = (article, signal, words, store, openTool) => {
  const copyCode = words.text("copy", "Copy");
  const enlarge = words.text("enlarge", "Enlarge the picture");
  const done = words.text("copied", "Copied");
  // With the cover, which stands above the text.
  const page = article.parentElement;
  for (const code of article.querySelectorAll(".code")) code.append(button("code-copy", copyCode));
  for (const figure of page.querySelectorAll("figure.image")) figure.append(button("image-open", enlarge));
  const notes = notesInMargin(article);
  page.addEventListener("click", async (event) => {
    const { target } = event;
    const picture = target.closest(".image > img, .image-open");
    const copy = target.closest(".code-copy");
    const anchor = target.closest(".heading-anchor");
    const call = target.closest(CALL);
    if (picture) openTool("image", picture);
    // The notes in the margin have no parent on show where the window has no margin for them.
    if (call && !notes[0]?.offsetParent) showOverText(article, call, event);
    if (copy && (await copied(copy.parentElement.querySelector("pre").textContent, done))) {
      copy.ariaLabel = done;
      setTimeout(() => (copy.ariaLabel = copyCode), A_MOMENT);
    }
    // The address shows the section as well, as with any link.
    if (anchor && (await copied(anchor.href, words.text("link-copied", "Link copied")))) {
      anchor.dataset.copied = "";
      setTimeout(() => delete anchor.dataset.copied, A_MOMENT);
    }
  }, { signal });
};

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

// It shows its name by its style sheet, so that it is no part of the text.
const button = (className, ariaLabel) => make("button", { type: "button", className, ariaLabel });

// Whether the browser lets it. If so, it is said to those who do not see it.
const copied = async (text, said) => {
  try {
    await navigator.clipboard.writeText(text);
    document.getElementById("recto-announcer").textContent = said;
    return true;
  } catch {
    return false;
  }
};

// What the note says, without the way back and without names that are taken.
const contentOfNote = (call) => {
  const note = document.getElementById(decodeURIComponent(call.hash.slice(1)))?.cloneNode(true);
  if (!note) return [];
  for (const back of note.querySelectorAll(".footnote-back")) back.remove();
  for (const named of note.querySelectorAll("[id]")) named.removeAttribute("id");
  return note.childNodes;
};

// The same is read out at the end, so here it is for the eye and the pointer alone.
const notesInMargin = (article) => {
  // Called twice, it stands beside the first call: `fnref:1`, not `fnref:1:2`.
  const calls = [...article.querySelectorAll(CALL)].filter(({ id }) => id.split(":").length === 2);
  const notes = calls.map((call) => {
    const note = make("div", { className: "margin-note", ariaHidden: "true" });
    note.append(make("span", { className: "note-number", textContent: call.textContent }), ...contentOfNote(call));
    for (const link of note.querySelectorAll("a, button, summary, [tabindex]")) link.tabIndex = -1;
    article.append(note);
    return note;
  });
  // Each beside its call, or below the one before.
  const place = () => {
    const { top } = article.getBoundingClientRect();
    let free = 0;
    notes.forEach((note, index) => {
      const at = Math.max(calls[index].getBoundingClientRect().top - top, free);
      note.style.insetBlockStart = `${at}px`;
      free = at + note.offsetHeight + GAP;
    });
  };
  // It ends with the element that it observes.
  if (notes.length) new ResizeObserver(place).observe(article);
  return notes;
};

const showOverText = (article, call, event) => {
  const note = make("div", { className: "note-popover", popover: "auto", role: "note", tabIndex: -1 });
  // A browser that knows no popovers goes to the end, as without scripts.
  if (!note.showPopover) return;
  event.preventDefault();
  note.append(...contentOfNote(call));
  article.append(note);
  note.showPopover();
  note.focus();
  note.addEventListener("toggle", ({ newState }) => {
    if (newState === "closed") note.remove();
  });
};
