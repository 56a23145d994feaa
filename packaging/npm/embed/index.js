// Loads the elements of a blog.

/** Every element. */
export const ELEMENTS = [
  "recto-card",
  "recto-article",
  "recto-related",
  "recto-reactions",
  "recto-author",
  "recto-latest",
  "recto-search",
];

/** What elements tell, and the names that wrappers give it. */
export const EVENTS = {
  ready: "recto-ready",
  react: "recto-react",
  navigate: "recto-navigate",
  error: "recto-error",
};

const loading = new Map();

/**
 * Loads the elements of the blog at this address, once for each page, and waits until they are defined. On a server it does
 * nothing.
 */
export function load(blog) {
  if (typeof document === "undefined") return Promise.resolve();
  const address = new URL("embed/v1.js", blog.endsWith("/") ? blog : `${blog}/`).href;
  let loaded = loading.get(address);
  if (!loaded) {
    loaded = import(/* webpackIgnore: true */ /* @vite-ignore */ address).then(
      () => Promise.all(ELEMENTS.map((name) => customElements.whenDefined(name))).then(() => undefined),
      (error) => {
        // Ask again the next time: a line may have been down.
        loading.delete(address);
        throw error;
      },
    );
    loading.set(address, loaded);
  }
  return loaded;
}
