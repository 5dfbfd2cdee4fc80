import { element, icon } from '../elements';
import { isMine, type Stage, type StageChat, type StageMessage } from '../stage';
import { KeyedList } from './keyed';
import { fill, type Labels, labelsOf } from './labels';
import { label } from './late';
import { makeMessage, type Place } from './message';
import { usernameOf } from './people';
import { separator } from './times';

const windowSize = 30;
/** Placeholders of messages that are not drawn: 18 on the page of 2026-04-23. */
const placeholders = 18;
const messageHeight = 48;
/** Guess: a separator stands where more than an hour lies between two messages. */
const pauseMs = 3_600_000;

const slots = new KeyedList();

export function forgetThread(): void {
	slots.forget();
}

/** The messages that are drawn now. What was deleted before leaves nothing (2026). */
export function windowOfMessages(stage: Stage): {
	messages: StageMessage[];
	all: StageMessage[];
	start: number;
} {
	const all = (stage.openChat?.messages ?? []).filter(({ kind }) => kind !== 'deleted');
	const newest = Math.max(0, all.length - windowSize);
	const start = Math.max(0, Math.min(stage.threadScroll ?? newest, newest));
	return { messages: all.slice(start, start + windowSize), all, start };
}

/** Header, scroller with nothing in it yet, composer (2026-04-23). */
export function makeThread(
	stage: Stage,
	chat: StageChat,
	scrolled: (first: number) => void,
): HTMLElement {
	const labels = labelsOf(stage.language);
	const scroller = element(
		'div',
		{ style: 'overflow-y: auto; display: flex; flex-direction: column-reverse;' },
		element('div', {}, loading(labels)),
	);
	scroller.addEventListener('scroll', () => {
		const above = Math.floor(-scroller.scrollTop / messageHeight) - windowSize / 2;
		scrolled(windowOfMessages(stage).all.length - windowSize - Math.max(0, above));
	});
	const composer = element(
		'div',
		{
			contenteditable: 'true',
			role: 'textbox',
			spellcheck: 'false',
			tabindex: 0,
			'aria-placeholder': labels.placeholder,
			'data-lexical-editor': 'true',
		},
		element('p', { dir: 'auto' }, element('br')),
	);
	const thread = element(
		'div',
		{ 'data-stand-in': 'thread' },
		header(stage, chat, labels),
		element('div', { 'data-pagelet': 'IGDMessagesList' }, scroller),
		element('div', { 'data-pagelet': 'IGDComposerForCannes' }, composer),
		element('div', { 'data-pagelet': 'IGDNewMessageAnnouncementForScreenReaders' }),
	);
	label(thread, fill(labels.conversationWith, { name: chat.name }));
	return thread;
}

export function drawMessages(stage: Stage, chat: StageChat, thread: HTMLElement): void {
	const labels = labelsOf(stage.language);
	const list = thread.querySelector<HTMLElement>('[data-pagelet="IGDMessagesList"] > div > div');
	if (!list) throw new Error('the thread has no list');
	const { messages, all, start } = windowOfMessages(stage);
	const now = Date.now();
	const items = messages.map((message, index) => {
		const inner = (): HTMLElement[] => slotContent(stage, chat, all, start + index, now, labels);
		return {
			key: message.id,
			look: JSON.stringify([message, inner().map((part) => part.outerHTML.length)]),
			make: () =>
				element(
					'div',
					{},
					element('div', { style: 'opacity: 1;' }, element('div', {}, ...inner())),
				),
			refill: (outer: HTMLElement) => refillSlot(outer, inner()),
		};
	});
	const above = Array.from({ length: Math.min(start, placeholders) }, () =>
		element(
			'div',
			{},
			element('div', { style: `opacity: 0; height: ${(start * messageHeight) / placeholders}px;` }),
		),
	);
	const hasOlder = start > placeholders;
	// Scrolling up drops the newest from the page (2026). Guess: a box keeps their height.
	const below = all.length - start - messages.length;
	slots.show(
		list,
		items,
		[...(hasOlder ? [loading(labels)] : []), ...above],
		below > 0 ? [element('div', { style: `height: ${below * messageHeight}px;` })] : [],
	);
}

/** In place where the message's group stays, as the real page keeps it. */
function refillSlot(outer: HTMLElement, parts: HTMLElement[]): void {
	const inner = outer.firstElementChild?.firstElementChild;
	if (!inner) return;
	const known = inner.querySelector(':scope > [role="group"]');
	const next = parts.map((part) => {
		if (!known || part.getAttribute('role') !== 'group') return part;
		known.replaceChildren(...part.childNodes);
		return known;
	});
	inner.replaceChildren(...next);
}

function slotContent(
	stage: Stage,
	chat: StageChat,
	all: readonly StageMessage[],
	index: number,
	now: number,
	labels: Labels,
): HTMLElement[] {
	const message = all[index];
	if (!message) return [];
	const opensAfterPause = hasPause(all, index);
	const parts: HTMLElement[] = [];
	if (opensAfterPause) parts.push(middle(separator(message.sentAt, now, stage.language)));
	if (message.kind === 'system') {
		// Guess: what the page tells stands alone in its slot, as a separator does.
		return [...parts, middle(message.text ?? '')];
	}
	parts.push(makeMessage(stage, chat, message, placeOf(all, index), labels));
	if (message.edited) parts.push(remark(labels.edited));
	const isLast = index === all.length - 1;
	if (isLast && isMine(stage, message)) parts.push(remark(labels.seen));
	return parts;
}

function hasPause(all: readonly StageMessage[], index: number): boolean {
	const before = all[index - 1];
	const message = all[index];
	return !before || !message || message.sentAt - before.sentAt > pauseMs;
}

function placeOf(all: readonly StageMessage[], index: number): Place {
	const message = all[index];
	const before = all[index - 1];
	const after = all[index + 1];
	const continues = (one?: StageMessage, other?: StageMessage): boolean =>
		!!one && !!other && one.from === other.from && one.kind !== 'system' && other.kind !== 'system';
	return {
		isFirst: hasPause(all, index) || !continues(before, message),
		isLast: hasPause(all, index + 1) || !continues(message, after),
	};
}

function middle(text: string): HTMLElement {
	return element(
		'div',
		{ 'data-stand-in': 'middle' },
		element('div', {}, element('span', { dir: 'auto' }, text)),
	);
}

function remark(text: string): HTMLElement {
	return element('div', { 'data-stand-in': 'remark' }, element('span', { dir: 'auto' }, text));
}

function loading(labels: Labels): HTMLElement {
	const sign = icon({});
	label(sign, labels.loading);
	return element('div', { role: 'progressbar', 'data-visualcompletion': 'loading-state' }, sign);
}

/** A chat of two links the other's page; a group has no such link (2026). */
function header(stage: Stage, chat: StageChat, labels: Labels): HTMLElement {
	const other = chat.personIds[0];
	const username = chat.isGroup || other === undefined ? null : usernameOf(stage, other);
	const heading = element(
		'h2',
		{ dir: 'auto' },
		element('span', {}, element('span', { title: chat.name }, chat.name)),
	);
	const names = username
		? element(
				'a',
				{ href: `/${username}/`, role: 'link', tabindex: 0 },
				heading,
				element('span', { dir: 'auto' }, element('span', {}, username)),
			)
		: element('div', {}, heading);
	if (username) label(names, fill(labels.openProfile, { name: username }));
	const sign = (text: string): SVGElement => {
		const made = icon({});
		label(made, text);
		return made;
	};
	return element(
		'div',
		{ 'data-pagelet': 'IGDInboxHeaderOffMsys' },
		names,
		sign(labels.audioCall),
		sign(labels.videoCall),
		sign(labels.information),
	);
}
