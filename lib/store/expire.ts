import { isExpired, isForgotten } from '@/lib/inbox/expiry';
import type { Access, Reading, Step } from './access';
import { bucketEndAt } from './bucket';
import { countDue, isSpent } from './counts';
import { effaceEnded } from './efface-ended';
import { fold } from './fold';
import { foldNothing } from './fold-plan';
import { liveOf, withoutReplaced } from './live';
import { exactLiveOf } from './live-exact';
import type { Snapshot } from './snapshot';
import { lifespanOf } from './state';
import type { Expired } from './store';
import { writeFold } from './write-fold';

/**
 * Takes out what is due. The cells of what has ended are overwritten from the first moment on,
 * while what is written is made ready.
 */
export async function expire(access: Access, now: number): Promise<Expired> {
	let effacing: Promise<void> | null = null;
	const effaceOnce = (): Promise<void> => {
		effacing ??= effaceEnded(access.database, access.cells, now).then(access.keyring.forget);
		// It is waited for below, also where the change fails.
		effacing.catch(() => undefined);
		return effacing;
	};
	try {
		return await access.change(async (reading) => {
			effaceOnce();
			const done = await expireIn(access, reading, now);
			// A locked store knows after a death only what `due` names, which this commit clears.
			// Else dir names the cells as well: then neither waits for the other.
			if (reading.snapshot.base.protection.mode === 'methods') await effaceOnce();
			return done;
		});
	} finally {
		await effaceOnce();
	}
}

async function expireIn(
	access: Access,
	reading: Reading,
	now: number,
): Promise<{ step: Step | null; result: Expired }> {
	const { snapshot } = reading;
	const isAny = await isAnythingDue(access, snapshot, now);
	const { step, expired } = isAny
		? await expireDue(access, reading, now)
		: { step: null, expired: { messages: 0, previews: 0 } };
	const nextDueAt = await findNextDue(reading, step?.after ?? snapshot, now);
	return { step, result: { ...expired, nextDueAt } };
}

async function expireDue(
	access: Access,
	reading: Reading,
	now: number,
): Promise<{ step: Step | null; expired: Omit<Expired, 'nextDueAt'> }> {
	const folded = await fold(access, reading, { ...foldNothing, now });
	const { messages, previews } = folded.expired;
	const isAny =
		messages > 0 || previews > 0 || folded.isAnyWithdrawn || folded.deadBuckets.size > 0;
	if (!isAny) return { step: null, expired: folded.expired };
	if (folded.isAnyWithdrawn) await reading.allLists();
	const target = { folded, renewal: null, isUrgent: true };
	return {
		step: await writeFold(access, reading.snapshot, target),
		expired: folded.expired,
	};
}

/** Whether a fold could find something due, without reading anything for it. */
async function isAnythingDue(
	{ keyring }: Access,
	snapshot: Snapshot,
	now: number,
): Promise<boolean> {
	const { base, state } = snapshot;
	if (!base.isViewRead) return true;
	if ([...state.buckets.keys()].some((bucket) => bucketEndAt(bucket) <= now)) return true;
	const secrets = await keyring.secrets([...state.chats.values()].map(({ cell }) => cell));
	if (secrets.some((secret) => secret === null)) return true;
	return [...state.chats].some(([chatKey, { chat }]) => {
		const lifespan = lifespanOf(state, chatKey);
		const counted = withoutReplaced(snapshot, chatKey);
		const recent = [...(state.recent.get(chatKey)?.values() ?? [])];
		const preview = state.previews.get(chatKey);
		const isEmpty = counted.count === 0 && recent.length === 0 && !preview;
		return (
			countDue(counted.starts, lifespan, now) > 0 ||
			isSpent(counted, lifespan, now) ||
			recent.some((message) => isExpired(message, lifespan, now)) ||
			(preview !== undefined && isExpired(preview, lifespan, now)) ||
			(isEmpty && isForgotten(chat, state.settings, now))
		);
	});
}

/** When the next copy of any chat goes. */
async function findNextDue(reading: Reading, after: Snapshot, now: number): Promise<number | null> {
	const times = await Promise.all(
		[...after.state.chats.keys()].map(
			async (chatKey) =>
				liveOf(after, chatKey, now, []) ?? (await exactLiveOf(reading, chatKey, now)),
		),
	);
	const known = times.map(({ nextExpiryAt }) => nextExpiryAt).filter((at) => at !== null);
	return known.length > 0 ? known.reduce((a, b) => Math.min(a, b)) : null;
}
