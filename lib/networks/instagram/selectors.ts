/**
 * Every selector of Instagram Direct on the web, each with the evidence for it.
 * "real page" = a saved page of one session, 2026-04-23; "bubbles" = the shape that
 * several readers of 2026 describe.
 * None names a class or a word of a language, `:has()` is left to the code.
 */

/** Scroll area of the chat list. Real page 2026-04-23, readers until 2026-10. */
export const list = '[data-pagelet="IGDInboxThreadListScrollableAreaPagelet"]';
/** Name of the same area in older variants, 2024–2025. */
export const listOlder = '[data-pagelet="IGDThreadList"]';
/** The column around the list and its heading. Real page, bubbles. */
export const navigation = '[role="navigation"]';
/** A chat's row, where it holds a time or a titled name. Real page, readers until 2026-10. */
export const row = '[role="button"]';
/** Rows until 2025: links with the chat's id. Saved page of 2022-12; a browser saves links whole. */
export const linkRow = 'a[href^="/direct/t/"], a[href^="https://www.instagram.com/direct/t/"]';
/** Notes above the rows. Real page: `li` moved by an inline translation. */
export const note = 'li[style*="translate"]';
/** Relative time of a row. Real page: 10 of 10 rows. */
export const rowTime = 'abbr';
/** Exact time of a row until 2025. Saved page of 2022-12. */
export const rowTimeOlder = 'time[datetime]';
/** A text line of a row or beside a bubble. Real page, bubbles: `dir="auto"`. */
export const line = 'span[dir]';
/** The chat's name, whole, in its attribute. Real page: 10 of 10 rows, and the header. */
export const name = 'span[title]';
/** Drawn only in unread rows. Real page: 8 of 8, none elsewhere; readers until 2026-09. */
export const unread = 'span[data-visualcompletion="ignore"]';
/** Trailing icon of a muted row. Real page: 1 of 1. */
export const labelledIcon = 'svg[role="img"]';
/** The row of the open chat. Real page: `aria-pressed`; the others: older variants. */
export const openRow =
	'[aria-pressed="true"], [aria-current]:not([aria-current="false"]), [aria-selected="true"]';
/** Typed into while the list shows search results instead of chats. Real page. */
export const search = 'input[name="searchInput"]';
/** The own username: heading of the list's column. Real page, bubbles. */
export const heading = 'h1, h2';
/** Links to a person's page; which one follows from the path. Real page, bubbles; whole where saved. */
export const personLink = 'a[href^="/"], a[href^="https://www.instagram.com/"]';

/** Header of the open chat. Real page, bubbles. */
export const header = '[data-pagelet="IGDInboxHeaderOffMsys"]';
/** Messages of the open chat. Real page, bubbles, readers until 2026-10. */
export const messages = '[data-pagelet="IGDMessagesList"]';
/** Where messages are written. Real page, bubbles. */
export const composer = '[contenteditable="true"][role="textbox"]';
/** One message. Real page, bubbles, readers until 2026-10. */
export const message = '[role="group"][tabindex="-1"]';
/** Buttons that belong to a message, named or not. Bubbles: a group inside the message. */
export const actions = '[role="group"]';
/** Opens a message's menu. Bubbles. */
export const menu = '[aria-haspopup="menu"]';
/** A slot that is drawn. Real page, bubbles: inline opacity. */
export const slot = '[style*="opacity"]';
/** What a line of the page's own in the thread does not have around or in it. Guess. */
export const cardPart = 'img, a, [role="button"]';
/** Body and media of a message. Real page, bubbles. */
export const payload = '[role="none"]';
/** A text bubble. Bubbles. */
export const bubble = '[role="presentation"]';
/** A paragraph of a body, or of a quoted text. Bubbles: the quoted one has no `span` around. */
export const paragraph = 'div[dir]';
/** Cards, quoted texts, reactions. Real page (card), bubbles (quoted text). */
export const button = '[role="button"]';
/** An older part of the chat, or the first rows, are on their way. Real page. */
export const loading = '[role="progressbar"]';
/** Panels of the floating messenger on other pages, readers since 2025: never read. */
export const floating = '[data-pagelet^="IGDChatTabs"]';

/** The thread until 2026-01-30: a table. */
export const olderThread = '[role="grid"], [data-pagelet="IGDOpenMessageList"]';
/** A form that asks for the password: signed out. Any era. */
export const password = 'input[type="password"]';
/** Who has a story, above the feed. Readers until 2026-10. */
export const storyTray = '[data-pagelet="story_tray"]';
/** Marks of Instagram's own page: its pagelets, its link to the inbox. Real page, Ferdium 2026-08. */
export const site =
	'[data-pagelet], a[href^="/direct/inbox"], a[href^="https://www.instagram.com/direct/inbox"]';
/** Moving pictures and sound in a message. Guess: no saved page has one. */
export const video = 'video';
/** Voice: a play button and a slider. One reader, 2026. */
export const voice = 'audio, [role="slider"]';
/** A file to keep. Guess: no saved page has one. */
export const file = 'a[download]';
