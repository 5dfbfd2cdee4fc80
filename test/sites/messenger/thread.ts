/** The open chat: a log whose rows outside the window are empty shells. */
import { element } from '../elements';
import { isMine, personOf, type Stage, type StageChat, type StageMessage } from '../stage';
import { isTombstone } from './labels';
import { look } from './look';
import { drawMessage, hydrate, type RowPlace } from './message-row';
import { breakTime } from './times';
import { fill, wordsOf } from './words';

const windowSize = 30;
const breakAfterMs = 20 * 60_000;
const hydrateAfterMs = 40;

export interface DrawnThread {
	chat: StageChat;
	root: HTMLElement;
	scroller: HTMLElement;
	list: HTMLElement;
	/** By message id, in order; what each was drawn from. */
	items: Map<string, { item: HTMLElement; drawnFrom: string }>;
	shown: string[];
}

/** `null` for a chat without messages: the log exists only while there are any. */
export function makeThread(stage: Stage, chat: StageChat): DrawnThread {
	const words = wordsOf(stage.language);
	const list = element('div', {}, loader(words.loading));
	const label = chat.title ? words.titled : words.withPeople;
	const scroller = element('div', { class: look('scroller'), role: 'none' }, list);
	const root = element(
		'div',
		{
			class: look('log'),
			'aria-label': fill(label, { name: chat.name }),
			'aria-live': 'polite',
			role: 'log',
		},
		element('div', { class: look('grow') }, scroller),
	);
	return { chat, root, scroller, list, items: new Map(), shown: [] };
}

/** Brings the rows to what the stage has: unchanged ones stay, changed ones are drawn anew. */
export function updateThread(stage: Stage, thread: DrawnThread): void {
	const { messages } = thread.chat;
	const end = windowEnd(stage, messages.length);
	const start = Math.max(0, end - windowSize);
	const wanted = new Set(messages.map(({ id }) => id));
	for (const [id, { item }] of thread.items) if (!wanted.has(id)) item.remove();
	thread.shown = messages.slice(start, end).map(({ id }) => id);
	let previous: Element | null = thread.list.firstElementChild;
	messages.forEach((message, index) => {
		const state =
			index >= start && index < end ? 'drawn' : isBeside(index, start, end) ? 'left' : 'shell';
		const drawnFrom = `${state} ${signature(stage, thread.chat, index)}`;
		const known = thread.items.get(message.id);
		const item =
			known?.drawnFrom === drawnFrom ? known.item : drawItem(stage, thread.chat, index, state);
		if (known && known.item !== item) known.item.replaceWith(item);
		if (previous?.nextElementSibling !== item) {
			if (previous) previous.after(item);
			else thread.list.prepend(item);
		}
		thread.items.set(message.id, { item, drawnFrom });
		previous = item;
	});
}

/** The newest message in view, or the first of the window after a jump. */
export function scrollToWindow(stage: Stage, { scroller, items, shown }: DrawnThread): void {
	const first = items.get(shown[0] ?? '')?.item;
	scroller.scrollTop =
		stage.threadScroll === null ? scroller.scrollHeight : (first?.offsetTop ?? 0);
}

/** Place in the chat of the message at the top of the visible part. */
export function firstVisibleMessage({ chat, items, scroller }: DrawnThread): number {
	const top = scroller.scrollTop + scroller.offsetTop;
	return chat.messages.findIndex(({ id }) => {
		const item = items.get(id)?.item;
		return item !== undefined && item.offsetTop + item.offsetHeight > top;
	});
}

/** Kept in the tree and hidden, as React keeps what has just left the window (expected). */
function isBeside(index: number, start: number, end: number): boolean {
	return index === start - 1 || index === end;
}

function windowEnd(stage: Stage, count: number): number {
	return stage.threadScroll === null
		? count
		: Math.min(count, Math.max(stage.threadScroll, 0) + windowSize);
}

/** Everything that changes what a row shows. */
function signature(stage: Stage, chat: StageChat, index: number): string {
	const message = chat.messages[index];
	return JSON.stringify([
		stage.language,
		message,
		placeOf(stage, chat, index),
		isBreak(chat, index),
	]);
}

function drawItem(
	stage: Stage,
	chat: StageChat,
	index: number,
	state: 'drawn' | 'left' | 'shell',
): HTMLElement {
	const message = chat.messages[index];
	if (!message || state === 'shell') {
		return element(
			'div',
			{},
			element('div', { 'data-virtualized': 'true' }, element('div', { class: look('shell') })),
		);
	}
	const article = drawMessage(stage, chat, message, placeOf(stage, chat, index));
	setTimeout(() => hydrate(article, stage, chat, message), hydrateAfterMs);
	const rows = element(
		'div',
		{ role: 'none' },
		index === 0 && chat.isGroup ? groupHeader(stage, chat) : null,
		isBreak(chat, index) ? dateRow(stage, message) : null,
		article,
	);
	const left = state === 'left';
	return element(
		'div',
		{},
		element(
			'div',
			{ 'data-virtualized': left ? 'true' : 'false', style: left ? 'display: none' : null },
			element('div', {}, element('div', {}, rows)),
		),
	);
}

function isBreak(chat: StageChat, index: number): boolean {
	const message = chat.messages[index];
	const previous = chat.messages[index - 1];
	return !previous || (message?.sentAt ?? 0) - previous.sentAt > breakAfterMs;
}

function placeOf(stage: Stage, chat: StageChat, index: number): RowPlace {
	const { messages } = chat;
	const message = messages[index];
	const before = messages[index - 1];
	const after = messages[index + 1];
	const lastOwn = messages.findLast((one) => isMine(stage, one) && !isTombstone(one));
	return {
		isRunStart: isBreak(chat, index) || before?.from !== message?.from,
		isRunEnd: !after || after.from !== message?.from || isBreak(chat, index + 1),
		isLastOwn: lastOwn === message && message === messages.at(-1),
		hasFocus: index === messages.length - 1,
		// Anyone who has written since the last break has seen what stands here (a guess).
		seenBy:
			isBreak(chat, index) || !before || isMine(stage, before)
				? null
				: personOf(stage, before.from).name,
	};
}

function dateRow(stage: Stage, message: StageMessage): HTMLElement {
	const stamp = breakTime(message.sentAt, Date.now(), stage.language);
	return tableRow(
		element(
			'div',
			{ class: look('date'), 'aria-hidden': 'true', 'data-scope': 'date_break' },
			element('span', { dir: 'auto' }, element('span', {}, document.createTextNode(stamp))),
		),
	);
}

/** Marks the true start of a group; its inner nesting is a guess. */
function groupHeader(stage: Stage, chat: StageChat): HTMLElement {
	const words = wordsOf(stage.language);
	return tableRow(
		element('h3', { class: look('date'), dir: 'auto' }, document.createTextNode(chat.name)),
		chat.encrypted
			? element(
					'div',
					{ class: look('notice') },
					element('div', { dir: 'auto' }, document.createTextNode(words.encrypted)),
				)
			: element('div'),
		element('div', { 'aria-label': words.details, role: 'button', tabindex: '-1' }),
	);
}

function tableRow(...content: Node[]): HTMLElement {
	return element(
		'div',
		{ role: 'none' },
		element(
			'div',
			{ 'data-scope': 'messages_table', tabindex: '-1' },
			element(
				'div',
				{ role: 'presentation' },
				element(
					'div',
					{ role: 'presentation' },
					element('div', { role: 'presentation' }, ...content),
				),
			),
		),
	);
}

/** Always at the top, hidden or not. */
function loader(words: string): HTMLElement {
	return element(
		'div',
		{ class: look('away') },
		element(
			'div',
			{ role: 'none', 'data-visualcompletion': 'ignore' },
			element(
				'div',
				{ role: 'none' },
				element(
					'div',
					{},
					element('div', {}, document.createTextNode(words)),
					element(
						'div',
						{ 'aria-hidden': 'true', 'data-visualcompletion': 'loading-state', tabindex: '-1' },
						element('div'),
					),
				),
			),
		),
	);
}
