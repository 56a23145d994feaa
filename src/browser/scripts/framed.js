// In a page for frames, before it is painted: does what its address asks for, and tells the page around how high it is.
//
// The address may end in `?theme=dark&limit=3`, or in the same behind a `#`. The messages are those that WordPress
// understands as well, which names each frame with a secret, lets it follow no link, and follows them itself.

const asked = new URLSearchParams(`${location.search.slice(1)}&${location.hash.replace(/^#\??/, "")}`);
const secret = asked.get("secret")?.replace(/[^a-z\d]/gi, "");
const theme = asked.get("theme");

// A theme that there is not has no rules.
if (theme) document.documentElement.dataset.theme = theme;

const tell = (/** @type {string} */ message, /** @type {unknown} */ value) => parent.postMessage({ message, value, secret }, "*");

const begin = () => {
  const { body } = document;
  const limit = Number(asked.get("limit"));
  if (limit > 0) for (const item of [...body.querySelectorAll(".recto > ul > li")].slice(limit)) item.remove();
  body.querySelector("recto-reactions")?.setAttribute("article", asked.get("article") ?? "");
  const search = body.querySelector("recto-search");
  for (const name of ["tag", "limit"]) search?.setAttribute(name, asked.get(name) ?? "");
  if (parent === window) return;

  const tellHeight = () => tell("height", Math.ceil(body.getBoundingClientRect().height));
  new ResizeObserver(tellHeight).observe(body);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.message === "ready") tellHeight();
  });
  body.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    /** @type {HTMLAnchorElement | null} */
    const link = target.closest("a[href]:not([target])");
    if (!secret || !link) return;
    event.preventDefault();
    tell("link", link.href);
  });
};

// The text is there, and the script that brings elements to life has not begun.
document.addEventListener("readystatechange", begin, { once: true });
