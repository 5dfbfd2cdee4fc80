/**
 * `npm run demo`: a real browser with Stube and the three stand-in messengers, a
 * person who reads in them, and the inbox that fills. Ends with 1 if anything that the
 * pages showed is missing from the inbox.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SitePage } from '../browser/site-page.ts';
import { Stube } from '../browser/stube.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { ScenarioNetwork } from '../sites/scenario.ts';
import { afterEvents } from '../sites/scenarios/after-events.ts';
import { livingRoom } from '../sites/scenarios/living-room.ts';
import { dayMs } from '../sites/scenarios/thread.ts';
import { compareInbox, type Expectation } from './compare.ts';
import { readOptions } from './options.ts';
import { readThrough, Seen } from './person.ts';
import { playEvents } from './play-events.ts';
import { inboxJson, inboxTable } from './print.ts';

const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];
/** What Stube starts with, as its welcome page says. */
const defaultTimerMs = 28 * dayMs;
const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, '.output', 'demo');

const options = readOptions(process.argv.slice(2));
const say = (text: string): void => console.error(text);

say(`Building Stube and starting ${options.browser}…`);
const scenario = livingRoom(Date.now());
const stube = await Stube.open({
	browser: options.browser,
	// The person below plays the events, after everything was read.
	scenario: { ...scenario, events: [] },
	headless: options.headless,
});

try {
	const inbox = await (options.headless ? stube.openPopup() : stube.openInbox());
	const seen = new Seen();
	const sites = new Map<ScenarioNetwork, SitePage>();
	for (const network of networks) {
		say(`Reading in ${network}…`);
		const site = await stube.openSite(network);
		sites.set(network, site);
		const chats = scenario.chats.filter(
			(chat) => chat.network === network && chat.unread === undefined,
		);
		await readThrough(site, chats, seen, inbox, scenario, defaultTimerMs);
	}

	say('Now some messages arrive…');
	const happened = await playEvents({ scenario, sites, inbox, seen, timerMs: defaultTimerMs });
	const expected: Expectation = {
		scenario: afterEvents(scenario, happened),
		seen,
		timerMs: () => defaultTimerMs,
		now: Date.now(),
	};
	const end = Date.now() + 20_000;
	const { found, problems } = await waitUntil(
		async () => {
			const all = await inbox.readAll();
			return { found: all, problems: compareInbox(all, expected) };
		},
		(state) => state.problems.length === 0 || Date.now() > end,
		{ that: 'the inbox holds what the pages showed' },
	);

	if (options.headless) await takePictures();
	if (options.isJson) console.log(inboxJson(found));
	else console.log(inboxTable(found));
	for (const problem of problems) console.error(`✗ ${problem}`);
	if (problems.length > 0) process.exitCode = 1;
	else
		say(`✓ ${seen.messages.size} messages of ${seen.chats.size} chats were shown, all are kept.`);

	if (!options.headless) {
		say('The browser stays open; close it, or press Ctrl+C, to end.');
		await new Promise((resolve) => stube.launched.browser.once('disconnected', resolve));
	}
} finally {
	await stube.close();
}

/** The popup as list, with an open chat, and with its expiry being set; each light and dark. */
async function takePictures(): Promise<void> {
	mkdirSync(pictures, { recursive: true });
	// As a person finds it: just opened, at its top, nothing touched yet.
	const inbox = await stube.openPopup();
	await inbox.chats();
	const take = async (name: string): Promise<void> => {
		for (const scheme of ['light', 'dark'] as const) {
			const path = `${join(pictures, `${name}-${scheme}`)}.png` as const;
			await inbox.screenshot(path, scheme);
			say(`Picture: ${relative(root, path)}`);
		}
	};
	await take('popup-list');
	await inbox.openChat('whatsapp', 'Mama');
	await take('popup-chat');
	await inbox.openTimer();
	await inbox.press('1 week');
	await take('popup-timer');
	await inbox.press('Set timer');
	await inbox.goBack();
	const tab = await stube.openInbox();
	await tab.openChat('messenger', 'Tom Ashworth');
	await tab.screenshot(`${join(pictures, 'tab')}.png`);
}
