import type { CatchUpProgress } from '@/lib/messaging';
import type { CatchUp } from '@/lib/unsealed/catch-ups';

/** A page tells after each step; one that is silent for so long is gone. */
const silentMs = 20_000;
/** How an end is said: briefly, and for longer where the user can do something about it. */
const saidMs = 12_000;
const askedMs = 60_000;

export interface ShownCatchUp {
	/** `null` once there is nothing to say any more. */
	progress: CatchUpProgress | null;
	/** When that changes without news, `null` if it does not. */
	untilAt: number | null;
}

/** What is said at `now` of how a catch-up goes or went. */
export function shownCatchUp({ at, progress }: CatchUp, now: number): ShownCatchUp {
	if (progress.state === 'running') {
		if (now < at + silentMs) return { progress, untilAt: at + silentMs };
		return shownCatchUp(
			{ tabId: -1, at: at + silentMs, progress: { ...progress, state: 'left' } },
			now,
		);
	}
	const isAsking = progress.state === 'hidden' || progress.state === 'no-list';
	const untilAt = at + (isAsking ? askedMs : saidMs);
	return now < untilAt ? { progress, untilAt } : { progress: null, untilAt: null };
}
