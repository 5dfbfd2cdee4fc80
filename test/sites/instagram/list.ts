import { element, icon } from '../elements';
import {
	isMine,
	lastActivity,
	lastMessage,
	listedChats,
	personOf,
	type Stage,
	type StageChat,
} from '../stage';
import { KeyedList } from './keyed';
import { fill, type Labels, labelsOf } from './labels';
import { label } from './late';
import { pictureOf, picturesOf, usernameOf } from './people';
import { rowTime } from './times';

/** Rows in the page at once: 10 of 15 known chats were mounted on 2026-04-23. */
const windowSize = 16;
const rowHeight = 72;

/** Chats come from the server in pages: 15 in the first on 2026-04-23; two of them here. */
const firstPage = 30;
const nextPage = 15;
const pageMs = 300;

const rows = new KeyedList();
let loaded = firstPage;
let isLoading = false;

export function forgetRows(): void {
	rows.forget();
	loaded = firstPage;
}

/** The chats whose rows exist now, in visual order. */
export function windowOfChats(stage: Stage): { chats: StageChat[]; start: number; total: number } {
	loaded = Math.max(loaded, (stage.listScroll ?? 0) + windowSize);
	const all = listedChats(stage).slice(0, loaded);
	const start = Math.max(0, Math.min(stage.listScroll ?? 0, all.length - windowSize));
	return { chats: all.slice(start, start + windowSize), start, total: all.length };
}

/** Column with heading, tabs, search and the empty scroll area of the chats (2026-04-23). */
export function makeColumn(stage: Stage, scrolled: (first: number) => void): HTMLElement {
	const labels = labelsOf(stage.language);
	const area = element('div', { 'data-pagelet': 'IGDInboxThreadListScrollableAreaPagelet' });
	area.addEventListener('scroll', () => scrolled(Math.floor(area.scrollTop / rowHeight) - 2));
	const switcher = element(
		'div',
		{ role: 'button', tabindex: 0 },
		element('h2', { dir: 'auto' }, element('span', {}, usernameOf(stage, stage.me.id))),
		icon({ 'aria-label': 'Down chevron icon', role: 'img' }),
	);
	const newMessage = element(
		'div',
		{ role: 'button', tabindex: 0 },
		icon({ 'aria-label': labels.newMessage }),
	);
	const tab = (text: string, selected: boolean): HTMLElement =>
		element('div', { role: 'tab', 'aria-selected': String(selected), tabindex: 0 }, text);
	const column = element(
		'div',
		{ role: 'navigation', 'data-stand-in': 'column' },
		element('div', { 'data-stand-in': 'top' }, switcher, newMessage),
		element(
			'div',
			{ role: 'tablist' },
			tab(labels.primary, true),
			tab(labels.general, false),
			tab(labels.requests, false),
		),
		element('input', { name: 'searchInput', placeholder: labels.search, autocomplete: 'off' }),
		area,
	);
	label(column, labels.threadList);
	return column;
}

/** Before the first row the area is there and empty but for grey bars (2026, one reader). */
export function drawSkeleton(column: HTMLElement): void {
	const bars = [1, 2, 3, 4, 5].map(() => element('div', { 'data-stand-in': 'skeleton' }));
	areaOf(column).replaceChildren(...bars);
}

export function drawRows(stage: Stage, column: HTMLElement): void {
	const labels = labelsOf(stage.language);
	const { chats, start, total } = windowOfChats(stage);
	const now = Date.now();
	const items = chats.map((chat) => {
		const fillRow = (outer: HTMLElement): void => {
			const button = outer.firstElementChild;
			if (button instanceof HTMLElement) drawRow(stage, chat, button, labels, now);
		};
		return {
			key: chat.id,
			look: lookOf(stage, chat, now, labels),
			make: () => {
				const button = element('div', { role: 'button', tabindex: 0, 'data-stand-in': 'row' });
				button.addEventListener(
					'click',
					() => void window.site.act({ do: 'open', chatId: chat.id }),
				);
				const outer = element('div', { style: 'opacity: 1;' }, button);
				fillRow(outer);
				return outer;
			},
			refill: fillRow,
		};
	});
	// Rows outside the window do not exist. Guess: boxes of their height keep the scroll bar.
	const above = element('div', { style: `height: ${start * rowHeight}px;` });
	const below = element('div', {
		style: `height: ${(total - start - chats.length) * rowHeight}px;`,
	});
	const isEnd = start + chats.length >= total && total < listedChats(stage).length;
	const spinner = element('div', { role: 'progressbar' });
	rows.show(
		areaOf(column),
		items,
		[notes(stage, labels), above],
		isEnd ? [below, spinner] : [below],
	);
	if (isEnd) loadMore(stage, column);
}

/** Once the end of what is loaded comes near, the next page is on its way. */
function loadMore(stage: Stage, column: HTMLElement): void {
	if (isLoading) return;
	isLoading = true;
	setTimeout(() => {
		isLoading = false;
		loaded += nextPage;
		if (column.isConnected) drawRows(stage, column);
	}, pageMs);
}

function areaOf(column: HTMLElement): HTMLElement {
	const area = column.querySelector<HTMLElement>('[data-pagelet]');
	if (!area) throw new Error('the column has no scroll area');
	return area;
}

/** Notes stand above the rows in moved list items; they are no chats (2026-04-23). */
function notes(stage: Stage, labels: Labels): HTMLElement {
	const note = (index: number, text: string, person: string): HTMLElement =>
		element(
			'li',
			{ style: `transform: translateX(${16 + index * 96}px);`, tabindex: -1 },
			element(
				'div',
				{ role: 'button', tabindex: 0 },
				picture(person),
				element('span', { dir: 'auto' }, text),
			),
		);
	return element('ul', {}, note(0, labels.yourNote, stage.me.id));
}

function picture(person: string): HTMLElement {
	return element('img', { alt: 'user-profile-picture', src: pictureOf(person) });
}

function lookOf(stage: Stage, chat: StageChat, now: number, labels: Labels): string {
	return JSON.stringify([
		chat.name,
		previewOf(stage, chat, labels),
		rowTime(lastActivity(chat), now, stage.language, labels),
		chat.unread,
		chat.muted,
		stage.openChat === chat,
	]);
}

function drawRow(
	stage: Stage,
	chat: StageChat,
	button: HTMLElement,
	labels: Labels,
	now: number,
): void {
	if (stage.openChat === chat) button.setAttribute('aria-pressed', 'true');
	else button.removeAttribute('aria-pressed');
	const name = element('span', { title: chat.name }, chat.name);
	const time = rowTime(lastActivity(chat), now, stage.language, labels);
	const abbr = element('abbr', {}, element('span', {}, time.text));
	label(abbr, time.label);
	const last = lastMessage(chat);
	const unread =
		chat.unread &&
		element('span', { 'data-visualcompletion': 'ignore' }, element('div', {}, labels.unread));
	const muted = icon({ role: 'img' });
	label(muted, labels.muted);
	button.replaceChildren(
		element('div', {}, ...picturesOf(chat).map(picture)),
		element(
			'div',
			{ 'data-stand-in': 'lines' },
			element('div', {}, element('span', { dir: 'auto' }, element('span', {}, name))),
			element(
				'div',
				{ 'data-stand-in': 'grey' },
				element('span', { dir: 'auto' }, element('span', {}, previewOf(stage, chat, labels))),
				last && element('span', { 'aria-hidden': 'true' }, ' · '),
				last && element('span', { dir: 'auto' }, element('span', {}, abbr)),
			),
		),
		...(unread ? [unread] : []),
		...(chat.muted ? [muted] : []),
	);
}

/**
 * The newest message, "You: " before an own one; several unread ones as their number,
 * "4+" from four on. Generated lines for what is no text (2026-04-23).
 */
function previewOf(stage: Stage, chat: StageChat, labels: Labels): string {
	if (typeof chat.unread === 'number' && chat.unread > 1) {
		const n = chat.unread >= 4 ? '4+' : String(chat.unread);
		return fill(labels.newMessages, { n });
	}
	const last = lastMessage(chat);
	if (!last) return '';
	const sender = isMine(stage, last) ? stage.me.name : personOf(stage, last.from).name;
	if (last.kind !== 'text' && last.kind !== 'system') {
		return fill(labels.sentAttachment, { name: sender });
	}
	const text = last.text ?? '';
	return isMine(stage, last) && last.kind === 'text' ? `${labels.you}${text}` : text;
}
