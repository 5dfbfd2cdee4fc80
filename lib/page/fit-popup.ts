/** Less than this is what a popup has before the browser has sized it. */
const least = 150;
const settledMs = 80;

/**
 * Draws the popup as high as the browser lets it be: on a small screen, or enlarged, that is
 * less than it asks for, and all of it would scroll instead of its list. Not by a size in per
 * cent: the popup would be as high as before it had any (Chromium 156).
 */
export function fitPopup(): void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const fit = (): void => {
		const { documentElement: root } = document;
		if (innerHeight >= least && root.getBoundingClientRect().height > innerHeight) {
			root.style.blockSize = `${innerHeight}px`;
		}
	};
	const wait = (): void => {
		clearTimeout(waiting);
		waiting = setTimeout(fit, settledMs);
	};
	addEventListener('resize', wait);
	wait();
}
