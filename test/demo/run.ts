/**
 * `npm run demo`: a real browser with Stube and the three stand-in messengers, a
 * person who reads in them, and the inbox that fills. Ends with 1 if anything that the
 * pages showed is missing from the inbox.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Inbox } from '../browser/inbox.ts';
import { Stube } from '../browser/stube.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { ScenarioNetwork, SiteAction } from '../sites/scenario.ts';
import { afterEvents } from '../sites/scenarios/after-events.ts';
import { livingRoom } from '../sites/scenarios/living-room.ts';
import { dayMs } from '../sites/scenarios/thread.ts';
import { compareInbox, type Expectation } from './compare.ts';
import { readOptions } from './options.ts';
import { readThrough, Seen } from './person.ts';
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
	const sites = new Map<ScenarioNetwork, Awaited<ReturnType<Stube['openSite']>>>();
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
	const happened: SiteAction[] = [];
	for (const { afterMs: _, ...event } of scenario.events) {
		const action: SiteAction =
			event.do === 'arrive'
				? { ...event, message: { ...event.message, sentAt: Date.now() } }
				: event;
		happened.push(action);
		const chat = scenario.chats.find(({ id }) => 'chatId' in action && id === action.chatId);
		const site = chat && sites.get(chat.network);
		if (!chat || !site) throw new Error(`No page has ${JSON.stringify(action)}.`);
		await site.page.bringToFront();
		await site.act(action);
		// Only an open chat shows what changed in it: the person looks, then leaves again.
		if (action.do !== 'arrive') {
			await site.act({ do: 'open', chatId: chat.id });
			await seen.look(site);
			await site.act({ do: 'close' });
		}
		await seen.look(site);
	}

	const expected: Expectation = {
		scenario: afterEvents(scenario, happened),
		seen,
		timerMs: () => defaultTimerMs,
		now: Date.now(),
	};
	const { found, problems } = await waitUntil(
		async () => {
			const found = await inbox.readAll();
			return { found, problems: compareInbox(found, expected) };
		},
		({ problems }) => problems.length === 0,
		{ that: 'the inbox holds what the pages showed', withinMs: 20_000 },
	).catch(async () => {
		const found = await inbox.readAll();
		return { found, problems: compareInbox(found, expected) };
	});

	if (options.headless) await takePictures(inbox);
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
async function takePictures(inbox: Inbox): Promise<void> {
	mkdirSync(pictures, { recursive: true });
	const take = async (name: string): Promise<void> => {
		for (const scheme of ['light', 'dark'] as const) {
			const path = `${join(pictures, `${name}-${scheme}`)}.png` as const;
			await inbox.screenshot(path, scheme);
			say(`Picture: ${relative(root, path)}`);
		}
	};
	await inbox.page.bringToFront();
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
