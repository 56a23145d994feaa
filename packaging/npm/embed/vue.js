// The elements as components of Vue 3. `src` is the blog's address, which is also where they are loaded from.

import { defineComponent, h, onMounted, watch } from "vue";
import { EVENTS, load } from "./index.js";

function component(tag) {
  return defineComponent({
    name: tag,
    inheritAttrs: false,
    emits: Object.keys(EVENTS),
    setup(_, { attrs, emit, slots }) {
      // An element that cannot be loaded stays what stands in it.
      const fetched = (src) => src && load(src).catch(() => {});
      onMounted(() => fetched(attrs.src));
      watch(() => attrs.src, fetched);
      const listeners = Object.fromEntries(
        Object.entries(EVENTS).map(([name, event]) => [
          // `onRecto-ready` listens to the event `recto-ready`.
          `onR${event.slice(1)}`,
          (happened) => emit(name, happened),
        ]),
      );
      return () => h(tag, { ...attrs, ...listeners }, slots.default?.());
    },
  });
}

export const RectoCard = component("recto-card");
export const RectoArticle = component("recto-article");
export const RectoRelated = component("recto-related");
export const RectoReactions = component("recto-reactions");
export const RectoAuthor = component("recto-author");
export const RectoLatest = component("recto-latest");
export const RectoSearch = component("recto-search");
