/** The open chat and its messages. */

export const header = 'header';
/** No `title` attribute since 2026-08. */
export const title = '[data-testid="conversation-info-header-chat-title"]';
export const titleByButton = '[role="button"] span[dir="auto"]';
/** Names before subtitle; 2026-06-15. */
export const titleByDirection = 'span[dir="auto"]';
/** Before 2026-08. */
export const titleByAttribute = 'span[title]';
export const footer = 'footer';
/** Absent where nobody may write: channels, announcements, blocked ones; 2020 .. 2026-09. */
export const composer = 'footer [contenteditable="true"]';
/** The message's id: bare since 2026-04, `side_chat_id[_sender]` before. */
export const rowById = '[data-id]';
/** 2026-06-10 and later. */
export const rowByTestid = '[data-testid^="conv-msg-"]';
/** Within such a row, and alone where a page was cut up; 2026-08-12. */
export const rowByContainer =
	'[data-testid="msg-container"], [data-testid="msg-notification-container"]';
export const rowByRole = '[role="row"]';
/** 2020 .. 2026-06. */
export const rowByClass = '.message-in, .message-out';
/** Day between messages: no role, no id; 2026-08-12. */
export const separator = 'span[dir]';
/** Kept place of a message that is not drawn; 2026-08-12, 2026-09. */
export const shell = '[data-virtualized="true"]';
/** A message's id and its kept place, in one element or one within the other; 2026-08-12. */
export const placeById = '[data-id][data-virtualized="true"], [data-id] [data-virtualized="true"]';
/** What the page itself says is drawn, be it plain words alone; 2026-08-12. */
export const drawn = '[data-virtualized="false"]';
/** Anything of a message that is drawn. */
export const content =
	'[data-testid], [data-icon], [data-pre-plain-text], [role]:not([role=""]), [aria-label], span, img, svg, video';
/** Time and sender for the page's own copying; 2020-09 .. 2026-09 in five locales. */
export const stamp = '[data-pre-plain-text]';
/** The class is functional (copying reads it): 2020 .. 2026-09. The test id may be one of two words. */
export const text = '[data-testid~="selectable-text"], .selectable-text';
/** Emoji and mentions, as copying has them; 2024 .. 2026-08. */
export const mention = '[data-plain-text]';
export const notification = '[data-testid="msg-notification-container"]';
export const meta = '[data-testid="msg-meta"]';
export const metaTime = 'span[dir="auto"]';
/** On one's own messages only (opens "message info"); 2024-01 .. 2026-08-12. */
export const button = '[role="button"]';
export const icon = '[data-icon]';
/** Names drawings where `data-icon` is missing; 2026-08-12. */
export const iconTitle = 'svg > title';
export const outgoing = '.message-out';
export const incoming = '.message-in';
export const author = '[data-testid="author"]';
/** "You:" or "<name>:" in any language, on the first and last of a run; 2024-01 .. 2026-08-12. */
export const label = 'span[aria-label]';
export const quote = '[data-testid="quoted-message"]';
/** 2026 modules. */
export const quoteText = '.quoted-mention';
export const photo = '[data-testid="image-thumb"], [data-testid="image-content"]';
export const video = '[data-testid="video-content"], video';
export const album = '[data-testid="media-album"]';
export const tile = '[style*="grid-area"]';
export const picture = 'img[src^="blob:"]';
/** A picture before it is loaded; 2026-08. Previews of links have one, too. */
export const thumbnail = '[style*="background-image"]';
export const link = 'a[href]';
export const slider = '[role="slider"][aria-valuetext]';
/** A document's card; composed 2026 from live reports. */
export const file = '[role="button"][title]';
/** Its name, where the card has another shape. */
export const titled = '[title]';
export const addons = '[data-testid="addon-bubble-container"]';
/** 2026-08; the hover button "React" has no `aria-haspopup`. */
export const reaction = '[data-testid="reaction-bubble"], button[aria-haspopup]';
