/** Many pages have a `data-id`: WhatsApp's own began so from 2020 to 2026-09. */
const idStarts = ['true_', 'false_', '3A', '3B', '3EB0', 'A5', 'AC'];

const messageParts = [
	'[data-pre-plain-text]',
	'[data-virtualized]',
	'[data-testid^="conv-msg-"]',
	'[data-testid="msg-container"]',
	'[data-testid="msg-meta"]',
	'[data-icon^="tail-"]',
	'.message-in',
	'.message-out',
	...idStarts.map((start) => `[data-id^="${start}"]`),
];

/** What only WhatsApp's messages have, by which a piece is known that stands alone. */
export const message = messageParts.join();
/** Of rows, the same: marked in 2026, by its columns before. */
export const row = [
	'[data-testid="cell-frame-container"]',
	'[data-testid="chat-list"]',
	'[data-testid="message-yourself-row"]',
	'[data-testid="last-msg-status"]',
	'[role="gridcell"][aria-colindex="2"] span[dir="auto"][title]',
].join();
