import type { Network } from '../model';
import { pieces as whatsapp } from '../networks/whatsapp/selectors';

/** A piece of a page that stands alone, and the smallest surroundings its reader knows it in. */
interface Frame {
	/** Said among the problems of the reading. */
	name: string;
	piece: string;
	/** Surroundings that are there already. */
	unless: string;
	/** Outermost first. */
	around: readonly Record<string, string>[];
}

/** From the page structures as documented in September 2026. */
const frames: Record<Network, readonly Frame[]> = {
	whatsapp: [
		{
			name: 'piece-placed-in-open-chat',
			piece: whatsapp.message,
			unless: '#app, #main, #pane-side',
			around: [{ id: 'app' }, { id: 'main' }],
		},
		{
			name: 'piece-placed-in-chat-list',
			piece: whatsapp.row,
			unless: '#app, #main, #pane-side',
			around: [{ id: 'app' }, { id: 'side' }, { id: 'pane-side' }],
		},
	],
	messenger: [
		{
			name: 'piece-placed-in-thread',
			piece: '[role="article"] [data-message-id]',
			unless: '[role="log"]',
			around: [{ role: 'main' }, { role: 'log' }],
		},
		{
			name: 'piece-placed-in-main',
			piece: '[role="log"]',
			unless: '[role="main"]',
			around: [{ role: 'main' }],
		},
		{
			name: 'piece-placed-in-chat-list',
			piece: '[role="row"] a[href*="/t/"]',
			unless: '[role="navigation"], [role="dialog"]',
			around: [{ role: 'navigation' }, { role: 'grid' }],
		},
	],
	instagram: [
		{
			name: 'piece-placed-in-thread',
			piece: '[role="group"][tabindex="-1"]',
			unless: '[data-pagelet]',
			around: [{ 'data-pagelet': 'IGDMessagesList' }],
		},
		{
			name: 'piece-placed-in-chat-list',
			piece: '[role="button"] abbr',
			unless: '[data-pagelet], [role="navigation"]',
			around: [
				{ role: 'navigation' },
				{ 'data-pagelet': 'IGDInboxThreadListScrollableAreaPagelet' },
			],
		},
	],
};

/**
 * Puts pieces of a saved page into the frame that they were cut from, as elements
 * without any text. Returns the names of the frames that were added.
 */
export function framePieces(document: Document, network: Network): string[] {
	const added: Element[] = [];
	return frames[network].flatMap((frame) => {
		const roots = [...document.body.children].filter(
			(root) => holds(root, frame.piece) && !holds(root, frame.unless),
		);
		const [first] = roots;
		const isFramed = [...document.querySelectorAll(frame.unless)].some(
			(around) => !added.some((one) => one.contains(around)) && holds(around, frame.piece),
		);
		if (!first || isFramed) return [];
		const outermost = document.createElement('div');
		let inner = outermost;
		frame.around.forEach((attributes, depth) => {
			if (depth > 0) inner = inner.appendChild(document.createElement('div'));
			for (const [name, value] of Object.entries(attributes)) inner.setAttribute(name, value);
		});
		added.push(outermost);
		first.before(outermost);
		inner.append(...roots);
		return [frame.name];
	});
}

function holds(root: Element, selector: string): boolean {
	return root.matches(selector) || root.querySelector(selector) !== null;
}
