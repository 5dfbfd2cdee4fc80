import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLockedCollecting } from '@/lib/background/collect-locked';
import { type Capture, dayMs, hourMs } from '@/lib/model';
import { openDropBox } from '@/lib/store/drop-box';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import type { Store } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { saveCollecting } from '@/lib/unsealed/collecting';
import { forgetLoss, isAnythingLost, loadLostDays } from '@/lib/unsealed/lost-while-locked';
import { chatReading, messageReading } from '../networks/readings';
import { lockablePlace } from '../store/locked-store';
import { newDatabaseName, noon } from '../store/samples';

const passphrase = 'seven geese on a frozen canal';
let place: Required<StorePlace>;

const boxed = (limit?: number) =>
	createLockedCollecting(openDropBox(lockablePlace(place.databaseName), limit));
const contents = () => openDropBox(lockablePlace(place.databaseName)).contents();

beforeEach(async () => {
	fakeBrowser.reset();
	vi.useFakeTimers({ toFake: ['Date'], now: noon });
	place = lockablePlace(newDatabaseName());
	await (await openStore(place)).methods.setPassphrase(passphrase);
	return () => vi.useRealTimers();
});

function capture(text: string, more: Partial<Capture> = {}): Capture {
	return {
		network: 'whatsapp',
		account: 'me',
		readAt: Date.now(),
		chats: [chatReading({ id: 'ada', title: 'Ada' })],
		thread: {
			chatId: 'ada',
			provisionalId: null,
			title: 'Ada',
			messages: [messageReading({ id: text, text })],
		},
		...more,
	};
}

/** What waits, as somebody who unlocks gets it. */
async function unlocked(): Promise<{ inbox: Store; texts: (string | null)[]; times: number[] }> {
	const opened = lockablePlace(place.databaseName);
	await unlockByPassphrase(passphrase, opened);
	const inbox = await openStore(opened);
	const texts: (string | null)[] = [];
	const times: number[] = [];
	await boxed().empty(inbox, Date.now(), async ({ thread }, at) => {
		texts.push(thread?.messages[0]?.text ?? null);
		times.push(at);
	});
	return { inbox, texts, times };
}

describe('what pages show while it is locked', () => {
	test('is handed out once somebody unlocks: in the order and as of when it came, once', async () => {
		for (const [n, text] of ['one', 'two', 'three'].entries()) {
			vi.setSystemTime(noon + n * hourMs);
			// Each by a worker of its own: the one before is dead.
			expect(await boxed().keep(capture(text))).toBe(true);
		}
		const { texts, times } = await unlocked();
		expect(texts).toEqual(['one', 'two', 'three']);
		expect(times).toEqual([0, 1, 2].map((n) => noon + n * hourMs));
		expect((await unlocked()).texts).toEqual([]);
		expect((await contents()).records).toBe(0);
	});

	test('does not fill the box where a page is loaded again, and what is new in it is kept', async () => {
		const collecting = boxed();
		for (let n = 0; n < 10; n += 1) await collecting.keep(capture('the same'));
		expect((await contents()).records).toBe(1);
		await collecting.keep(capture('something new'));
		await boxed().keep(capture('something new'));
		expect((await contents()).records).toBe(2);
		const seen = await fakeBrowser.storage.session.get('seen-while-locked');
		expect(Object.keys(seen)).toHaveLength(1);
		expect(JSON.stringify(seen)).not.toMatch(/Ada|ada|new|same/u);
	});

	test('is not kept where that is turned off, and is asked for again', async () => {
		await saveCollecting(false);
		expect(await boxed().keep(capture('unwanted'))).toBe(false);
		expect((await contents()).records).toBe(0);
	});

	test('is not kept once the box is full, and what is in it stays', async () => {
		const full = boxed(4_096);
		let kept = 0;
		for (let n = 0; n < 8; n += 1) if (await full.keep(capture(`text ${n}`))) kept += 1;
		expect(kept).toBeGreaterThan(0);
		expect(kept).toBeLessThan(8);
		const { texts } = await unlocked();
		expect(texts).toEqual(Array.from({ length: kept }, (_, n) => `text ${n}`));
	});

	test('dies after the shortest timer, unlocked or not, and it is told once on which day', async () => {
		await fakeBrowser.storage.local.set({ 'box-life': hourMs });
		const collecting = boxed();
		await collecting.keep(capture('too old'));
		vi.setSystemTime(noon + dayMs);
		await collecting.keep(capture('young enough'));
		await collecting.efface(noon + dayMs);
		expect([await isAnythingLost(), await loadLostDays()]).toEqual([
			true,
			[Math.floor(noon / dayMs)],
		]);
		expect((await unlocked()).texts).toEqual(['young enough']);
		await forgetLoss();
		// The chats that lack something go on saying so.
		expect([await isAnythingLost(), (await loadLostDays()).length]).toEqual([false, 1]);
	});
});
