import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setColorScheme } from '../browser/color-scheme.ts';
import { Stube, type StubeOptions } from '../browser/stube.ts';
import { findFaults } from '../screens/find-faults.ts';
import {
	cornerScreens,
	emptyScreens,
	firstScreens,
	fullScreens,
	type Screen,
} from '../screens/screens.ts';
import { fillInbox, quietHouse, visit } from '../screens/visit.ts';

const groups: readonly [string, NonNullable<StubeOptions['build']>, readonly Screen[]][] = [
	['before anything is turned on', 'real', firstScreens],
	['while nothing was read', 'granted', emptyScreens],
	['full of chats', 'granted', fullScreens],
	['stretched the most', 'granted', cornerScreens],
];

describe.each(groups)('Stube %s', (_, build, screens) => {
	let stube: Stube;
	beforeAll(async () => {
		stube = await Stube.open({ browser: 'chromium', build, scenario: quietHouse });
		if (screens === fullScreens) await fillInbox(stube);
		if (screens === cornerScreens) await fillInbox(stube, 'fillCorners');
	});
	afterAll(() => stube?.close());

	it.each(screens)('has nothing that axe finds in $name, light and dark', async (screen) => {
		const { page } = await visit(stube, screen);
		// What is still fading in is fainter than it will be.
		const settle = () =>
			page.evaluate(async () => {
				await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
			});
		await settle();
		expect(await findFaults(page)).toEqual([]);
		await setColorScheme(stube.launched, page, 'dark');
		await settle();
		expect(await findFaults(page, 'colours')).toEqual([]);
		await page.close();
	});

	it('would have what axe finds, were a name left out or a colour too faint', async () => {
		const { page } = await visit(stube, screens[0] as Screen);
		await page.evaluate(() => {
			const [button] = document.querySelectorAll('button');
			button?.replaceChildren();
			button?.removeAttribute('aria-label');
			button?.removeAttribute('title');
			const heading = document.querySelector('h1');
			if (heading) heading.style.color = 'rgb(128 128 128 / 40%)';
		});
		const rules = (await findFaults(page)).map((fault) => fault.split(':')[0]);
		expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
		await page.close();
	});
});
