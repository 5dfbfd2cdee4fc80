import { hashPassphrase } from './argon2';
import type { Argon2Parameters } from './argon2-cost';
import type { Bytes } from './bytes';

/** What goes to the thread. */
export interface HashRequest {
	passphrase: string;
	parameters: Argon2Parameters;
}
/** What comes back; `null` if it could not be made, for want of memory. */
export type HashAnswer = { hash: Bytes; tookMs: number } | null;

/** In the dedicated worker: answers what its own page asks. */
export function serveArgon2(): void {
	globalThis.addEventListener('message', ({ data }: MessageEvent<HashRequest>) => {
		const answer = (what: HashAnswer): void => globalThis.postMessage(what);
		const begunAt = performance.now();
		hashPassphrase(data.passphrase, data.parameters).then(
			(hash) => answer({ hash, tookMs: performance.now() - begunAt }),
			() => answer(null),
		);
	});
}
