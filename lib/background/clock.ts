import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type ClockVerdict, judgeClock } from '@/lib/inbox/trusted-clock';
import { type Capture, hourMs } from '@/lib/model';

/** In clear, since it is needed while locked: only the hour is kept. */
const localKey = 'clock';
/** The latest time that a messenger told of, while the browser runs. */
const sessionKey = 'told-at';

const stateSchema = v.object({ seenAt: v.number(), heldSince: v.nullable(v.number()) });

/** Up to when what is due may be erased now, see `judgeClock`. */
export async function lookAtClock(now: number): Promise<Omit<ClockVerdict, 'state'>> {
	const [local, session] = await Promise.all([
		browser.storage.local.get(localKey),
		browser.storage.session.get(sessionKey),
	]);
	const known = v.safeParse(stateSchema, local[localKey]);
	const told = v.safeParse(v.number(), session[sessionKey]);
	const { state, ...verdict } = judgeClock(
		known.success ? known.output : null,
		now,
		told.success ? told.output : null,
	);
	const next = { ...state, seenAt: state.seenAt - (state.seenAt % hourMs) };
	const isSame =
		known.success &&
		known.output.seenAt === next.seenAt &&
		known.output.heldSince === next.heldSince;
	if (!isSame) await browser.storage.local.set({ [localKey]: next });
	return verdict;
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
	const before = (await browser.storage.session.get(sessionKey))[sessionKey];
	if (typeof before === 'number' && before >= latest) return;
	await browser.storage.session.set({ [sessionKey]: latest });
}
