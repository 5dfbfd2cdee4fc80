/** A store that is killed in the midst of its work, and what must hold when it is opened again. */
import type { CellRef } from '@/lib/cells/cell-file';
import { openCells } from '@/lib/cells/open-cells';
import { bucketEndAt } from '@/lib/store/bucket';
import { openStore, openStoreAccess } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';
import { doPlainly, doStep, type Step } from '../../test/store/do-step';
import { expected, type Look, shown } from '../../test/store/look';
import { PlainInbox } from '../../test/store/plain-inbox';
import { noon } from '../../test/store/samples';
import { toHex } from '../../test/vault/hex';
import { firstSteps, type Planned, planWork, type Work } from './kill-work';

/** What stood in the store before a burst of work. */
export interface Before {
	/** Secrets of all cells as hex, by index and generation. */
	secrets: [name: string, secret: string][];
	/** The cells on which chats hang. */
	chatCells: [chatKey: string, cell: CellRef][];
	/** Those on which all hangs that goes in one bucket, and when that ends. */
	bucketCells: [endAt: number, cell: CellRef][];
}

export interface Verdict {
	/** How many of the steps are on disk; all that were answered are among them. */
	committed: number;
	/** Whether the last of them was a removal or a sweep that had effaced and not yet deleted. */
	isHalfRemoved: boolean;
	/** The steps that stand in the store from now on. */
	settled: Planned[];
	/** Secrets, as hex, that stand in no cell any more: no file may hold them. */
	effaced: string[];
}

/** A page of a chat is only part of it. */
const looks: readonly Look[] = ['list', 'scan', 'stored'];

export function openKillTrial(databaseName: string) {
	const cells = openCells(databaseName);
	let opening: Promise<Store> | null = null;
	const store = (): Promise<Store> => {
		opening ??= openStore({ databaseName, cells });
		return opening;
	};

	async function secretsNow(): Promise<[string, string][]> {
		const refs = await cells.refs();
		const secrets = await cells.read(refs);
		return refs.flatMap((ref, nth): [string, string][] => {
			const secret = secrets[nth];
			return secret ? [[nameOf(ref), toHex(secret)]] : [];
		});
	}

	/** The inbox that these steps make. */
	async function modelOf(steps: readonly Planned[]): Promise<PlainInbox> {
		const model = new PlainInbox();
		const { hash } = await store();
		for (const { step, now } of steps) await doPlainly(model, step, now, hash);
		return model;
	}

	async function isShown(model: PlainInbox, now: number): Promise<boolean> {
		for (const look of looks) {
			const found = await shown(await store(), look, now);
			if (toText(found) !== toText(expected(model, look, now))) return false;
		}
		return true;
	}

	/**
	 * How many of these steps stand in the store, and whether it is the last of them that the kill
	 * left half-way: what was begun by effacing is completed when it is asked for again.
	 */
	async function howFar(
		begun: PlainInbox,
		steps: readonly Planned[],
		now: number,
	): Promise<Pick<Verdict, 'committed' | 'isHalfRemoved'>> {
		const { hash } = await store();
		const models = [begun.copy()];
		for (const { step, now: at } of steps) {
			const next = models.at(-1)?.copy() ?? begun;
			await doPlainly(next, step, at, hash);
			models.push(next);
		}
		for (const [committed, model] of models.entries())
			if (await isShown(model, now)) return { committed, isHalfRemoved: false };
		for (const [index, { step, now: at }] of steps.entries()) {
			if (!isRemoval(step)) continue;
			// Again is no other than once.
			await doStep(await store(), step, at);
			const done = models[index + 1] ?? begun;
			if (await isShown(done, now)) return { committed: index + 1, isHalfRemoved: true };
		}
		throw new Error(`lost or torn: none of ${steps.length} steps leads here`);
	}

	async function refuseReturns(gone: CellRef[]): Promise<void> {
		const back = (await cells.read(gone)).filter((secret) => secret !== null);
		if (back.length > 0) throw new Error(`${back.length} cells of what was erased are back`);
	}

	return {
		async begin(): Promise<Planned[]> {
			const steps = firstSteps();
			for (const { step, now } of steps) await doStep(await store(), step, now);
			return steps;
		},

		async plan(work: Work, seed: number, count: number, settled: readonly Planned[]) {
			const since = settled.at(-1)?.now ?? noon;
			return planWork(work, seed, count, { model: await modelOf(settled), since });
		},

		async before(): Promise<Before> {
			const access = await openStoreAccess({ databaseName, cells });
			const { state } = await access.read(async ({ snapshot }) => snapshot);
			return {
				secrets: await secretsNow(),
				chatCells: [...state.chats].map(([chatKey, { cell }]) => [chatKey, cell]),
				bucketCells: [...state.buckets].flatMap(([bucket, { cell }]): Before['bucketCells'] =>
					bucket === 'eternal' ? [] : [[bucketEndAt(bucket), cell]],
				),
			};
		},

		/** Answers once it is done. */
		async do({ step, now }: Planned): Promise<void> {
			await doStep(await store(), step, now);
		},

		/**
		 * After the kill. Rejects if anything answered is lost, anything is there by halves, or
		 * anything effaced is back.
		 */
		async judge(
			before: Before,
			settled: readonly Planned[],
			asked: readonly Planned[],
			answered: number,
		): Promise<Verdict> {
			const model = await modelOf(settled);
			// Before the store is opened, which would finish what a kill left undone.
			await refuseReturns(goneCells(before, model, asked.slice(0, answered)));

			const { hash } = await store();
			for (const { step, now } of asked.slice(0, answered)) await doPlainly(model, step, now, hash);
			const now = asked.at(-1)?.now ?? noon;
			const { committed, isHalfRemoved } = await howFar(model, asked.slice(answered), now);
			for (const { step, now } of asked.slice(answered, answered + committed))
				await doPlainly(model, step, now, hash);
			const opened = await store();
			// Each start sweeps.
			const sweep: Planned = { step: { do: 'expire' }, now };
			await doStep(opened, sweep.step, now);
			await doPlainly(model, sweep.step, now, hash);
			await refuseReturns(endedCells(before, now));
			await opened.merge();
			if (!(await isShown(model, now))) throw new Error('a sweep and a merge lose something');
			if (opened.unreadableRecords) throw new Error(`${opened.unreadableRecords} records are torn`);
			const standing = new Set((await secretsNow()).map(([, secret]) => secret));
			return {
				committed: answered + committed,
				isHalfRemoved,
				settled: [...settled, ...asked.slice(0, answered + committed), sweep],
				effaced: before.secrets.flatMap(([, secret]) => (standing.has(secret) ? [] : [secret])),
			};
		},
	};
}

/** Cells of chats of which something was erased, and of what was due, as far as that was answered. */
function goneCells(before: Before, model: PlainInbox, answered: readonly Planned[]): CellRef[] {
	const withdrawn = new Set<string>();
	const gone = new Set<string>();
	let sweptAt = 0;
	for (const { step, now } of answered) {
		if (step.do === 'expire') sweptAt = now;
		if (step.do === 'remove-messages' && step.keys.length > 0) gone.add(step.chatKey);
		if (step.do === 'merge') for (const chatKey of withdrawn) gone.add(chatKey);
		if (step.do !== 'put') continue;
		for (const chatKey of step.batch.removedChats ?? []) gone.add(chatKey);
		for (const { chatKey, messages } of step.batch.messages ?? []) {
			const stored = model.messages.get(chatKey);
			if (messages.some(({ key, text }) => stored?.has(key) && stored.get(key)?.text !== text))
				withdrawn.add(chatKey);
		}
	}
	return [
		...before.chatCells.flatMap(([chatKey, cell]) => (gone.has(chatKey) ? [cell] : [])),
		...endedCells(before, sweptAt),
	];
}

/** Cells of buckets of which everything is due. */
function endedCells({ bucketCells }: Before, now: number): CellRef[] {
	return bucketCells.flatMap(([endAt, cell]) => (endAt <= now ? [cell] : []));
}

/** What begins by effacing. */
function isRemoval(step: Step): boolean {
	if (step.do === 'put') return (step.batch.removedChats?.length ?? 0) > 0;
	return step.do === 'expire';
}

function nameOf({ index, generation }: CellRef): string {
	return `${index}:${generation}`;
}

/** To be compared: maps as lists, names in one order. */
function toText(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) => {
		if (part instanceof Map) return [...part];
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
