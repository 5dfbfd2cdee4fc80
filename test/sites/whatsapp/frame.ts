/** The page around list and chat: boot shell, columns, the pairing page. */
import { element, icon } from '../elements';
import { labelLate } from './late-labels';
import { styleSheet } from './style';
import type { Words } from './words';

/** Until the app is there (2026-09-21). */
export function bootShell(words: Words): HTMLElement {
	return element(
		'div',
		{ id: 'wa_web_initial_startup' },
		element('div', {}, element('span', {}, icon({ width: 250, height: 52 }))),
		element('div', {}, document.createTextNode('WhatsApp')),
		element('div', {}, element('progress', { value: 0, max: 100, dir: 'ltr' })),
		element('div', {}, element('span', {}, icon()), document.createTextNode(` ${words.encrypted}`)),
	);
}

export interface AppFrame {
	app: HTMLElement;
	/** Scroller of the list. */
	pane: HTMLElement;
	grid: HTMLElement;
	search: HTMLInputElement;
	/** Where the open chat comes and goes. */
	columns: HTMLElement;
}

export function appFrame(words: Words): AppFrame {
	const grid = labelLate(element('div', { role: 'grid', 'aria-rowcount': 0 }), words.chatList);
	const pane = element(
		'div',
		{ id: 'pane-side', 'data-scrolltracepolicy': 'wa.web.chatlist' },
		element(
			'button',
			{ 'data-testid': 'chatlist-panel-archived-button' },
			element('span', { 'data-icon': 'archive-refreshed' }),
			document.createTextNode(words.archived),
		),
		element(
			'div',
			{ tabindex: 0, 'data-tab': 4 },
			element('div', { tabindex: -1, 'data-testid': 'chat-list' }, grid),
		),
	);
	const search = document.createElement('input');
	const side = element('div', { id: 'side' }, searchBar(search, words), filterBar(words), pane);
	const columns = element('div', { class: 'app-wrapper-web' }, side);
	return { app: element('div', { id: 'app' }, columns), pane, grid, search, columns };
}

function searchBar(field: HTMLInputElement, words: Words): HTMLElement {
	for (const [name, value] of Object.entries({ role: 'textbox', type: 'text', 'data-tab': '3' })) {
		field.setAttribute(name, value);
	}
	field.placeholder = words.search;
	return element(
		'div',
		{ tabindex: -1, 'data-testid': 'chat-list-search-container' },
		labelLate(field, words.search),
	);
}

function filterBar({ filters }: Words): HTMLElement {
	return element(
		'div',
		{ role: 'tablist', 'aria-label': 'chat-list-filters' },
		...filters.map((name, index) =>
			element(
				'button',
				{ role: 'tab', 'aria-selected': String(index === 0), 'data-testid': 'filter-button' },
				document.createTextNode(name),
			),
		),
	);
}

/** Signed out (composed 2026): the code's own attribute holds an invented secret. */
export function pairingPage(words: Words): HTMLElement {
	const canvas = element('canvas', { role: 'img', width: 228, height: 228 });
	return element(
		'div',
		{ id: 'app' },
		element(
			'div',
			{ class: 'app-wrapper-web landing' },
			element(
				'div',
				{},
				element('div', {}, document.createTextNode('WhatsApp Web')),
				element(
					'div',
					{ 'data-ref': '2@invented,invented,invented' },
					labelLate(canvas, words.scan),
				),
				element('div', { role: 'button', tabindex: 0 }, element('span', {})),
			),
		),
	);
}

export function addStyle(): void {
	if (document.querySelector('style')) return;
	const style = document.createElement('style');
	style.textContent = styleSheet;
	document.head.append(style);
}
