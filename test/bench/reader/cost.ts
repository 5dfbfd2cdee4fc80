/** What a page's main thread did while messages arrived, as shares of the time that passed. */
export interface Cost {
	/** Wall time. */
	seconds: number;
	/** The reader's own processor time on the page's main thread. */
	ownShare: number;
	/** Its longest stretch without a break, and how many were longer than a frame. */
	longestOwnMs: number;
	ownOverFrame: number;
	/** The stand-in's own scripts, and what the browser did to draw the page. */
	pageScriptShare: number;
	/** All that the main thread did. */
	busyShare: number;
}

/** A frame at 60 a second, as the goal has it. */
export const frameMs = 16;

/** Sums up stretches of the reader's work, in milliseconds. */
export function costOf(
	seconds: number,
	stretches: readonly number[],
	pageScriptMs: number,
	busyMs: number,
): Cost {
	const share = (ms: number): number => ms / (seconds * 1_000);
	return {
		seconds,
		ownShare: share(stretches.reduce((sum, ms) => sum + ms, 0)),
		longestOwnMs: Math.max(0, ...stretches),
		ownOverFrame: stretches.filter((ms) => ms > frameMs).length,
		pageScriptShare: share(pageScriptMs),
		busyShare: share(busyMs),
	};
}
