import { cleanLabel, textOf } from '../dom';
import { shownChildren } from '../shown-order';
import type { TimeContext } from '../time/context';
import * as selectors from './selectors';
import { type Mark, readStamp } from './stamps';

/** One thing in a thread, in the order shown. */
export interface Item {
	mark: Mark;
	/** A message's element, or a line's; `null` for a break. */
	element: Element | null;
	isSystem: boolean;
}

export interface ThreadItems {
	items: Item[];
	layer: 'groups' | 'slots';
	/** Slots with something in them, whether it can be read or not. */
	slots: number;
	isLoading: boolean;
}

/** What was found, before its lines are understood. */
interface Part extends Item {
	/** A line's text. */
	text: string | null;
	slot: Slot | null;
}

interface Slot {
	/** A message, or more than a line: the card about the other one at the start of a chat. */
	isTaken: boolean;
	lines: number;
}

interface Parts {
	parts: Part[];
	layer: 'groups' | 'slots';
	slots: number;
	isLoading: boolean;
}

/**
 * Messages, separators and lines of their own, in the order shown. A line in the slot
 * of a message is its separator or a remark ("Seen"), a line in a slot without one is
 * the page telling what happened. `contextOf` gets the texts of all lines outside of
 * messages, which tell the order of day and month.
 */
export function readItems(root: Element, contextOf: (lines: string[]) => TimeContext): ThreadItems {
	const shown = collect(root, true);
	const time = contextOf(shown.parts.flatMap(({ text }) => text ?? []));
	const items = understand(shown.parts, time);
	if (!isUpsideDown(items)) return { ...shown, items };
	const plain = collect(root, false);
	return { ...plain, items: understand(plain.parts, time) };
}

function collect(root: Element, followsStyle: boolean): Parts {
	const layer = root.querySelector(selectors.message) ? 'groups' : 'slots';
	const parts: Part[] = [];
	let slots = 0;
	let isLoading = false;
	const visit = (element: Element, slot: Slot | null): void => {
		let inside = slot;
		if (element.matches(selectors.slot) && element !== root) {
			if (isHidden(element)) return void parts.push(part('break', null, slot));
			inside = { isTaken: false, lines: 0 };
			if (element.textContent !== '') slots += 1;
			if (layer === 'slots' && hasContent(element)) {
				for (const line of remarksOf(element))
					parts.push(linePart(line, { isTaken: true, lines: 1 }));
				return void parts.push(part('message', element, slot));
			}
		}
		if (layer === 'groups' && element.matches(selectors.message)) {
			if (inside) inside.isTaken = true;
			return void parts.push(part('message', element, inside));
		}
		if (element.matches(selectors.loading)) {
			isLoading = true;
			return void parts.push(part('older', element, slot));
		}
		if (inside && element.matches(selectors.cardPart)) inside.isTaken = true;
		if (element.matches(selectors.line)) return void parts.push(linePart(element, inside));
		for (const child of shownChildren(element, followsStyle)) visit(child, inside);
	};
	visit(root, null);
	return { parts, layer, slots, isLoading };
}

function part(is: 'break' | 'message' | 'older', element: Element | null, slot: Slot | null): Part {
	return { mark: { is }, element, isSystem: false, text: null, slot };
}

function linePart(line: Element, slot: Slot | null): Part {
	const text = cleanLabel(textOf(line));
	return { mark: { is: 'message' }, element: line, isSystem: true, text, slot };
}

/**
 * Separators become stamps. Other lines stay where they are all that their slot has, and
 * a message follows: at the end stand "Seen" and "Typing", which come and go.
 */
function understand(parts: readonly Part[], time: TimeContext): Item[] {
	const moments = parts.map(({ text }) => (text === null ? null : readStamp(text, time)));
	const last = parts.findLastIndex(({ mark, isSystem }) => mark.is === 'message' && !isSystem);
	for (const [index, { slot, isSystem, text }] of parts.entries()) {
		if (slot && isSystem && text !== '' && !moments[index]) slot.lines += 1;
	}
	const items: Item[] = [];
	for (const [index, { mark, element, isSystem, text, slot }] of parts.entries()) {
		const moment = moments[index];
		if (text !== null && moment) {
			items.push({ mark: { is: 'stamp', text, moment }, element, isSystem: false });
			continue;
		}
		const isOwnLine = text !== '' && slot !== null && !slot.isTaken && slot.lines === 1;
		if (!isSystem || (isOwnLine && index < last)) items.push({ mark, element, isSystem });
	}
	return items;
}

/**
 * The scroller's reversed column (2026-04-23) holds one box on the page that was seen.
 * Where a variant leaves that box out, the separators tell which end is the older one,
 * else the sign that older messages are on their way.
 */
function isUpsideDown(items: readonly Item[]): boolean {
	const times = items.flatMap(({ mark }) => (mark.is === 'stamp' ? [mark.moment.from ?? 0] : []));
	const steps = times.slice(1).map((time, index) => Math.sign(time - (times[index] ?? time)));
	const balance = steps.reduce((sum, step) => sum + step, 0);
	if (balance !== 0) return balance < 0;
	const older = items.findIndex(({ mark }) => mark.is === 'older');
	const first = items.findIndex(({ mark }) => mark.is === 'message');
	return older >= 0 && first >= 0 && older > first;
}

function isHidden(element: Element): boolean {
	return /(?:^|[;\s])opacity:\s*0(?![.\d])/u.test(element.getAttribute('style') ?? '');
}

function hasContent(slot: Element): boolean {
	return (
		slot.querySelector(`${selectors.payload}, ${selectors.bubble}, ${selectors.paragraph}`) !== null
	);
}

/** Lines of a slot outside of its message's content: the separator is one. */
function remarksOf(slot: Element): Element[] {
	return [...slot.querySelectorAll(selectors.line)].filter(
		(line) =>
			!line.closest(`${selectors.payload}, ${selectors.bubble}, ${selectors.button}`) &&
			!line.querySelector(selectors.paragraph),
	);
}
