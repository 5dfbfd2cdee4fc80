import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A stretch of a list: `to` is not included. */
export interface Stretch {
	from: number;
	to: number;
}

/** Lists up to this length are drawn whole: nothing of them is ever missing. */
const wholeLength = 200;
/** Drawn beyond what is seen, so that a quick hand scrolls onto rows. */
const beyond = 16;
/** The stretch moves in steps, so that most of scrolling draws nothing. */
const step = 8;

/**
 * Which rows of a long list are drawn: those in view and some around them. All rows are of
 * one height, so that places are known without measuring.
 */
export function useRowsInView(
	list: RefObject<HTMLElement | null>,
	count: number,
	rowHeight: number,
): Stretch | null {
	const isLong = count > wholeLength;
	const [stretch, setStretch] = useState<Stretch>({ from: 0, to: 2 * beyond });

	useLayoutEffect(() => {
		const scroller = list.current?.closest<HTMLElement>('.list-scroller');
		if (!isLong || !scroller) return;
		const look = () => {
			const element = list.current;
			// Hidden: what was drawn stays, to be there when it is shown again.
			if (!element || scroller.clientHeight === 0) return;
			const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
			const first = Math.floor(top / rowHeight / step) * step - beyond;
			const rows = Math.ceil(scroller.clientHeight / rowHeight / step) * step;
			const from = Math.max(0, first);
			const to = first + rows + step + 2 * beyond;
			setStretch((last) => (last.from === from && last.to === to ? last : { from, to }));
		};
		look();
		scroller.addEventListener('scroll', look, { passive: true });
		const sizes = new ResizeObserver(look);
		sizes.observe(scroller);
		return () => {
			scroller.removeEventListener('scroll', look);
			sizes.disconnect();
		};
	}, [list, isLong, rowHeight]);

	return isLong ? { from: Math.min(stretch.from, count), to: Math.min(stretch.to, count) } : null;
}
