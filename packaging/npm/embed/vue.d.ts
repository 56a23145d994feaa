import type { DefineComponent } from "vue";
import type { RectoLoading, RectoTheme } from "./v1.js";

interface Shared {
  /** The blog's address. */
  src: string;
  theme?: RectoTheme;
  lang?: string;
  loading?: RectoLoading;
}

type OfArticle = Shared & { article: string };

export declare const RectoCard: DefineComponent<OfArticle>;
export declare const RectoArticle: DefineComponent<OfArticle>;
export declare const RectoRelated: DefineComponent<OfArticle & { limit?: number }>;
export declare const RectoReactions: DefineComponent<OfArticle>;
export declare const RectoAuthor: DefineComponent<Shared & { author: string }>;
export declare const RectoLatest: DefineComponent<Shared & { tag?: string; limit?: number }>;
export declare const RectoSearch: DefineComponent<Shared & { tag?: string; limit?: number }>;
