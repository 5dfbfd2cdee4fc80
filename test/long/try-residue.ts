import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Engine } from '../bench/store/engines.ts';
import { launchEngine } from '../bench/store/launch-engine.ts';
import { type CellRef, cellsOfPage, openCellsPage } from '../browser/cells.ts';
import { removeTemporaryFolder } from '../browser/clean-up.ts';
import { findBytes } from '../e2e/leak/profile-scan.ts';

/** What is done, and what must be gone of the words that the page `try-cells` stores. */
const cases = [
	['a chat is deleted', ['name', 'merged', 'recent', 'preview']],
	['a message is deleted', ['merged']],
	['a message is edited', ['merged']],
	['a message is unsent', ['merged']],
	['a timer is shortened', ['merged', 'recent', 'preview']],
	['everything is deleted', ['name', 'merged', 'recent', 'preview', 'kept']],
] as const;
const all = ['name', 'merged', 'recent', 'preview', 'kept'];

/** What a trial came to. */
export interface ResidueCounts {
	/** Deletions, edits and the like. */
	acts: number;
	/** Secrets of cells that were erased; none stands in any file. */
	effaced: number;
}

/** Rejects where what went is to be had again from all files and with every key, at once or after a restart. */
export async function tryResidue(engine: Engine): Promise<ResidueCounts> {
	let launched = await launchEngine(engine);
	const { profile } = launched;
	const counts = { acts: cases.length, effaced: 0 };
	try {
		let page = await openCellsPage(launched);
		const taken = new Map<string, unknown>();
		for (const [nth, [act, gone]] of cases.entries()) {
			const name = `residue-${nth}`;
			await call(page, name, 'fill');
			await call(page, name, 'takeVault');
			expect(await call(page, name, 'wordsLeft')).toEqual(all);
			const before = await standing(page, name);

			await call(page, name, 'act', act);
			const left = (await call(page, name, 'wordsLeft')) as string[];
			expect(left.filter((word) => gone.some((one) => one === word))).toEqual([]);
			if (act !== 'everything is deleted') expect(left).toContain('kept');

			const after = await standing(page, name);
			const effaced = [...before].filter((secret) => !after.has(secret));
			expect(effaced).not.toEqual([]);
			counts.effaced += effaced.length;
			expect(findBytes(profile, effaced)).toEqual([]);
			// The search would find them: those that live are there.
			expect(findBytes(profile, [...after])).toHaveLength(2 * after.size);
			taken.set(name, await call(page, name, 'takenSoFar'));
		}

		await launched.kill();
		launched = await launchEngine(engine, { profile });
		page = await openCellsPage(launched);
		for (const [nth, [, gone]] of cases.entries()) {
			const name = `residue-${nth}`;
			await call(page, name, 'remember', taken.get(name));
			await call(page, name, 'takeVault');
			const left = (await call(page, name, 'wordsLeft')) as string[];
			expect(left.filter((word) => gone.some((one) => one === word))).toEqual([]);
		}
		return counts;
	} finally {
		await launched.close();
		removeTemporaryFolder(profile);
	}
}

/** Asks the trial of this name in the page. */
function call(page: Page, name: string, method: string, argument?: unknown): Promise<unknown> {
	return page.evaluate(
		(trialName, trialMethod, given) => {
			const scope = globalThis as unknown as {
				openTrial(name: string): Trial;
				trials?: Record<string, Trial>;
			};
			type Trial = Record<string, (argument: unknown) => unknown>;
			scope.trials ??= {};
			scope.trials[trialName] ??= scope.openTrial(trialName);
			return scope.trials[trialName][trialMethod]?.(given);
		},
		name,
		method,
		argument,
	);
}

/** All secrets that stand in the cells now. */
async function standing(page: Page, name: string): Promise<Set<string>> {
	const cells = cellsOfPage(page, name);
	const refs: CellRef[] = await cells.refs();
	const secrets = await cells.read(refs);
	return new Set(secrets.filter((secret) => secret !== null));
}
