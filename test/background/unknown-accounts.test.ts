import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chatReading } from '../networks/readings';
import { capture, Running, reader } from './running';

beforeEach(() => fakeBrowser.reset());

const health = (state: string) => ({
	state,
	readAt: Date.now(),
	layers: { chats: null, messages: null },
	counts: { chats: 0, messages: 0 },
	problems: [],
});
const tab = (id: number) => ({ ...reader, tab: { id } });
const show = (stube: Running, title: string, tabId = 1, account: string | null = null) =>
	stube.tell('capture', capture(title, { account }), tab(tabId));
const signOut = (stube: Running, tabId = 1) =>
	stube.tell('health', health('signed-out'), tab(tabId));

describe('an account that its page does not tell', () => {
	test('is one over pages, workers and tabs', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada');
		await stube.wake();
		await stube.tell('hello', null, tab(2));
		await show(stube, 'Ada', 2);
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('is another one after a page showed that its person signed out', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada');
		await signOut(stube);
		await stube.wake();
		await show(stube, 'Ada');
		expect(await stube.titles()).toEqual(['Ada', 'Ada']);
		await stube.wake();
		await show(stube, 'Ada');
		expect(await stube.titles()).toEqual(['Ada', 'Ada']);
	});

	test('stays another one when the browser starts again', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada');
		await signOut(stube);
		await show(stube, 'Ada');
		await fakeBrowser.storage.session.clear();
		await stube.wake();
		await show(stube, 'Ada');
		expect(await stube.titles()).toEqual(['Ada', 'Ada']);
	});

	test('is closed once, however many of its tabs say so and how often', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada', 1);
		await show(stube, 'Ada', 2);
		await signOut(stube, 1);
		await signOut(stube, 1);
		await show(stube, 'Ada', 1);
		await signOut(stube, 2);
		await show(stube, 'Ada', 2);
		expect(await stube.titles()).toEqual(['Ada', 'Ada']);
	});

	test('keeps what a tab still shows that was not loaded again since', async () => {
		const stube = await Running.start();
		await stube.tell('hello', null, tab(2));
		await show(stube, 'Ada', 1);
		await signOut(stube, 1);
		await show(stube, 'Ada', 2);
		expect(await stube.titles()).toEqual(['Ada']);
	});
});

describe('an account that its page tells late', () => {
	test('has what the same page showed before', async () => {
		const stube = await Running.start();
		await stube.tell('hello', null, tab(1));
		await show(stube, 'Ada');
		await stube.wake();
		await show(stube, 'Ada', 1, 'me');
		await show(stube, 'Ada', 1, 'me');
		const chats = await (await stube.store()).chats();
		expect(chats).toHaveLength(1);
		expect(await (await stube.store()).messages(chats[0]?.key ?? '')).toHaveLength(1);
		// Another page of it finds the same chat.
		await stube.tell('hello', null, tab(2));
		await show(stube, 'Ada', 2, 'me');
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('has what went only by a row, also once its id is known', async () => {
		const stube = await Running.start();
		const row = (account: string | null, id: string | null) => ({
			...capture('Ada', { account, thread: null }),
			chats: [chatReading({ id, provisionalId: 'row-1', title: 'Ada' })],
		});
		await stube.tell('capture', row(null, null), tab(1));
		await stube.tell('capture', row('me', null), tab(1));
		expect(await stube.titles()).toEqual(['Ada']);
		await stube.tell('capture', row('me', 'id-1'), tab(1));
		await stube.tell('hello', null, tab(1));
		await stube.tell('capture', row('me', null), tab(1));
		await stube.tell('capture', row('me', 'id-1'), tab(1));
		expect(await stube.titles()).toEqual(['Ada']);
	});

	test('has nothing of who was there before a sign-out', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada');
		await signOut(stube);
		await show(stube, 'Ada', 1, 'me');
		expect(await stube.titles()).toEqual(['Ada', 'Ada']);
	});

	test('has nothing of another page', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada', 1);
		await stube.tell('hello', null, tab(1));
		await show(stube, 'Ada', 1, 'me');
		expect(await stube.titles()).toEqual(['Ada', 'Ada']);
	});

	test('has nothing that another account has proven to be its own', async () => {
		const stube = await Running.start();
		await show(stube, 'Ada', 1);
		await show(stube, 'Ada', 1, 'me');
		await stube.tell('hello', null, tab(2));
		await show(stube, 'Ben', 2);
		await show(stube, 'Ada', 2, 'you');
		expect(await stube.titles()).toEqual(['Ada', 'Ada', 'Ben']);
	});
});

test('an account that its page tells stays the same over a sign-out', async () => {
	const stube = await Running.start();
	await show(stube, 'Ada', 1, 'me');
	await signOut(stube);
	await show(stube, 'Ada', 1, 'me');
	expect(await stube.titles()).toEqual(['Ada']);
});
