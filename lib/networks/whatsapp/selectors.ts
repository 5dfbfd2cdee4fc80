/**
 * Every selector of WhatsApp Web. The date names the newest evidence: a saved page of
 * that day, or what WhatsApp's own modules or a live reader reported. Never here: class
 * names that are made per release (`x…`, `_ak…`), translated labels, positions.
 */

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

/** What only WhatsApp's messages and rows have, by which a piece is known that stands alone. */
export const pieces = {
	message: messageParts.join(),
	/** Marked in 2026, by its columns before. */
	row: [
		'[data-testid="cell-frame-container"]',
		'[data-testid="chat-list"]',
		'[data-testid="message-yourself-row"]',
		'[data-testid="last-msg-status"]',
		'[role="gridcell"][aria-colindex="2"] span[dir="auto"][title]',
	].join(),
} as const;

/** What tells the page and its session apart from any other page. */
export const frame = {
	/** `<html>` of all 442 index pages of 2026-07-21..09-21; absent in 2022. */
	page: '#whatsapp-web',
	/** Boot shell, gone once the app is there; 2026-09-21. */
	startup: '#wa_web_initial_startup',
	/** 2022-10 .. 2026-09. */
	app: '#app',
	/** Left column with search and list; 2022-10 .. 2026-09, never reported broken. Other sites have one, too. */
	side: '#side',
	/** Scroller of the chat list; 2022-10 .. 2026-09. Gone while a call or picture covers it. */
	pane: '#pane-side',
	/** The open chat, there only while one is open; 2020 .. 2026-09. */
	main: '#main',
	/** Pairing code. Its attribute holds the pairing secret: matched, never read; 2026. */
	pairing: '[data-ref] canvas',
	/** The same while it is drawn anew, or has run out. */
	pairingPlace: '[data-ref]',
	/** The same where a wrapper is missing: a canvas while neither list nor chat is there. */
	pairingCanvas: '#app canvas',
	/** What only a signed-in page has, whatever its layout. */
	signedInParts:
		'[role="grid"], [role="row"], [role="listitem"], [contenteditable="true"], [data-id]',
	/** What may stand before everything else: a picture in full, a question. */
	dialog: '[role="dialog"]',
	/** What makes `#main` WhatsApp's: many pages have an element of that id. */
	threadParts: messageParts.map((part) => `#main ${part}`).join(),
} as const;

export const list = {
	/** Rows live in it in every era; its label is translated; 2022-10 .. 2026-09. */
	grid: '#pane-side [role="grid"][aria-rowcount]',
	gridAnywhere: '#side [role="grid"]',
	/** `row` since 2026-07, `listitem` outside `row` in 2023 .. early 2026; 2026-08-12. */
	row: '[role="row"], [role="listitem"]',
	/** Numbered by position, so it finds rows but never names one; 2026-08-12. */
	rowByTestid: '[data-testid^="list-item-"]',
	/** Name and time; in all list pages from 2022-10 to 2026-08-12. */
	nameCell: '[aria-colindex="2"]',
	/** Icons and counter; in all list pages from 2022-10 to 2026-08-12. */
	iconCell: '[aria-colindex="1"]',
	/** Marks a row that can be opened; headers of search sections lack it; 2022-10 .. 2026-08-12. */
	selectable: '[aria-selected]',
	selected: '[aria-selected="true"]',
	titleByTestid: '[data-testid="cell-frame-title"] span[title]',
	titleByCell: '[aria-colindex="2"] span[title]',
	/** The row of one's own number has no cells (live reader 2026-07/08). */
	titleBare: 'span[dir="auto"][title]',
	/** 2026-07/08; its title ends in a translated "(You)". */
	selfRow: '[data-testid="message-yourself-row"]',
	/** Name of the community above a group's own name; 2026-09-02. */
	community: '[data-testid="cell-frame-label"]',
	time: '[data-testid="cell-frame-primary-detail"]',
	/** Line under the name; in pages of 2022-10 and 2026-08-12. */
	status: '[data-testid="last-msg-status"]',
	/** Drawing in that line for what has no words of its own (2026 modules). */
	symbol: '[data-testid="chat-msg-symbol"]',
	unread: '[data-testid="icon-unread-count"]',
	/** Dot variant (2026 modules). */
	unreadDot: '[data-testid="icon-unread-indicator"]',
	/** The counter stands inside a hidden wrapper: its text is said elsewhere; 2026-08-12. */
	unreadHidden: '[aria-hidden="true"] span',
	/** 2023 .. early 2026, before the hidden wrapper. */
	unreadLabelled: 'span[aria-label]',
	missedCalls: '[data-testid="missed-call-counter"]',
	muted: '[data-testid^="mute"]',
	/** Holds line and icons where the columns are not numbered; 2026-08-12. */
	secondLine: '[data-testid="cell-frame-secondary"]',
	/** Empty span whose translated label tells how long messages stay; 2026-08-12. */
	timerLabel: 'span[aria-label]',
	search: '[data-tab="3"]',
	filter: '[role="tablist"] [role="tab"]',
} as const;

export const thread = {
	header: 'header',
	/** No `title` attribute since 2026-08. */
	title: '[data-testid="conversation-info-header-chat-title"]',
	titleByButton: '[role="button"] span[dir="auto"]',
	/** Names before subtitle; 2026-06-15. */
	titleByDirection: 'span[dir="auto"]',
	/** Before 2026-08. */
	titleByAttribute: 'span[title]',
	footer: 'footer',
	/** Absent where nobody may write: channels, announcements, blocked ones; 2020 .. 2026-09. */
	composer: 'footer [contenteditable="true"]',
	/** The message's id: bare since 2026-04, `side_chat_id[_sender]` before. */
	rowById: '[data-id]',
	/** 2026-06-10 and later. */
	rowByTestid: '[data-testid^="conv-msg-"]',
	/** Within such a row, and alone where a page was cut up; 2026-08-12. */
	rowByContainer: '[data-testid="msg-container"], [data-testid="msg-notification-container"]',
	rowByRole: '[role="row"]',
	/** 2020 .. 2026-06. */
	rowByClass: '.message-in, .message-out',
	/** Day between messages: no role, no id; 2026-08-12. */
	separator: 'span[dir]',
	/** Kept place of a message that is not drawn; 2026-08-12, 2026-09. */
	shell: '[data-virtualized="true"]',
	/** A message's id and its kept place, in one element or one within the other; 2026-08-12. */
	placeById: '[data-id][data-virtualized="true"], [data-id] [data-virtualized="true"]',
	/** What the page itself says is drawn, be it plain words alone; 2026-08-12. */
	drawn: '[data-virtualized="false"]',
	/** Anything of a message that is drawn. */
	content:
		'[data-testid], [data-icon], [data-pre-plain-text], [role]:not([role=""]), [aria-label], span, img, svg, video',
	/** Time and sender for the page's own copying; 2020-09 .. 2026-09 in five locales. */
	stamp: '[data-pre-plain-text]',
	/** The class is functional (copying reads it): 2020 .. 2026-09. The test id may be one of two words. */
	text: '[data-testid~="selectable-text"], .selectable-text',
	/** Emoji and mentions, as copying has them; 2024 .. 2026-08. */
	mention: '[data-plain-text]',
	notification: '[data-testid="msg-notification-container"]',
	meta: '[data-testid="msg-meta"]',
	metaTime: 'span[dir="auto"]',
	/** On one's own messages only (opens "message info"); 2024-01 .. 2026-08-12. */
	button: '[role="button"]',
	icon: '[data-icon]',
	/** Names drawings where `data-icon` is missing; 2026-08-12. */
	iconTitle: 'svg > title',
	outgoing: '.message-out',
	incoming: '.message-in',
	author: '[data-testid="author"]',
	/** "You:" or "<name>:" in any language, on the first and last of a run; 2024-01 .. 2026-08-12. */
	label: 'span[aria-label]',
	quote: '[data-testid="quoted-message"]',
	/** 2026 modules. */
	quoteText: '.quoted-mention',
	photo: '[data-testid="image-thumb"], [data-testid="image-content"]',
	video: '[data-testid="video-content"], video',
	album: '[data-testid="media-album"]',
	tile: '[style*="grid-area"]',
	picture: 'img[src^="blob:"]',
	/** A picture before it is loaded; 2026-08. Previews of links have one, too. */
	thumbnail: '[style*="background-image"]',
	link: 'a[href]',
	slider: '[role="slider"][aria-valuetext]',
	/** A document's card; composed 2026 from live reports. */
	file: '[role="button"][title]',
	/** Its name, where the card has another shape. */
	titled: '[title]',
	addons: '[data-testid="addon-bubble-container"]',
	/** 2026-08; the hover button "React" has no `aria-haspopup`. */
	reaction: '[data-testid="reaction-bubble"], button[aria-haspopup]',
} as const;

/** Drawings by name (`data-icon` or svg title). */
export const icons = {
	/** Own messages only. `wds-ic-*` since 2026-07, `msg-*` and `status-*` before. */
	tick: /^(?:wds-ic-(?:read|delivered|sent|status-[a-z]+)|(?:msg|status)-(?:dblcheck|check|time)(?:-.*)?)$/u,
	/** 2020 .. 2026-09; once per run. */
	tailOut: /^tail-out$/u,
	tailIn: /^tail-in$/u,
	/** 2020 .. 2026-09. */
	deleted: /^recalled(?:-.*)?$/u,
	/** Guessed in the style of the others: no page with a call was seen. */
	call: /(?:^|-)(?:call|phone)(?:-|$)/u,
	voice: /^(?:audio-play|audio-pause|audio-download|ptt-status|ptt-.*)$/u,
	video: /(?:^|-)(?:video|videocam|media-play)(?:-|$)/u,
	file: /(?:^|-)document(?:-|$)/u,
	/** 2026 modules, and the names before. */
	muted: /(?:^|-)(?:notifications-off|muted)(?:-|$)/u,
	pinned: /(?:^|-)(?:push-pin|pinned\d*)(?:-|$)/u,
} as const;

/** All of them by part and name. */
export const selectors: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries({ pieces, frame, list, thread }).flatMap(([part, all]) =>
		Object.entries(all).map(([name, selector]) => [`${part}.${name}`, selector]),
	),
);
