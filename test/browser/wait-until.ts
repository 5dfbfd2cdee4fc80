export interface Wait<State = unknown> {
	/** For the error: what was awaited, as a clause ("the popup lists 16 chats"). */
	that: string;
	withinMs?: number;
	/** What of the state tells why it is not as wanted; all of it if absent. */
	tell?: (state: State) => unknown;
}

/**
 * Reads a state again and again until it is as wanted, and returns it. The bound is
 * generous: tests wait for what must come, they do not measure.
 */
export async function waitUntil<State>(
	read: () => Promise<State> | State,
	isReached: (state: State) => boolean,
	{ that, withinMs = 30_000, tell = (state) => state }: Wait<State>,
): Promise<State> {
	const end = Date.now() + withinMs;
	for (;;) {
		const state = await read();
		if (isReached(state)) return state;
		if (Date.now() > end) {
			const told = JSON.stringify(tell(state), null, 1);
			throw new Error(`Waited ${withinMs} ms until ${that}; it is:\n${told}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
