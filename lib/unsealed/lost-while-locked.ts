import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { readKey } from './read-keys';
import { watchKeys } from './watch-keys';

/** Which days since 1970 (UTC); not what, how much, or whose. */
const key = 'lost-while-locked';
/** What is further back is in no chat any more, but in those that never expire. */
const rememberedDays = 366;

const lossSchema = v.object({
	days: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
	/** Whether somebody has still to be told. */
	isNews: v.boolean(),
});
type Loss = v.InferOutput<typeof lossSchema>;

export async function noteLoss(days: readonly number[]): Promise<void> {
	if (days.length === 0) return;
	const all = [...new Set([...(await load()).days, ...days])].sort((a, b) => a - b);
	const last = all.at(-1) ?? 0;
	await save({ days: all.filter((day) => day > last - rememberedDays), isNews: true });
}

export async function loadLostDays(): Promise<readonly number[]> {
	return (await load()).days;
}

export async function isAnythingLost(): Promise<boolean> {
	return (await load()).isNews;
}

/** Once it was read: the days stay, for the chats that lack something of them. */
export async function forgetLoss(): Promise<void> {
	await save({ ...(await load()), isNews: false });
}

/** Calls back when that changed. Returns the unsubscriber. */
export const watchLoss = (listener: () => void): (() => void) => watchKeys('local', key, listener);

async function load(): Promise<Loss> {
	const found = v.safeParse(lossSchema, await readKey('local', key));
	return found.success ? found.output : { days: [], isNews: false };
}

async function save(loss: Loss): Promise<void> {
	await browser.storage.local.set({ [key]: loss });
}
