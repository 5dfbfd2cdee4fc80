import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dayMs } from '@/lib/model';
import { openDropBox } from '@/lib/store/drop-box';
import { readLockState } from '@/lib/store/methods';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';
import { unlockByPasskey, unlockByPassphrase, unlockByRecoveryCode } from '@/lib/store/unlock';
import { wipe } from '@/lib/store/wipe';
import { leastCost } from '@/lib/vault/argon2-cost';
import { toBase64url } from '@/lib/vault/base64url';
import { decodeText, encodeText, randomBytes } from '@/lib/vault/bytes';
import { createRecoveryCode } from '@/lib/vault/recovery-code';
import { memorySession } from '@/lib/vault/session-secret';
import { cheapHasher, lockablePlace } from './locked-store';
import { deleteRaw, rawValue, readRaw, writeRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';

const passphrase = 'seven geese on a frozen canal';
const other = 'a lamp that hums at night';
const done = { done: true };

let place: Required<StorePlace>;
let store: Store;

/** A chat with something to lose. */
async function fill(): Promise<void> {
	await store.put({
		chats: [sampleChat('a', { title: 'Waldemar' }), sampleChat('b', { timer: 'off' })],
		messages: [{ chatKey: 'a', messages: [sampleMessage('m1')] }],
	});
	await store.merge();
	await store.put({ messages: [{ chatKey: 'b', messages: [sampleMessage('m2')] }] });
}

async function expectAllThere(opened: Store): Promise<void> {
	const { rows } = await opened.view(noon);
	expect(rows.map(({ chat, messageCount }) => [chat.key, messageCount]).sort()).toEqual([
		['a', 1],
		['b', 1],
	]);
	expect((await opened.page('a', 0, noon)).messages).toMatchObject([{ text: 'Text of m1' }]);
	expect((await opened.page('b', 0, noon)).messages).toMatchObject([{ text: 'Text of m2' }]);
	expect(opened.unreadableRecords).toBe(0);
}

/** Another session of the browser: nothing is left of the last but what is on disk. */
function afterRestart(): Required<StorePlace> {
	return lockablePlace(place.databaseName);
}

const lock = () => place.session.forget();
const isLocked = (at: StorePlace = afterRestart()) =>
	expect(openStore(at)).rejects.toMatchObject({ code: 'locked' });

beforeEach(async () => {
	place = lockablePlace(newDatabaseName());
	store = await openStore(place);
	await fill();
});

describe('a first passphrase', () => {
	test('locks what is stored, and opens it again', async () => {
		expect(await readLockState(place)).toEqual({
			mode: 'device',
			methods: [],
			wrongTries: 0,
			nextTryAt: null,
		});
		const name = await store.hash('somebody');
		expect(await store.methods.setPassphrase(passphrase)).toEqual(done);
		await expectAllThere(store);
		await expectAllThere(await openStore(place));

		const later = afterRestart();
		await isLocked(later);
		expect(await unlockByPassphrase(other, later)).toMatchObject({
			unlocked: false,
			reason: 'wrong',
			wrongTries: 1,
		});
		await isLocked(later);
		expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ unlocked: true });
		const opened = await openStore(later);
		await expectAllThere(opened);
		expect(await opened.hash('somebody')).toBe(name);
	});

	test('leaves no device envelope behind, and what hung on it is gone for the device', async () => {
		const before = await readRaw(place.databaseName);
		await store.methods.setPassphrase(passphrase);
		expect(await rawValue(place.databaseName, 'device-envelope')).toBeUndefined();
		expect(await rawValue(place.databaseName, 'device-envelope-copy')).toBeUndefined();
		// All rows as they were, with the cells as they are now: what someone finds who has all files.
		for (const row of await readRaw(place.databaseName)) await deleteRaw(place.databaseName, row);
		for (const row of before) await writeRaw(place.databaseName, row);
		await expect(openStore(afterRestart())).rejects.toMatchObject({ code: 'unreadable' });
	});

	test('is the same however a keyboard composes its letters', async () => {
		await store.methods.setPassphrase('Gru\u0308ße aus Ko\u0308ln');
		const later = afterRestart();
		expect(await unlockByPassphrase('Grüße aus Köln', later)).toMatchObject({ unlocked: true });
	});

	test('finds other pages of the session unlocked, without a word', async () => {
		const page = await openStore(place);
		await store.methods.setPassphrase(passphrase);
		await expectAllThere(page);
		await page.put({ chats: [sampleChat('c')] });
		expect((await store.chats()).map(({ key }) => key)).toContain('c');
	});

	test('set in two pages at once: one after the other, and the later one opens', async () => {
		const page = await openStore(place);
		const answers = await Promise.all([
			store.methods.setPassphrase(passphrase),
			page.methods.setPassphrase(other),
		]);
		expect(answers).toEqual([done, done]);
		await expectAllThere(store);
		await expectAllThere(page);
		const later = afterRestart();
		expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ reason: 'wrong' });
		expect(await unlockByPassphrase(other, later)).toMatchObject({ unlocked: true });
		await expectAllThere(await openStore(later));
	});
});

describe('with a passphrase', () => {
	beforeEach(async () => {
		await store.methods.setPassphrase(passphrase);
	});

	test('is changed in a page that was open while another one added a code: both open', async () => {
		const page = await openStore(place);
		await expectAllThere(page);
		const code = createRecoveryCode();
		expect(await store.methods.addRecoveryCode(code)).toEqual(done);
		await expectAllThere(page);
		expect(await page.methods.setPassphrase(other)).toEqual(done);
		expect(await unlockByRecoveryCode(code, afterRestart())).toMatchObject({ unlocked: true });
		expect(await unlockByPassphrase(other, afterRestart())).toMatchObject({ unlocked: true });
	});

	test('a page that forgets is locked once the secret is gone, and opens by itself while it is not', async () => {
		store.forget();
		await expectAllThere(store);
		await lock();
		await expectAllThere(store);
		store.forget();
		await expect(store.view(noon)).rejects.toMatchObject({ code: 'locked' });
		await expect(store.put({ chats: [sampleChat('c')] })).rejects.toMatchObject({ code: 'locked' });
	});

	test('no secret of another vault, and nothing that is none, opens it', async () => {
		for (const secret of [toBase64url(randomBytes(32)), 'short', '{}', ''])
			await isLocked({ ...place, session: memorySession(secret) });
	});

	test('a change is at once, and the old one opens nothing, with every file there ever was', async () => {
		const before = await readRaw(place.databaseName);
		expect(await store.methods.setPassphrase(other)).toEqual(done);
		await expectAllThere(store);
		const later = afterRestart();
		expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ reason: 'wrong' });
		expect(await unlockByPassphrase(other, later)).toMatchObject({ unlocked: true });
		await expectAllThere(await openStore(later));

		for (const row of before) await writeRaw(place.databaseName, row);
		expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({
			unlocked: false,
			reason: 'damaged',
		});
	});

	test('nothing that waits in the drop box is lost where the lock is given up', async () => {
		const box = openDropBox(place);
		await box.put(encodeText('What came in the night'), noon);
		expect(await store.methods.returnToDevice()).toEqual({ done: false, reason: 'box-not-empty' });
		const taken: string[] = [];
		await box.empty(store, async (content) => {
			taken.push(decodeText(content));
		});
		expect(taken).toEqual(['What came in the night']);
		expect(await store.methods.returnToDevice()).toEqual(done);
	});

	test('a recovery code opens it as well, until another takes its place', async () => {
		const [code, next] = [createRecoveryCode(), createRecoveryCode()];
		expect(await store.methods.addRecoveryCode(code)).toEqual(done);
		const later = afterRestart();
		const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
		expect(await unlockByRecoveryCode(sloppy, later)).toMatchObject({ unlocked: true });
		await expectAllThere(await openStore(later));

		const before = await readRaw(place.databaseName);
		expect(await store.methods.addRecoveryCode(next)).toEqual(done);
		expect(await unlockByRecoveryCode(code, afterRestart())).toMatchObject({ reason: 'wrong' });
		expect(await unlockByRecoveryCode(next, afterRestart())).toMatchObject({ unlocked: true });
		for (const row of before) await writeRaw(place.databaseName, row);
		expect(await unlockByRecoveryCode(code, afterRestart())).toMatchObject({ reason: 'damaged' });
		expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({ unlocked: true });
	});

	test('a slip in a recovery code is told and not counted', async () => {
		const code = createRecoveryCode();
		await store.methods.addRecoveryCode(code);
		const slipped = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
		expect(await unlockByRecoveryCode(slipped, place)).toMatchObject({
			reason: 'mistyped',
			wrongTries: 0,
		});
		expect(await store.methods.addRecoveryCode(slipped)).toEqual({
			done: false,
			reason: 'mistyped',
		});
	});

	test('passkeys open it, each by its own answer, and are removed one by one', async () => {
		const passkeys = [1, 2].map(() => ({
			credentialId: toBase64url(randomBytes(16)),
			prfInput: toBase64url(randomBytes(32)),
			answer: randomBytes(32),
		}));
		for (const { answer, ...passkey } of passkeys)
			await store.methods.addPasskey({ ...passkey, prfOutput: answer.slice() });
		const { methods } = await readLockState(place);
		expect(methods.map(({ kind }) => kind)).toEqual(['passphrase', 'passkey', 'passkey']);
		const [first, second] = passkeys.map(({ credentialId, answer }) => {
			const id = methods.find(({ passkey }) => passkey?.credentialId === credentialId)?.id ?? '';
			return { id, answer: () => ({ id, prfOutput: answer.slice() }) };
		});
		if (!first || !second) throw new Error('two passkeys');
		for (const { answer } of [first, second])
			expect(await unlockByPasskey(answer(), afterRestart())).toMatchObject({ unlocked: true });
		const swapped = { ...first.answer(), id: second.id };
		expect(await unlockByPasskey(swapped, afterRestart())).toMatchObject({
			reason: 'wrong',
			wrongTries: 0,
		});

		const before = await readRaw(place.databaseName);
		expect(await store.methods.remove(first.id)).toEqual(done);
		expect(await unlockByPasskey(first.answer(), afterRestart())).toMatchObject({
			reason: 'not-set',
		});
		expect(await unlockByPasskey(second.answer(), afterRestart())).toMatchObject({
			unlocked: true,
		});
		for (const row of before) await writeRaw(place.databaseName, row);
		expect(await unlockByPasskey(first.answer(), afterRestart())).toMatchObject({
			reason: 'damaged',
		});
	});

	test('neither the last method is removed, nor what would leave passkeys alone', async () => {
		const [only] = (await readLockState(place)).methods;
		if (!only) throw new Error('one method');
		const refused = { done: false, reason: 'last-method' };
		expect(await store.methods.remove(only.id)).toEqual(refused);
		await store.methods.addPasskey({
			credentialId: toBase64url(randomBytes(16)),
			prfInput: toBase64url(randomBytes(32)),
			prfOutput: randomBytes(32),
		});
		expect(await store.methods.remove(only.id)).toEqual(refused);
		await store.methods.addRecoveryCode(createRecoveryCode());
		expect(await store.methods.remove(only.id)).toEqual(done);
		expect(await store.methods.remove(only.id)).toEqual({ done: false, reason: 'unknown-method' });
	});

	test('nothing is changed by a page of which the secret was taken', async () => {
		await lock();
		const before = await readRaw(place.databaseName);
		const locked = { done: false, reason: 'locked' };
		expect(await store.methods.setPassphrase(other)).toEqual(locked);
		expect(await store.methods.addRecoveryCode(createRecoveryCode())).toEqual(locked);
		expect(await store.methods.returnToDevice()).toEqual(locked);
		expect(await readRaw(place.databaseName)).toEqual(before);
	});

	test('back to the device: nothing is typed any more, and the passphrase opens nothing', async () => {
		const name = await store.hash('somebody');
		const before = await readRaw(place.databaseName);
		expect(await store.methods.returnToDevice()).toEqual(done);
		await expectAllThere(store);
		const later = afterRestart();
		const opened = await openStore(later);
		await expectAllThere(opened);
		expect(await opened.hash('somebody')).toBe(name);
		expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ reason: 'not-set' });
		expect(await later.session.read()).toBeNull();

		for (const row of await readRaw(place.databaseName)) await deleteRaw(place.databaseName, row);
		for (const row of before) await writeRaw(place.databaseName, row);
		expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ reason: 'damaged' });
	});

	test('days of adding and of last use are told, and no times', async () => {
		vi.setSystemTime(noon);
		await store.methods.setPassphrase(other);
		vi.setSystemTime(noon + 3 * dayMs);
		await unlockByPassphrase(other, afterRestart());
		const { methods } = await readLockState(place);
		expect(methods).toMatchObject([
			{
				kind: 'passphrase',
				addedOn: Math.floor(noon / dayMs) * dayMs,
				lastUsedOn: Math.floor(noon / dayMs + 3) * dayMs,
			},
		]);
		vi.useRealTimers();
	});

	test('one of the two copies of the methods is enough, and none is not taken for no lock', async () => {
		const { databaseName } = place;
		await writeRaw(databaseName, { store: 'kv', key: 'envelopes', value: randomBytes(99) });
		expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({ unlocked: true });
		for (const key of ['envelopes', 'envelopes-copy'])
			await writeRaw(databaseName, { store: 'kv', key, value: randomBytes(99) });
		await expect(unlockByPassphrase(passphrase, place)).rejects.toMatchObject({
			code: 'unreadable',
		});
		await expect(openStore(afterRestart())).rejects.toMatchObject({ code: 'unreadable' });
	});

	test('what is told of a method cannot be changed without its envelope refusing', async () => {
		const { databaseName } = place;
		const row = await rawValue(databaseName, 'envelopes');
		const plain = JSON.parse(Buffer.from(row as Uint8Array).toString());
		plain.methods[0].method.argon2.passes = 1;
		for (const key of ['envelopes', 'envelopes-copy'])
			await writeRaw(databaseName, {
				store: 'kv',
				key,
				value: new Uint8Array(Buffer.from(JSON.stringify(plain))),
			});
		expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({ reason: 'wrong' });
	});

	test('a passphrase that has become too cheap to guess is made dearer after it was typed', async () => {
		const costs = async () => {
			const row = await rawValue(place.databaseName, 'envelopes');
			const { methods } = JSON.parse(Buffer.from(row as Uint8Array).toString());
			return methods[0].method.argon2;
		};
		expect(await costs()).toMatchObject(leastCost);
		const later = {
			...afterRestart(),
			hasher: async (...given: Parameters<typeof cheapHasher>) => ({
				...(await cheapHasher(...given)),
				tookMs: 100,
			}),
		};
		const answer = await unlockByPassphrase(passphrase, later);
		if (!answer.unlocked) throw new Error('the right passphrase');
		await answer.settled;
		expect(await costs()).toMatchObject({ memoryKib: 131_072, passes: 11 });
		expect((await readLockState(place)).methods).toHaveLength(1);
		expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({ unlocked: true });
		await expectAllThere(await openStore(later));
	});
});

describe('forgotten', () => {
	test('everything is wiped, locked as it is, and a new store begins', async () => {
		await store.methods.setPassphrase(passphrase);
		const before = await readRaw(place.databaseName);
		const later = afterRestart();
		await wipe(later);
		expect(await readRaw(place.databaseName)).toEqual([]);
		expect(await readLockState(later)).toMatchObject({ mode: 'device', methods: [] });
		expect((await (await openStore(later)).view(noon)).rows).toEqual([]);
		for (const row of before) await writeRaw(place.databaseName, row);
		expect(await unlockByPassphrase(passphrase, later)).toMatchObject({ reason: 'damaged' });
	});
});

describe('wrong tries', () => {
	const tryOnce = (at: StorePlace = afterRestart()) => unlockByPassphrase(other, at);

	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: noon });
		await store.methods.setPassphrase(passphrase);
		return () => vi.useRealTimers();
	});

	test('ten are free; then each makes the next wait longer, over restarts, up to an hour', async () => {
		for (let n = 1; n <= 9; n += 1)
			expect(await tryOnce()).toMatchObject({ reason: 'wrong', wrongTries: n, nextTryAt: null });
		const delays: number[] = [];
		for (let n = 10; n <= 20; n += 1) {
			const answer = await tryOnce();
			expect(answer).toMatchObject({ reason: 'wrong', wrongTries: n });
			const { nextTryAt } = await readLockState(afterRestart());
			delays.push((nextTryAt ?? 0) - Date.now());
			expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({
				reason: 'too-soon',
				wrongTries: n,
				nextTryAt,
			});
			vi.setSystemTime(nextTryAt ?? 0);
		}
		const minutes = delays.map((delay) => delay / 60_000);
		expect(minutes).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
		expect(await unlockByPassphrase(passphrase, afterRestart())).toMatchObject({ unlocked: true });
		expect(await readLockState(place)).toMatchObject({ wrongTries: 0, nextTryAt: null });
	});

	test('many at once are counted one by one, in whatever page they are made', async () => {
		await Promise.all(Array.from({ length: 8 }, () => tryOnce()));
		expect((await readLockState(place)).wrongTries).toBe(8);
	});

	test('a browser that is killed while it tries has counted', async () => {
		const dying = { ...afterRestart(), hasher: () => Promise.reject(new Error('killed')) };
		await expect(tryOnce(dying)).rejects.toThrow('killed');
		expect((await readLockState(place)).wrongTries).toBe(1);
	});

	test('a clock that was set back does not lock anybody out', async () => {
		for (let n = 1; n <= 12; n += 1) {
			await tryOnce();
			vi.setSystemTime((await readLockState(place)).nextTryAt ?? Date.now());
		}
		await tryOnce();
		vi.setSystemTime(noon - 300 * dayMs);
		const { nextTryAt } = await readLockState(place);
		expect((nextTryAt ?? 0) - Date.now()).toBeLessThanOrEqual(240_000);
	});
});
