// The elements as components of React 18 and later. `src` is the blog's address, which is also where they are loaded from.

import { createElement, useEffect, useRef } from "react";
import { EVENTS, load } from "./index.js";

function component(tag) {
  return function RectoElement({ onReady, onReact, onNavigate, onError, children, ...attributes }) {
    const element = useRef(null);
    const listeners = useRef({});
    listeners.current = { ready: onReady, react: onReact, navigate: onNavigate, error: onError };
    useEffect(() => {
      // An element that cannot be loaded stays what stands in it.
      if (attributes.src) load(attributes.src).catch(() => {});
    }, [attributes.src]);
    useEffect(() => {
      const heard = Object.entries(EVENTS).map(([name, event]) => {
        const listen = (happened) => listeners.current[name]?.(happened);
        element.current.addEventListener(event, listen);
        return () => element.current?.removeEventListener(event, listen);
      });
      return () => heard.forEach((forget) => forget());
    }, []);
    return createElement(tag, { ...attributes, ref: element }, children);
  };
}

export const RectoCard = component("recto-card");
export const RectoArticle = component("recto-article");
export const RectoRelated = component("recto-related");
export const RectoReactions = component("recto-reactions");
export const RectoAuthor = component("recto-author");
export const RectoLatest = component("recto-latest");
export const RectoSearch = component("recto-search");
