import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSignedOut } from '@/lib/unsealed/signed-out';
import { capture, Running, reader } from './running';

beforeEach(() => fakeBrowser.reset());

const signedOut = {
	state: 'signed-out',
	readAt: 1,
	layers: { chats: null, messages: null },
	counts: { chats: 0, messages: 0 },
	problems: [],
};
const otherTab = { ...reader, tab: { id: 2 } };

describe('an account', () => {
	test('is signed out once its page shows that, and in again once any page shows it', async () => {
		const stube = await Running.start();
		await stube.tell('capture', capture('Ada', { account: '49171' }));
		await stube.tell('capture', capture('Ben', { account: '49172' }), otherTab);
		const accounts = async () =>
			new Map((await (await stube.store()).chats()).map(({ title, account }) => [title, account]));
		expect(await loadSignedOut()).toEqual(new Set());

		await stube.tell('health', signedOut);
		expect(await loadSignedOut()).toEqual(new Set([(await accounts()).get('Ada')]));
		// The worker's death and a look at the other account change nothing of that.
		await stube.wake();
		await stube.tell('capture', capture('Ben', { account: '49172' }), otherTab);
		expect((await loadSignedOut()).size).toBe(1);

		await stube.tell('capture', capture('Ada', { account: '49171' }), otherTab);
		expect(await loadSignedOut()).toEqual(new Set());
	});

	test('is noted by its keyed hash alone', async () => {
		const stube = await Running.start();
		await stube.tell('capture', capture('Ada', { account: '49171' }));
		await stube.tell('health', signedOut);
		const stored = [await browser.storage.local.get(), await browser.storage.session.get()];
		expect(JSON.stringify(stored)).not.toContain('49171');
	});

	test('that no page showed before its sign-out is not guessed', async () => {
		const stube = await Running.start();
		await stube.tell('health', signedOut);
		expect(await loadSignedOut()).toEqual(new Set());
	});
});
