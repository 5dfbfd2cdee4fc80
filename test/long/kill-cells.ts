/** SIGKILL to a real browser while it effaces, again and again on one profile. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../bench/store/engines.ts';
import { launchEngine } from '../bench/store/launch-engine.ts';
import {
	type CellRef,
	type Cells,
	cellsOfBackground,
	cellsOfPage,
	openCellsPage,
} from '../browser/cells.ts';
import { removeTemporaryFolder } from '../browser/clean-up.ts';
import { findBytes } from '../e2e/leak/profile-scan.ts';
import { seededRandom } from '../sites/random.ts';

/** What a run of kills came to; each number of faults is 0 or the run has failed. */
export interface KillCounts {
	kills: number;
	/** Erasures that somebody was told of before the kill. */
	acknowledged: number;
	/** Erasures that were asked for and not yet answered. */
	unanswered: number;
	/** Kills that left the mirrors different from each other. */
	torn: number;
}

interface Kept {
	ref: CellRef;
	secret: string;
}

const name = 'killed';
/** Twenty blocks: an erasure of many cells takes many writes. */
const cellCount = 2_000;
const erasures = 24;
/** About as long as one of them takes. */
const longestMs = 30;

/** Rejects at the first thing that is lost, comes back or is left in a file. */
export async function killCells(
	engine: Engine,
	{ kills, seed }: { kills: number; seed: number },
): Promise<KillCounts> {
	const random = seededRandom(seed);
	const counts: KillCounts = { kills: 0, acknowledged: 0, unanswered: 0, torn: 0 };
	let launched = await launchEngine(engine);
	const { profile } = launched;
	try {
		let page = await openCellsPage(launched);
		await cellsOfPage(page, name).grow(cellCount);
		while (counts.kills < kills) {
			const [here, there] = [cellsOfPage(page, name), cellsOfBackground(launched, page, name)];
			// The background's way to a writer is made before, so that kills meet writes.
			await there.grow(1);
			const all = await readAll(here);
			const { doomed, spared } = share(all, random);
			const answered = new Set<Kept>();
			// Somewhere in their midst: after so many answers and a little more.
			const killAfter = Math.floor(random() * erasures);
			let answers = 0;
			await new Promise<void>((resolve) => {
				if (killAfter === 0) resolve();
				for (const [nth, batch] of doomed.entries()) {
					const cells = nth % 2 === 0 ? here : there;
					cells.efface(batch.map(({ ref }) => ref)).then(
						() => {
							for (const kept of batch) answered.add(kept);
							answers += 1;
							if (answers === killAfter) resolve();
						},
						// The kill ends what was asked.
						() => undefined,
					);
				}
			});
			await new Promise((resolve) => setTimeout(resolve, random() * longestMs));
			await launched.kill();
			const told = [...answered];
			counts.kills += 1;
			counts.acknowledged += told.length;
			if (areTorn(profile)) counts.torn += 1;
			refuseLeftovers(profile, told);

			launched = await launchEngine(engine, { profile });
			page = await openCellsPage(launched);
			const cells = cellsOfPage(page, name);
			const asked = doomed.flat();
			const open = asked.filter((kept) => !answered.has(kept));
			counts.unanswered += open.length;
			await refuseLosses(cells, spared);
			await refuseReturns(cells, told);
			await refuseStrangers(cells, open);
			await cells.efface(open.map(({ ref }) => ref));
			await refuseReturns(cells, asked);
			await refuseLosses(cells, spared);
			refuseLeftovers(profile, asked);
		}
	} finally {
		await launched.close();
		removeTemporaryFolder(profile);
	}
	return counts;
}

async function readAll(cells: Cells): Promise<Kept[]> {
	const refs = await cells.refs();
	const secrets = await cells.read(refs);
	return refs.map((ref, nth) => {
		const secret = secrets[nth];
		if (!secret) throw new Error(`cell ${ref.index} is listed and cannot be read`);
		return { ref, secret };
	});
}

/** Erasures of one to sixty cells each, and the cells that must outlive them. */
function share(all: readonly Kept[], random: () => number): { doomed: Kept[][]; spared: Kept[] } {
	const doomed = Array.from({ length: erasures }, (): Kept[] => []);
	const spared: Kept[] = [];
	const sizes = doomed.map(() => 1 + Math.floor(random() ** 3 * 60));
	for (const kept of [...all].sort(() => random() - 0.5)) {
		const batch = doomed.find((one, nth) => one.length < (sizes[nth] ?? 0));
		(batch ?? spared).push(kept);
	}
	return { doomed, spared };
}

async function refuseLosses(cells: Cells, spared: readonly Kept[]): Promise<void> {
	const secrets = await cells.read(spared.map(({ ref }) => ref));
	const lost = spared.filter(({ secret }, nth) => secrets[nth] !== secret);
	if (lost.length > 0) throw new Error(`${lost.length} cells that nobody effaced are lost`);
}

async function refuseReturns(cells: Cells, effaced: readonly Kept[]): Promise<void> {
	const secrets = await cells.read(effaced.map(({ ref }) => ref));
	const back = secrets.filter((secret) => secret !== null);
	if (back.length > 0) throw new Error(`${back.length} effaced cells can be read`);
}

/** What was asked for and not answered is there as it was, or gone; nothing between. */
async function refuseStrangers(cells: Cells, open: readonly Kept[]): Promise<void> {
	const secrets = await cells.read(open.map(({ ref }) => ref));
	const wrong = open.filter(({ secret }, nth) => ![secret, null].includes(secrets[nth] ?? null));
	if (wrong.length > 0) throw new Error(`${wrong.length} cells are neither as before nor gone`);
}

function refuseLeftovers(profile: string, effaced: readonly Kept[]): void {
	const found = findBytes(
		profile,
		effaced.map(({ secret }) => secret),
	);
	const files = [...new Set(found.map(({ file }) => file))];
	if (found.length > 0) throw new Error(`effaced bytes stand in ${files.join(', ')}`);
}

/** Whether the two files of the cells differ, as the kill left them. */
function areTorn(profile: string): boolean {
	const mirrors = readdirSync(profile, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
		// The inbox has cells too, but few.
		.filter((bytes) => bytes.length === Math.ceil(cellCount / 102) * 4_096)
		.filter((bytes) => bytes.subarray(4_080, 4_084).toString('latin1') === 'stub');
	const [a, b] = mirrors;
	if (!a || !b || mirrors.length !== 2) {
		throw new Error(`${mirrors.length} files of cells instead of two`);
	}
	return !a.equals(b);
}
