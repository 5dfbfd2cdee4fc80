/** The open chat: every message keeps its place, only those near the view are drawn. */
import { element } from '../elements';
import type { Stage, StageChat, StageMessage } from '../stage';
import { messageFacts, messageRow, type Neighbours, shellRow } from './bubble';
import { downButton, threadFooter, threadHeader } from './thread-frame';
import { dayText, isSameDay } from './times';
import { fill, wordsOf } from './words';

const aboveView = 8;
const windowSize = 30;
const shellHeight = 64;

/** What stands in the panel now, by key: rows are kept where nothing about them changed. */
const drawn = new Map<string, { node: HTMLElement; facts: string; isHydrated: boolean }>();
let main: HTMLElement | null = null;
let shownChat: StageChat | null = null;
let shownLanguage = '';
/** Unread messages when the chat was opened, for the line above them. */
let unreadAtOpening = 0;

export function drawThread(stage: Stage, columns: HTMLElement, unreadBefore: number): void {
	const chat = stage.openChat;
	if (!chat) {
		forgetThread();
		return;
	}
	const isFresh = chat !== shownChat || stage.language !== shownLanguage || !main?.isConnected;
	if (chat !== shownChat) unreadAtOpening = unreadBefore;
	if (isFresh) {
		forgetThread();
		main = frameOf(stage, chat);
		columns.append(main);
	}
	shownChat = chat;
	shownLanguage = stage.language;
	const panel = main?.querySelector<HTMLElement>('[data-testid="conversation-panel-messages"]');
	if (!panel) return;
	fillPanel(stage, chat, panel);
	if (isFresh) followScroll(stage, chat, panel);
	if (stage.threadScroll === null) panel.scrollTop = panel.scrollHeight;
	else if (isFresh || !isInView(panel, stage.threadScroll))
		panel.scrollTop = topOf(panel, chat, stage);
}

export function forgetThread(): void {
	main?.remove();
	main = null;
	shownChat = null;
	drawn.clear();
}

/** Scenario ids of the messages that are drawn, oldest first. */
export function shownMessages(): string[] {
	const order = shownChat?.messages.map((message) => message.id) ?? [];
	return order.filter((id) => drawn.get(`message ${id}`)?.isHydrated);
}

function frameOf(stage: Stage, chat: StageChat): HTMLElement {
	return element(
		'div',
		{ id: 'main' },
		threadHeader(stage, chat),
		element(
			'div',
			{},
			element('div', { tabindex: 0, 'data-testid': 'conversation-panel-messages' }),
		),
		threadFooter(stage, chat),
		downButton(),
	);
}

interface Item {
	key: string;
	facts: string;
	isHydrated: boolean;
	make(): HTMLElement;
}

function fillPanel(stage: Stage, chat: StageChat, panel: HTMLElement): void {
	const items = [...itemsOf(stage, chat)];
	const kept = new Set(items.map(({ key }) => key));
	for (const [key, { node }] of drawn) {
		if (kept.has(key)) continue;
		node.remove();
		drawn.delete(key);
	}
	let before: Element | null = null;
	for (const { key, facts, isHydrated, make } of items) {
		const known = drawn.get(key);
		const node = known?.facts === facts ? known.node : make();
		if (known && known.node !== node) known.node.replaceWith(node);
		drawn.set(key, { node, facts, isHydrated });
		const next: Element | null = before ? before.nextElementSibling : panel.firstElementChild;
		if (next !== node) panel.insertBefore(node, next);
		before = node;
	}
}

function* itemsOf(stage: Stage, chat: StageChat): Generator<Item> {
	const words = wordsOf(stage.language);
	const { messages } = chat;
	const view = viewOf(stage, messages.length);
	yield plainItem('older', words.older, () => {
		const button = element('button', {});
		button.textContent = words.older;
		return button;
	});
	for (const [index, message] of messages.entries()) {
		const previous = messages[index - 1];
		if (!previous || !isSameDay(previous.sentAt, message.sentAt)) {
			const day = dayText(message.sentAt, stage.language, Date.now());
			yield plainItem(`day ${new Date(message.sentAt).toDateString()}`, day, () =>
				lineBetween(day, { dir: 'auto' }),
			);
		}
		if (unreadAtOpening > 0 && index === messages.length - unreadAtOpening) {
			const text = fill(words.unreadCount, String(unreadAtOpening));
			// Without direction, and not a message (2026-06-15).
			yield plainItem('unread', text, () => lineBetween(text, {}));
		}
		const isHydrated = index >= view.first && index < view.end;
		const neighbours = neighboursOf(messages, index);
		const facts = isHydrated ? messageFacts(stage, chat, message, neighbours) : 'shell';
		yield {
			key: `message ${message.id}`,
			facts: JSON.stringify(facts),
			isHydrated,
			make: () =>
				isHydrated
					? messageRow(stage, chat, message, neighbours)
					: shellRow(stage, message, shellHeight),
		};
	}
}

/** In a hidden tab only the last message is drawn (2026-09-24). */
function viewOf(stage: Stage, count: number): { first: number; end: number } {
	if (stage.hidden) return { first: count - 1, end: count };
	const first =
		stage.threadScroll === null ? count - windowSize : Math.max(0, stage.threadScroll - aboveView);
	return { first: Math.max(0, first), end: Math.max(0, first) + windowSize };
}

/** A run is what one person says in a row on one day. */
function neighboursOf(messages: readonly StageMessage[], index: number): Neighbours {
	const message = messages[index];
	const joins = (other: StageMessage | undefined): boolean =>
		message !== undefined &&
		other !== undefined &&
		other.from === message.from &&
		(other.kind === 'system') === (message.kind === 'system') &&
		isSameDay(other.sentAt, message.sentAt);
	return { isFirst: !joins(messages[index - 1]), isLast: !joins(messages[index + 1]) };
}

function lineBetween(text: string, attributes: { dir?: string }): HTMLElement {
	const span = element('span', attributes);
	span.textContent = text;
	return element('div', { tabindex: -1, class: 'focusable-list-item' }, element('div', {}, span));
}

function plainItem(key: string, facts: string, make: () => HTMLElement): Item {
	return { key, facts, isHydrated: false, make };
}

/** The person's own scrolling: what comes into view is drawn. */
function followScroll(stage: Stage, chat: StageChat, panel: HTMLElement): void {
	panel.addEventListener('scroll', () => {
		if (stage.openChat !== chat) return;
		const isAtEnd = panel.scrollTop + panel.clientHeight >= panel.scrollHeight - shellHeight;
		const first = isAtEnd ? null : firstInView(panel, chat);
		const isNear = first !== null && Math.abs(first - (stage.threadScroll ?? -100)) < 4;
		if (first === stage.threadScroll || isNear) return;
		stage.threadScroll = first;
		fillPanel(stage, chat, panel);
	});
}

function firstInView(panel: HTMLElement, chat: StageChat): number {
	const index = chat.messages.findIndex(({ id }) => {
		const node = drawn.get(`message ${id}`)?.node;
		return (
			node !== undefined && node.offsetTop + node.offsetHeight > panel.scrollTop + panel.offsetTop
		);
	});
	return Math.max(0, index);
}

function isInView(panel: HTMLElement, index: number): boolean {
	const first = shownChat ? firstInView(panel, shownChat) : 0;
	return Math.abs(first - index) < 4;
}

function topOf(panel: HTMLElement, chat: StageChat, stage: Stage): number {
	const message = chat.messages[stage.threadScroll ?? 0];
	const node = message && drawn.get(`message ${message.id}`)?.node;
	return node ? node.offsetTop - panel.offsetTop : 0;
}
