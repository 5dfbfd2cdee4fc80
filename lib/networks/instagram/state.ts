import type { ReaderState } from '../../model';
import type { ReadContext } from '../adapter';
import { isSearching, type ListReading } from './chats';
import { chatIdOf } from './identity';
import type { PageMemory } from './memory';
import type { Roots } from './roots';
import * as selectors from './selectors';
import type { ThreadDraft } from './thread';

/** Waits of the page itself, measured since it was opened (design of 2026-10). */
const skeletonMs = 8_000;
const threadMs = 10_000;
const emptyMs = 15_000;
const brokenMs = 20_000;
/** A spinner is believed this long. */
const spinnerMs = 80_000;
/** Passes that must agree before "nothing there" is believed. */
const confirmations = 3;

/** Addresses that ask to sign in again (readers of 2026). */
const signInPaths =
	/^\/(?:accounts\/(?:login|suspended|onetap)|challenge|two_factor|accounts\/two_factor)(?:\/|$)/u;

export function isMessengerPath(url: URL): boolean {
	return isInstagram(url) && /^\/direct(?:\/|$)/u.test(url.pathname);
}

export function isSignInPath(url: URL): boolean {
	return isInstagram(url) && signInPaths.test(url.pathname);
}

function isInstagram({ hostname }: URL): boolean {
	return hostname === 'www.instagram.com' || hostname === 'instagram.com';
}

/** States in which nothing of the page is read; `null`: go on. */
export function stateBeforeReading(
	{ url, document }: ReadContext,
	roots: Roots,
): ReaderState | null {
	if (isSignInPath(url)) return 'signed-out';
	if (!isMessengerPath(url)) return 'dormant';
	const isForm = document.querySelector(selectors.password) !== null;
	return isForm && !roots.list && !roots.messages ? 'signed-out' : null;
}

/** What the page is, from all that was found in it; each doubt is named in `problems`. */
export function stateOf(
	context: ReadContext,
	roots: Roots,
	list: ListReading,
	thread: ThreadDraft | null,
	account: string | null,
	memory: Pick<PageMemory, 'emptyPasses'>,
	problems: string[],
): ReaderState {
	const waitedMs = context.now - context.openedAt;
	const { document, url } = context;
	if (!roots.list && !roots.messages) return stateWithoutRoots(document, roots, waitedMs, problems);
	if (isOneTextInAllRows(list)) {
		problems.push('rows-all-alike');
		return 'layout-changed';
	}
	const hasMessages = (thread?.messages.length ?? 0) > 0;
	const doubts = doubtsOf(list, thread, roots, url, waitedMs);
	if (list.chats.length === 0 && !hasMessages) {
		const empty = stateOfEmpty(roots, list, thread, waitedMs, problems);
		if (empty !== 'reading') return empty;
		memory.emptyPasses += 1;
		if (memory.emptyPasses < confirmations) return 'loading';
	} else memory.emptyPasses = 0;
	if (account === null && list.layer !== 'links/links') {
		// Also with messages: under an unknown account they would be another chat's for ever.
		if (waitedMs < skeletonMs) return 'loading';
		doubts.push('account-unread');
	}
	problems.push(...doubts);
	if (doubts.length > 0) return 'degraded';
	if (!context.visible) return 'hidden';
	return isSearching(roots) && !hasMessages ? 'covered' : 'reading';
}

function stateWithoutRoots(
	document: Document,
	roots: Roots,
	waitedMs: number,
	problems: string[],
): ReaderState {
	if (document.querySelector(selectors.olderThread)) {
		problems.push('older-layout');
		return 'layout-changed';
	}
	if (waitedMs < skeletonMs) return 'loading';
	const isInstagramPage =
		roots.composer !== null || document.querySelector(selectors.site) !== null;
	const isTray = document.querySelector(selectors.storyTray) !== null;
	if (!isInstagramPage || (isTray && roots.composer === null)) return 'unknown-page';
	if (waitedMs < brokenMs) return 'loading';
	problems.push('no-list');
	return 'layout-changed';
}

/** No row and no message: on its way, really none, or no longer found. */
function stateOfEmpty(
	roots: Roots,
	list: ListReading,
	thread: ThreadDraft | null,
	waitedMs: number,
	problems: string[],
): ReaderState {
	const isLoading = thread?.isLoading || roots.list?.root.querySelector(selectors.loading) !== null;
	const unread = list.rows > 0 || (thread?.slots ?? 0) > 0 || hasStrangeRows(roots);
	if (unread && waitedMs >= skeletonMs) {
		problems.push('nothing-readable');
		return waitedMs >= brokenMs ? 'layout-changed' : 'degraded';
	}
	if (waitedMs < (isLoading ? spinnerMs : emptyMs)) return 'loading';
	if (isLoading) {
		problems.push('loading-too-long');
		return 'degraded';
	}
	return 'reading';
}

/** Buttons with a picture below the notes are rows that no layer knows. */
function hasStrangeRows({ list }: Roots): boolean {
	if (!list) return false;
	return [...list.root.querySelectorAll(selectors.row)].some(
		(row) => row.querySelector('img') && !row.closest(selectors.note) && !row.closest('ul'),
	);
}

function doubtsOf(
	list: ListReading,
	thread: ThreadDraft | null,
	{ list: listRoot, messages }: Roots,
	url: URL,
	waitedMs: number,
): string[] {
	const doubts: string[] = [];
	if (listRoot && listRoot.layer !== 'pagelet') doubts.push(`list-by-${listRoot.layer}`);
	if (list.withoutTitle * 5 > list.rows) doubts.push('rows-without-title');
	if (list.layer !== 'links/links' && list.withoutTime * 5 > list.rows) {
		doubts.push('rows-without-time');
	}
	if (!thread || chatIdOf(url) === null) {
		if (chatIdOf(url) !== null && waitedMs >= threadMs) doubts.push('thread-missing');
		return doubts;
	}
	const { messages: shown } = thread;
	if (messages && messages.layer !== 'pagelet') doubts.push(`messages-by-${messages.layer}`);
	if (thread.layer?.endsWith('/slots') && shown.length > 0) doubts.push('messages-by-slots');
	if (shown.length === 0 && thread.slots > 0 && waitedMs >= skeletonMs) {
		doubts.push('thread-without-messages');
	}
	if (thread.empty * 5 > shown.length) doubts.push('messages-without-content');
	const sided = shown.filter(({ kind }) => kind !== 'system');
	const unknown = sided.filter(({ side }) => side === 'unknown').length;
	if (unknown * 10 > sided.length * 3) doubts.push('sides-unknown');
	return doubts;
}

/** The same name, or name and preview alike, in all of several rows: a wrong part is read. */
function isOneTextInAllRows({ chats }: ListReading): boolean {
	if (chats.length < 4) return false;
	const titles = new Set(chats.map(({ title }) => title));
	const doubled = chats.filter(({ title, preview }) => title === preview).length;
	return titles.size === 1 || doubled * 2 > chats.length;
}
