import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** A stretch of a list: `to` is not included. */
export interface Stretch {
	from: number;
	to: number;
}

/** Lists up to this length are drawn whole in the end: nothing of them is then ever missing. */
const wholeLength = 200;
/** As many as a popup shows: they are there at once, and the others a frame later. */
const firstRows = 9;
/** A list that is drawn whole grows by so many rows in a frame, at either end. */
const growth = 24;
/** Drawn beyond what is seen, so that a quick hand scrolls onto rows. */
const beyond = 16;
/** The stretch moves in steps, so that most of scrolling draws nothing. */
const step = 8;

/**
 * Which rows of a list are drawn, `null` for all: of a long one those in view and some around
 * them. All rows are of one height, so that places are known without measuring.
 */
export function useRowsInView(
	list: RefObject<HTMLElement | null>,
	count: number,
	rowHeight: number,
): Stretch | null {
	const isLong = count > wholeLength;
	const [stretch, setStretch] = useState<Stretch>({ from: 0, to: firstRows });
	const [isDrawn, setIsDrawn] = useState(false);
	const isWhole = !isLong && stretch.from === 0 && stretch.to >= count;

	// Effects come after the frame that has what was drawn before.
	useEffect(() => setIsDrawn(true), []);
	useEffect(() => {
		if (!isLong && !isWhole) setStretch((last) => grown(last, count));
	}, [isLong, isWhole, stretch, count]);

	useLayoutEffect(() => {
		const scroller = list.current?.closest<HTMLElement>('.list-scroller');
		if (isWhole || !scroller) return;
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
		scroller.addEventListener('scroll', look, { passive: true });
		// To be told where things are would have all of them laid out before the first frame.
		const sizes = isDrawn && isLong ? new ResizeObserver(look) : null;
		sizes?.observe(scroller);
		return () => {
			scroller.removeEventListener('scroll', look);
			sizes?.disconnect();
		};
	}, [list, isLong, isWhole, isDrawn, rowHeight]);

	return isWhole ? null : { from: Math.min(stretch.from, count), to: Math.min(stretch.to, count) };
}

function grown({ from, to }: Stretch, count: number): Stretch {
	const end = to + growth;
	return { from: Math.max(0, from - growth), to: end < count ? end : Number.POSITIVE_INFINITY };
}
