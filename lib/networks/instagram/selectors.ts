/**
 * Every selector of Instagram Direct on the web, each with the evidence for it.
 * "real page" = a saved page of one session, 2026-04-23; "bubbles" = the shape that
 * several readers of 2026 describe.
 * None names a class or a word of a language, `:has()` is left to the code.
 */
export const selectors = {
	/** Scroll area of the chat list. Real page 2026-04-23, readers until 2026-10. */
	list: '[data-pagelet="IGDInboxThreadListScrollableAreaPagelet"]',
	/** Name of the same area in older variants, 2024–2025. */
	listOlder: '[data-pagelet="IGDThreadList"]',
	/** The column around the list and its heading. Real page, bubbles. */
	navigation: '[role="navigation"]',
	/** A chat's row, where it holds a time or a titled name. Real page, readers until 2026-10. */
	row: '[role="button"]',
	/** Rows until 2025: links with the chat's id. Saved page of 2022-12; a browser saves links whole. */
	linkRow: 'a[href^="/direct/t/"], a[href^="https://www.instagram.com/direct/t/"]',
	/** Notes above the rows. Real page: `li` moved by an inline translation. */
	note: 'li[style*="translate"]',
	/** Relative time of a row. Real page: 10 of 10 rows. */
	rowTime: 'abbr',
	/** Exact time of a row until 2025. Saved page of 2022-12. */
	rowTimeOlder: 'time[datetime]',
	/** A text line of a row or beside a bubble. Real page, bubbles: `dir="auto"`. */
	line: 'span[dir]',
	/** The chat's name, whole, in its attribute. Real page: 10 of 10 rows, and the header. */
	name: 'span[title]',
	/** Drawn only in unread rows. Real page: 8 of 8, none elsewhere; readers until 2026-09. */
	unread: 'span[data-visualcompletion="ignore"]',
	/** Trailing icon of a muted row. Real page: 1 of 1. */
	labelledIcon: 'svg[role="img"]',
	/** The row of the open chat. Real page: `aria-pressed`; the others: older variants. */
	openRow:
		'[aria-pressed="true"], [aria-current]:not([aria-current="false"]), [aria-selected="true"]',
	/** Typed into while the list shows search results instead of chats. Real page. */
	search: 'input[name="searchInput"]',
	/** The own username: heading of the list's column. Real page, bubbles. */
	heading: 'h1, h2',
	/** Links to a person's page; which one follows from the path. Real page, bubbles; whole where saved. */
	personLink: 'a[href^="/"], a[href^="https://www.instagram.com/"]',

	/** Header of the open chat. Real page, bubbles. */
	header: '[data-pagelet="IGDInboxHeaderOffMsys"]',
	/** Messages of the open chat. Real page, bubbles, readers until 2026-10. */
	messages: '[data-pagelet="IGDMessagesList"]',
	/** Where messages are written. Real page, bubbles. */
	composer: '[contenteditable="true"][role="textbox"]',
	/** One message. Real page, bubbles, readers until 2026-10. */
	message: '[role="group"][tabindex="-1"]',
	/** Buttons that belong to a message, named or not. Bubbles: a group inside the message. */
	actions: '[role="group"]',
	/** Opens a message's menu. Bubbles. */
	menu: '[aria-haspopup="menu"]',
	/** A slot that is drawn. Real page, bubbles: inline opacity. */
	slot: '[style*="opacity"]',
	/** What a line of the page's own in the thread does not have around or in it. Guess. */
	cardPart: 'img, a, [role="button"]',
	/** Body and media of a message. Real page, bubbles. */
	payload: '[role="none"]',
	/** A text bubble. Bubbles. */
	bubble: '[role="presentation"]',
	/** A paragraph of a body, or of a quoted text. Bubbles: the quoted one has no `span` around. */
	paragraph: 'div[dir]',
	/** Cards, quoted texts, reactions. Real page (card), bubbles (quoted text). */
	button: '[role="button"]',
	/** An older part of the chat, or the first rows, are on their way. Real page. */
	loading: '[role="progressbar"]',
	/** Panels of the floating messenger on other pages, readers since 2025: never read. */
	floating: '[data-pagelet^="IGDChatTabs"]',

	/** The thread until 2026-01-30: a table. */
	olderThread: '[role="grid"], [data-pagelet="IGDOpenMessageList"]',
	/** A form that asks for the password: signed out. Any era. */
	password: 'input[type="password"]',
	/** Who has a story, above the feed. Readers until 2026-10. */
	storyTray: '[data-pagelet="story_tray"]',
	/** Marks of Instagram's own page: its pagelets, its link to the inbox. Real page, Ferdium 2026-08. */
	site: '[data-pagelet], a[href^="/direct/inbox"], a[href^="https://www.instagram.com/direct/inbox"]',
	/** Moving pictures and sound in a message. Guess: no saved page has one. */
	video: 'video',
	/** Voice: a play button and a slider. One reader, 2026. */
	voice: 'audio, [role="slider"]',
	/** A file to keep. Guess: no saved page has one. */
	file: 'a[download]',
} as const;
