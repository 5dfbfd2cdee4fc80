import type { ChatReading, Reading, SettledOrder, ThreadReading } from '../../model';
import type { Adapter, ReadContext } from '../adapter';
import { dormantReading } from '../dormant-reading';
import { readAnew } from '../kept-readings';
import type { TimeContext } from '../time/context';
import { parseStamp } from '../time/stamps';
import { type JoinedChats, joinChats, type ListReading, readList } from './chats';
import { findDateOrder, guessDateOrder } from './date-order';
import { readAccount, titleKey } from './identity';
import { isWorthWaiting, noteLag, readDatabase } from './lag';
import { linkThread, type ThreadIdentity } from './link-thread';
import { memoryOf, type PageMemory } from './memory';
import { chatsByName, type PageChat } from './page-chats';
import type { DatabaseReading } from './page-database';
import { findOpenMain, findPane, pageLanguages } from './page-parts';
import { prepare } from './prepare';
import { appState, frameState } from './state';
import { type OpenThread, provenDates, readOpenThread, threadDates, toMessages } from './thread';

const lagMs = 1_500;
/** How long a page may take to have its database. */
const databaseMs = 10_000;

/** Reads WhatsApp Web: the page's list of chats, its rows, and the open chat. */
export const adapter: Adapter = {
	network: 'whatsapp',
	isAwake: (url) => url.hostname === 'web.whatsapp.com',
	prepare,
	async read(context) {
		if (!this.isAwake(context.url)) return dormantReading('whatsapp');
		try {
			return await readPage(context);
		} catch {
			return { ...dormantReading('whatsapp'), state: 'degraded', problems: ['reader-failed'] };
		}
	},
};

async function readPage(context: ReadContext): Promise<Reading> {
	const account = readAccount(context);
	const early = frameState(context, account);
	if (early !== null) return { ...dormantReading('whatsapp'), state: early, account };
	const memory = memoryOf(context, account);
	const database = await readDatabase(context, memory);
	// From here on without a pause, so that list and chat are of one moment.
	return readApp(context, memory, database);
}

function readApp(context: ReadContext, memory: PageMemory, database: DatabaseReading): Reading {
	const { document } = context;
	const problems: string[] = [];
	const languages = pageLanguages(context);
	const pane = findPane(document);
	const { keep = readAnew } = context;
	const list = pane && readList(pane, problems, keep);
	const main = findOpenMain(document);
	const open = main && readOpenThread(main, languages, keep);
	const { time, dateOrder } = settleTime(context, memory, languages, list, open, database.chats);
	const isAwaited = isDatabaseAwaited(context, memory, database);
	const joined = joinChats(list, database.chats, memory.account, time, isAwaited);
	const identity =
		open && linkThread(open, joined.selected, joined.chats, database.chats, isAwaited);
	const { messages, unreadStamps } = open
		? toMessages(open, memory, time)
		: { messages: [], unreadStamps: 0 };
	const thread: ThreadReading | null =
		open && identity && !identity.isLeftOut
			? {
					chatId: identity.chatId,
					provisionalId: identity.provisionalId,
					...(identity.otherIds && { otherIds: identity.otherIds }),
					title: open.title,
					messages,
				}
			: null;
	const { state, problems: faults } = appState(context, memory, {
		list,
		open,
		persons: messages.filter(({ kind }) => kind !== 'system'),
		unreadStamps,
		timedRows:
			list?.rows.filter(({ time: text }) => text !== null && parseStamp(text, time)).length ?? 0,
		linkedRows: joined.linkedRows,
		database,
	});
	noteLag(memory, database, joined.isLagging);
	const isLookedAgain = isAwaited || (joined.isLagging && isWorthWaiting(memory));
	return {
		network: 'whatsapp',
		state: isAwaited && state === 'degraded' ? 'loading' : state,
		layers: {
			chats: chatsLayer(list, database.chats, joined),
			messages: open?.layer ?? null,
		},
		account: memory.account,
		chats: markOpen(joined.chats, open, identity),
		thread,
		...(dateOrder && { dateOrder }),
		problems: [...new Set([...faults, ...problems, ...notes(list, open, database)])],
		...(isLookedAgain && { rereadAfterMs: lagMs }),
	};
}

/** The open chat's row, also where it does not say that it is selected. */
function markOpen(
	chats: readonly ChatReading[],
	open: OpenThread | null,
	identity: ThreadIdentity | null,
): ChatReading[] {
	const title = open?.title ?? null;
	const id = identity?.chatId ?? null;
	const isKnown = chats.some((chat) => chat.open || (id !== null && chat.id === id));
	const [only, ...others] =
		isKnown || title === null
			? []
			: chats.filter((chat) => titleKey(chat.title) === titleKey(title));
	return chats.map((chat) =>
		(id !== null && chat.id === id) || (chat === only && others.length === 0)
			? { ...chat, open: true }
			: chat,
	);
}

/** A signed-in page makes its database while it boots: until then no row has a name. */
function isDatabaseAwaited(
	{ now, openedAt }: ReadContext,
	{ account }: PageMemory,
	{ chats }: DatabaseReading,
): boolean {
	return account !== null && chats === null && now - openedAt < databaseMs;
}

/**
 * How times on this page are to be read. What settles the order of dates is kept; before
 * anything here does, what another page of this account has proven holds.
 */
function settleTime(
	context: ReadContext,
	memory: PageMemory,
	languages: readonly string[],
	list: ListReading | null,
	open: OpenThread | null,
	pageChats: readonly PageChat[] | null,
): { time: TimeContext; dateOrder: SettledOrder | null } {
	const time = { now: context.now, languages };
	const dates = open ? threadDates(open) : [];
	const labels = list?.rows.flatMap(({ time: text }) => (text === null ? [] : [text])) ?? [];
	const byName = pageChats && chatsByName(pageChats);
	const proven = (list?.rows ?? []).flatMap(({ title, time: text }) => {
		const named = byName?.get(titleKey(title)) ?? [];
		const [only, ...others] = named.filter((chat) => chat.title === title);
		return text !== null && only?.activeAt && others.length === 0
			? [{ text, at: only.activeAt }]
			: [];
	});
	if (open) proven.push(...provenDates(open, time));
	const found = findDateOrder({ thread: dates, list: labels, proven }, time);
	if (found !== null) memory.order = found;
	const { learned } = context;
	const dateOrder =
		memory.order ?? (learned && learned.account === memory.account ? learned.order : null);
	const order = dateOrder ?? guessDateOrder([...dates, ...labels], languages);
	return { time: { ...time, order }, dateOrder };
}

function chatsLayer(
	list: ListReading | null,
	pageChats: readonly PageChat[] | null,
	{ chats }: JoinedChats,
): string | null {
	if (chats.length === 0) return null;
	const rows = list?.layer && !list.isSearch ? `${list.layer}/${list.titleLayer ?? 'bare'}` : null;
	return [pageChats ? 'database' : null, rows].filter((layer) => layer !== null).join('+') || null;
}

/** What is worth knowing and no fault. */
function notes(
	list: ListReading | null,
	open: OpenThread | null,
	database: DatabaseReading,
): string[] {
	const drawn = open?.days.flatMap(({ bubbles }) => bubbles) ?? [];
	const stamped = drawn.filter(({ stamp }) => stamp);
	return [
		list?.isSearch && 'search-results',
		list?.isFiltered && 'list-filtered',
		list && list.unreadableRows > 0 && 'row-without-title',
		list?.rowCount && list.rows.length < Math.min(10, list.rowCount) && 'few-rows',
		open && open.shellCount > 0 && 'message-shells',
		open && open.title === null && 'chat-without-title',
		open && open.layer === null && 'chat-without-messages',
		// A chat of voice messages alone has none, so neither of these is a fault.
		drawn.length >= 5 && stamped.length * 5 < drawn.length && 'few-stamps',
		open && !open.hasComposer && 'no-composer',
		database.problem,
		...(open?.problems ?? []),
	].filter((note): note is string => typeof note === 'string');
}
