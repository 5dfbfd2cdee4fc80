import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe calls good practice; or what colours alone can break. */
const rules: Record<'all' | 'colours', RunOptions> = {
	all: { resultTypes: ['violations'] },
	colours: { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] },
};

/** What axe finds on a page as it is drawn now: rule, why, and where. */
export async function findFaults(page: Page, wanted: 'all' | 'colours' = 'all'): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	const { violations } = (await page.evaluate(
		`axe.run(document, ${JSON.stringify(rules[wanted])})`,
	)) as AxeResults;
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ html, any }) => `${id}: ${help}. ${any[0]?.message ?? ''} ${html.slice(0, 160)}`),
	);
}
