/** What a search finds stands in the same grid, under titles that are rows too (2026-07). */
import { element } from '../elements';
import { listedChats, type Stage, type StageChat } from '../stage';
import { labelLate } from './late-labels';
import { rowContent } from './list-row';
import { wordsOf } from './words';

const rowHeight = 76;

export function drawFound(stage: Stage, grid: HTMLElement, wanted: string): void {
	const words = wordsOf(stage.language);
	const chats = listedChats(stage);
	const named = chats.filter((chat) => chat.name.toLowerCase().includes(wanted));
	const rows = [
		titleRow(words.found[0]),
		...named.map((chat) => chatRow(stage, chat)),
		titleRow(words.found[1]),
		...chats.flatMap((chat) => hitRows(stage, chat, wanted)),
	];
	for (const [index, row] of rows.entries()) {
		row.setAttribute('data-testid', `list-item-${index}`);
		row.setAttribute(
			'style',
			`z-index: ${1_000_000 - index}; transition: none; height: ${rowHeight}px; transform: translateY(${index * rowHeight}px);`,
		);
	}
	grid.setAttribute('aria-rowcount', String(rows.length));
	grid.setAttribute('style', `height: ${rows.length * rowHeight}px;`);
	grid.replaceChildren(...rows);
	labelLate(grid, words.search);
}

function titleRow(title: string): HTMLElement {
	const text = element('div', {});
	text.textContent = title;
	return element('div', { role: 'row' }, element('div', { role: 'gridcell' }, text));
}

function chatRow(stage: Stage, chat: StageChat): HTMLElement {
	return element('div', { role: 'row' }, rowContent(stage, chat));
}

/** A hit looks like a chat whose last message it is. */
function hitRows(stage: Stage, chat: StageChat, wanted: string): HTMLElement[] {
	return chat.messages
		.filter((message) => !message.unsent && message.text?.toLowerCase().includes(wanted))
		.map((message) => chatRow(stage, { ...chat, messages: [message] }));
}
