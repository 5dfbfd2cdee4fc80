import * as fc from 'fast-check';
import { afterEach, beforeEach, it, vi } from 'vitest';
import type { Network } from '@/lib/model';
import { tellInTime } from '../../tell-in-time';
import { story } from './moves';
import { play } from './play';

/** Pages that are cheap to read tell more of them: 500 in all. */
const stories: Record<Network, number> = { whatsapp: 120, messenger: 180, instagram: 200 };

/** As IndexedDB hands them back here: jsdom has its own, which are no instances of these. */
const NodeBytes: typeof Uint8Array = Object.getPrototypeOf(Buffer);

/** Random stories on a stand-in that lives; `STUBE_SEED` tells the same ones again. */
export function tellStories(network: Network): void {
	beforeEach(() => {
		vi.stubGlobal('Uint8Array', NodeBytes);
		vi.stubGlobal('ArrayBuffer', new NodeBytes(1).buffer.constructor);
		vi.useFakeTimers({
			toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
		});
	});

	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	it('is held once and in its order, whatever happens on it and whenever it is read', async () => {
		const seed = Number(process.env.STUBE_SEED ?? Date.now() % 2 ** 31);
		console.info(`STUBE_SEED=${seed}`);
		await fc.assert(
			fc.asyncProperty(story, (one) => play(network, one)),
			{ seed, numRuns: Number(process.env.STUBE_RUNS ?? stories[network]), ...tellInTime() },
		);
	});
}
