/** The list of chats and its rows. */

/** Rows live in it in every era; its label is translated; 2022-10 .. 2026-09. */
export const grid = '#pane-side [role="grid"][aria-rowcount]';
export const gridAnywhere = '#side [role="grid"]';
/** `row` since 2026-07, `listitem` outside `row` in 2023 .. early 2026; 2026-08-12. */
export const row = '[role="row"], [role="listitem"]';
/** Numbered by position, so it finds rows but never names one; 2026-08-12. */
export const rowByTestid = '[data-testid^="list-item-"]';
/** Name and time; in all list pages from 2022-10 to 2026-08-12. */
export const nameCell = '[aria-colindex="2"]';
/** Icons and counter; in all list pages from 2022-10 to 2026-08-12. */
export const iconCell = '[aria-colindex="1"]';
/** Marks a row that can be opened; headers of search sections lack it; 2022-10 .. 2026-08-12. */
export const selectable = '[aria-selected]';
export const selected = '[aria-selected="true"]';
export const titleByTestid = '[data-testid="cell-frame-title"] span[title]';
export const titleByCell = '[aria-colindex="2"] span[title]';
/** The row of one's own number has no cells (live reader 2026-07/08). */
export const titleBare = 'span[dir="auto"][title]';
/** 2026-07/08; its title ends in a translated "(You)". */
export const selfRow = '[data-testid="message-yourself-row"]';
/** Name of the community above a group's own name; 2026-09-02. */
export const community = '[data-testid="cell-frame-label"]';
export const time = '[data-testid="cell-frame-primary-detail"]';
/** Line under the name; in pages of 2022-10 and 2026-08-12. */
export const status = '[data-testid="last-msg-status"]';
/** Drawing in that line for what has no words of its own (2026 modules). */
export const symbol = '[data-testid="chat-msg-symbol"]';
export const unread = '[data-testid="icon-unread-count"]';
/** Dot variant (2026 modules). */
export const unreadDot = '[data-testid="icon-unread-indicator"]';
/** The counter stands inside a hidden wrapper: its text is said elsewhere; 2026-08-12. */
export const unreadHidden = '[aria-hidden="true"] span';
/** 2023 .. early 2026, before the hidden wrapper. */
export const unreadLabelled = 'span[aria-label]';
export const missedCalls = '[data-testid="missed-call-counter"]';
export const muted = '[data-testid^="mute"]';
/** Holds line and icons where the columns are not numbered; 2026-08-12. */
export const secondLine = '[data-testid="cell-frame-secondary"]';
/** Empty span whose translated label tells how long messages stay; 2026-08-12. */
export const timerLabel = 'span[aria-label]';
export const search = '[data-tab="3"]';
export const filter = '[role="tablist"] [role="tab"]';
