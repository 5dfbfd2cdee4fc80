import type { ChatReading, ReaderState, Reading, ThreadReading } from '../../model';
import type { Adapter, ReadContext } from '../adapter';
import { activityOf } from '../open-activity';
import { readAccount } from './account';
import { isSearching, type ListReading, readChats } from './chats';
import { chatIdOf, isSettled, linkRows } from './identity';
import { isJoined, joinedRereadMs } from './joined';
import { type PageMemory, recall, recallFor } from './memory';
import { prepare } from './prepare';
import { findRoots, type Roots } from './roots';
import * as selectors from './selectors';
import { isMessengerPath, isSignInPath, stateBeforeReading, stateOf } from './state';
import { narrowTimes, readThread, type ThreadDraft } from './thread';

const unsettledRereadMs = 1_000;

/** Reads Instagram Direct at `www.instagram.com/direct`. */
export const adapter: Adapter = {
	network: 'instagram',
	/** Also where the page asks to sign in again, so that this can be said. */
	isAwake: (url) => isMessengerPath(url) || isSignInPath(url),
	prepare,
	read: async (context) => readPage(context),
};

function readPage(context: ReadContext): Reading {
	const problems: string[] = [];
	try {
		const roots = findRoots(context.document);
		const state = stateBeforeReading(context, roots);
		if (state !== null) return readingOf(state, problems);
		return readMessenger(context, roots, problems);
	} catch (error) {
		// A page no test has: said as a state, so that what is stored stays as it is.
		problems.push('reader-failed', error instanceof Error ? error.name : 'unknown-error');
		return readingOf('layout-changed', problems);
	}
}

function readMessenger(context: ReadContext, roots: Roots, problems: string[]): Reading {
	const found = readAccount(context.document, context.url, roots);
	const memory = found === null ? recall(context) : recallFor(context, found);
	const account = found ?? memory.account;
	const list = readChats(roots, context, problems);
	const isThread = chatIdOf(context.url) !== null || isPiece(context, roots);
	const draft = isThread ? readThread(roots, account, context, memory, problems) : null;
	const state = stateOf(context, roots, list, draft, account, memory, problems);
	const reading = readingOf(state, problems);
	reading.layers = { chats: list.layer, messages: draft?.layer ?? null };
	reading.account = account;
	// What is on its way or in doubt as a whole is not handed on as the page's word.
	if (state === 'loading' || state === 'layout-changed' || state === 'unknown-page') return reading;
	if (draft && isPiece(context, roots)) reading.thread = threadOf(draft, context, memory);
	else linkPage(reading, context, list, draft, memory);
	if (isSearching(roots)) {
		reading.chats = [];
		problems.push('list-shows-search');
	}
	return reading;
}

/** Joins rows, thread and address, once they speak of the same chat. */
function linkPage(
	reading: Reading,
	context: ReadContext,
	list: ListReading,
	draft: ThreadDraft | null,
	memory: PageMemory,
): void {
	const id = chatIdOf(context.url);
	const opened = list.chats.filter((chat) => chat.open);
	const shown = id !== null && {
		id,
		header: draft?.title ?? null,
		row: opened.length === 1 ? (opened[0]?.provisionalId ?? null) : null,
		content: draft?.looks.slice(-5).join('\n') ?? '',
	};
	const isOne = shown !== false && hasFace(shown) && isSettled(shown, memory, context.now);
	if (shown !== false && !isOne) {
		reading.problems.push('open-chat-unsettled');
		// Where both chats end alike the page will not change any more: only time tells.
		if (hasFace(shown)) reading.rereadAfterMs = unsettledRereadMs;
	}
	const isSameTitle = !draft?.title || opened[0]?.title === draft.title;
	const openId = isOne && isSameTitle ? shown.id : null;
	linkRows(list.chats, openId, memory, reading.problems);
	for (const chat of list.chats) {
		if (openId !== null && chat.id === openId) chat.group ??= draft?.group ?? null;
	}
	reading.chats = list.chats;
	if (!draft || !isOne || draft.messages.length === 0) return;
	const joined = readJoined(reading, draft, shown.id, context, memory);
	const row = openId !== null && opened.length === 1 ? opened[0] : undefined;
	const thread = threadOf(draft, context, memory, row);
	if (row) row.lastActivity = activityOf(row.lastActivity, thread.messages.at(-1)?.sentAt);
	const title = thread.title ?? opened[0]?.title ?? null;
	reading.thread = { ...thread, title, ...(joined && { joined }) };
}

/** Messages and nothing around them, as where a page was cut up: there is no other chat to mistake them for. */
function isPiece({ document }: ReadContext, { list, header, composer, messages }: Roots): boolean {
	const hasColumn = document.querySelector(selectors.navigation) !== null;
	return messages !== null && !list && !header && !composer && !hasColumn;
}

function threadOf(
	draft: ThreadDraft,
	context: ReadContext,
	memory: PageMemory,
	row?: ChatReading,
): ThreadReading {
	const chatId = chatIdOf(context.url);
	return {
		chatId,
		provisionalId: null,
		title: draft.title,
		messages: narrowTimes(draft, chatId ?? '', row, context, memory),
	};
}

/** Only a sound reading of a tab that is seen can tell that a message is gone. */
function readJoined(
	reading: Reading,
	{ looks, hasHoles, empty }: ThreadDraft,
	chatId: string,
	{ now }: ReadContext,
	memory: PageMemory,
): boolean {
	if (reading.state !== 'reading' || empty > 0) return false;
	const joined = isJoined({ chatId, looks, hasHoles, now }, memory);
	if (joined === null) reading.rereadAfterMs ??= joinedRereadMs;
	return joined === true;
}

function hasFace({ header, row }: { header: string | null; row: string | null }): boolean {
	return header !== null || row !== null;
}

function readingOf(state: ReaderState, problems: string[]): Reading {
	return {
		network: 'instagram',
		state,
		layers: { chats: null, messages: null },
		account: null,
		chats: [],
		thread: null,
		problems,
	};
}
