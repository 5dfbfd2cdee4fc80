import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { browserNames } from '../browser/find-browser.ts';
import type { Inbox } from '../browser/inbox.ts';
import { saveDownloadsTo } from '../browser/save-downloads.ts';
import type { SitePage } from '../browser/site-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import { findWords, privateWords } from '../inspection/private-words.ts';
import { smallCircle } from '../sites/scenarios/small-circle.ts';
import { useStube } from './use-stube.ts';

const networks = [
	['whatsapp', 'WhatsApp'],
	['messenger', 'Messenger'],
	['instagram', 'Instagram'],
] as const;

describe.each(browserNames)('in %s, what is passed on about a page', (browser) => {
	const scenario = smallCircle(Date.now());
	const stube = useStube(() => ({ browser, scenario }));
	const folder = mkdtempSync(join(tmpdir(), 'stube-structure-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	let inbox: Inbox;
	let site: SitePage;

	const pageSource = (): Promise<string> =>
		site.page.evaluate(() => location.href + document.documentElement.outerHTML);

	it.each(networks)(
		'of %s holds counts and structure, and nobody in them',
		async (network, name) => {
			site = await stube().openSite(network);
			await site.act({ do: 'open', chatId: `${network}-friend` });
			const words = privateWords(scenario, network);
			// The search would find them: most of what is in the scenario is on the page.
			const onPage = findWords(await pageSource(), words);
			expect(onPage.length).toBeGreaterThan(20);
			const address = new URL(await site.page.evaluate(() => location.href));

			if (!inbox) {
				inbox = await stube().openInbox();
				await inbox.press('Settings');
			}
			await inbox.waitForState(network, 'reading', 'hidden');
			await inbox.clickForReal(`Copy diagnostics of ${name}`);
			const text = await waitUntil(
				() => inbox.diagnosticsOf(name),
				(shown) => shown !== null,
				{ that: `diagnostics of ${name} are copied` },
			);
			const told = JSON.parse(text ?? '');
			expect(told.network).toBe(network);
			expect(told.page.chats.all).toBe(2);
			expect(told.page.thread.messages).toBeGreaterThan(3);
			expect(told.readers).toHaveLength(1);
			expect(findWords(text ?? '', words)).toEqual([]);
			expect(text).not.toContain(address.hostname);

			await saveDownloadsTo(stube().launched, folder);
			await inbox.clickForReal(`Save structure of ${name}`);
			const file = join(folder, `stube-${network}-structure.html`);
			const structure = await waitUntil(
				() => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
				(saved) => saved.endsWith('</html>'),
				{ that: 'the structure is saved', tell: () => readdirSync(folder) },
			);
			expect(findWords(structure, words)).toEqual([]);
			expect(structure).not.toContain(address.hostname);
			expect(structure.length).toBeGreaterThan(2_000);
			await site.page.close();
		},
	);
});
