/** The lock of a store of its own, in a real browser, through the page `try-vault`. */
import type { Page } from 'puppeteer-core';
import { openExtensionPage } from './extension-page.ts';
import type { LaunchedBrowser } from './launch.ts';

export interface VaultMethod {
	id: string;
	kind: 'passphrase' | 'passkey' | 'recovery';
}

export interface UnlockResult {
	unlocked: boolean;
	reason?: string;
	wrongTries?: number;
}

interface AttackResult {
	/** Vault keys that were had. */
	keys: number;
	opened: string[];
	/** What `count` says without a key, then with each of them. */
	reads: string[];
	hasTried: boolean;
}

/** As `entrypoints/try-vault/vault-trial.ts` has it. */
export interface VaultTrial {
	beCheap(): Promise<void>;
	fill(chats: number): Promise<void>;
	/** Chats, messages and damaged records, or why none can be read. */
	count(): Promise<string>;
	state(): Promise<{ mode: 'device' | 'methods'; methods: VaultMethod[]; wrongTries: number }>;
	newCode(): Promise<string>;
	setPassphrase(passphrase: string): Promise<unknown>;
	addCode(code: string): Promise<unknown>;
	remove(id: string): Promise<unknown>;
	returnToDevice(): Promise<unknown>;
	canUsePasskeys(): Promise<boolean>;
	addPasskey(): Promise<unknown>;
	passphrase(typed: string): Promise<UnlockResult>;
	code(typed: string): Promise<UnlockResult>;
	passkey(): Promise<UnlockResult | null>;
	fillBox(records: number): Promise<void>;
	emptyBox(): Promise<number>;
	/** What whoever has the whole profile and the program gets, and with it these. */
	attack(known: { passphrases?: string[]; codes?: string[] }): Promise<AttackResult>;
	/** What the browser makes of known inputs; in hex. */
	knownAnswers(given: object): Promise<{ argon2: string; hkdfAndGcm: string }>;
	boxAddress(): Promise<string>;
	openSealed(given: { sealed: string; psk: string; pskId: string }): Promise<string>;
	lock(): Promise<void>;
	/** Keeps the rows of now in the page. */
	keepRows(): Promise<void>;
	/** Puts the kept rows back, and keeps those of now. */
	swapRows(): Promise<void>;
}

export async function openVaultTrial(
	launched: LaunchedBrowser,
): Promise<{ page: Page; vault: VaultTrial }> {
	const page = await openExtensionPage(launched, 'try-vault');
	const vault = new Proxy({} as VaultTrial, {
		// What is not a method of it is asked by whoever awaits it.
		get: (_, name) =>
			name === 'then'
				? undefined
				: (argument: unknown) => page.evaluate(callTrial, String(name), argument),
	});
	return { page, vault };
}

/** Runs in the browser. */
async function callTrial(name: string, argument: unknown): Promise<unknown> {
	const { vaultTrial } = globalThis as unknown as {
		vaultTrial: Record<string, (argument: unknown) => Promise<unknown>>;
	};
	return vaultTrial[name]?.(argument);
}
