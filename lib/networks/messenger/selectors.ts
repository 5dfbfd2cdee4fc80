/**
 * Every selector of Messenger's reader. Roles, `data-*` and structure only: no class
 * name, no word of any language. Each says when its evidence is from; `[A]` several
 * independent sources, `[B]` one good one, `[C]` inferred.
 */

/** Column with the chat list. [A] live rows 2026-08-31, both hosts. */
export const navigation = '[role="navigation"]';
/** The list; 2024 to 2026-09. Also the thread until 2026-04 (generation 1). [A] */
export const grid = '[role="grid"]';
/** One chat, with or without a gridcell inside. [A] live cut 2026-08-31. */
export const row = '[role="row"]';
/** A chat row's link; its address has the chat's digits. [A] live cut 2026-08-31. */
export const threadLink = 'a[href*="/t/"]';
/** The open chat's link. [A] wrappers 2023 to 2026-08. */
export const currentLink = 'a[href][aria-current="page"]';
/** Relative time of a row, long form in `aria-label`. [A] live cut 2026-08-31. */
export const rowTime = 'abbr';
/** "More options for NAME" beside the row's link. [A] live cut 2026-08-31. */
export const rowButton = '[role="button"][aria-label]';
/** Drawn on muted rows: by inline style, or by how the struck bell begins. [B] 2026-02 to 2026-08. */
export const mutedMark =
	'[style*="--disabled-icon"], path[d^="M9.244 24.99"], path[d^="M29.676 7.746"], path[d^="M2.5 6c0-.322"]';
/** Facebook's chat drawer lists itself under an address without digits. [B] 2026. */
export const drawer = '[role="dialog"]';
export const drawerHome = 'a[href$="/messages/t/"], a[href$="/t/"]';

/** The column with the open chat. [A] 2026-04 to 2026-09. */
export const main = '[role="main"]';
/** The open chat's messages; only there while there are any. [A] saved pages 2026-08. */
export const log = '[role="log"]';
/** One message; the attribute is functional, Meta's own shortcuts read it. [A] 2026-08. */
export const message = '[data-message-id]';
/** Around one message, without any attribute of its own. [A] saved pages 2026-08. */
export const article = '[role="article"]';
/** A message that has neither id nor article, as one reader of 2026-09 met it; date rows have no label. [B] */
export const labelledRow = '[role="log"] [data-scope="messages_table"][aria-label]';
/** On the message element; its value is translated, its presence is not. [A] 2026-08. */
export const describedRow = '[aria-roledescription]';
/** Generation 1, last seen 2026-03; the row around it has its heading and picture. [A] */
export const oldMessage = '[data-pagelet="MWMessageRow"], div[id^="mid.$"]';
/** Generation 1, last seen 2026-02. [A] */
export const oldRow = '[role="main"] [role="grid"] [role="row"]';
/** Messages, date rows and group headers alike. [A] saved pages 2026-08. */
export const tableItem = '[data-scope="messages_table"]';
/** Stamp between messages, in a row without an id. [A] saved pages 2026-08. */
export const dateBreak = '[data-scope="date_break"]';
/** Shell of a message outside the drawn window. [A] saved pages 2026-08. */
export const placeholder = '[data-virtualized="true"]';

/** Hover actions: always there, a landmark without words in each body row. [A] 2026-08. */
export const toolbar = '[role="toolbar"]';
/** The text of a message; quotes and cards use `span`. [A] saved pages 2026-08. */
export const textBlock = 'div[dir]';
/** Text lines elsewhere: quote, card, delivery, system rows. [A] saved pages 2026-08. */
export const textLine = 'span[dir]';
/** Name or "X replied" above a bubble, hidden from assistive technology. [A] 2026-08. */
export const heading = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
export const button = '[role="button"]';
export const link = 'a[role="link"], a[href]';
/** In place of a quote, without words: leads to the story that is answered. [A] saved page 2026-08. */
export const storyLink = 'a[role="link"][tabindex="-1"]';
/** Empty places around a bubble that tell own from other rows. [A] 20 of 20, 2026-08. */
export const emptySlot = '[role="none"]';
export const hoverSlot = '[role="presentation"]';
/** Avatar on the last message of a run; `alt` is the full name. [A] 2026-09. */
export const avatar = '[aria-hidden="true"] [role="button"] img[alt]';
/** [B] readers of 2025 and 2026. */
export const namedPicture = 'img[alt]';
export const video = 'video';
/** Markup of voice messages was not found: expected `audio` or a slider. [C] */
export const voice = 'audio, [role="slider"]';
export const picture = 'img';

/** The composer; absent in requests and left groups. [A] 2026-08. */
export const composer = '[role="textbox"][contenteditable="true"]';
/** Log-in form. [A] 2026. */
export const password = 'input[name="pass"]';
/** Comet's mark on skeletons and spinners, also at the top of a thread. [A] 2026-08. */
export const loading = '[data-visualcompletion="loading-state"]';
export const dialog = '[role="dialog"]';
/** One-time digits in a dialog: the PIN that unlocks encrypted history. [C] 2026. */
export const pinField =
	'input[autocomplete="one-time-code"], input[inputmode="numeric"], input[type="tel"], input[type="password"], input[type="number"], input[maxlength="6"], input[maxlength="1"]';
/** Meta Business Suite, another client with ids of the same form. [B] 2026-09. */
export const businessSuite = '[data-surface-wrapper], div[data-utime]';
/** Any trace of Messenger's page: what is unread then is a changed layout. [A] */
export const frame =
	'html#facebook, [role="main"], [role="navigation"], [role="grid"], [role="log"], [role="article"], [role="toolbar"], [role="textbox"], [data-scope], [data-visualcompletion], [data-virtualized], [data-pagelet], [aria-roledescription]';
