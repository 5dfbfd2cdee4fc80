import { describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { ScenarioNetwork } from '../sites/scenario.ts';
import { longLists } from '../sites/scenarios/long-lists.ts';
import { useStube } from './use-stube.ts';

const chatsEach = 48;
const networks = [
	['whatsapp', 'WhatsApp'],
	['messenger', 'Messenger'],
	['instagram', 'Instagram'],
] as const;

describe.each(browserNames)('in %s, catching up', (browser) => {
	const stube = useStube(() => ({ browser, scenario: longLists(Date.now(), chatsEach) }));
	let inbox: Inbox;

	/** Chats of a network whose last line was read. */
	const readLines = async (network: ScenarioNetwork): Promise<number> =>
		(await inbox.chats()).filter(
			(chat) => chat.network === network && chat.preview.startsWith('Words'),
		).length;
	const waitForEnd = (network: ScenarioNetwork, ...states: string[]): Promise<string | null> =>
		waitUntil(
			() => inbox.catchUpOf(network),
			(state) => state !== null && states.includes(state),
			{ that: `catching up ${network} is ${states.join(' or ')}`, withinMs: 60_000 },
		);
	/** From Stube's tab, with the messenger's brought to the front. */
	const catchUp = async (network: ScenarioNetwork, name: string): Promise<void> => {
		await inbox.press(`Catch up ${name}`);
		await waitForEnd(network, 'hidden');
		await inbox.press(`Show and catch up ${name}`);
	};

	it.each(networks)('reads all of the list of %s, and puts it back', async (network, name) => {
		inbox ??= await stube().openPopup();
		const site = await stube().openSite(network);
		await listenToTouches(site);
		await scrollListTo(site, 300);
		await inbox.waitForState(network, null);
		await waitUntil(
			() => readLines(network),
			(count) => count >= 8,
			{ that: 'what is drawn is read' },
		);
		expect(await readLines(network)).toBeLessThan(chatsEach);

		await inbox.page.bringToFront();
		await catchUp(network, name);
		await waitForEnd(network, 'done');
		await waitUntil(
			() => readLines(network),
			(count) => count === chatsEach,
			{ that: 'each chat of the list was read' },
		);
		expect(Math.round(await listTop(site))).toBe(300);
		expect(await site.page.evaluate(() => document.body.dataset.touched)).toBe('');
		expect(await site.shownMessages()).toEqual([]);
		await site.page.close();
	});

	it('stops when told to, and says so', async () => {
		const site = await stube().openSite('messenger');
		await inbox.waitForState('messenger', null);
		await scrollListTo(site, 200);
		let end: string | null = null;
		// On a busy machine it may be at its end before the press is heard: then once more.
		for (let tries = 0; tries < 3 && end !== 'stopped'; tries += 1) {
			await inbox.page.bringToFront();
			await catchUp('messenger', 'Messenger');
			await waitForEnd('messenger', 'running');
			await inbox.press('Stop catching up Messenger');
			end = await waitForEnd('messenger', 'stopped', 'done');
		}
		expect(end).toBe('stopped');
		expect(Math.round(await listTop(site))).toBe(200);
		await site.page.close();
	});

	it('ends when the person takes over the list, and leaves it where they are', async () => {
		const site = await stube().openSite('messenger');
		await inbox.waitForState('messenger', null);
		await inbox.page.bringToFront();
		await catchUp('messenger', 'Messenger');
		await waitUntil(
			() => listTop(site),
			(top) => top > 0,
			{ that: 'the list moves' },
		);
		await site.page.mouse.move(200, 400);
		await site.page.mouse.wheel({ deltaY: 40 });
		await waitForEnd('messenger', 'touched');
		const top = await listTop(site);
		expect(top).toBeGreaterThan(0);
		await site.page.close();
	});

	it('ends when the tab is left, and says that it must be seen', async () => {
		const site = await stube().openSite('instagram');
		await inbox.waitForState('instagram', null);
		await inbox.page.bringToFront();
		await catchUp('instagram', 'Instagram');
		await waitForEnd('instagram', 'running');
		await inbox.page.bringToFront();
		await waitForEnd('instagram', 'hidden');
		await site.page.close();
	});
});

/** Every sign of a person on the page is noted; nothing of Stube's may leave one. */
async function listenToTouches({ page }: SitePage): Promise<void> {
	await page.evaluate(() => {
		document.body.dataset.touched = '';
		for (const type of ['click', 'pointerdown', 'pointerover', 'mouseover', 'keydown', 'focusin']) {
			addEventListener(
				type,
				() => {
					document.body.dataset.touched += `${type} `;
				},
				{ capture: true },
			);
		}
	});
}

/** The list is what scrolls in the left half of the page. */
function listTop({ page }: SitePage): Promise<number> {
	return page.evaluate(() => {
		const scrollers = [...document.querySelectorAll('*')].filter(
			(element) =>
				element.scrollHeight > element.clientHeight + 100 &&
				element.clientHeight > 200 &&
				/auto|scroll/u.test(getComputedStyle(element).overflowY) &&
				element.getBoundingClientRect().left < innerWidth / 4,
		);
		return scrollers[0]?.scrollTop ?? -1;
	});
}

async function scrollListTo(site: SitePage, top: number): Promise<void> {
	await site.page.evaluate((wanted) => {
		const scroller = [...document.querySelectorAll('*')].find(
			(element) =>
				element.scrollHeight > element.clientHeight + 100 &&
				element.clientHeight > 200 &&
				/auto|scroll/u.test(getComputedStyle(element).overflowY) &&
				element.getBoundingClientRect().left < innerWidth / 4,
		);
		scroller?.scrollTo({ top: wanted, behavior: 'instant' });
	}, top);
	await waitUntil(
		() => listTop(site),
		(now) => Math.round(now) === top,
		{ that: 'the list is scrolled by hand' },
	);
}
