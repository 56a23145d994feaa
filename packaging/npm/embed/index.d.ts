export * from "./v1.js";

/** Every element. */
export declare const ELEMENTS: readonly string[];

/** What elements tell, and the names that wrappers give it. */
export declare const EVENTS: Readonly<Record<"ready" | "react" | "navigate" | "error", string>>;

/**
 * Loads the elements of the blog at this address, once for each page, and waits until they are defined. On a server it does
 * nothing.
 */
export declare function load(blog: string): Promise<void>;
