import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDropBox } from '@/lib/store/drop-box';
import { readLockState } from '@/lib/store/methods';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import { toBase64url } from '@/lib/vault/base64url';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { createRecoveryCode } from '@/lib/vault/recovery-code';
import { memorySession, type SessionSecret } from '@/lib/vault/session-secret';
import { attack, type Known } from './attack';
import { lockablePlace } from './locked-store';
import { type RawRow, readRaw } from './raw-database';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';

const first = 'seven geese on a frozen canal';
const second = 'a lamp that hums at night';
const [oldCode, newCode] = [createRecoveryCode(), createRecoveryCode()];
const answers = [randomBytes(32), randomBytes(32)].map(toBase64url) as [string, string];
const passkey = (answer: string) => ({
	credentialId: toBase64url(randomBytes(16)),
	prfInput: toBase64url(randomBytes(32)),
	prfOutput: Uint8Array.from(Buffer.from(answer, 'base64url')),
});

/** What is told without any key of the vault: what dies when, and how much waits. */
const byDevice = ['box label', 'due'];
const everything = ['box', 'box label', 'dir', 'dir-1', 'due', 'identity', 'view'];
const longer = { timeout: 30_000 };

let place: Required<StorePlace>;
/** Every row there ever was, as a database's files keep them. */
let history: RawRow[];

async function remember(): Promise<void> {
	history.push(...(await readRaw(place.databaseName)));
}

async function attackWith(known: Known, rows?: RawRow[]) {
	const refs = await place.cells.refs();
	const found = await place.cells.read(refs);
	const cells = refs.flatMap((ref, index) => {
		const secret = found[index];
		return secret ? [{ ref, secret }] : [];
	});
	const gains = await attack(
		{ rows: rows ?? (await readRaw(place.databaseName)), cells },
		known,
		place.hasher,
	);
	expect(gains.tries).toBeGreaterThan(200);
	return gains;
}

async function readsAll(secret: string | undefined): Promise<boolean> {
	const session: SessionSecret = memorySession(secret ?? null);
	const store = await openStore({ ...place, session });
	const { messages } = await store.page('a', 0, noon);
	return messages[0]?.text === 'Text of m1' && store.unreadableRecords === 0;
}

describe('somebody with the whole profile and the program', longer, () => {
	beforeAll(async () => {
		history = [];
		place = lockablePlace(newDatabaseName());
		const store = await openStore(place);
		await store.put({
			chats: [sampleChat('a', { title: 'Waldemar' })],
			messages: [{ chatKey: 'a', messages: [sampleMessage('m1')] }],
		});
		await store.merge();
		await remember();
		await store.methods.setPassphrase(first);
		await store.methods.addRecoveryCode(oldCode);
		await store.methods.addPasskey(passkey(answers[0]));
		await store.methods.addPasskey(passkey(answers[1]));
		const box = openDropBox(place);
		for (const n of [1, 2, 3]) await box.put(encodeText(`record ${n} that waits`), noon);
	});

	test('opens nothing but what tells when something dies, without passphrase, code and passkey', async () => {
		const guesses = {
			passphrases: [second, 'password'],
			codes: [newCode],
			passkeyAnswers: [toBase64url(randomBytes(32))],
		};
		await remember();
		expect(await attackWith(guesses, history)).toMatchObject({ secrets: [], opened: byDevice });
		await expect(readsAll(toBase64url(randomBytes(32)))).rejects.toMatchObject({ code: 'locked' });
	});

	test.each<[string, Known]>([
		['the passphrase', { passphrases: ['wrong', first] }],
		['the code', { codes: [oldCode] }],
		['one passkey', { passkeyAnswers: [answers[0]] }],
		['the other passkey', { passkeyAnswers: [answers[1]] }],
	])('opens everything with %s', async (_, known) => {
		const { secrets, opened } = await attackWith(known);
		expect(secrets).toHaveLength(1);
		expect(opened).toEqual(everything);
		expect(await readsAll(secrets[0])).toBe(true);
	});

	test('opens nothing with what was changed or removed, though every row that ever was is there', async () => {
		const store = await openStore(place);
		await remember();
		await store.methods.setPassphrase(second);
		await store.methods.addRecoveryCode(newCode);
		const passkeys = (await readLockState(place)).methods.filter(({ kind }) => kind === 'passkey');
		await store.methods.remove(passkeys[0]?.id ?? '');
		await remember();
		const gone = { passphrases: [first], codes: [oldCode], passkeyAnswers: [answers[0]] };
		expect(await attackWith(gone, history)).toMatchObject({ secrets: [], opened: byDevice });
		for (const known of [
			{ passphrases: [second] },
			{ codes: [newCode] },
			{ passkeyAnswers: [answers[1]] },
		]) {
			const { secrets } = await attackWith(known, history);
			expect(secrets).toHaveLength(1);
			expect(await readsAll(secrets[0])).toBe(true);
		}
	});

	test('opens everything where nothing is to be typed, as is said, and nothing of the time before with what was', async () => {
		const store = await openStore(place);
		await openDropBox(place).empty(store, async () => undefined);
		expect(await store.methods.returnToDevice()).toEqual({ done: true });
		const { secrets } = await attackWith({}, [...history, ...(await readRaw(place.databaseName))]);
		expect(secrets).toHaveLength(1);
		const all = {
			passphrases: [first, second],
			codes: [oldCode, newCode],
			passkeyAnswers: answers,
		};
		expect(await attackWith(all, history)).toMatchObject({ secrets: [] });
	});
});
