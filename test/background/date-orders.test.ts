import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { capture, Running } from './running';

beforeEach(() => fakeBrowser.reset());

const account = '491713920000@c.us';
const of = (changes: Parameters<typeof capture>[1]) => capture('Ada', { account, ...changes });

describe('the order of day and month that a page has proven', () => {
	test('is known at once to the next page of that account, also after a restart', async () => {
		const stube = await Running.start();
		expect(await stube.tell('capture', of({}))).toEqual({ stop: false, stored: true });
		await stube.tell('capture', of({ dateOrder: 'mdy' }));
		await stube.wake();
		expect(await stube.tell('capture', of({}))).toMatchObject({ stored: true, dateOrder: 'mdy' });
	});

	test('is nothing to another account, and nothing is kept of whose it is', async () => {
		const stube = await Running.start();
		await stube.tell('capture', of({ dateOrder: 'mdy' }));
		const other = await stube.tell('capture', of({ account: '491713920001@c.us' }));
		expect(other).toEqual({ stop: false, stored: true });
		expect(JSON.stringify(await browser.storage.local.get())).not.toContain('49171');
	});

	test('gives way to what a later page proves, and not to what is no order', async () => {
		const stube = await Running.start();
		await stube.tell('capture', of({ dateOrder: 'mdy' }));
		await stube.tell('capture', of({ dateOrder: 'dmy' }));
		const bad = { ...of({}), dateOrder: 'sideways' };
		expect(await stube.tell('capture', bad)).toMatchObject({ refused: true });
		expect(await stube.tell('capture', of({}))).toMatchObject({ dateOrder: 'dmy' });
	});

	test('goes with the copies of its network', async () => {
		const stube = await Running.start();
		await stube.tell('capture', of({ dateOrder: 'mdy' }));
		await stube.ask({ command: 'settle-turned-off', network: 'whatsapp', keep: false });
		expect(await stube.tell('capture', of({}))).toEqual({ stop: false, stored: true });
	});
});
