import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isSame } from '@/lib/inbox/changes';
import { type ClockState, type ClockVerdict, judgeClock } from '@/lib/inbox/trusted-clock';
import { type Capture, hourMs } from '@/lib/model';

/** In clear, since it is needed while locked: only the hour is kept. */
const localKey = 'clock';
/** The latest time that a messenger told of, while the browser runs. */
const toldKey = 'told-at';
/** The latest time that was believed, to the millisecond, while the browser runs. */
const seenKey = 'seen-at';

const stateSchema = v.object({
	seenAt: v.number(),
	heldSince: v.nullable(v.number()),
	setBackTo: v.optional(v.number()),
});

/** Up to when what is due may be erased now, see `judgeClock`. */
export async function lookAtClock(now: number): Promise<Omit<ClockVerdict, 'state'>> {
	const [known, session] = await Promise.all([
		readState(),
		browser.storage.session.get([toldKey, seenKey]),
	]);
	const told = v.safeParse(v.number(), session[toldKey]);
	const seen = v.safeParse(v.number(), session[seenKey]);
	const seenAt = Math.max(known?.seenAt ?? 0, seen.success ? seen.output : 0);
	const { state, ...verdict } = judgeClock(
		known && { ...known, seenAt },
		now,
		told.success ? told.output : null,
	);
	await Promise.all([
		keepState(known, state),
		browser.storage.session.set({ [seenKey]: state.seenAt }),
	]);
	return verdict;
}

/** Once what went before the clock was set back to `now` is refused for good. */
export async function settleSetBack(now: number): Promise<void> {
	const known = await readState();
	if (known) await keepState(known, { ...known, setBackTo: now });
}

async function readState(): Promise<ClockState | null> {
	const local = await browser.storage.local.get(localKey);
	const known = v.safeParse(stateSchema, local[localKey]);
	return known.success ? known.output : null;
}

async function keepState(known: ClockState | null, state: ClockState): Promise<void> {
	const hourOf = (at: number): number => at - (at % hourMs);
	const { seenAt, setBackTo } = state;
	const next = {
		...state,
		seenAt: hourOf(seenAt),
		...(setBackTo === undefined ? {} : { setBackTo: hourOf(setBackTo) }),
	};
	if (!isSame(known, next)) await browser.storage.local.set({ [localKey]: next });
}

/**
 * Notes the latest time that a messenger itself gave: one to the millisecond comes from its
 * ids or its own database, not from this computer's clock.
 */
export async function noteToldTime({ chats, thread }: Capture): Promise<void> {
	const moments = [
		...chats.map(({ lastActivity }) => lastActivity),
		...(thread?.messages ?? []).map(({ sentAt }) => sentAt),
	];
	const times = moments.flatMap(({ precision, from }) =>
		precision === 'exact' && from !== null ? [from] : [],
	);
	if (times.length === 0) return;
	const latest = times.reduce((a, b) => Math.max(a, b));
	const before = (await browser.storage.session.get(toldKey))[toldKey];
	if (typeof before === 'number' && before >= latest) return;
	await browser.storage.session.set({ [toldKey]: latest });
}
