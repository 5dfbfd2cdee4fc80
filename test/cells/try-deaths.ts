import fc from 'fast-check';
import { expect } from 'vitest';
import type { CellFile, CellRef } from '@/lib/cells/cell-file';
import {
	type BeforeStep,
	type MemoryDisk,
	memoryCells,
	memoryDisk,
	WriterDied,
} from '@/lib/cells/memory-cells';
import type { SectorFate } from '@/lib/cells/memory-mirror';
import { tellInTime } from '../tell-in-time';

/** Sequences of what may happen to cells, and somebody who checks what must hold after each. */

/** Where a writer dies: at which step, after how many bytes of it, and whether the power goes too. */
interface Death {
	atStep: number;
	afterBytes: number;
	/** `null`: only the process dies and what it wrote stays written. */
	sectors: SectorFate[] | null;
}

type Action =
	| { do: 'grow'; count: number; death: Death | null }
	| { do: 'efface'; picks: number[]; death: Death | null }
	| { do: 'efface-all'; death: Death | null }
	| { do: 'use'; picks: number[] }
	| { do: 'flip'; mirror: 'a' | 'b'; bit: number };

const fate = fc.constantFrom<SectorFate>('old', 'new', 'garbled');
const death = fc.option(
	fc.record({
		atStep: fc.oneof(fc.nat(1), fc.nat(7)),
		afterBytes: fc.nat(4096),
		sectors: fc.option(fc.array(fate, { minLength: 5, maxLength: 5 })),
	}),
	{ freq: 2 },
);
const picks = fc.array(fc.nat(400), { minLength: 1, maxLength: 6 });
const action: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('grow'), count: fc.nat(220), death }) },
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('efface'), picks, death }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('efface-all'), death }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('use'), picks }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('flip'),
			mirror: fc.constantFrom('a', 'b'),
			bit: fc.nat(),
		}),
	},
);

/** Somebody who seals under cells, and remembers what each of them has to say. */
class Keeper {
	readonly disk: MemoryDisk = memoryDisk();
	/** What was given out and not yet effaced, with its secret. */
	readonly #live = new Map<CellRef, string>();
	/** What was effaced, and somebody was told so. */
	readonly #gone = new Map<CellRef, string>();
	/** What is being effaced: there or not until somebody is told. */
	readonly #dying = new Set<CellRef>();

	async act(action: Action): Promise<void> {
		switch (action.do) {
			case 'grow':
				await this.#change((cells) => cells.grow(action.count), action.death);
				break;
			case 'efface':
				await this.#efface(this.#pick(action.picks), action.death);
				break;
			case 'efface-all':
				await this.#efface([...this.#live.keys()], action.death, (cells) => cells.effaceAll());
				break;
			case 'use':
				await this.#use(action.picks);
				break;
			case 'flip':
				await this.#flip(action.mirror, action.bit);
		}
		await this.#check();
	}

	#pick(picks: readonly number[]): CellRef[] {
		const live = [...this.#live.keys()];
		return live.length === 0 ? [] : picks.map((pick) => live[pick % live.length] ?? never());
	}

	async #use(picks: readonly number[]): Promise<void> {
		const cells = memoryCells(this.disk);
		const used = new Set([...this.#live.keys()].map(({ index }) => index));
		const free = (await cells.refs()).filter(({ index }) => !used.has(index));
		if (free.length === 0) return;
		const taken = [...new Set(picks.map((pick) => free[pick % free.length] ?? never()))];
		const secrets = await cells.read(taken);
		for (const [nth, ref] of taken.entries()) this.#live.set(ref, hex(secrets[nth] ?? never()));
	}

	async #efface(
		refs: readonly CellRef[],
		death: Death | null,
		change: (cells: CellFile) => Promise<void> = (cells) => cells.efface(refs),
	): Promise<void> {
		for (const ref of refs) this.#dying.add(ref);
		const isDone = await this.#change(change, death);
		// After a death nobody was told, so it is asked for again.
		if (!isDone) await memoryCells(this.disk).efface(refs);
		for (const ref of refs) {
			const secret = this.#live.get(ref);
			if (secret === undefined) continue;
			this.#live.delete(ref);
			this.#gone.set(ref, secret);
		}
		this.#dying.clear();
	}

	/** `false` if the writer died. */
	async #change(change: (cells: CellFile) => Promise<void>, death: Death | null): Promise<boolean> {
		try {
			await change(memoryCells(this.disk, death ? dieAt(death) : undefined));
			return true;
		} catch (error) {
			if (!(error instanceof WriterDied)) throw error;
			const sectors = death?.sectors;
			if (sectors) {
				for (const mirror of [this.disk.a, this.disk.b]) {
					mirror.losePower((sector) => sectors[sector % sectors.length] ?? 'old');
				}
			}
			await this.#checkWhatHolds();
			return false;
		}
	}

	/** A disk errs in one of the mirrors; a reader comes by before it errs again. */
	async #flip(mirror: 'a' | 'b', bit: number): Promise<void> {
		await memoryCells(this.disk).refs();
		const bytes = this.disk[mirror].read();
		if (bytes.length === 0) return;
		const at = Math.floor(bit / 8) % bytes.length;
		this.disk[mirror].write(Uint8Array.of((bytes[at] ?? 0) ^ (1 << (bit % 8))), at);
		this.disk[mirror].flush();
		await this.#checkWhatHolds();
	}

	async #check(): Promise<void> {
		await this.#checkWhatHolds();
		const cells = memoryCells(this.disk);
		const refs = await cells.refs();
		const names = new Set(refs.map(({ index, generation }) => `${index} ${generation}`));
		const unlisted = [...this.#live.keys()].filter(
			({ index, generation }) => !names.has(`${index} ${generation}`),
		);
		expect(unlisted).toEqual([]);
		expect((await cells.read(refs)).includes(null)).toBe(false);
		expect(Buffer.compare(this.disk.a.read(), this.disk.b.read())).toBe(0);
	}

	/** In whatever state the last death left. */
	async #checkWhatHolds(): Promise<void> {
		const cells = memoryCells(this.disk);
		const read = async (): Promise<(string | null)[]> =>
			(await cells.read([...this.#live.keys()])).map((secret) => secret && hex(secret));
		const secrets = await read();
		for (const [nth, [ref, expected]] of [...this.#live].entries()) {
			const mayBeGone = this.#dying.has(ref) && secrets[nth] === null;
			if (!mayBeGone) expect(secrets[nth]).toBe(expected);
		}
		const gone = await cells.read([...this.#gone.keys()]);
		expect(gone.filter((secret) => secret !== null)).toEqual([]);
		for (const mirror of [this.disk.a, this.disk.b]) {
			const bytes = Buffer.from(mirror.read());
			expect([...this.#gone.values()].filter((one) => bytes.includes(one, 'hex'))).toEqual([]);
		}
		// What one reader was told holds for the next, also after the mirrors were mended.
		await cells.refs();
		expect(await read()).toEqual(secrets);
	}
}

function dieAt({ atStep, afterBytes }: Death): BeforeStep {
	let step = 0;
	return () => {
		step += 1;
		return step > atStep ? afterBytes : undefined;
	};
}

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex');
}

function never(): never {
	throw new Error('unreachable');
}

/** Tries so many sequences; rejects with the seed and the shortest one that fails. */
export async function tryDeaths(numRuns: number, limitMs: number, seed?: number): Promise<void> {
	await fc.assert(
		fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
			const keeper = new Keeper();
			for (const one of actions) await keeper.act(one);
		}),
		{ numRuns, ...tellInTime(limitMs), ...(seed === undefined ? {} : { seed }) },
	);
}
