/** Quiet after a change before the page is read, and how long a busy page may put it off. */
const quietMs = 250;
const longestWaitMs = 1_200;
/** After a reading the reader owes the page this many times what it took: with following its changes, under 2 %. */
const restPerReading = 115;
/** Owed rest never holds a reading up for longer, on a page that is never quiet and on one that is. */
const mostRestMs = 5_000;
const mostQuietRestMs = 500;

export interface Pace {
	/** With every change of the page: only notes the time. */
	noteChange(): void;
	/** A reading begins: whatever changed until now is part of it. */
	begin(): void;
	/** It ended, after so much work. */
	end(workedMs: number): void;
	stop(): void;
}

/** Asks for a reading once the page is quiet, or now and then while it never is. */
export function createPace(read: () => void): Pace {
	let changedAt = 0;
	/** Since when a change waits to be read. */
	let waitingSince: number | null = null;
	let restsUntil = 0;
	let timer: number | undefined;

	const dueAt = (since: number): number => {
		const quietAt = Math.max(changedAt + quietMs, restsUntil - mostRestMs + mostQuietRestMs);
		return Math.min(quietAt, Math.max(since + longestWaitMs, restsUntil));
	};

	const readWhenDue = (): void => {
		const waitMs = dueAt(waitingSince ?? changedAt) - performance.now();
		if (waitMs > 1) timer = window.setTimeout(readWhenDue, waitMs);
		else read();
	};

	return {
		/** The timer that runs is never put off: on a busy page it would not come before the next change. */
		noteChange() {
			changedAt = performance.now();
			if (waitingSince !== null) return;
			waitingSince = changedAt;
			// Not the context's own timers: it keeps a listener for each one that was ever set.
			timer = window.setTimeout(readWhenDue, quietMs);
		},
		begin() {
			clearTimeout(timer);
			waitingSince = null;
		},
		end(workedMs) {
			const now = performance.now();
			const owedMs = Math.max(0, restsUntil - now) + workedMs * restPerReading;
			restsUntil = now + Math.min(owedMs, mostRestMs);
		},
		stop() {
			clearTimeout(timer);
		},
	};
}
