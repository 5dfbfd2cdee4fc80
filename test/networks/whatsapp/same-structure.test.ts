// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import * as all from '@/lib/networks/whatsapp/selectors';
import type { Scenario } from '../../sites/scenario';
import { circle } from './circle';
import { currentPages, hasSavedPages, openPage } from './saved-pages';
import { shapeOf } from './shape';
import { openStandIn } from './stand-in';

/** Each selector but the one for "anything at all". */
const selectors = Object.entries(all).filter(
	([name]) => name !== 'threadContent' && !name.startsWith('piece'),
);

/**
 * Pages that are not the page itself: minimal strings of another extension's tests, and
 * lines put together again from what a program looks for. Their elements must be there,
 * but what they stand in is not the page's.
 */
const thin = ['2026-09_virtualised-shell_zh.html', '2026-06-15_text-bubbles_en-US.html'];

/** One of everything: the circle, a community, a chat with oneself, a missed call. */
function everything(now: number): Scenario {
	const scenario = circle(now);
	const [family, friend, ...others] = scenario.chats;
	if (!family || !friend) throw new Error('the circle has chats');
	return {
		...scenario,
		chats: [
			{ ...family, community: 'Our Street' },
			friend,
			...others,
			{
				id: 'own',
				network: 'whatsapp',
				nativeId: '4917139200150@c.us',
				personIds: ['me'],
				messages: [{ id: 'own1', from: 'me', kind: 'text', text: 'milk', sentAt: now - 1_000 }],
			},
			{
				id: 'missed',
				network: 'whatsapp',
				nativeId: '4917139200190@c.us',
				personIds: ['p2'],
				messages: [{ id: 'missed1', from: 'p2', kind: 'call', sentAt: now - 2_000 }],
			},
			{
				id: 'empty',
				network: 'whatsapp',
				nativeId: '4917139200192@c.us',
				title: 'Not a word yet',
				personIds: ['p4'],
				pinned: true,
				messages: [],
			},
			{
				id: 'gone',
				network: 'whatsapp',
				nativeId: '4917139200191@c.us',
				personIds: ['p3'],
				disappearsAfterMs: 90 * 86_400_000,
				messages: [{ id: 'gone1', from: 'p3', kind: 'deleted', sentAt: now - 3_000 }],
			},
		],
	};
}

/** Selector → shapes of what it finds, over all the faces of the stand-in. */
async function standInShapes(): Promise<Map<string, { own: string; around: string }[]>> {
	const shapes = new Map<string, { own: string; around: string }[]>();
	const look = (): void => {
		for (const [name, selector] of selectors) {
			const found = [...document.querySelectorAll(selector)].map((element) => {
				const { own, around } = shapeOf(element);
				return { own, around: around.join(' > ') };
			});
			shapes.set(name, [...(shapes.get(name) ?? []), ...found]);
		}
	};
	const opening = openStandIn(everything(Date.now()));
	await expect.poll(() => document.querySelector(all.frameStartup)).not.toBeNull();
	look();
	const site = await opening;
	await expect
		.poll(() => document.querySelector(all.listGrid)?.hasAttribute('aria-label'))
		.toBe(true);
	look();
	for (const chatId of ['family', 'gone', 'friend']) {
		await site.act({ do: 'open', chatId });
		await expect.poll(() => document.querySelector('footer [aria-label]')).not.toBeNull();
		look();
	}
	await site.act({ do: 'hide' });
	look();
	const search = document.querySelector<HTMLInputElement>(all.listSearch);
	if (!search) throw new Error('no search field');
	search.value = 'quiet';
	search.dispatchEvent(new Event('input'));
	look();
	await site.act({ do: 'sign-out' });
	await expect.poll(() => document.querySelector('canvas[aria-label]')).not.toBeNull();
	look();
	return shapes;
}

describe.skipIf(!hasSavedPages)('the stand-in', { timeout: 60_000 }, () => {
	it('has everything that a selector finds in a saved page, in the same place', async () => {
		const drawn = await standInShapes();
		const missing: string[] = [];
		for (const name of currentPages()) {
			const page = openPage(name);
			for (const [key, selector] of selectors) {
				for (const element of page.querySelectorAll(selector)) {
					const { own, around } = shapeOf(element);
					const place = around.join(' > ');
					const same = (drawn.get(key) ?? []).filter((shape) =>
						thin.includes(name) ? hasAll(shape.own, own) : shape.own === own,
					);
					const isThere = thin.includes(name)
						? same.length > 0
						: same.some((shape) => shape.around === place || shape.around.endsWith(` > ${place}`));
					if (!isThere) missing.push(`${name} ${key}: ${own} in ${place}`);
				}
			}
		}
		expect([...new Set(missing)]).toEqual([]);
	});
});

/** Every attribute of the thin page's element is on the stand-in's. */
function hasAll(own: string, wanted: string): boolean {
	const [tag, ...attributes] = wanted.split(/(?=\[)/u);
	return own.split('[')[0] === tag && attributes.every((attribute) => own.includes(attribute));
}
