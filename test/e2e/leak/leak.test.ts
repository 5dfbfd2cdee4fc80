import { describe, expect, it } from 'vitest';
import { browserNames } from '../../browser/find-browser.ts';
import { Stube } from '../../browser/stube.ts';
import { readThrough, Seen } from '../../demo/person.ts';
import type { ScenarioNetwork } from '../../sites/scenario.ts';
import { chatTitle } from '../../sites/scenarios/chat-title.ts';
import { dayMs } from '../../sites/scenarios/thread.ts';
import { keepInPlain, makePlainExtension } from './plain-extension.ts';
import { findAddresses, findWords, isOfExtension } from './profile-scan.ts';
import { sessionIsWritten } from './session-written.ts';
import { knownWords, randomWord } from './words.ts';

const networks: readonly ScenarioNetwork[] = ['whatsapp', 'messenger', 'instagram'];
const ends = ['close', 'kill'] as const;

describe.each(browserNames)('on the disk of %s', (browser) => {
	it.each(ends)(
		'nothing readable of what was captured, typed or opened is left after %s',
		async (end) => {
			const { scenario, names, texts, ids } = knownWords();
			const typed = randomWord();
			const stube = await Stube.open({ browser, scenario });
			const tab = await stube.openInbox();
			for (const network of networks) {
				const site = await stube.openSite(network);
				const chats = scenario.chats.filter((chat) => chat.network === network);
				await readThrough(site, chats, new Seen(), tab, scenario, 28 * dayMs);
				await site.page.close();
			}
			await tab.page.bringToFront();
			for (const chat of scenario.chats) {
				const messages = await tab.readChat(chat.network, chatTitle(scenario, chat));
				expect(messages).toHaveLength(chat.messages.length);
			}
			await tab.search(typed);
			await sessionIsWritten(stube);

			const { profile, extensionOrigin } = stube.launched;
			await stube.launched[end]();
			expect(findWords(profile, [...names, ...texts, typed])).toEqual([]);
			expect(
				findWords(profile, ids).filter(({ file }) => isOfExtension(file, extensionOrigin)),
			).toEqual([]);
			const addresses = findAddresses(profile, extensionOrigin).map(({ word }) => word);
			// Addresses of files are no matter; those of pages must say nothing but which page.
			expect(addresses.filter((address) => /[?#]./u.test(address))).toEqual([]);
			expect(addresses).toContain('inbox.html');
			await stube.server.close();
		},
	);

	it.each(ends)(
		'the same search finds every word of an extension that stores in plain, after %s',
		async (end) => {
			const { scenario, names, texts, ids } = knownWords();
			const words = [...names, ...texts, ...ids];
			const inAddress = randomWord();
			const inTitle = randomWord();
			const typed = randomWord();
			const stube = await Stube.open({ browser, scenario, extension: makePlainExtension() });
			const tab = await stube.openInbox();
			await tab.page.bringToFront();
			await tab.page.evaluate(keepInPlain, words);
			await tab.page.evaluate(
				(address: string, title: string) => {
					document.title = title;
					location.hash = address;
				},
				inAddress,
				inTitle,
			);
			await tab.search(typed);
			await sessionIsWritten(stube);

			const { profile, extensionOrigin } = stube.launched;
			await stube.launched[end]();
			const found = findWords(profile, [...words, inAddress, inTitle, typed]);
			const ofExtension = found.filter(({ file }) => isOfExtension(file, extensionOrigin));
			expect(new Set(ofExtension.map(({ word }) => word))).toEqual(new Set(words));
			const ofBrowser = new Set(
				found.filter(({ file }) => !isOfExtension(file, extensionOrigin)).map(({ word }) => word),
			);
			expect([inAddress, inTitle, typed].filter((word) => !ofBrowser.has(word))).toEqual([]);
			await stube.server.close();
		},
	);
});
