import { describe, expect, it } from 'vitest';
import { engineNames } from '../bench/store/engines.ts';
import { inEngine } from '../bench/store/launch-engine.ts';
import { openExtensionPage } from '../browser/extension-page.ts';

interface Outcome {
	name: string;
	failure: string | null;
}

describe.each(engineNames)('the store in %s', (engine) => {
	it('does all that it does on a database in memory', async () => {
		const outcomes = await inEngine(engine, async (launched) => {
			const page = await openExtensionPage(launched, 'try-store');
			return page.evaluate(() =>
				(globalThis as unknown as { tryBehaviours(): Promise<Outcome[]> }).tryBehaviours(),
			);
		});
		expect(outcomes.filter(({ failure }) => failure !== null)).toEqual([]);
		expect(outcomes.length).toBeGreaterThan(15);
	});
});
