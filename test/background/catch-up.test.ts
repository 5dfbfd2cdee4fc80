import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadCatchUps } from '@/lib/unsealed/catch-ups';
import { FakeHosts } from './fake-hosts';
import { Running, reader, whatsapp } from './running';

beforeEach(() => fakeBrowser.reset());

const tab = (id: number, more: Partial<FakeHosts['tabs'][number]> = {}) => ({
	id,
	url: `${whatsapp}/`,
	reader: 'alive' as const,
	...more,
});
const start = (...tabs: FakeHosts['tabs']) => Running.start(new FakeHosts([`${whatsapp}/*`], tabs));
const catchUp = { command: 'catch-up', network: 'whatsapp', show: false } as const;

test('the tab that is seen is caught up, not one that sleeps or is behind it', async () => {
	const stube = await start(
		tab(1, { lastAccessed: 5 }),
		tab(2, { active: true, lastAccessed: 3 }),
		tab(3, { discarded: true, active: true }),
	);
	expect(await stube.ask(catchUp)).toEqual({ done: true });
	expect(stube.hosts.started).toContainEqual({ tabId: 2, file: '/catch-up.js' });
	expect(stube.hosts.ordered).toEqual([{ tabId: 2, order: 'catch-up' }]);
});

test('a tab is brought to the front only if that was asked for', async () => {
	const stube = await start(tab(1));
	await stube.ask(catchUp);
	expect(stube.hosts.tabs[0]?.active).toBeUndefined();
	await stube.ask({ ...catchUp, show: true });
	expect(stube.hosts.tabs[0]?.active).toBe(true);
});

test('where no tab is open or none is awake, that is the answer', async () => {
	const none = await start();
	expect(await none.ask(catchUp)).toEqual({ done: false, reason: 'no-tab' });
	const asleep = await start(tab(1, { discarded: true }));
	expect(await asleep.ask(catchUp)).toEqual({ done: false, reason: 'no-tab' });
});

test('a tab whose reader does not answer is not said to be caught up', async () => {
	const stube = await start(tab(1, { reader: 'frozen' }));
	expect(await stube.ask(catchUp)).toEqual({ done: false, reason: 'no-answer' });
	expect((await loadCatchUps()).whatsapp?.progress.state).toBe('left');
});

test('what its page tells outlives the worker, and the right tab is told to stop', async () => {
	const stube = await start(tab(1), tab(2));
	await stube.ask(catchUp);
	await stube.tell(
		'catch-up',
		{ state: 'running', chats: 12, share: 0.2 },
		{ ...reader, tab: { id: 2 } },
	);
	await stube.wake();
	expect((await loadCatchUps()).whatsapp).toMatchObject({ tabId: 2, progress: { chats: 12 } });
	expect(await stube.ask({ command: 'end-catch-up', network: 'whatsapp' })).toEqual({ done: true });
	expect(stube.hosts.ordered.at(-1)).toEqual({ tabId: 2, order: 'end-catch-up' });
});

test('a page that tells nonsense changes nothing', async () => {
	const stube = await start(tab(1));
	await stube.tell('catch-up', { state: 'running', chats: 'many', share: 7 });
	expect(await loadCatchUps()).toEqual({});
});
