export interface Wait {
	/** For the error: what was awaited, as a clause ("the popup lists 16 chats"). */
	that: string;
	withinMs?: number;
}

/**
 * Reads a state again and again until it is as wanted, and returns it. The bound is
 * generous: tests wait for what must come, they do not measure.
 */
export async function waitUntil<State>(
	read: () => Promise<State> | State,
	isReached: (state: State) => boolean,
	{ that, withinMs = 30_000 }: Wait,
): Promise<State> {
	const end = Date.now() + withinMs;
	for (;;) {
		const state = await read();
		if (isReached(state)) return state;
		if (Date.now() > end) {
			throw new Error(
				`Waited ${withinMs} ms until ${that}; it is:\n${JSON.stringify(state, null, 1)}`,
			);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
