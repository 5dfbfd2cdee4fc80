import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownMessage, Spot } from '@/lib/model';

/** Where an opened chat is shown first: its end, a message, or where new ones begin. */
export type ChatStart = { at: 'end' } | { at: 'found' | 'unread' | 'left'; key: string };

interface Shown {
	messages: readonly ShownMessage[];
	hasOlder: boolean;
	hasNewer: boolean;
	isLoading: boolean;
	start: ChatStart;
}

interface Wishes {
	onOlder: () => void;
	onNewer: () => void;
	onLeave?: (left: Spot | null) => void;
}

/** How near to its end a list still counts as being at its end. */
const nearEnd = 40;
/** What comes next is asked for so long before it is seen. */
const ahead = 1_200;

/**
 * Keeps what is read in its place: whatever comes or goes above or below it, the message at
 * the top of the view stays where it is; at the end, the end stays in view. Browsers do this
 * too, but not at the very top, and each a little differently.
 */
export function useChatScroll(
	scroller: RefObject<HTMLElement | null>,
	{ messages, hasOlder, hasNewer, isLoading, start }: Shown,
	{ onOlder, onNewer, onLeave }: Wishes,
) {
	const [isAtEnd, setAtEnd] = useState(true);
	const isEnd = useRef(true);
	const anchor = useRef<{ key: string; top: number } | null>(null);
	const begun = useRef<string | null>(null);
	const begin = start.at === 'end' ? 'end' : `${start.at} ${start.key}`;

	const note = (element: HTMLElement): void => {
		const toEnd = element.scrollHeight - element.scrollTop - element.clientHeight;
		isEnd.current = toEnd < nearEnd && !hasNewer;
		setAtEnd(isEnd.current);
		const first = firstInView(element);
		anchor.current = first
			? { key: first.dataset.message ?? '', top: topOf(first, element) }
			: null;
	};

	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element || messages.length === 0) return;
		if (begun.current !== begin) {
			begun.current = begin;
			const target = start.at === 'end' ? null : itemOf(element, start.key);
			if (target) {
				// A found one in the middle, new ones from a little below the top on.
				const room = start.at === 'found' ? element.clientHeight / 2 - target.offsetHeight / 2 : 48;
				element.scrollTop += topOf(target, element) - (start.at === 'left' ? 0 : room);
			} else element.scrollTop = element.scrollHeight;
		} else if (isEnd.current && !hasNewer) element.scrollTop = element.scrollHeight;
		else if (anchor.current) {
			const kept = itemOf(element, anchor.current.key);
			if (kept) element.scrollTop += topOf(kept, element) - anchor.current.top;
		}
		note(element);
	}, [messages, begin]);

	const onScroll = ({ currentTarget: element }: { currentTarget: HTMLElement }) => {
		note(element);
		const toEnd = element.scrollHeight - element.scrollTop - element.clientHeight;
		if (!isLoading && hasOlder && element.scrollTop < ahead) onOlder();
		else if (!isLoading && hasNewer && toEnd < ahead) onNewer();
		const key = anchor.current?.key;
		const top = isEnd.current ? undefined : messages.find((message) => message.key === key);
		onLeave?.(top ? { key: top.key, rank: top.rank } : null);
	};

	return { onScroll, isAtEnd };
}

const topOf = (item: HTMLElement, scroller: HTMLElement): number =>
	item.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

function itemOf(scroller: HTMLElement, key: string): HTMLElement | undefined {
	const items = scroller.querySelectorAll<HTMLElement>('[data-message]');
	return [...items].find(({ dataset }) => dataset.message === key);
}

/** By bisection: items stand in order, and there may be hundreds. */
function firstInView(scroller: HTMLElement): HTMLElement | undefined {
	const items = scroller.querySelectorAll<HTMLElement>('[data-message]');
	const { top } = scroller.getBoundingClientRect();
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const bottom = items[middle]?.getBoundingClientRect().bottom ?? 0;
		if (bottom > top) high = middle;
		else low = middle + 1;
	}
	return items[low];
}
