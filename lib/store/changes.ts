import type { Network } from '@/lib/model';
import type { Access, Reading, Step } from './access';
import { append, isAppendable } from './append';
import { type CheckedBatch, checkBatch, emptyBatch, isEmptyBatch } from './checked-batch';
import { fold } from './fold';
import { type FoldPlan, foldNothing } from './fold-plan';
import { type Renewal, renewOnDevice } from './protection';
import type { Snapshot } from './snapshot';
import type { Batch, Stored } from './store';
import { storedOf } from './stored';
import { writeFold } from './write-fold';

/** Applies a batch: what only adds a little becomes a tail, all else is folded into pages. */
export async function putBatch(access: Access, batch: Batch): Promise<void> {
	if (isEmptyBatch(batch)) return;
	const checked = checkBatch(batch);
	await access.changeSoon((reading) => stepOf(access, reading, checked));
}

/** The same with a batch that is made from what stands there. */
export async function updateStored(
	access: Access,
	job: (stored: Stored) => Promise<Batch | null>,
): Promise<void> {
	await access.changeSoon(async (reading) => {
		const batch = await job(storedOf(reading));
		if (batch === null || isEmptyBatch(batch)) return { step: null, result: undefined };
		return stepOf(access, reading, checkBatch(batch));
	});
}

async function stepOf(
	access: Access,
	reading: Reading,
	batch: CheckedBatch,
): Promise<{ step: Step | null; result: undefined }> {
	if (isAppendable(reading.snapshot, batch)) {
		const step = await append(access, reading, batch);
		if (step) return { step: step === 'nothing' ? null : step, result: undefined };
	}
	const { removedChats, chats, messages } = batch;
	// What takes the place of another is stored before that goes.
	if (chats.size === 0 && messages.size === 0) await effaceChats(access, reading, removedChats);
	return { step: await foldStep(access, reading, { ...foldNothing, batch }), result: undefined };
}

/** Folds all tails into pages; does nothing if there are none. */
export async function mergeTails(access: Access): Promise<void> {
	await access.change(async (reading) => {
		const { tails, lostTails, base } = reading.snapshot;
		const isAny = tails.length > 0 || lostTails.length > 0 || !base.isViewRead;
		const step = isAny ? await foldStep(access, reading, foldNothing) : null;
		return { step, result: undefined };
	});
}

export async function removeNetwork(access: Access, network: Network): Promise<void> {
	await access.change(async (reading) => {
		const chats = [...reading.snapshot.state.chats.values()].map(({ chat }) => chat);
		const removedChats = new Set(
			chats.filter((chat) => chat.network === network).map(({ key }) => key),
		);
		if (removedChats.size === 0) return { step: null, result: undefined };
		await effaceChats(access, reading, removedChats);
		const batch = { ...emptyBatch, removedChats };
		return { step: await foldStep(access, reading, { ...foldNothing, batch }), result: undefined };
	});
}

export async function removeMessages(
	access: Access,
	chatKey: string,
	keys: readonly string[],
	at: number,
): Promise<void> {
	await access.change(async (reading) => {
		const isKnown = reading.snapshot.state.chats.has(chatKey) && keys.length > 0;
		const plan = {
			...foldNothing,
			removedMessages: new Map([[chatKey, { keys: new Set(keys), at }]]),
		};
		return { step: isKnown ? await foldStep(access, reading, plan) : null, result: undefined };
	});
}

/** Seals everything anew under the vault key that a renewal makes of what stands there. */
export function renew(
	access: Access,
	decide: (snapshot: Snapshot) => Promise<Renewal | 'unchanged'>,
): Promise<'renewed' | 'unchanged'> {
	return access.change(async (reading) => {
		const renewal = await decide(reading.snapshot);
		if (renewal === 'unchanged') return { step: null, result: renewal };
		const plan = { ...foldNothing, isRekey: true };
		return { step: await foldStep(access, reading, plan, renewal), result: 'renewed' };
	});
}

/** Another vault key where nothing has to be typed; methods keep theirs as long as they stand. */
export async function rekey(access: Access): Promise<void> {
	await renew(access, async ({ base }) => {
		if (base.protection.mode !== 'device') throw new Error('methods hold this vault key');
		return renewOnDevice;
	});
}

async function foldStep(
	access: Access,
	reading: Reading,
	plan: FoldPlan,
	renewal: Renewal | null = null,
): Promise<Step | null> {
	const folded = await fold(access, reading, plan);
	if (!folded.isChanged) return null;
	const { isRekey } = plan;
	if (isRekey || folded.isAnyWithdrawn) await reading.allLists();
	const isUrgent = isRekey || folded.isAnyWithdrawn || folded.isRetimed;
	return writeFold(access, reading.snapshot, { folded, renewal, isUrgent });
}

/** All that hangs on these chats is unreadable from here on, whatever becomes of its rows. */
async function effaceChats(
	{ cells, keyring }: Access,
	{ snapshot }: Reading,
	chatKeys: Iterable<string>,
): Promise<void> {
	const refs = [...chatKeys].flatMap((chatKey) => snapshot.state.chats.get(chatKey)?.cell ?? []);
	if (refs.length === 0) return;
	await cells.efface(refs);
	keyring.forget(refs);
}
