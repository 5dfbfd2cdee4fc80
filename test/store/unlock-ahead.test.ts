import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hourMs } from '@/lib/model';
import { openStore } from '@/lib/store/open-store';
import { type StorePlace, type Surroundings, surroundingsOf } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';
import { type UnlockAnswer, unlockByPassphrase } from '@/lib/store/unlock';
import type { Hasher } from '@/lib/vault/hasher';
import { cheapHasher, lockablePlace } from './locked-store';
import { newDatabaseName, noon, sampleChat, sampleMessage } from './samples';

const passphrase = 'seven geese on a frozen canal';

let place: Required<StorePlace>;
let other: Store;
/** What is done while a passphrase is hashed, when all that is sealed was read. */
let meanwhile: () => Promise<unknown>;

const slowHasher: Hasher = async (typed, parameters) => {
	const hashed = await cheapHasher(typed, parameters);
	await new Promise((resolve) => setTimeout(resolve, 30));
	await meanwhile();
	return hashed;
};

/** A page that found it locked and shows the lock screen. */
async function lockedPage(): Promise<Surroundings> {
	const page = surroundingsOf({ ...lockablePlace(place.databaseName), hasher: slowHasher });
	await expect(openStore(page)).rejects.toMatchObject({ code: 'locked' });
	return page;
}

const listed = (answer: UnlockAnswer): string[] =>
	answer.unlocked ? (answer.inbox?.view?.rows ?? []).map(({ chat }) => chat.key).sort() : [];

beforeEach(async () => {
	meanwhile = async () => undefined;
	place = lockablePlace(newDatabaseName());
	other = await openStore(place);
	await other.put({
		chats: [sampleChat('a'), sampleChat('b')],
		messages: [{ chatKey: 'a', messages: [sampleMessage('m1')] }],
	});
	await other.merge();
	await other.methods.setPassphrase(passphrase);
});

afterEach(() => {
	vi.useRealTimers();
});

test('the list comes with the answer, and the store with it goes on from there', async () => {
	const page = await lockedPage();
	const answer = await unlockByPassphrase(passphrase, page);
	expect(listed(answer)).toEqual(['a', 'b']);
	const store = answer.unlocked ? answer.inbox?.store : null;
	expect((await store?.page('a', 0, noon))?.messages).toMatchObject([{ text: 'Text of m1' }]);
	await store?.put({ chats: [sampleChat('c')] });
	expect((await other.chats()).map(({ key }) => key)).toContain('c');
});

test.each(['put', 'merge'] as const)(
	'what another page stores (%s) between the reading and the key is in the list',
	async (how) => {
		const page = await lockedPage();
		meanwhile = async () => {
			await other.put({ chats: [sampleChat('c')] });
			if (how === 'merge') await other.merge();
		};
		expect(listed(await unlockByPassphrase(passphrase, page))).toEqual(['a', 'b', 'c']);
	},
);

test('the list is as of when the key is there, not of when it was typed', async () => {
	const typedAt = Date.now();
	await other.put({
		chats: [sampleChat('d', { timer: hourMs })],
		messages: [{ chatKey: 'd', messages: [sampleMessage('m2', noon - typedAt)] }],
	});
	const page = await lockedPage();
	meanwhile = async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: typedAt + hourMs });
	};
	expect(listed(await unlockByPassphrase(passphrase, page))).toEqual(['a', 'b']);
});

test('a wrong passphrase opens nothing, and the right one after it what is there by then', async () => {
	const page = await lockedPage();
	expect(await unlockByPassphrase('another', page)).toMatchObject({ reason: 'wrong' });
	await expect(openStore(page)).rejects.toMatchObject({ code: 'locked' });
	await other.put({ chats: [sampleChat('c')] });
	expect(listed(await unlockByPassphrase(passphrase, page))).toEqual(['a', 'b', 'c']);
});
