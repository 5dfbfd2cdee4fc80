/** SIGKILL to a real browser while the store writes, folds, erases and expires, again and again. */
import type { Page } from 'puppeteer-core';
import type { Before, Verdict } from '../../entrypoints/try-store/kill-trial.ts';
import type { Planned, Work } from '../../entrypoints/try-store/kill-work.ts';
import type { Engine } from '../bench/store/engines.ts';
import { launchEngine } from '../bench/store/launch-engine.ts';
import { removeTemporaryFolder } from '../browser/clean-up.ts';
import { openExtensionPage } from '../browser/extension-page.ts';
import { findBytes } from '../e2e/leak/profile-scan.ts';
import { seededRandom } from '../sites/random.ts';

/** What a run of kills came to. */
export interface StoreKillCounts {
	kills: number;
	/** Steps that were answered before their kill. */
	acknowledged: number;
	/** Steps that were asked for and not answered. */
	unanswered: number;
	/** Those of them that were on disk all the same. */
	doneUnanswered: number;
	/** Removals and sweeps that were found begun, and completed when asked for again. */
	halfRemoved: number;
	/** Secrets of cells that were erased; none stands in any file. */
	effaced: number;
}

/** What it is killed at, in turns, where nothing else is asked for. */
const storeWorks: readonly Work[] = ['write', 'fold', 'efface'];
const steps = 30;
/** About as long as one step of this kind takes. */
const longestMs = { write: 6, fold: 25, efface: 40, expire: 40 } as const satisfies Record<
	Work,
	number
>;

/** Rejects at the first thing that is torn, lost or comes back. */
export async function killStore(
	engine: Engine,
	{ kills, seed, works = storeWorks }: { kills: number; seed: number; works?: readonly Work[] },
): Promise<StoreKillCounts> {
	const random = seededRandom(seed);
	const counts = {
		kills: 0,
		acknowledged: 0,
		unanswered: 0,
		doneUnanswered: 0,
		halfRemoved: 0,
		effaced: 0,
	};
	let launched = await launchEngine(engine);
	const { profile } = launched;
	try {
		let page = await openExtensionPage(launched, 'try-store');
		let settled = (await call(page, 'begin')) as Planned[];
		while (counts.kills < kills) {
			const work = works[counts.kills % works.length] ?? 'write';
			const planSeed = Math.floor(random() * 1_000_000_000);
			const asked = (await call(page, 'plan', work, planSeed, steps, settled)) as Planned[];
			const before = (await call(page, 'before')) as Before;
			const answered = await killAmid(page, asked, Math.floor(random() * steps), async () => {
				await new Promise((resolve) => setTimeout(resolve, random() * longestMs[work]));
				await launched.kill();
			});
			launched = await launchEngine(engine, { profile });
			page = await openExtensionPage(launched, 'try-store');
			const verdict = (await call(page, 'judge', before, settled, asked, answered)) as Verdict;
			refuseLeftovers(profile, verdict.effaced);
			settled = verdict.settled;
			counts.kills += 1;
			counts.acknowledged += answered;
			counts.unanswered += steps - answered;
			counts.doneUnanswered += verdict.committed - answered;
			counts.halfRemoved += Number(verdict.isHalfRemoved);
			counts.effaced += verdict.effaced.length;
		}
	} finally {
		await launched.close();
		removeTemporaryFolder(profile);
	}
	return counts;
}

/** Asks for all steps at once and kills after so many answers; resolves with how many came. */
async function killAmid(
	page: Page,
	asked: readonly Planned[],
	killAfter: number,
	kill: () => Promise<void>,
): Promise<number> {
	let answers = 0;
	await new Promise<void>((resolve) => {
		if (killAfter === 0) resolve();
		for (const planned of asked)
			call(page, 'do', planned).then(
				() => {
					answers += 1;
					if (answers === killAfter) resolve();
				},
				// The kill ends what was asked.
				() => undefined,
			);
	});
	await kill();
	return answers;
}

/** Asks the trial in the page. As text: the driver of Firefox takes its time over objects. */
async function call(page: Page, method: string, ...given: unknown[]): Promise<unknown> {
	const answer = await page.evaluate(
		async (asked, values) => {
			type Trial = Record<string, (...given: unknown[]) => unknown>;
			const scope = globalThis as unknown as {
				openKillTrial(name: string): Trial;
				killTrial?: Trial;
			};
			scope.killTrial ??= scope.openKillTrial('killed');
			return JSON.stringify((await scope.killTrial[asked]?.(...JSON.parse(values))) ?? null);
		},
		method,
		JSON.stringify(given),
	);
	return JSON.parse(answer);
}

function refuseLeftovers(profile: string, effaced: readonly string[]): void {
	const files = [...new Set(findBytes(profile, effaced).map(({ file }) => file))];
	if (files.length > 0) throw new Error(`erased bytes stand in ${files.join(', ')}`);
}
