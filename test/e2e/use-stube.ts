import { afterAll, beforeAll } from 'vitest';
import { Stube, type StubeOptions } from '../browser/stube.ts';

/** One browser with Stube for all tests of a file; opened before the first, closed after the last. */
export function useStube(makeOptions: () => StubeOptions): () => Stube {
	let stube: Stube | undefined;
	beforeAll(async () => {
		stube = await Stube.open(makeOptions());
	});
	afterAll(async () => {
		await stube?.close();
	});
	return () => {
		if (!stube) throw new Error('Stube opens before the first test, not earlier.');
		return stube;
	};
}
