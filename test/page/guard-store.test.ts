import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type GuardedStore, guardStore, type StoreGuard } from '@/lib/page/guard-store';
import { leaveOwnPlace } from '@/lib/page/own-place';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { takeKey, whileUnlocking } from '@/lib/unsealed/locking';
import { browserSession } from '@/lib/vault/session-secret';
import { lockablePlace } from '../store/locked-store';
import { newDatabaseName, sampleChat } from '../store/samples';

const passphrase = 'seven geese on a frozen canal';

let place: Required<StorePlace>;
vi.mock('@/lib/store/place', async (load) => {
	const real = await load<typeof import('@/lib/store/place')>();
	return {
		...real,
		// What a page opens is what this test stored.
		surroundingsOf: (given: StorePlace) =>
			real.surroundingsOf(Object.keys(given).length === 0 ? place : given),
	};
});

let states: GuardedStore[];
let guard: StoreGuard;
let unwatch: () => void;
const last = () => states.at(-1);
const names = () => last()?.first?.rows.map(({ chat }) => chat.key);

beforeEach(async () => {
	fakeBrowser.reset();
	// The stand-in has none; who reads the session is tried in real browsers.
	Object.assign(fakeBrowser.storage.session, { setAccessLevel: async () => undefined });
	place = lockablePlace(newDatabaseName(), browserSession);
	const store = await openStore(place);
	await store.put({ chats: [sampleChat('a')] });
	await store.methods.setPassphrase(passphrase);
	states = [];
	guard = guardStore((state) => states.push(state));
	unwatch = guard.watch();
	await vi.waitFor(() => expect(names()).toEqual(['a']));
});

afterEach(() => {
	unwatch();
	leaveOwnPlace();
});

async function lockElsewhere(): Promise<void> {
	await takeKey('asked');
	await vi.waitFor(() =>
		expect(last()).toMatchObject({ isLocked: true, store: null, first: null }),
	);
}

test('shows the store and its list in one step', () => {
	expect(states).toHaveLength(1);
	expect(last()).toMatchObject({ isLocked: false, problem: null });
});

test('is empty as soon as somebody begins to lock, while the key is still there', async () => {
	const { store } = last() ?? {};
	const marking = vi.spyOn(fakeBrowser.storage.session, 'set');
	let go = (): void => undefined;
	marking.mockImplementationOnce(
		() =>
			new Promise<void>((resolve) => {
				go = resolve;
			}),
	);
	const taking = takeKey('asked');
	await vi.waitFor(() => expect(last()).toMatchObject({ isLocked: true, store: null }));
	expect(await browserSession.read()).not.toBeNull();
	go();
	await taking;
	await expect(store?.view(Date.now())).rejects.toMatchObject({ code: 'locked' });
});

test('shows with the answer what an attempt of its own opens', async () => {
	await lockElsewhere();
	const answer = await whileUnlocking(
		() => guard.unlock((own) => unlockByPassphrase(passphrase, own)),
		({ unlocked }) => unlocked,
	);
	expect(answer).toMatchObject({ unlocked: true });
	await vi.waitFor(() => expect(names()).toEqual(['a']));
	expect(states.filter(({ store }) => store !== null)).toHaveLength(2);
});

test('stays locked after a wrong try, and opens when another page unlocks', async () => {
	await lockElsewhere();
	expect(await guard.unlock((own) => unlockByPassphrase('another', own))).toMatchObject({
		reason: 'wrong',
	});
	expect(last()).toMatchObject({ isLocked: true });
	await whileUnlocking(
		() => unlockByPassphrase(passphrase, { ...place }),
		({ unlocked }) => unlocked,
	);
	await vi.waitFor(() => expect(names()).toEqual(['a']));
});
