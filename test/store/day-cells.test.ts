import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs } from '@/lib/model';
import { boxKeyPlace, readBoxPublicKey } from '@/lib/store/box-key';
import { effaceDayCells, readDayCells, takeDayCell } from '@/lib/store/day-cells';
import { effaceWhileLocked } from '@/lib/store/expire-locked';
import { openStore, openStoreAccess } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import { cellsTaken } from '@/lib/store/snapshot';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { openFromVault, sealToVault } from '@/lib/vault/box';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { lockablePlace } from './locked-store';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';

const passphrase = 'seven geese on a frozen canal';
let place: Required<StorePlace>;
let store: Store;

beforeEach(async () => {
	place = lockablePlace(newDatabaseName());
	store = await openStore(place);
	await store.put({
		chats: [sampleChat('a', { timer: dayMs })],
		messages: [{ chatKey: 'a', messages: [sampleMessage('m1')] }],
	});
	await store.methods.setPassphrase(passphrase);
});

const locked = () => lockablePlace(place.databaseName);

test('a day has one cell, whoever asks, locked or not, and no chat ever gets it', async () => {
	const first = await takeDayCell(20_780, locked());
	expect(await takeDayCell(20_780, place)).toEqual(first);
	const second = await takeDayCell(20_781, locked());
	expect(second.ref).not.toEqual(first.ref);

	// The pages that were open before, and those that come, take cells for many chats.
	const others = await openStore(place);
	for (let n = 0; n < 60; n += 1) {
		const one = n % 2 === 0 ? store : others;
		await one.put({ chats: [sampleChat(`chat-${n}`)] });
	}
	await store.merge();
	const access = await openStoreAccess(place);
	const { base, state } = await access.read(async ({ snapshot }) => snapshot);
	const indexes = [
		...[...state.chats.values(), ...state.buckets.values()].map(({ cell }) => cell.index),
		base.cells.dir.index,
		base.cells.view.index,
	];
	expect(indexes).not.toContain(first.ref.index);
	expect(indexes).not.toContain(second.ref.index);
	const taken = await access.read(async ({ snapshot }) => cellsTaken(snapshot));
	expect(taken).toEqual(expect.arrayContaining([first.ref, second.ref]));
	expect((await readDayCells(locked())).map(({ day }) => day)).toEqual([20_780, 20_781]);
});

test('an effaced day is gone, and another day of the same number begins anew', async () => {
	const { secret } = await takeDayCell(20_780, locked());
	await effaceDayCells([20_780, 20_790], locked());
	expect(await readDayCells(place)).toEqual([]);
	expect((await takeDayCell(20_780, locked())).secret).not.toEqual(secret);
});

test('what was sealed to a locked vault opens once it is unlocked, as long as its day has a cell', async () => {
	const publicKey = await readBoxPublicKey(locked());
	if (!publicKey) throw new Error('a vault that can be locked has a public key');
	const { secret: psk } = await takeDayCell(20_780, locked());
	const label = { psk, pskId: encodeText('day 20780') };
	const content = encodeText('What came in the night');
	const sealed = await sealToVault(publicKey, label, boxKeyPlace, content);

	const later = locked();
	await unlockByPassphrase(passphrase, later);
	const key = await (await openStore(later)).boxPrivateKey();
	if (!key) throw new Error('and a private one');
	expect(key.privateKey.extractable).toBe(false);
	expect(await openFromVault(key, label, boxKeyPlace, sealed)).toEqual(content);
	const dead = { ...label, psk: randomBytes(32) };
	await expect(openFromVault(key, dead, boxKeyPlace, sealed)).rejects.toThrow();
});

test('a vault that opens by itself has no box', async () => {
	await store.methods.returnToDevice();
	expect(await readBoxPublicKey(place)).toBeNull();
	expect(await store.boxPrivateKey()).toBeNull();
});

test('what is due becomes unreadable while it is locked', async () => {
	const [before] = (
		await openStoreAccess(place).then((access) =>
			access.read(async ({ snapshot }) => [...snapshot.state.buckets.values()]),
		)
	).map(({ cell }) => cell);
	if (!before) throw new Error('a bucket');
	await effaceWhileLocked(noon, locked());
	expect(await place.cells.read([before])).not.toEqual([null]);
	await effaceWhileLocked(noon + 3 * dayMs, locked());
	expect(await place.cells.read([before])).toEqual([null]);
	store.forget();
	await store.expire(noon + 3 * dayMs + hourMs);
	expect((await store.page('a', 0, noon)).messages).toEqual([]);
});
