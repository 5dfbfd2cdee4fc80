import type { CDPSession, Page } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../browser/launch.ts';
import { waitUntil } from '../../browser/wait-until.ts';
import type { Case, Cases, Samples } from './cases.ts';

/** An extension's benchmark page in a tab, and what it is asked. */
export class BenchPage<Known extends { [Name in keyof Known]: Case<never> } = Cases> {
	readonly page: Page;
	readonly #session: CDPSession | null;

	private constructor(page: Page, session: CDPSession | null) {
		this.page = page;
		this.#session = session;
	}

	static async open<Known extends { [Name in keyof Known]: Case<never> } = Cases>(
		launched: LaunchedBrowser,
	): Promise<BenchPage<Known>> {
		const page = await launched.browser.newPage();
		await openInTab(page, launched, 'bench');
		return new BenchPage<Known>(
			page,
			launched.name === 'chromium' ? await page.createCDPSession() : null,
		);
	}

	/** Runs one case, with what earlier ones left behind swept away where the browser lets us. */
	async run<Name extends keyof Known & string>(
		name: Name,
		...parameters: Parameters<Known[Name]>
	): Promise<Samples> {
		await this.collectGarbage();
		return this.page.evaluate(
			(called: string, given: unknown[]) => {
				type Jobs = Record<string, (...given: unknown[]) => Samples | Promise<Samples>>;
				const job = (Reflect.get(globalThis, 'bench') as unknown as Jobs)[called];
				if (!job) throw new Error(`The page knows no case ${called}.`);
				return job(...given);
			},
			name as string,
			parameters as unknown[],
		);
	}

	async collectGarbage(): Promise<void> {
		await this.#session?.send('HeapProfiler.collectGarbage');
	}

	/** Bytes of the page's heap, buffers outside of it included; `null` where no one tells. */
	async heapBytes(): Promise<number | null> {
		if (!this.#session) return null;
		await this.collectGarbage();
		const usage = await this.#session.send('Runtime.getHeapUsage');
		return usage.usedSize + (usage.backingStorageSize ?? 0);
	}
}

/** Loads one of the extension's pages and waits until its script says that it is done. */
export async function openInTab(
	page: Page,
	launched: LaunchedBrowser,
	name: 'bench' | 'bench-list' | 'bench-empty',
): Promise<void> {
	const address = `${launched.extensionOrigin}/${name}.html`;
	if (launched.name === 'chromium') await page.goto(address);
	// Firefox loads these pages but never tells the driver so (puppeteer-core 25.16).
	else page.goto(address).catch(ignoreEndOfTab);
	await waitUntil(
		() =>
			page
				.evaluate(() => [location.href, String('ready' in document.documentElement.dataset)])
				.catch(() => ['', '']),
		([href, isReady]) => href === address && isReady === 'true',
		{ that: `${name}.html is ready` },
	);
}

function ignoreEndOfTab(): void {}
