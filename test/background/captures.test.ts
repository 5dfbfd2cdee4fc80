import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureLimits } from '@/lib/limits';
import { loadReports } from '@/lib/unsealed/reader-reports';
import { chatReading } from '../networks/readings';
import { FakeHosts } from './fake-hosts';
import { capture, ownPage, Running, reader, whatsapp } from './running';

beforeEach(() => fakeBrowser.reset());

describe('what a reader sends', () => {
	test('is on disk when it is answered', async () => {
		const stube = await Running.start();
		expect(await stube.tell('capture', capture())).toEqual({ stop: false, stored: true });
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('at the same time becomes one inbox', async () => {
		const stube = await Running.start();
		await Promise.all([
			stube.tell('capture', capture('Ada')),
			stube.tell('capture', capture('Ada')),
			stube.tell('capture', capture('Ben')),
		]);
		expect(await stube.titles()).toEqual(['Ada', 'Ben']);
		const store = await stube.store();
		for (const { key } of await store.chats()) expect(await store.messages(key)).toHaveLength(1);
	});

	test('again after the worker died changes nothing', async () => {
		const stube = await Running.start();
		await stube.tell('capture', capture());
		const before = await (await stube.store()).chats();
		await stube.wake();
		expect(await stube.tell('capture', capture())).toEqual({ stop: false, stored: true });
		expect(await (await stube.store()).chats()).toEqual(before);
	});

	test('comes from the network of its origin, whatever it says', async () => {
		const stube = await Running.start();
		await stube.tell('capture', { ...capture(), network: 'instagram' });
		expect(await (await stube.store()).chats()).toMatchObject([{ network: 'whatsapp' }]);
	});

	test('is known by its address where the browser tells no origin', async () => {
		const stube = await Running.start();
		const { origin: _, ...sender } = reader;
		expect(await stube.tell('capture', capture(), sender)).toMatchObject({ stored: true });
	});

	test.each([
		['another extension', { ...reader, id: 'other' }],
		['a frame', { ...reader, frameId: 3 }],
		['no tab', { ...reader, tab: undefined }],
	])('from %s is refused and counted', async (_, sender) => {
		const stube = await Running.start();
		const answer = await stube.tell('capture', capture(), sender as typeof reader);
		expect(answer).toEqual({ stop: true, stored: false });
		expect(await stube.titles()).toEqual([]);
		expect((await loadReports()).whatsapp.dropped.captures).toBe(1);
	});

	test.each([
		['another site', 'https://web.whatsapp.com.example'],
		['another scheme', 'http://web.whatsapp.com'],
		['a sandbox', 'null'],
		['our own page', ownPage.url],
	])('from %s is refused', async (_, url) => {
		const stube = await Running.start();
		const sender = { ...reader, origin: url, url };
		expect(await stube.tell('capture', capture(), sender as typeof reader)).toMatchObject({
			stop: true,
			stored: false,
		});
		expect(await stube.titles()).toEqual([]);
	});

	test('from a host that is not allowed any more is refused, counted, and the reader ends', async () => {
		const stube = await Running.start();
		stube.hosts.granted.clear();
		expect(await stube.tell('capture', capture())).toEqual({ stop: true, stored: false });
		expect(await stube.tell('hello', null)).toMatchObject({ stop: true });
		expect(await stube.titles()).toEqual([]);
		expect((await loadReports()).whatsapp.dropped.captures).toBe(1);
	});

	test('that is too large or broken is refused whole and counted', async () => {
		const stube = await Running.start();
		const tooMany = Array(captureLimits.items + 1).fill(chatReading());
		for (const payload of [capture('Ada', { chats: tooMany }), { chats: 'all' }, null]) {
			expect(await stube.tell('capture', payload)).toEqual({
				stop: false,
				stored: false,
				refused: true,
			});
		}
		expect(await stube.titles()).toEqual([]);
		expect((await loadReports()).whatsapp.dropped).toEqual({ captures: 3, rows: 0 });
	});

	test('loses only a broken row, and that is counted', async () => {
		const stube = await Running.start();
		const chats = [chatReading({ title: 'Ada' }), { title: 7 }, { ...chatReading({ id: null }) }];
		expect(await stube.tell('capture', capture('Ada', { chats, thread: null }))).toMatchObject({
			stored: true,
		});
		expect(await stube.titles()).toEqual(['Ada']);
		expect((await loadReports()).whatsapp.dropped).toEqual({ captures: 0, rows: 2 });
	});

	test('is not acknowledged when it cannot be stored', async () => {
		const stube = await Running.start();
		stube.store = () => Promise.reject(new Error('no disk'));
		await stube.wake();
		expect(await stube.tell('capture', capture())).toEqual({ stop: false, stored: false });
	});

	test('that is no message of ours is left to others', async () => {
		const stube = await Running.start();
		expect(await stube.tell('confess', null)).toBeUndefined();
	});
});

describe('what a reader says of itself', () => {
	const health = {
		state: 'reading',
		readAt: 5,
		layers: { chats: 'testid', messages: null },
		counts: { chats: 3, messages: 0 },
		problems: ['row-without-title'],
	};

	test('is kept for the pages, the last of each tab', async () => {
		const stube = await Running.start();
		await stube.tell('health', { ...health, state: 'loading' });
		expect(await stube.tell('health', health)).toEqual({ stop: false, stored: false });
		const { tabs } = (await loadReports()).whatsapp;
		expect(tabs.map((tab) => tab.health)).toEqual([health]);
	});

	test('holds for the page that said it, not for the one that its tab loads next', async () => {
		const stube = await Running.start();
		await stube.tell('health', health);
		await stube.tell('hello', null, { ...reader, tab: { id: 2 } });
		expect((await loadReports()).whatsapp.tabs).toHaveLength(1);
		await stube.tell('hello', null);
		expect((await loadReports()).whatsapp).toMatchObject({ tabs: [], lastReadAt: health.readAt });
	});

	test('is ignored when it is not what a reader may say', async () => {
		const stube = await Running.start();
		await stube.tell('health', { ...health, state: 'wonderful' });
		await stube.tell('health', { ...health, problems: ['x'.repeat(61)] });
		expect((await loadReports()).whatsapp.tabs).toEqual([]);
	});

	test('is heard of each host of a network by itself', async () => {
		const hosts = new FakeHosts(['https://www.messenger.com/*']);
		const stube = await Running.start(hosts);
		const at = (origin: string) => ({ ...reader, origin, url: `${origin}/` });
		expect(await stube.tell('hello', null, at('https://www.messenger.com'))).toMatchObject({
			stop: false,
		});
		expect(await stube.tell('hello', null, at('https://www.facebook.com'))).toMatchObject({
			stop: true,
		});
		expect(await stube.tell('hello', null, at(whatsapp))).toMatchObject({ stop: true });
	});
});
