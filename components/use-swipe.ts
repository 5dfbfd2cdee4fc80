import { useRef, useState } from 'preact/hooks';

export type SwipeWay = 'start' | 'end';

/** From here on a move sideways is a swipe, and no tap or scroll. */
const begins = 12;
/** Let go of beyond this, it acts. */
const acts = 88;

type Touch = PointerEvent & { currentTarget: HTMLElement };

/** A row that a finger moves aside; mice and pens have menus and keys. */
export function useSwipe(onSwipe: ((way: SwipeWay) => void) | undefined) {
	const [moved, setMoved] = useState(0);
	const start = useRef<{ x: number; y: number; isSwipe: boolean } | null>(null);
	const wasSwipe = useRef(false);

	const end = () => {
		start.current = null;
		setMoved(0);
	};
	const isMirrored = () => document.documentElement.dir === 'rtl';

	return {
		/** How far it is moved, in pixels to the right. */
		moved,
		/** Towards which end of the line, once letting go would act. */
		way: Math.abs(moved) < acts ? null : wayOf(moved, isMirrored()),
		/** Whether what ends now was a swipe: no click follows it. */
		isSwiped: () => wasSwipe.current,
		handlers: onSwipe && {
			onPointerDown: (event: Touch) => {
				wasSwipe.current = false;
				if (event.pointerType !== 'touch') return;
				start.current = { x: event.clientX, y: event.clientY, isSwipe: false };
			},
			onPointerMove: (event: Touch) => {
				const from = start.current;
				if (!from) return;
				const x = event.clientX - from.x;
				if (!from.isSwipe) {
					if (Math.abs(x) < begins) return;
					if (Math.abs(event.clientY - from.y) > Math.abs(x)) return end();
					from.isSwipe = true;
					wasSwipe.current = true;
					event.currentTarget.setPointerCapture(event.pointerId);
				}
				setMoved(x);
			},
			onPointerUp: () => {
				if (start.current?.isSwipe && Math.abs(moved) >= acts) {
					onSwipe(wayOf(moved, isMirrored()));
				}
				end();
			},
			onPointerCancel: end,
		},
	};
}

const wayOf = (moved: number, isMirrored: boolean): SwipeWay =>
	moved > 0 !== isMirrored ? 'end' : 'start';
