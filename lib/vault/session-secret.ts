import { browser } from 'wxt/browser';
import type { VaultSecret } from './secret';

/** In `storage.session`, which is in memory and, for extension pages alone, never on disk. */
export const sessionSecretKey = 'vault-secret';

/** Where V is while the vault is unlocked: a worker that was ended finds it there again. */
export interface SessionSecret {
	read(): Promise<VaultSecret | null>;
	keep(secret: VaultSecret): Promise<void>;
	forget(): Promise<void>;
}

/** On its way there: whoever reads meanwhile need not wait for that. */
let kept: VaultSecret | null = null;

export const browserSession: SessionSecret = {
	async read() {
		if (kept !== null) return kept;
		const found = (await browser.storage.session.get(sessionSecretKey))[sessionSecretKey];
		return typeof found === 'string' ? found : null;
	},
	async keep(secret) {
		kept = secret;
		try {
			await keepFromContentScripts();
			await browser.storage.session.set({ [sessionSecretKey]: secret });
		} finally {
			if (kept === secret) kept = null;
		}
	},
	forget() {
		kept = null;
		return browser.storage.session.remove(sessionSecretKey);
	},
};

/** That is where browsers begin; said again, lest anything ever opened it. Firefox has no other. */
async function keepFromContentScripts(): Promise<void> {
	const { session } = browser.storage;
	if (!('setAccessLevel' in session) || typeof session.setAccessLevel !== 'function') return;
	await session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

export function memorySession(secret: VaultSecret | null = null): SessionSecret {
	let kept = secret;
	return {
		read: async () => kept,
		async keep(given) {
			kept = given;
		},
		async forget() {
			kept = null;
		},
	};
}
