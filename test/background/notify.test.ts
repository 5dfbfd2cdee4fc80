import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notify } from '@/lib/background/notify';
import type { ChatReading } from '@/lib/model';
import { changePreferences } from '@/lib/unsealed/preferences';
import { speak } from '../components/catalogue';
import { makeRow } from '../components/rows';
import { chatReading } from '../networks/readings';
import { capture, Running } from './running';

afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
	fakeBrowser.reset();
	await speak('en');
	vi.spyOn(fakeBrowser.notifications, 'create');
});

const at = (ms: number) => ({ from: ms, to: ms, precision: 'exact' as const });

/** What the page's list says of Ada now. */
const list = (text: string, changes: Partial<ChatReading> = {}) =>
	capture('Ada', {
		thread: null,
		chats: [
			chatReading({
				id: 'Ada',
				title: 'Ada',
				preview: text,
				previewSide: 'theirs',
				unread: 1,
				muted: false,
				archived: false,
				lastActivity: at(Date.now()),
				...changes,
			}),
		],
	});

const shown = () => fakeBrowser.notifications.getAll() as Promise<Record<string, unknown>>;
const count = async () => Object.keys(await shown()).length;
/** What the last one said. */
const said = () => {
	const [, words] = vi.mocked(fakeBrowser.notifications.create).mock.lastCall ?? [];
	return words as unknown as { title: string; message: string } | undefined;
};

/** A background that has looked at an empty inbox before. */
async function start(preferences: Parameters<typeof changePreferences>[0]): Promise<Running> {
	await changePreferences(preferences);
	return Running.start();
}

describe('a notification', () => {
	test('is not shown of a network that was not chosen', async () => {
		const stube = await start({ notifies: ['messenger'] });
		await stube.tell('capture', list('Are you there?'));
		await vi.waitFor(async () => expect(await stube.titles()).toEqual(['Ada']));
		expect(await count()).toBe(0);
	});

	test('is shown of one chat that was chosen alone, and of none that was left out alone', async () => {
		const stube = await start({ notifies: [] });
		const choose = async (notifies: boolean) => {
			const [chat] = await (await stube.store()).chats();
			const answer = await stube.ask({
				command: 'flag-chats',
				patches: [{ chatKey: chat?.key ?? '', patch: { notifies } }],
			});
			expect(answer).toEqual({ done: true });
		};
		await stube.tell('capture', list('Are you there?', { unread: 0 }));
		await vi.waitFor(async () => expect(await stube.titles()).toEqual(['Ada']));
		await choose(true);
		await stube.tell('capture', list('Hello?'));
		await vi.waitFor(async () => expect(await count()).toBe(1));
		await changePreferences({ notifies: ['whatsapp'] });
		await choose(false);
		await vi.waitFor(async () => expect(await count()).toBe(0));
	});

	test('is shown also of what was stored while the list before it was looked through', async () => {
		await changePreferences({ notifies: ['whatsapp'] });
		const begun = Date.now();
		const said = (text: string, firstSeenAt: number) =>
			makeRow(
				{ title: text, unread: 1, lastActivity: at(begun), archived: false },
				{ preview: { text, side: 'theirs', sender: null, sentAt: at(begun), firstSeenAt } },
			);
		const known = said('Ada', begun);
		await notify([known], begun);
		await notify([known], begun + 20);
		expect(await count()).toBe(0);
		await notify([known, said('Ben', begun + 10)], begun + 30);
		expect(await count()).toBe(1);
		await notify([known, said('Ben', begun + 10)], begun + 40);
		expect(vi.mocked(fakeBrowser.notifications.create)).toHaveBeenCalledTimes(1);
	});

	test('names the network and nothing else, unless that is wanted', async () => {
		const stube = await start({ notifies: ['whatsapp'] });
		await stube.tell('capture', list('Are you there?'));
		await vi.waitFor(async () => expect(await count()).toBe(1));
		expect(JSON.stringify(said())).not.toMatch(/Ada|there/u);
		expect(said()?.title).toBe('Something new on WhatsApp');
	});

	test('says who wrote and what where that is wanted, one a chat', async () => {
		const stube = await start({ notifies: ['whatsapp'], notifiesWithText: true });
		await stube.tell('capture', list('Are you there?'));
		await vi.waitFor(() => expect(said()?.message).toBe('Are you there?'));
		await stube.tell('capture', list('Hello?'));
		await vi.waitFor(() => expect(said()?.message).toBe('Hello?'));
		expect(await count()).toBe(1);
	});

	test('goes when the chat is read, and with the message that expires', async () => {
		const stube = await start({ notifies: ['whatsapp'] });
		await stube.tell('capture', list('Are you there?'));
		await vi.waitFor(async () => expect(await count()).toBe(1));
		await stube.tell('capture', list('Are you there?', { unread: 0 }));
		await vi.waitFor(async () => expect(await count()).toBe(0));
	});

	test('is not shown of what is muted, archived, one’s own, or old', async () => {
		const stube = await start({ notifies: ['whatsapp'] });
		const quiet = [
			{ muted: true },
			{ archived: true },
			{ previewSide: 'mine' as const },
			{ lastActivity: at(Date.now() - 3_600_000) },
		];
		for (const changes of quiet) {
			await stube.tell('capture', list(`Words ${JSON.stringify(changes)}`, changes));
		}
		await vi.waitFor(async () => expect(await stube.titles()).toEqual(['Ada']));
		expect(await count()).toBe(0);
	});

	test('leads to its chat', async () => {
		const stube = await start({ notifies: ['whatsapp'] });
		await stube.tell('capture', list('Are you there?'));
		await vi.waitFor(async () => expect(await count()).toBe(1));
		const [id = ''] = Object.keys(await shown());
		await fakeBrowser.notifications.onClicked.trigger(id);
		const [chat] = await (await stube.store()).chats();
		await vi.waitFor(async () => {
			expect(await fakeBrowser.storage.session.get('place:tab')).toEqual({
				'place:tab': { chatKey: chat?.key },
			});
			expect(await count()).toBe(0);
		});
	});
});
