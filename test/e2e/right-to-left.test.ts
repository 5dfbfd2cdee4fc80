import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeTemporaryFolder } from '../browser/clean-up.ts';
import { Stube } from '../browser/stube.ts';
import { buildPseudoArabic } from '../screens/pseudo-arabic.ts';
import { wordlessScreens } from '../screens/screens.ts';
import { fillInbox, quietHouse, visit } from '../screens/visit.ts';

/** What people wrote, what keyboards and addresses say, and what Intl makes of a time. */
const notOurs = [
	'bdi',
	'kbd',
	'time',
	'mark',
	'.avatar',
	'.network-mark',
	'.network-setting-host',
	'[data-part=title]',
	'[data-part=text]',
	'[data-part=quote]',
	'[data-part=sender]',
	'[data-part=preview]',
	'.row > .visually-hidden',
	'script',
	'style',
].join();

/** In a language that is written from right to left and whose words are a third longer. */
describe('Stube from right to left', () => {
	let stube: Stube;
	let extension: string;
	beforeAll(async () => {
		extension = await buildPseudoArabic();
		stube = await Stube.open({ browser: 'chromium', extension, scenario: quietHouse });
		await fillInbox(stube);
	});
	afterAll(async () => {
		await stube?.close();
		removeTemporaryFolder(extension.replace(/\/extension$/u, ''));
	});

	it.each(wordlessScreens)(
		'says only what the catalogue says in $name, and all of it fits',
		async (screen) => {
			const { page } = await visit(stube, screen);
			const seen = await page.evaluate((left) => {
				const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				const foreign: string[] = [];
				for (let node = walker.nextNode(); node; node = walker.nextNode()) {
					const text = node.textContent ?? '';
					// Names of the extension and of keys are the same everywhere.
					const isOurs = !node.parentElement?.closest(left);
					if (isOurs && /[A-Za-z]{3}/u.test(text.replaceAll('Stube', ''))) foreign.push(text);
				}
				const width = document.documentElement.clientWidth;
				const outside = [...document.querySelectorAll('button, h1, h2, h3, input')].filter(
					(element) => {
						const { left: start, right, width: own } = element.getBoundingClientRect();
						const isHidden = own <= 1 || element.closest('.chips, [hidden]') !== null;
						return !isHidden && (start < -1 || right > width + 1);
					},
				);
				return {
					direction: getComputedStyle(document.body).direction,
					language: document.documentElement.lang,
					foreign,
					outside: outside.map((element) => element.outerHTML.slice(0, 120)),
					scrolls: document.documentElement.scrollWidth > width,
				};
			}, notOurs);
			expect(seen).toEqual({
				direction: 'rtl',
				language: 'ar',
				foreign: [],
				outside: [],
				scrolls: false,
			});
			await page.close();
		},
	);
});
