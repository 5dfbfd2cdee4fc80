/**
 * Every selector of WhatsApp Web, by the part of the page it is for. The date names the newest
 * evidence: a saved page of that day, or what WhatsApp's own modules or a live reader reported.
 * Never here: class names that are made per release (`x…`, `_ak…`), translated labels, positions.
 */

// A piece of a page that stands alone.

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
export const pieceMessage = messageParts.join();
/** Of rows, the same: marked in 2026, by its columns before. */
export const pieceRow = [
	'[data-testid="cell-frame-container"]',
	'[data-testid="chat-list"]',
	'[data-testid="message-yourself-row"]',
	'[data-testid="last-msg-status"]',
	'[role="gridcell"][aria-colindex="2"] span[dir="auto"][title]',
].join();

// What tells the page and its session apart from any other page.

/** `<html>` of all 442 index pages of 2026-07-21..09-21; absent in 2022. */
export const framePage = '#whatsapp-web';
/** Boot shell, gone once the app is there; 2026-09-21. */
export const frameStartup = '#wa_web_initial_startup';
/** 2022-10 .. 2026-09. */
export const frameApp = '#app';
/** Left column with search and list; 2022-10 .. 2026-09, never reported broken. Other sites have one, too. */
export const frameSide = '#side';
/** Scroller of the chat list; 2022-10 .. 2026-09. Gone while a call or picture covers it. */
export const framePane = '#pane-side';
/** The open chat, there only while one is open; 2020 .. 2026-09. */
export const frameMain = '#main';
/** Pairing code. Its attribute holds the pairing secret: matched, never read; 2026. */
export const framePairing = '[data-ref] canvas';
/** The same while it is drawn anew, or has run out. */
export const framePairingPlace = '[data-ref]';
/** The same where a wrapper is missing: a canvas while neither list nor chat is there. */
export const framePairingCanvas = '#app canvas';
/** What only a signed-in page has, whatever its layout. */
export const frameSignedInParts =
	'[role="grid"], [role="row"], [role="listitem"], [contenteditable="true"], [data-id]';
/** What may stand before everything else: a picture in full, a question. */
export const frameDialog = '[role="dialog"]';
/** What makes `#main` WhatsApp's: many pages have an element of that id. */
export const frameThreadParts = pieceMessage.replace(/[^,]+/gu, '#main $&');

// The list of chats and its rows.

/** Rows live in it in every era; its label is translated; 2022-10 .. 2026-09. */
export const listGrid = '#pane-side [role="grid"][aria-rowcount]';
export const listGridAnywhere = '#side [role="grid"]';
/** `row` since 2026-07, `listitem` outside `row` in 2023 .. early 2026; 2026-08-12. */
export const listRow = '[role="row"], [role="listitem"]';
/** Numbered by position, so it finds rows but never names one; 2026-08-12. */
export const listRowByTestid = '[data-testid^="list-item-"]';
/** Name and time; in all list pages from 2022-10 to 2026-08-12. */
export const listNameCell = '[aria-colindex="2"]';
/** Icons and counter; in all list pages from 2022-10 to 2026-08-12. */
export const listIconCell = '[aria-colindex="1"]';
/** Marks a row that can be opened; headers of search sections lack it; 2022-10 .. 2026-08-12. */
export const listSelectable = '[aria-selected]';
export const listSelected = '[aria-selected="true"]';
export const listTitleByTestid = '[data-testid="cell-frame-title"] span[title]';
export const listTitleByCell = '[aria-colindex="2"] span[title]';
/** The row of one's own number has no cells (live reader 2026-07/08). */
export const listTitleBare = 'span[dir="auto"][title]';
/** 2026-07/08; its title ends in a translated "(You)". */
export const listSelfRow = '[data-testid="message-yourself-row"]';
/** Name of the community above a group's own name; 2026-09-02. */
export const listCommunity = '[data-testid="cell-frame-label"]';
export const listTime = '[data-testid="cell-frame-primary-detail"]';
/** Line under the name; in pages of 2022-10 and 2026-08-12. */
export const listStatus = '[data-testid="last-msg-status"]';
/** Drawing in that line for what has no words of its own (2026 modules). */
export const listSymbol = '[data-testid="chat-msg-symbol"]';
export const listUnread = '[data-testid="icon-unread-count"]';
/** Dot variant (2026 modules). */
export const listUnreadDot = '[data-testid="icon-unread-indicator"]';
/** The counter stands inside a hidden wrapper: its text is said elsewhere; 2026-08-12. */
export const listUnreadHidden = '[aria-hidden="true"] span';
/** 2023 .. early 2026, before the hidden wrapper. */
export const listUnreadLabelled = 'span[aria-label]';
export const listMissedCalls = '[data-testid="missed-call-counter"]';
export const listMuted = '[data-testid^="mute"]';
/** Holds line and icons where the columns are not numbered; 2026-08-12. */
export const listSecondLine = '[data-testid="cell-frame-secondary"]';
/** Empty span whose translated label tells how long messages stay; 2026-08-12. */
export const listTimerLabel = 'span[aria-label]';
export const listSearch = '[data-tab="3"]';
export const listFilter = '[role="tablist"] [role="tab"]';

// The open chat and its messages.

export const threadHeader = 'header';
/** No `title` attribute since 2026-08. */
export const threadTitle = '[data-testid="conversation-info-header-chat-title"]';
export const threadTitleByButton = '[role="button"] span[dir="auto"]';
/** Names before subtitle; 2026-06-15. */
export const threadTitleByDirection = 'span[dir="auto"]';
/** Before 2026-08. */
export const threadTitleByAttribute = 'span[title]';
export const threadFooter = 'footer';
/** Absent where nobody may write: channels, announcements, blocked ones; 2020 .. 2026-09. */
export const threadComposer = 'footer [contenteditable="true"]';
/** The message's id: bare since 2026-04, `side_chat_id[_sender]` before. */
export const threadRowById = '[data-id]';
/** 2026-06-10 and later. */
export const threadRowByTestid = '[data-testid^="conv-msg-"]';
/** Within such a row, and alone where a page was cut up; 2026-08-12. */
export const threadRowByContainer =
	'[data-testid="msg-container"], [data-testid="msg-notification-container"]';
export const threadRowByRole = '[role="row"]';
/** 2020 .. 2026-06. */
export const threadRowByClass = '.message-in, .message-out';
/** Day between messages: no role, no id; 2026-08-12. */
export const threadSeparator = 'span[dir]';
/** Kept place of a message that is not drawn; 2026-08-12, 2026-09. */
export const threadShell = '[data-virtualized="true"]';
/** A message's id and its kept place, in one element or one within the other; 2026-08-12. */
export const threadPlaceById =
	'[data-id][data-virtualized="true"], [data-id] [data-virtualized="true"]';
/** What the page itself says is drawn, be it plain words alone; 2026-08-12. */
export const threadDrawn = '[data-virtualized="false"]';
/** Anything of a message that is drawn. */
export const threadContent =
	'[data-testid], [data-icon], [data-pre-plain-text], [role]:not([role=""]), [aria-label], span, img, svg, video';
/** Time and sender for the page's own copying; 2020-09 .. 2026-09 in five locales. */
export const threadStamp = '[data-pre-plain-text]';
/** The class is functional (copying reads it): 2020 .. 2026-09. The test id may be one of two words. */
export const threadText = '[data-testid~="selectable-text"], .selectable-text';
/** Emoji and mentions, as copying has them; 2024 .. 2026-08. */
export const threadMention = '[data-plain-text]';
export const threadNotification = '[data-testid="msg-notification-container"]';
export const threadMeta = '[data-testid="msg-meta"]';
export const threadMetaTime = 'span[dir="auto"]';
/** On one's own messages only (opens "message info"); 2024-01 .. 2026-08-12. */
export const threadButton = '[role="button"]';
export const threadIcon = '[data-icon]';
/** Names drawings where `data-icon` is missing; 2026-08-12. */
export const threadIconTitle = 'svg > title';
export const threadOutgoing = '.message-out';
export const threadIncoming = '.message-in';
export const threadAuthor = '[data-testid="author"]';
/** "You:" or "<name>:" in any language, on the first and last of a run; 2024-01 .. 2026-08-12. */
export const threadLabel = 'span[aria-label]';
export const threadQuote = '[data-testid="quoted-message"]';
/** 2026 modules. */
export const threadQuoteText = '.quoted-mention';
export const threadPhoto = '[data-testid="image-thumb"], [data-testid="image-content"]';
export const threadVideo = '[data-testid="video-content"], video';
export const threadAlbum = '[data-testid="media-album"]';
export const threadTile = '[style*="grid-area"]';
export const threadPicture = 'img[src^="blob:"]';
/** A picture before it is loaded; 2026-08. Previews of links have one, too. */
export const threadThumbnail = '[style*="background-image"]';
export const threadLink = 'a[href]';
export const threadSlider = '[role="slider"][aria-valuetext]';
/** A document's card; composed 2026 from live reports. */
export const threadFile = '[role="button"][title]';
/** Its name, where the card has another shape. */
export const threadTitled = '[title]';
export const threadAddons = '[data-testid="addon-bubble-container"]';
/** 2026-08; the hover button "React" has no `aria-haspopup`. */
export const threadReaction = '[data-testid="reaction-bubble"], button[aria-haspopup]';
