import type { Network } from '../model';
import * as whatsapp from '../networks/whatsapp/selectors';

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
			piece: whatsapp.pieceMessage,
			unless: '#app, #main, #pane-side',
			around: [{ id: 'app' }, { id: 'main' }],
		},
		{
			name: 'piece-placed-in-chat-list',
			piece: whatsapp.pieceRow,
			unless: '#app, #main, #pane-side',
			around: [{ id: 'app' }, { id: 'side' }, { id: 'pane-side' }],
		},
	],
	messenger: [
		{
			name: 'piece-placed-in-main',
			piece: '[role="log"], [role="grid"] [data-scope="messages_table"]',
			unless: '[role="main"]',
			around: [{ role: 'main' }],
		},
		{
			name: 'piece-placed-in-thread',
			piece: '[data-message-id], [role="article"]',
			// Ids of the same form are in Business Suite, which is no Messenger.
			unless: '[role="log"], [role="main"], [data-utime], [data-surface]',
			around: [{ role: 'main' }, { role: 'log' }],
		},
		{
			name: 'piece-placed-in-thread-of-2025',
			piece: '[role="row"] [data-scope="messages_table"], [id^="mid.$"]',
			unless: '[role="grid"], [role="log"], [role="main"]',
			around: [{ role: 'main' }, { role: 'grid' }],
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
			name: 'piece-placed-in-conversation',
			piece: '[data-pagelet="IGDMessagesList"]',
			unless: '[data-pagelet="IGDInboxHeaderOffMsys"], [role="navigation"], [role="textbox"]',
			around: [{}],
		},
		{
			name: 'piece-placed-in-list-column',
			piece: '[data-pagelet="IGDInboxThreadListScrollableAreaPagelet"]',
			unless: '[role="navigation"]',
			around: [{ role: 'navigation' }],
		},
		{
			name: 'piece-placed-in-thread',
			piece: '[role="group"][tabindex="-1"]',
			unless: '[data-pagelet], [role="navigation"], [role="textbox"]',
			around: [{ 'data-pagelet': 'IGDMessagesList' }],
		},
		{
			name: 'piece-placed-in-chat-list',
			piece: '[role="button"] abbr, :not(li) > [role="button"] span[title]',
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
		const isFramed = [...document.querySelectorAll(frame.unless)].some(
			(around) => !added.some((one) => one.contains(around)) && holds(around, frame.piece),
		);
		const placed = [...document.body.children].filter(
			(root) => roots.includes(root) || !isMarked(root, network),
		);
		const [first] = placed;
		if (roots.length === 0 || !first || isFramed) return [];
		const outermost = document.createElement('div');
		let inner = outermost;
		frame.around.forEach((attributes, depth) => {
			if (depth > 0) inner = inner.appendChild(document.createElement('div'));
			for (const [name, value] of Object.entries(attributes)) inner.setAttribute(name, value);
		});
		added.push(outermost);
		first.before(outermost);
		inner.append(...placed);
		return [frame.name];
	});
}

/** Whether it has a place of its own; what has none, as the time between two messages, goes with the piece. */
function isMarked(root: Element, network: Network): boolean {
	return frames[network].some(({ piece, unless }) => holds(root, piece) || holds(root, unless));
}

function holds(root: Element, selector: string): boolean {
	return root.matches(selector) || root.querySelector(selector) !== null;
}
