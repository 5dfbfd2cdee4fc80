import type { WriteAnswer, WriteRequest, Writer } from './writer';

/** A thread that has nothing to do ends: starting one takes milliseconds. */
const quietMs = 5_000;

/** What goes to the worker and what comes back; numbered, since changes may overlap. */
export interface WorkerRequest extends WriteRequest {
	number: number;
}
export type WorkerAnswer = WriteAnswer & { number: number };

/** Writes through a dedicated worker of this context, started on demand. */
export function createWorkerWriter(address: string): Writer {
	let worker: Worker | null = null;
	let end: ReturnType<typeof setTimeout> | undefined;
	let lastNumber = 0;
	const waiting = new Map<number, (answer: WriteAnswer) => void>();

	function start(): Worker {
		const started = new Worker(address);
		started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
			const { number, ...answer } = data;
			waiting.get(number)?.(answer);
			waiting.delete(number);
			if (waiting.size === 0) end = setTimeout(stop, quietMs);
		});
		started.addEventListener('error', () => {
			stop();
			for (const answer of waiting.values()) answer({ done: false, reason: 'no-answer' });
			waiting.clear();
		});
		return started;
	}

	function stop(): void {
		clearTimeout(end);
		worker?.terminate();
		worker = null;
	}

	return (request) =>
		new Promise((resolve) => {
			clearTimeout(end);
			worker ??= start();
			lastNumber += 1;
			waiting.set(lastNumber, resolve);
			worker.postMessage({ ...request, number: lastNumber } satisfies WorkerRequest);
		});
}
