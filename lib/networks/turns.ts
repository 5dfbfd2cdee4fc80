/** What a reader does in one go before the page gets its turn; a frame is 16 ms. */
const turnMs = 5;

/** Does something with each item, a few milliseconds of it at a time. */
export type InTurns = <Item>(items: Iterable<Item>, work: (item: Item) => void) => Promise<void>;

/** For pages that nobody uses meanwhile. */
export const inOneGo: InTurns = async (items, work) => {
	for (const item of items) work(item);
};

export interface Turns {
	inTurns: InTurns;
	/** Goes on in a new task, where any of this one was used up. */
	begin(): Promise<void>;
	/** Ends the work; returns how long all its turns were, what was awaited within one included. */
	end(): number;
}

/** Lets the page's own tasks run between stretches of a reader's work. */
export function createTurns(): Turns {
	/** When this turn began; `null` between two pieces of work. */
	let since: number | null = null;
	let workedMs = 0;
	const isUsed = (ms: number): boolean => since === null || performance.now() - since >= ms;
	const end = (): void => {
		if (since !== null) workedMs += performance.now() - since;
		since = null;
	};
	const goOn = async (): Promise<void> => {
		end();
		await nextTask();
		since = performance.now();
	};
	return {
		async inTurns(items, work) {
			for (const item of items) {
				if (isUsed(turnMs)) await goOn();
				work(item);
			}
		},
		async begin() {
			if (isUsed(1)) await goOn();
		},
		end() {
			end();
			const worked = workedMs;
			workedMs = 0;
			return worked;
		},
	};
}

/**
 * A task of its own, behind those that wait already. Not by a timer, which is put off by
 * 4 ms when nested and by a second in a tab in the background.
 */
function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
