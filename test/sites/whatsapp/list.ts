/** The chat list: only the rows near the view exist, placed by offset. */
import { element } from '../elements';
import { listedChats, type Stage, type StageChat } from '../stage';
import type { AppFrame } from './frame';
import { labelLate } from './late-labels';
import { rowContent, rowFacts } from './list-row';
import { drawFound } from './search';
import { wordsOf } from './words';

const rowHeight = 76;
const aboveView = 4;
const windowSize = 20;

/** Rows by scenario id; kept and filled anew where a chat changes. */
const rows = new Map<string, { row: HTMLElement; drawn: string }>();

export function drawList(stage: Stage, { pane, grid, search }: AppFrame): void {
	if (search.value.trim() !== '') {
		forgetRows();
		drawFound(stage, grid, search.value.trim().toLowerCase());
		return;
	}
	if (rows.size === 0) grid.replaceChildren();
	const chats = listedChats(stage);
	grid.setAttribute('aria-rowcount', String(chats.length));
	grid.setAttribute('style', `height: ${chats.length * rowHeight}px;`);
	labelLate(grid, wordsOf(stage.language).chatList);
	if (stage.listScroll !== null) showFrom(pane, stage.listScroll);
	const first = Math.max(0, (stage.listScroll ?? 0) - aboveView);
	const shown = chats.slice(first, first + windowSize);
	for (const [id, { row }] of rows) {
		if (shown.some((chat) => chat.id === id)) continue;
		row.remove();
		rows.delete(id);
	}
	for (const [offset, chat] of shown.entries()) placeRow(stage, grid, chat, first + offset);
}

/** The tree's order is the order of making; the view's order is the offset (2026-08-12). */
function placeRow(stage: Stage, grid: HTMLElement, chat: StageChat, index: number): void {
	const facts = JSON.stringify(rowFacts(stage, chat));
	const known = rows.get(chat.id);
	const row = known?.row ?? makeRow(chat.id);
	if (known?.drawn !== facts) {
		row.replaceChildren(rowContent(stage, chat));
		rows.set(chat.id, { row, drawn: facts });
	}
	row.setAttribute('data-testid', `list-item-${index}`);
	row.setAttribute(
		'style',
		`z-index: ${1_000_000 - index}; transition: none; height: ${rowHeight}px; transform: translateY(${index * rowHeight}px);`,
	);
	if (row.parentElement !== grid) grid.append(row);
}

function makeRow(chatId: string): HTMLElement {
	const row = element('div', { role: 'row' });
	row.addEventListener('click', () => void window.site.act({ do: 'open', chatId }));
	return row;
}

/** A fresh page has no rows. */
export function forgetRows(): void {
	rows.clear();
}

/** Scenario ids of the rows there are, as they stand. */
export function shownRows(stage: Stage): string[] {
	return listedChats(stage)
		.map((chat) => chat.id)
		.filter((id) => rows.has(id));
}

/** The person's own scrolling and searching. */
export function followPerson(stage: Stage, frame: AppFrame): void {
	frame.search.addEventListener('input', () => drawList(stage, frame));
	frame.pane.addEventListener('scroll', () => {
		const first = Math.floor(frame.pane.scrollTop / rowHeight);
		if (Math.abs(first - (stage.listScroll ?? 0)) < 2) return;
		stage.listScroll = first;
		drawList(stage, frame);
	});
}

function showFrom(pane: HTMLElement, index: number): void {
	const top = index * rowHeight;
	if (Math.abs(pane.scrollTop - top) >= rowHeight * 2) pane.scrollTop = top;
}
