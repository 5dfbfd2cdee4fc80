import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inbox } from '../browser/inbox.ts';
import { Stube } from '../browser/stube.ts';
import { fullScreens, type Screen } from '../screens/screens.ts';
import { fillInbox, quietHouse, visit } from '../screens/visit.ts';

const asked: Screen = {
	name: 'popup-delete',
	frame: 'popup',
	size: { width: 400, height: 600 },
	reach: async (inbox) => {
		await inbox.openChat('whatsapp', 'Anna Marsh');
		await inbox.press('More actions');
		await inbox.press('Delete…');
	},
};
const wanted = ['popup-list', 'popup-chat', 'popup-group', 'popup-search', 'popup-next'];

describe('Stube in discreet mode', () => {
	let stube: Stube;
	beforeAll(async () => {
		stube = await Stube.open({ browser: 'chromium', scenario: quietHouse });
		await fillInbox(stube);
		const page = await stube.openPage('popup');
		await page.waitForSelector('button[data-chat]');
		await page.keyboard.press('d');
		await page.waitForSelector(':root[data-discreet]');
		await page.close();
	});
	afterAll(() => stube?.close());

	/** Words of the house that are drawn and can be read, wherever no pointer is. */
	const readable = ({ page }: Inbox): Promise<string[]> =>
		page.evaluate(async () => {
			await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
			const words = /Anna|Marsh|Hikers|Okafor|lena|Nora|plumber|dinner|canal|lake|hut/iu;
			const found: string[] = [];
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const holder = node.parentElement;
				if (!words.test(node.textContent ?? '') || !holder) continue;
				const isDrawn = holder.checkVisibility() && !holder.closest('.visually-hidden');
				let isBlurred = false;
				for (let up: Element | null = holder; up; up = up.parentElement) {
					isBlurred ||= getComputedStyle(up).filter.includes('blur');
				}
				if (isDrawn && !isBlurred) found.push(node.textContent ?? '');
			}
			return found;
		});

	it.each([...fullScreens.filter(({ name }) => wanted.includes(name)), asked])(
		'shows no name and no word of a message that can be read in $name',
		async (screen) => {
			const inbox = await visit(stube, screen);
			expect(await readable(inbox)).toEqual([]);
			await inbox.page.evaluate(() => document.documentElement.removeAttribute('data-discreet'));
			expect((await readable(inbox)).length).toBeGreaterThan(0);
			await inbox.page.close();
		},
	);
});
