/** The list: rows outside the window do not exist. */
import { element } from '../elements';
import { listedChats, type Stage, type StageChat } from '../stage';
import { drawChatRow } from './chat-row';
import { look, rowHeight } from './look';
import { wordsOf } from './words';

const windowSize = 16;

export interface DrawnList {
	root: HTMLElement;
	scroller: HTMLElement;
	body: HTMLElement;
	rows: Map<string, { row: HTMLElement; drawnFrom: string }>;
	shown: string[];
}

export function makeList(stage: Stage): DrawnList {
	const words = wordsOf(stage.language);
	const body = element('div');
	const grid = element('div', { 'aria-label': words.chats, role: 'grid' }, body);
	const scroller = element('div', { class: look('list') }, grid);
	const root = element(
		'div',
		{ class: look('side'), 'aria-label': words.threadList, role: 'navigation' },
		element('h1', { class: look('sideHead'), dir: 'auto' }, document.createTextNode(words.chats)),
		element('div', { class: look('search') }, document.createTextNode(words.search)),
		scroller,
	);
	return { root, scroller, body, rows: new Map(), shown: [] };
}

export function updateList(stage: Stage, list: DrawnList, open: (chat: StageChat) => void): void {
	const chats = listedChats(stage);
	const first = Math.max(0, Math.min(stage.listScroll ?? 0, chats.length - windowSize));
	const shown = chats.slice(first, first + windowSize);
	list.shown = shown.map(({ id }) => id);
	list.body.style.paddingTop = `${first * rowHeight}px`;
	list.body.style.paddingBottom = `${(chats.length - first - shown.length) * rowHeight}px`;
	for (const [id, { row }] of list.rows) {
		if (list.shown.includes(id)) continue;
		row.remove();
		list.rows.delete(id);
	}
	shown.forEach((chat, index) => {
		const drawnFrom = signature(stage, chat);
		const known = list.rows.get(chat.id);
		const row =
			known?.drawnFrom === drawnFrom ? known.row : drawChatRow(stage, chat, () => open(chat));
		if (known && known.row !== row) known.row.remove();
		if (list.body.children[index] !== row)
			list.body.insertBefore(row, list.body.children[index] ?? null);
		list.rows.set(chat.id, { row, drawnFrom });
	});
}

/** Where the first drawn row lies. */
export function windowTop(list: DrawnList): number {
	return Number.parseInt(list.body.style.paddingTop, 10) || 0;
}

/** The row at the top of the visible part. */
export function firstVisible(list: DrawnList): number {
	return Math.floor(list.scroller.scrollTop / rowHeight);
}

function signature(stage: Stage, chat: StageChat): string {
	const minute = Math.floor(Date.now() / 60_000);
	const last = chat.messages.at(-1);
	return JSON.stringify([
		stage.language,
		chat.unread,
		chat.muted,
		chat === stage.openChat,
		minute,
		last,
	]);
}
