import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { openDropBox } from '@/lib/store/drop-box';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { decodeText, encodeText } from '@/lib/vault/bytes';
import { flipBit } from '../vault/hex';
import { lockablePlace } from './locked-store';
import { rawValue, writeRaw } from './raw-database';
import { newDatabaseName, noon } from './samples';

const passphrase = 'seven geese on a frozen canal';
let place: Required<StorePlace>;

beforeEach(async () => {
	place = lockablePlace(newDatabaseName());
	await (await openStore(place)).methods.setPassphrase(passphrase);
});

const locked = () => lockablePlace(place.databaseName);

async function unlocked(): Promise<Store> {
	const later = locked();
	expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ unlocked: true });
	return openStore(later);
}

const put = (text: string) => openDropBox(locked()).put(encodeText(text), noon);

async function empty(): Promise<{ taken: string[]; lostDays: number }> {
	const taken: string[] = [];
	const lost = await openDropBox(locked()).empty(await unlocked(), async (content) => {
		taken.push(decodeText(content));
	});
	return { taken, lostDays: lost.length };
}

/** A bit in the public half, and one in the other. */
const halves = [10, 400] as const;

async function damage(key: 'box-key' | 'box-key-copy', at: number): Promise<void> {
	const value = await rawValue(place.databaseName, key);
	if (!(value instanceof Uint8Array)) throw new Error(`no ${key}`);
	await writeRaw(place.databaseName, { store: 'kv', key, value: flipBit(value, at) });
}

test.each(halves)(
	'a bit of its key that flips (at %i) costs nothing, and its copy makes it whole',
	async (at) => {
		await put('before');
		await damage('box-key', at);
		expect(await put('after')).toBe(true);
		expect(await empty()).toEqual({ taken: ['before', 'after'], lostDays: 0 });

		await damage('box-key-copy', at);
		expect(await put('later')).toBe(true);
		expect(await empty()).toEqual({ taken: ['later'], lostDays: 0 });
	},
);

test.each(halves)(
	'damaged in both places (at %i) it costs what waits, which is told, and nothing else',
	async (at) => {
		await put('before');
		await damage('box-key', at);
		await damage('box-key-copy', at);
		await put('after');
		expect(await empty()).toEqual({ taken: [], lostDays: 1 });
		expect(await put('later')).toBe(true);
		expect(await empty()).toEqual({ taken: ['later'], lostDays: 0 });
	},
);
