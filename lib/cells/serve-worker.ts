import { failureCodeOf } from './cells-failure';
import { writeCells } from './opfs-write';
import type { WorkerAnswer, WorkerRequest } from './worker-writer';

/** In the dedicated worker: answers what its own context asks. */
export function serveWorker(): void {
	globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
		const { number, name, change } = data;
		const answer = (what: WorkerAnswer): void => globalThis.postMessage(what);
		writeCells(name, change).then(
			(mended) => answer({ number, done: true, mended }),
			(error: unknown) => answer({ number, done: false, reason: failureCodeOf(error) }),
		);
	});
}
