import type { ReactElement, ReactNode } from "react";
import type { RectoErrorDetail, RectoLoading, RectoNavigateDetail, RectoReactDetail, RectoReadyDetail, RectoTheme } from "./v1.js";

interface Shared {
  /** The blog's address. */
  src: string;
  theme?: RectoTheme;
  lang?: string;
  loading?: RectoLoading;
  className?: string;
  onReady?: (event: CustomEvent<RectoReadyDetail>) => void;
  onReact?: (event: CustomEvent<RectoReactDetail>) => void;
  onNavigate?: (event: CustomEvent<RectoNavigateDetail>) => void;
  onError?: (event: CustomEvent<RectoErrorDetail>) => void;
  /** What is shown until the embed is there. */
  children?: ReactNode;
}

type OfArticle = Shared & { article: string };

export declare function RectoCard(properties: OfArticle): ReactElement;
export declare function RectoArticle(properties: OfArticle): ReactElement;
export declare function RectoRelated(properties: OfArticle & { limit?: number }): ReactElement;
export declare function RectoReactions(properties: OfArticle): ReactElement;
export declare function RectoAuthor(properties: Shared & { author: string }): ReactElement;
export declare function RectoLatest(properties: Shared & { tag?: string; limit?: number }): ReactElement;
export declare function RectoSearch(properties: Shared & { tag?: string; limit?: number }): ReactElement;
