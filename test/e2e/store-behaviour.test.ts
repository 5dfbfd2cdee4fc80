import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { launchEngine } from '../bench/store/launch-engine.ts';
import { removeTemporaryFolder } from '../browser/clean-up.ts';
import { openExtensionPage } from '../browser/extension-page.ts';
import type { LaunchedBrowser } from '../browser/launch.ts';

interface Outcome {
	name: string;
	failure: string | null;
}

describe.each(engineNames)('the store in %s', (engine) => {
	let launched: LaunchedBrowser;
	beforeAll(async () => {
		launched = await launchEngine(engine);
	});
	afterAll(async () => {
		await launched?.close();
		if (launched) removeTemporaryFolder(launched.profile);
	});

	it('does all that it does on a database in memory', async () => {
		const page = await openExtensionPage(launched, 'try-store');
		const outcomes = (await call(page, 'tryBehaviours')) as Outcome[];
		expect(outcomes.filter(({ failure }) => failure !== null)).toEqual([]);
		expect(outcomes.length).toBeGreaterThan(15);
	});

	it('keeps what two pages and the background write at the same time', async () => {
		const perPage = 12;
		const retimes = 4;
		const pages = [
			await openExtensionPage(launched, 'try-store'),
			await openExtensionPage(launched, 'try-store'),
		] as const;
		await call(pages[0], 'beginAlong', retimes);
		const [set] = await Promise.all([
			call(pages[0], 'retimeAlong', retimes),
			...pages.map((page, nth) => call(page, 'writeAlong', `page-${nth}`, perPage)),
		]);
		const reader = await openExtensionPage(launched, 'try-store');
		const found = await call(reader, 'readAlong');
		const written = ['page-0', 'page-1'].flatMap((writer) =>
			Array.from({ length: perPage }, (_, n) => `${writer}-${n}`),
		);
		expect(set).toBe(retimes);
		const { messages, retimed } = found as { messages: string[]; retimed: number };
		expect(messages.toSorted()).toEqual(written.toSorted());
		expect(retimed).toBe(retimes);
	});
});

/** Asks the page that knows the store's trials. */
function call(page: Page, method: string, ...given: unknown[]): Promise<unknown> {
	return page.evaluate(
		(asked, values) => {
			const trials = globalThis as unknown as Record<string, (...given: unknown[]) => unknown>;
			return trials[asked]?.(...values);
		},
		method,
		given,
	);
}
