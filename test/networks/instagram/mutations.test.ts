// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/inbox/"}
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/model';
import { adapter } from '@/lib/networks/instagram';
import { MutationFigures } from '../mutation-figures';
import { mutations } from './mutations';
import { realShape, realShapeUrl } from './real-shape';
import { contextOf, openStandIn, potters } from './stand-in';

const bubbles = resolve(
	import.meta.dirname,
	'../../../../shared/saved-pages/instagram/text-bubbles.native-shaped.synthetic.2026.html',
);
const now = Date.now();
const pages = new Map<string, { html: string; url: URL }>();

beforeAll(async () => {
	pages.set('the shape of 2026-04-23', { html: realShape, url: realShapeUrl });
	if (existsSync(bubbles)) {
		const url = new URL('https://www.instagram.com/direct/t/17840000000000001/');
		pages.set('the saved bubbles', { html: readFileSync(bubbles, 'utf8'), url });
	}
	for (const language of ['en', 'ar', 'ja']) {
		for (const chat of ['1', '2']) {
			const path = `/direct/t/1784293000000000${chat}/`;
			await openStandIn(potters(language, now), path);
			const html = document.documentElement.outerHTML;
			pages.set(`stand-in ${language} ${chat}`, { html, url: new URL(location.href) });
		}
	}
});

const figures = new MutationFigures('Instagram');
afterAll(() => figures.check());

const contentOf = ({ account, chats, thread }: Reading): unknown => ({ account, chats, thread });

describe.each(mutations)('$name', ({ name: kind, apply, mayDegrade }) => {
	it('leaves the reading whole', async () => {
		expect(pages.size).toBeGreaterThanOrEqual(7);
		for (const [name, { html, url }] of pages) {
			const read = async (change?: (page: Document) => void): Promise<Reading> => {
				const page = new DOMParser().parseFromString(html, 'text/html');
				change?.(page);
				return adapter.read(contextOf({ document: page, url, now }));
			};
			const before = await read();
			const after = await read(apply);
			const isFull = isDeepStrictEqual(contentOf(after), contentOf(before));
			const isKnownState = [before.state, ...(mayDegrade ? ['degraded'] : [])].includes(
				after.state,
			);
			figures.note(kind, name, isFull && isKnownState ? 'full' : 'wrong');
			expect(after.thread, name).toEqual(before.thread);
			expect(after.chats, name).toEqual(before.chats);
			expect(after.account, name).toBe(before.account);
			expect([before.state, ...(mayDegrade ? ['degraded'] : [])], name).toContain(after.state);
		}
	});
});
