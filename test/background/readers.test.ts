import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadOpenQuestions } from '@/lib/unsealed/turned-off';
import { FakeHosts } from './fake-hosts';
import { capture, Running, whatsapp } from './running';

beforeEach(() => fakeBrowser.reset());

const messenger = 'https://www.messenger.com/*';
const facebook = ['https://www.facebook.com/*', 'https://web.facebook.com/*'];
const scriptsOf = ({ scripts }: FakeHosts) =>
	Object.fromEntries([...scripts].map(([id, { matches }]) => [id, matches]));

describe('readers', () => {
	test('are registered for what is allowed at the start, and for nothing else', async () => {
		const hosts = new FakeHosts([`${whatsapp}/*`, messenger]);
		await Running.start(hosts);
		expect(scriptsOf(hosts)).toEqual({
			'reader-whatsapp': [`${whatsapp}/*`],
			'reader-messenger': [messenger],
		});
	});

	test('stay registered once, however often the worker starts', async () => {
		const stube = await Running.start();
		await stube.wake();
		await stube.wake();
		expect(scriptsOf(stube.hosts)).toEqual({ 'reader-whatsapp': [`${whatsapp}/*`] });
	});

	test('start in the tabs that are open when a network is turned on', async () => {
		const tabs = [
			{ id: 1, url: `${whatsapp}/`, reader: 'none' as const },
			{ id: 2, url: 'https://example.org/', reader: 'none' as const },
			{ id: 3, url: `${whatsapp}/`, reader: 'none' as const, discarded: true },
		];
		const stube = await Running.start(new FakeHosts([], tabs));
		expect(stube.hosts.started).toEqual([]);
		stube.hosts.grant(`${whatsapp}/*`);
		await vi.waitFor(() =>
			expect(stube.hosts.started).toEqual([{ tabId: 1, file: '/content-scripts/whatsapp.js' }]),
		);
	});

	test('start in open tabs after an update, but not where one lives', async () => {
		const hosts = new FakeHosts(
			[`${whatsapp}/*`],
			[
				{ id: 1, url: `${whatsapp}/`, reader: 'alive' },
				{ id: 2, url: `${whatsapp}/`, reader: 'none' },
			],
		);
		const stube = await Running.start(hosts);
		await vi.waitFor(() => expect(hosts.started.map(({ tabId }) => tabId)).toEqual([2]));
		await stube.wake();
		expect(hosts.started).toHaveLength(1);
	});

	test('are waited for in no tab that is frozen', async () => {
		const hosts = new FakeHosts(
			[`${whatsapp}/*`],
			[{ id: 1, url: `${whatsapp}/`, reader: 'frozen' }],
		);
		const stube = await Running.start(hosts);
		expect(await stube.tell('capture', capture())).toMatchObject({ stored: true });
	});

	test('follow the second host of a network, and one that is taken back', async () => {
		const tabs = [
			{ id: 1, url: 'https://www.messenger.com/t/1/', reader: 'alive' as const },
			{ id: 2, url: 'https://www.facebook.com/messages/', reader: 'none' as const },
		];
		const stube = await Running.start(new FakeHosts([messenger], tabs));
		stube.hosts.grant(...facebook);
		await vi.waitFor(() =>
			expect(scriptsOf(stube.hosts)).toEqual({ 'reader-messenger': [messenger, ...facebook] }),
		);
		await vi.waitFor(() => expect(stube.hosts.started.map(({ tabId }) => tabId)).toEqual([2]));
		stube.hosts.revoke(messenger);
		await vi.waitFor(() => expect(stube.hosts.stopped.map(({ tabId }) => tabId)).toEqual([1]));
		expect(scriptsOf(stube.hosts)).toEqual({ 'reader-messenger': facebook });
		expect(await loadOpenQuestions()).toEqual([]);
	});
});

describe('a network that is turned off', () => {
	async function startReading(): Promise<Running> {
		const tabs = [{ id: 1, url: `${whatsapp}/`, reader: 'alive' as const }];
		const stube = await Running.start(new FakeHosts([`${whatsapp}/*`], tabs));
		await stube.tell('capture', capture());
		return stube;
	}

	test('here gives its hosts back, stops its readers and asks what to keep', async () => {
		const stube = await startReading();
		expect(await stube.ask({ command: 'turn-off', network: 'whatsapp' })).toEqual({ done: true });
		expect([...stube.hosts.granted]).toEqual([]);
		expect(scriptsOf(stube.hosts)).toEqual({});
		await vi.waitFor(() => expect(stube.hosts.stopped).toHaveLength(1));
		expect(await loadOpenQuestions()).toEqual(['whatsapp']);
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('in the browser does the same', async () => {
		const stube = await startReading();
		stube.hosts.revoke(`${whatsapp}/*`);
		await vi.waitFor(async () => expect(await loadOpenQuestions()).toEqual(['whatsapp']));
		expect(scriptsOf(stube.hosts)).toEqual({});
	});

	test('while the worker was dead is noticed when it starts', async () => {
		const stube = await startReading();
		stube.hosts.granted.clear();
		await stube.wake();
		expect(await loadOpenQuestions()).toEqual(['whatsapp']);
	});

	test('is asked about before its reader goes, so that a worker that dies asks again', async () => {
		const stube = await startReading();
		const unregister = vi.spyOn(fakeBrowser.scripting, 'unregisterContentScripts');
		unregister.mockRejectedValue(new Error('the worker dies'));
		await stube.ask({ command: 'turn-off', network: 'whatsapp' });
		await vi.waitFor(async () => expect(await loadOpenQuestions()).toEqual(['whatsapp']));
	});

	test('stores nothing that was still on its way', async () => {
		const stube = await startReading();
		const told = stube.tell('capture', capture('Ben'));
		stube.hosts.revoke(`${whatsapp}/*`);
		expect(await told).toEqual({ stop: true, stored: false });
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('keeps its copies, or loses them, as the user says', async () => {
		const stube = await startReading();
		await stube.ask({ command: 'turn-off', network: 'whatsapp' });
		await stube.ask({ command: 'settle-turned-off', network: 'whatsapp', keep: true });
		expect(await loadOpenQuestions()).toEqual([]);
		expect(await stube.titles()).toEqual(['Ada']);
		await stube.ask({ command: 'settle-turned-off', network: 'whatsapp', keep: false });
		expect(await stube.titles()).toEqual([]);
	});

	test('is not asked about when nothing of it is stored', async () => {
		const stube = await Running.start();
		await stube.ask({ command: 'turn-off', network: 'whatsapp' });
		expect(await loadOpenQuestions()).toEqual([]);
	});

	test('and on again is not asked about any more', async () => {
		const stube = await startReading();
		await stube.ask({ command: 'turn-off', network: 'whatsapp' });
		stube.hosts.grant(`${whatsapp}/*`);
		await vi.waitFor(async () => expect(await loadOpenQuestions()).toEqual([]));
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('is refused where the hosts came with the installation', async () => {
		const stube = await startReading();
		stube.hosts.required = [`${whatsapp}/*`];
		expect(await stube.ask({ command: 'turn-off', network: 'whatsapp' })).toEqual({
			done: false,
			reason: 'host-required',
		});
		expect(scriptsOf(stube.hosts)).toEqual({ 'reader-whatsapp': [`${whatsapp}/*`] });
	});
});
