import { browser } from 'wxt/browser';
import type { CellFile, CellReading } from './cell-file';
import { keepKind, keptKind } from './cells-database';
import { CellsFailure, failureCodeOf } from './cells-failure';
import { deletableCells } from './deletable-cells';
import { createOffscreenWriter } from './offscreen-writer';
import { opfsCells } from './opfs-cells';
import { type MirrorBytes, readMirrors } from './opfs-read';
import { readingOf } from './read-cells';
import { createWorkerWriter } from './worker-writer';
import type { Writer } from './writer';

/**
 * The cells of this extension, from any of its contexts. Which kind they are is decided by
 * the first that makes some and holds from then on: cells that exist but cannot be reached
 * are a failure, never "effaced". Until a first answer `kind` is the one that promises less.
 */
export function openCells(name = 'cells', write: Writer = createWriter()): CellFile {
	const effaceable = opfsCells(name, write);
	const deletable = deletableCells(name);
	let chosen: CellFile | null = null;

	/** `cells` is `null` while there are none of either kind. */
	async function look(): Promise<{ cells: CellFile | null; reading?: CellReading }> {
		if (chosen) return { cells: chosen };
		const mirrors = await mirrorsIfPossible(name);
		if (mirrors && mirrors.a.length + mirrors.b.length > 0) {
			chosen = effaceable;
			// What was read to find that out need not be read again.
			return { cells: chosen, reading: readingOf(mirrors.a, mirrors.b) };
		}
		const kept = await keptKind(name);
		if (kept === 'effaceable' && !mirrors) throw new CellsFailure('unavailable');
		if (kept) chosen = kept === 'effaceable' ? effaceable : deletable;
		return { cells: chosen };
	}

	const choose = async () => (await look()).cells;

	/** Whether files can be overwritten in place shows only when somebody tries. */
	async function begin(): Promise<CellFile> {
		chosen = (await canEfface()) ? effaceable : deletable;
		await keepKind(name, chosen.kind);
		return chosen;
	}

	async function canEfface(): Promise<boolean> {
		if ((await mirrorsIfPossible(name)) === null) return false;
		const answer = await write({ name, change: { change: 'mend' } });
		if (!answer.done && answer.reason !== 'unsupported') throw new CellsFailure(answer.reason);
		return answer.done;
	}

	return {
		get kind() {
			return chosen?.kind ?? 'deletable';
		},
		async read(refs) {
			const { cells, reading } = await look();
			return reading ? refs.map(reading) : (cells?.read(refs) ?? refs.map(() => null));
		},
		async readAll() {
			const { cells, reading } = await look();
			return reading ?? cells?.readAll() ?? (() => null);
		},
		refs: async () => (await choose())?.refs() ?? [],
		rouse: async () => (await choose())?.rouse(),
		grow: async (count) => ((await choose()) ?? (await begin())).grow(count),
		efface: async (refs) => (await choose())?.efface(refs),
		effaceAll: async () => (await choose())?.effaceAll(),
	};
}

function createWriter(): Writer {
	// Chromium's service worker is the one context that has no threads.
	if (typeof Worker === 'undefined') return createOffscreenWriter();
	return createWorkerWriter(browser.runtime.getURL('/cells-worker.js'));
}

/** `null` where the browser has no private file system for us. */
async function mirrorsIfPossible(name: string): Promise<MirrorBytes | null> {
	if (typeof navigator.storage?.getDirectory !== 'function') return null;
	try {
		return await readMirrors(name);
	} catch (error) {
		if (failureCodeOf(error) === 'unsupported') return null;
		throw error;
	}
}
