import { CellsFailure } from './cells-failure';
import { type CellChange, changeCells } from './change-cells';
import { lockName, mirrorNames } from './mirror-names';
import { canOverwrite, mirrorOn, openSyncHandle, type SyncHandle } from './sync-handle';

/**
 * Opens both files, changes them, closes them: one writer at a time over all contexts. In
 * a dedicated worker only. Returns how many blocks had to be mended.
 */
export function writeCells(name: string, change: CellChange): Promise<number> {
	return navigator.locks.request(lockName(name), async () => {
		const names = mirrorNames(name);
		// Both at once: each is several answers of the browser.
		const [a, b] = await Promise.allSettled([openHandle(names.a), openHandle(names.b)]);
		try {
			return changeCells({ a: mirrorOn(handleOf(a)), b: mirrorOn(handleOf(b)) }, change);
		} finally {
			for (const opened of [a, b]) if (opened.status === 'fulfilled') opened.value.close();
		}
	});
}

function handleOf(opened: PromiseSettledResult<SyncHandle>): SyncHandle {
	if (opened.status === 'rejected') throw opened.reason;
	return opened.value;
}

/** The browser lets go of a killed writer's lock before its handle. */
const attempts = 40;
const pauseMs = 50;

async function openHandle(name: string): Promise<SyncHandle> {
	if (!canOverwrite()) throw new CellsFailure('unsupported');
	const directory = await navigator.storage.getDirectory();
	const file = await directory.getFileHandle(name, { create: true });
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await openSyncHandle(file);
		} catch (error) {
			const isTaken = error instanceof DOMException && error.name === 'NoModificationAllowedError';
			if (!isTaken || attempt === attempts) throw error;
			// No event says when a handle is let go.
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
}
