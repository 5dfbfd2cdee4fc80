/** How the page stands to its reader, from the most specific finding to the least. */
import type { ReaderState } from '../../model';
import type { ReadContext } from '../adapter';
import type { ListReading } from './chats';
import {
	chatIdOf,
	isMediaViewer,
	isMessengerHost,
	isMessengerPage,
	isSignedOutPage,
} from './identity';
import { memoryOf } from './memory';
import * as selectors from './selectors';
import type { ThreadResult } from './thread';

/** A page is given this long before what it lacks counts as missing. */
const patienceMs = 15_000;
/** A spinner is believed this long, where no message's text is beside it. */
const spinnerMs = 80_000;
const confirmations = 3;

/** Problems that make a reading incomplete, beside what is merely noted. */
const grave = new Set([
	'reader-failed',
	'rows-without-address',
	'several-logs',
	'ids-disagree-with-labels',
	'ids-out-of-range',
	'ids-out-of-order',
	'side-unknown',
	'sides-conflict',
	'texts-disagree-with-labels',
	'weak-list-layer',
	'weak-message-layer',
	'no-chat-list',
	'open-chat-without-messages',
]);

/** What the address alone decides, before anything of the page is read. */
export function stateOfAddress(context: ReadContext): ReaderState | null {
	const { url, document } = context;
	if (!isMessengerHost(url)) return 'unknown-page';
	if (isSignedOutPage(url)) return 'signed-out';
	if (isMediaViewer(url)) return 'covered';
	if (!isMessengerPage(url)) return 'dormant';
	return document.querySelector(selectors.businessSuite) ? 'unknown-page' : null;
}

/** Adds to `problems` what only a wait can tell. */
export function decideState(
	context: ReadContext,
	list: ListReading,
	thread: ThreadResult,
	problems: string[],
): ReaderState {
	const { document } = context;
	const hasContent = list.chats.length > 0 || thread.hasRows;
	if (!hasContent && document.querySelector(selectors.password)) return 'signed-out';
	if (hasPinDialog(document)) return 'history-locked';
	noteWeakness(context, list, thread, problems);
	const state = hasContent ? stateOfContent(context, problems) : stateOfEmpty(context, list);
	return context.visible || state === 'layout-changed' || state === 'unknown-page'
		? state
		: hiddenState(state);
}

/** In the background the page draws late and in part: what is there counts, what is not does not. */
function hiddenState(state: ReaderState): ReaderState {
	return state === 'degraded' ? state : 'hidden';
}

function stateOfContent(context: ReadContext, problems: string[]): ReaderState {
	const memory = memoryOf(context);
	memory.hadContent = true;
	memory.emptyPasses = 0;
	memory.emptySince = null;
	return problems.some((problem) => grave.has(problem)) ? 'degraded' : 'reading';
}

function stateOfEmpty(context: ReadContext, list: ListReading): ReaderState {
	const { document, now, openedAt } = context;
	const memory = memoryOf(context);
	memory.emptyPasses += 1;
	if (memory.hadContent) memory.emptySince ??= now;
	const waitedMs = now - (memory.emptySince ?? openedAt);
	const isConfirmed = memory.emptyPasses >= confirmations;
	const isLoading =
		document.querySelector(selectors.loading) !== null &&
		document.querySelector(selectors.textBlock) === null;
	// The grid unmounts for moments; an empty one is no chats only when it stays so.
	const isEmptyList = list.hasGrid && !isLoading && list.problems.length === 0;
	if (isEmptyList) return isConfirmed ? 'reading' : 'loading';
	if (waitedMs < patienceMs || (memory.hadContent && !isConfirmed)) return 'loading';
	if (isLoading && waitedMs < spinnerMs) return 'loading';
	if (document.querySelector(selectors.dialog)) return 'covered';
	return document.querySelector(selectors.frame) ? 'layout-changed' : 'unknown-page';
}

function noteWeakness(
	context: ReadContext,
	list: ListReading,
	thread: ThreadResult,
	problems: string[],
): void {
	const { document, url, now } = context;
	const memory = memoryOf(context);
	if (list.layer === 'links' || list.layer === 'drawer') problems.push('weak-list-layer');
	const isWeak = thread.layer === 'old-id' || thread.layer === 'old-grid';
	if (
		isWeak ||
		thread.layer === 'opaque-id' ||
		thread.layer === 'article' ||
		thread.layer === 'labelled'
	) {
		problems.push('weak-message-layer');
	}
	const openId = chatIdOf(url);
	const isBlank =
		openId !== null && !thread.hasRows && document.querySelector(selectors.composer) !== null;
	if (!isBlank) memory.blankThread = null;
	else if (memory.blankThread?.id !== openId) {
		memory.blankThread = { id: openId, since: memory.hadContent ? now : null };
	}
	const { blankThread } = memory;
	if (blankThread && now - (blankThread.since ?? context.openedAt) >= patienceMs) {
		problems.push('open-chat-without-messages');
	}
	const isListless = list.chats.length === 0 && thread.hasRows;
	memory.listlessSince = isListless
		? (memory.listlessSince ?? (memory.hadContent ? now : context.openedAt))
		: null;
	if (memory.listlessSince !== null && now - memory.listlessSince >= patienceMs) {
		problems.push('no-chat-list');
	}
}

/** A dialog with a field for digits and nothing to write a message in. */
function hasPinDialog(document: Document): boolean {
	return [...document.querySelectorAll(selectors.dialog)].some(
		(dialog) =>
			dialog.querySelector(selectors.pinField) !== null &&
			!dialog.querySelector(`${selectors.composer}, ${selectors.password}, ${selectors.log}`),
	);
}
