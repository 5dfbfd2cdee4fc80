import type { Moment, Reading } from '../model';
import type { LookedFor } from './looked-for';
import { ownWord } from './own-word';

/** Parts of the messengers' own addresses; what stands between them is not told. */
const pathWords = /^(?:t|e2ee|messages|direct|inbox|requests|archived|accounts|login)$/u;

/** What a reader makes of a page, in counts and its own words: no text, name, id or address. */
export function diagnosePage(
	reading: Reading,
	document: Document,
	url: URL,
	{ selectors }: LookedFor,
) {
	const { chats, thread } = reading;
	const messages = thread?.messages ?? [];
	const root = document.documentElement;
	return {
		state: reading.state,
		layers: {
			chats: ownWord(reading.layers.chats),
			messages: ownWord(reading.layers.messages),
		},
		problems: reading.problems.map((problem) => ownWord(problem) ?? 'other'),
		page: {
			path: url.pathname.replace(/[^/]+/gu, (part) => (pathWords.test(part) ? part : '…')),
			language: /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/u.test(root.lang) ? root.lang : 'other',
			direction: root.dir === 'rtl' ? 'rtl' : 'ltr',
			isVisible: document.visibilityState === 'visible',
			elements: document.querySelectorAll('*').length,
		},
		hasAccount: reading.account !== null,
		chats: {
			all: chats.length,
			withId: count(chats, ({ id }) => id !== null),
			withTitle: count(chats, ({ title }) => title !== ''),
			withPreview: count(chats, ({ preview }) => preview !== null),
			unread: countBy(chats, ({ unread }) =>
				typeof unread === 'number'
					? unread === 0
						? 'read'
						: 'count'
					: String(unread ?? 'unknown'),
			),
			muted: countBy(chats, ({ muted }) => String(muted)),
			pinned: countBy(chats, ({ pinned }) => String(pinned)),
			archived: countBy(chats, ({ archived }) => String(archived)),
			groups: countBy(chats, ({ group }) => String(group)),
			open: count(chats, ({ open }) => open),
			times: countTimes(chats.map(({ lastActivity }) => lastActivity)),
		},
		thread: thread && {
			hasId: thread.chatId !== null,
			hasTitle: thread.title !== null,
			messages: messages.length,
			withId: count(messages, ({ id }) => id !== null),
			withSender: count(messages, ({ sender }) => sender !== null),
			withText: count(messages, ({ text }) => text !== null),
			withQuote: count(messages, ({ quote }) => quote !== null),
			withReactions: count(messages, ({ reactions }) => reactions.length > 0),
			truncated: count(messages, ({ truncated }) => truncated),
			edited: count(messages, ({ edited }) => edited),
			deleted: count(messages, ({ deleted }) => deleted),
			sides: countBy(messages, ({ side }) => side),
			kinds: countBy(messages, ({ kind }) => kind),
			times: countTimes(messages.map(({ sentAt }) => sentAt)),
		},
		found: Object.fromEntries(
			Object.entries(selectors).map(([name, selector]) => [
				name,
				document.querySelectorAll(selector).length,
			]),
		),
	};
}

function count<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
	return items.filter(is).length;
}

/** How many of each; the names are from closed lists. */
function countBy<Item>(
	items: readonly Item[],
	nameOf: (item: Item) => string,
): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
	return counts;
}

const countTimes = (moments: readonly Moment[]): Record<string, number> =>
	countBy(moments, ({ precision }) => precision);
