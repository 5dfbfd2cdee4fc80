import { useEffect, useMemo, useRef } from 'preact/hooks';
import { isSame } from '@/lib/inbox/changes';
import { isExpired } from '@/lib/inbox/expiry';
import { resolveTimer } from '@/lib/inbox/resolve-timer';
import type { InboxView } from '@/lib/model';
import type { Store } from '@/lib/store/store';
import type { StoreProblem } from './store-problem';
import { useLive } from './use-live';
import { useNow } from './use-now';

interface LiveInbox {
	/** `null` until first read; never holds what is due at `now`. */
	inbox: InboxView | null;
	problem: StoreProblem | null;
	now: number;
}

/**
 * The list, live: after each change of the store, and from the second on at which something
 * goes; from `first` on, which was read as the store opened.
 */
export function useInbox(store: Store | null, first: InboxView | null = null): LiveInbox {
	const known = useRef(first);
	const live = useLive(
		store,
		async (opened) => withSame(known.current, await opened.view(Date.now())),
		[],
		// What was read as it opened is drawn before that is looked at again.
		useEffect,
	);
	const { problem, reload } = live;
	const value = live.value ?? first;
	known.current = value;
	const nextDueAt = value && nextDue(value);
	const now = useNow(nextDueAt);
	const isDue = nextDueAt !== null && nextDueAt <= now;

	// Counts and the next to go are the store's to say.
	useEffect(() => {
		if (isDue) reload();
	}, [isDue, now, reload]);

	const inbox = useMemo(() => value && withoutDue(value, now), [value, now]);
	return { inbox, problem, now };
}

/** Without the previews that became due since the list was read. */
export function withoutDue(inbox: InboxView, now: number): InboxView {
	const rows = inbox.rows.map((row) =>
		row.preview && isExpired(row.preview, resolveTimer(row.chat, inbox.settings).lifespan, now)
			? { ...row, preview: null }
			: row,
	);
	return { ...inbox, rows };
}

/** What says the same as before is the same as before, and need not be drawn anew. */
function withSame(before: InboxView | null, inbox: InboxView): InboxView {
	if (before === null) return inbox;
	const byKey = new Map(before.rows.map((row) => [row.chat.key, row]));
	const rows = inbox.rows.map((row) => {
		const last = byKey.get(row.chat.key);
		return last && isSame(last, row) ? last : row;
	});
	const isAll =
		rows.length === before.rows.length && rows.every((row, index) => row === before.rows[index]);
	return isAll && isSame(before.settings, inbox.settings) ? before : { ...inbox, rows };
}

/** When the next thing on the list goes or comes back, `null` if nothing will. */
export function nextDue(inbox: InboxView): number | null {
	let next = Number.POSITIVE_INFINITY;
	for (const { nextExpiryAt, chat } of inbox.rows) {
		next = Math.min(next, nextExpiryAt ?? next, chat.own?.snooze?.untilAt ?? next);
	}
	return Number.isFinite(next) ? next : null;
}
