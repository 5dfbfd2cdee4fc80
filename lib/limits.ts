/** Kept apart from the schemas, which no page's own process needs to load. */

/** What one capture may carry; readers split, the background refuses more. */
export const captureLimits = { items: 200, bytes: 256 * 1024 } as const;
/** Longest text that is kept of one message, in UTF-16 units. */
export const maxTextLength = 120_000;
