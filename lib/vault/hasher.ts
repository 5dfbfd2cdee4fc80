import { browser } from 'wxt/browser';
import type { Argon2Parameters } from './argon2-cost';
import type { Bytes } from './bytes';
import type { HashAnswer, HashRequest } from './serve-argon2';

export interface Hashed {
	hash: Bytes;
	/** How long this machine took. */
	tookMs: number;
}

/** Turns a passphrase into key material, so slowly that guessing is dear. */
export type Hasher = (passphrase: string, parameters: Argon2Parameters) => Promise<Hashed>;

/** In a thread of its own, which ends with the hash and so leaves none of its memory behind. */
export const threadHasher: Hasher = (passphrase, parameters) =>
	new Promise((resolve, reject) => {
		const worker = new Worker(browser.runtime.getURL('/argon2-worker.js'));
		const fail = (): void => {
			worker.terminate();
			reject(new Error('the passphrase could not be hashed'));
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('message', ({ data }: MessageEvent<HashAnswer>) => {
			if (data === null) return fail();
			worker.terminate();
			resolve(data);
		});
		worker.postMessage({ passphrase, parameters } satisfies HashRequest);
	});
