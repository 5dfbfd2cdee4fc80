import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { memoryCells, WriterDied } from '@/lib/cells/memory-cells';
import { readLockState } from '@/lib/store/methods';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase, unlockByRecoveryCode } from '@/lib/store/unlock';
import { printedCode } from '@/lib/vault/recovery-code';
import { lockablePlace } from './locked-store';
import { type RawRow, readRaw, writeRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';
import { diskOf } from './test-store';

/** What somebody can unlock with. */
interface Held {
	passphrase: string | null;
	code: string | null;
}

const [first, second] = ['seven geese on a frozen canal', 'a lamp that hums at night'];
const [oldCode, newCode] = [1, 2].map((byte) => printedCode(new Uint8Array(20).fill(byte))) as [
	string,
	string,
];
const nothing: Held = { passphrase: null, code: null };

/** What is done, on what was held before, and what is held after. */
const changes: Record<
	string,
	{ before: Held; after: Held; act: (store: Store) => Promise<unknown> }
> = {
	'a first passphrase is set': {
		before: nothing,
		after: { passphrase: first, code: null },
		act: ({ methods }) => methods.setPassphrase(first),
	},
	'a passphrase is changed': {
		before: { passphrase: first, code: oldCode },
		after: { passphrase: second, code: oldCode },
		act: ({ methods }) => methods.setPassphrase(second),
	},
	'a code is added': {
		before: { passphrase: first, code: null },
		after: { passphrase: first, code: newCode },
		act: ({ methods }) => methods.addRecoveryCode(newCode),
	},
	'a code takes the place of another': {
		before: { passphrase: first, code: oldCode },
		after: { passphrase: first, code: newCode },
		act: ({ methods }) => methods.addRecoveryCode(newCode),
	},
	'a passphrase is removed': {
		before: { passphrase: first, code: oldCode },
		after: { passphrase: null, code: oldCode },
		act: (store) => removeKind(store, 'passphrase'),
	},
	'nothing is to be typed any more': {
		before: { passphrase: first, code: oldCode },
		after: nothing,
		act: ({ methods }) => methods.returnToDevice(),
	},
};

let databaseOf = '';
async function removeKind({ methods }: Store, kind: string): Promise<unknown> {
	const state = await readLockState(lockablePlace(databaseOf));
	return methods.remove(state.methods.find((one) => one.kind === kind)?.id ?? '');
}

async function furnish(databaseName: string, held: Held): Promise<Required<StorePlace>> {
	const place = lockablePlace(databaseName);
	const store = await openStore(place);
	await store.put({
		chats: [sampleChat('a'), sampleChat('b', { timer: 'off' })],
		messages: [{ chatKey: 'a', messages: [sampleMessage('m1')] }],
	});
	await store.merge();
	await store.put({ messages: [{ chatKey: 'b', messages: [sampleMessage('m2')] }] });
	if (held.passphrase) await store.methods.setPassphrase(held.passphrase);
	if (held.code) await store.methods.addRecoveryCode(held.code);
	return place;
}

/** What opens the vault, each tried in a session of its own, and whether all is in it. */
async function whatOpens(databaseName: string): Promise<string[]> {
	const opens: string[] = [];
	const look = async (name: string, unlock: (place: StorePlace) => Promise<unknown>) => {
		const place = lockablePlace(databaseName);
		await unlock(place);
		const store = await openStore(place).catch((error: { code?: string }) => {
			expect(error.code).toBe('locked');
			return null;
		});
		if (!store) return;
		const texts: (string | null)[] = [];
		await store.scan(noon, (_, { text }) => {
			texts.push(text);
			return undefined;
		});
		expect(texts.sort()).toEqual(['Text of m1', 'Text of m2']);
		expect(store.unreadableRecords).toBe(0);
		opens.push(name);
	};
	await look('nothing', async () => undefined);
	for (const passphrase of [first, second])
		await look(passphrase, (place) => unlockByPassphrase(passphrase, place));
	for (const code of [oldCode, newCode])
		await look(code, (place) => unlockByRecoveryCode(code, place));
	return opens;
}

/** As a vault answers that is held so: one that opens by itself opens whatever is typed. */
function openingsOf({ passphrase, code }: Held): string[] {
	if (!passphrase && !code) return ['nothing', first, second, oldCode, newCode];
	return [first, second, oldCode, newCode].filter((one) => one === passphrase || one === code);
}

/** With all rows put back as they were before, and the cells as they are now. */
async function expectDead(
	databaseName: string,
	rows: readonly RawRow[],
	gone: Held,
): Promise<void> {
	for (const row of rows) await writeRaw(databaseName, row);
	const place = lockablePlace(databaseName);
	if (gone.passphrase)
		expect(await unlockByPassphrase(gone.passphrase, place)).toMatchObject({ reason: 'damaged' });
	if (gone.code)
		expect(await unlockByRecoveryCode(gone.code, place)).toMatchObject({ reason: 'damaged' });
}

describe.each(Object.entries(changes))('%s, by one who dies', (_, { before, after, act }) => {
	test('at each write of a cell: the vault is as before or as after, whole, and what went is dead', async () => {
		const outcomes: string[] = [];
		for (let diesAt = 1; ; diesAt += 1) {
			const databaseName = newDatabaseName();
			databaseOf = databaseName;
			const place = await furnish(databaseName, before);
			const rows = await readRaw(databaseName);
			let steps = 0;
			const cells = memoryCells(diskOf(databaseName), ({ action }) => {
				steps += 1;
				if (steps > diesAt) throw new WriterDied();
				return steps === diesAt && action === 'write' ? 1_000 : undefined;
			});
			const isDone = await openStore({ ...place, cells })
				.then(act)
				.then(
					() => true,
					() => false,
				);

			// The first start afterwards, which finds the vault locked or not, is enough.
			await openStore(lockablePlace(databaseName))
				.then((store) => store.expire(noon))
				.catch(() => undefined);
			const opens = await whatOpens(databaseName);
			const isAfter = String(opens) === String(openingsOf(after));
			if (isDone) expect(opens).toEqual(openingsOf(after));
			else expect([openingsOf(before), openingsOf(after)]).toContainEqual(opens);
			outcomes.push(isAfter ? 'after' : 'before');
			if (isAfter)
				await expectDead(databaseName, rows, {
					passphrase: before.passphrase === after.passphrase ? null : before.passphrase,
					code: before.code === after.code ? null : before.code,
				});
			if (isDone && steps < diesAt) break;
		}
		expect(outcomes.at(-1)).toBe('after');
	});

	test('before its commit: nothing has changed', async () => {
		const databaseName = newDatabaseName();
		databaseOf = databaseName;
		const place = await furnish(databaseName, before);
		const store = await openStore(place);
		const { transaction } = IDBDatabase.prototype;
		IDBDatabase.prototype.transaction = function dying(names, mode, options) {
			if (mode === 'readwrite') throw new WriterDied();
			return transaction.call(this, names, mode, options);
		};
		try {
			await expect(act(store)).rejects.toThrow();
		} finally {
			IDBDatabase.prototype.transaction = transaction;
		}
		expect(await whatOpens(databaseName)).toEqual(openingsOf(before));
	});
});
