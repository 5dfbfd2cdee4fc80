import { cleanLabel, textOf } from '../dom';
import type { TimeContext } from '../time';
import { inShownOrder } from './order';
import { selectors } from './selectors';
import { type Mark, readStamp } from './stamps';

/** One thing in a thread, in the order shown. */
export interface Item {
	mark: Mark;
	/** A message's element, or a line's; `null` for a break. */
	element: Element | null;
	isSystem: boolean;
}

/** One element per message: its group, or its slot where groups are gone. */
export function messageElements(root: Element): { elements: Element[]; layer: string } {
	const groups = [...root.querySelectorAll(selectors.message)].filter(
		(group) => !isWithin(group, selectors.message, root) && !isPlaceholder(group, root),
	);
	if (groups.length > 0) return { elements: groups, layer: 'groups' };
	const slots = [...root.querySelectorAll(selectors.slot)].filter(
		(slot) =>
			!isPlaceholder(slot, root) &&
			slot.querySelector(`${selectors.payload}, ${selectors.bubble}, ${selectors.paragraph}`),
	);
	return {
		elements: slots.filter(
			(slot) => !slots.some((other) => other !== slot && other.contains(slot)),
		),
		layer: 'slots',
	};
}

/**
 * Messages, separators and lines of their own, in the order shown. A line in the slot
 * of a message is its separator or a remark ("Seen"), a line in a slot without one is
 * the page telling what happened.
 */
export function readItems(root: Element, messages: readonly Element[], time: TimeContext): Item[] {
	const isOfMessage = (element: Element): boolean =>
		messages.some((message) => message !== element && message.contains(element));
	const placeholders = [...root.querySelectorAll(selectors.slot)].filter(
		(slot) => isHidden(slot) && !isOfMessage(slot),
	);
	const lines = [...root.querySelectorAll(selectors.line)].filter(
		(line) =>
			!isWithin(line, selectors.line, root) &&
			!isPlaceholder(line, root) &&
			!isWithin(line, selectors.loading, root),
	);
	const isBySlots = messages.some((message) => !message.matches(selectors.message));
	const outside = lines.filter((line) => (isBySlots ? !isInContent(line) : !isOfMessage(line)));
	const items: Item[] = [];
	for (const element of inShownOrder(root, sorted([...messages, ...placeholders, ...outside]))) {
		if (messages.includes(element)) {
			items.push({ mark: { is: 'message' }, element, isSystem: false });
		} else if (placeholders.includes(element)) {
			items.push({ mark: { is: 'break' }, element: null, isSystem: false });
		} else {
			const text = cleanLabel(textOf(element));
			const moment = readStamp(text, time);
			if (moment) items.push({ mark: { is: 'stamp', text, moment }, element, isSystem: false });
			else if (text !== '' && !isBySlots && !hasMessage(slotOf(element, root), messages)) {
				items.push({ mark: { is: 'message' }, element, isSystem: true });
			}
		}
	}
	return isBySlots ? stampsBeforeTheirSlot(items) : items;
}

/** In a slot that stands for its message, the separator comes inside it, that is after it here. */
function stampsBeforeTheirSlot(items: Item[]): Item[] {
	const moved = [...items];
	for (let index = 1; index < moved.length; index += 1) {
		const before = moved[index - 1];
		const item = moved[index];
		if (item?.mark.is !== 'stamp' || before?.mark.is !== 'message') continue;
		if (!item.element || !before.element?.contains(item.element)) continue;
		moved[index - 1] = item;
		moved[index] = before;
	}
	return moved;
}

/** Slots with something in them, whether it can be read or not. */
export function drawnSlots(root: Element): number {
	return [...root.querySelectorAll(selectors.slot)].filter(
		(slot) => !isHidden(slot) && slot.textContent !== '',
	).length;
}

function isHidden(element: Element): boolean {
	return /(?:^|[;\s])opacity:\s*0(?![.\d])/u.test(element.getAttribute('style') ?? '');
}

function isPlaceholder(element: Element, root: Element): boolean {
	for (let slot = element.closest(selectors.slot); slot && root.contains(slot); ) {
		if (isHidden(slot)) return true;
		slot = slot.parentElement?.closest(selectors.slot) ?? null;
	}
	return false;
}

/** The slot around a line; without inline opacity, the largest box that holds no other line's. */
function slotOf(line: Element, root: Element): Element {
	const slot = line.closest(selectors.slot);
	return slot && root.contains(slot) && slot !== root ? slot : (line.parentElement ?? line);
}

function hasMessage(slot: Element, messages: readonly Element[]): boolean {
	return messages.some((message) => slot.contains(message) || message.contains(slot));
}

function isInContent(line: Element): boolean {
	return (
		line.closest(`${selectors.payload}, ${selectors.button}`) !== null ||
		line.querySelector(selectors.paragraph) !== null
	);
}

function isWithin(element: Element, selector: string, root: Element): boolean {
	const around = element.parentElement?.closest(selector);
	return !!around && around !== root && root.contains(around);
}

function sorted(elements: Element[]): Element[] {
	return elements.sort((one, other) =>
		one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
	);
}
