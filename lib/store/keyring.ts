import type { CellFile, CellReading, CellRef } from '@/lib/cells/cell-file';
import type { CellSecret, SealingKey } from '@/lib/vault/keys';
import type { Vault } from '@/lib/vault/vault';
import { refName } from './cell-ref';

/** Keys by the cells they hang on, each derived once; `null` for those whose cell is effaced. */
export interface Keyring {
	secrets(refs: readonly CellRef[]): Promise<(CellSecret | null)[]>;
	dirKey(vault: Vault, cell: CellRef): Promise<SealingKey | null>;
	viewKey(vault: Vault, cell: CellRef): Promise<SealingKey | null>;
	pageKey(vault: Vault, chatCell: CellRef, bucketCell: CellRef): Promise<SealingKey | null>;
	/** Begins to read all of the cells, before it is known which are wanted. */
	readAhead(): void;
	/** Keeps of that only what was asked for until then. */
	forgetAhead(): void;
	/** What is effaced is not kept in memory either. */
	forget(refs: readonly CellRef[]): void;
	forgetAll(): void;
}

export function createKeyring(cells: CellFile): Keyring {
	const known = new Map<string, CellSecret>();
	let keys = new WeakMap<Vault, Map<string, Promise<SealingKey>>>();

	/** Asked for and not yet read: whatever is asked for at once is read together. */
	let wanted = new Map<string, CellRef>();
	let reading: Promise<void> | null = null;

	async function readWanted(): Promise<void> {
		await null;
		const asked = [...wanted.values()];
		wanted = new Map();
		reading = null;
		const found = await cells.read(asked);
		asked.forEach((ref, index) => {
			const secret = found[index];
			if (secret) known.set(refName(ref), secret);
		});
	}

	/** `null` where nothing is read ahead, or that failed: what is then read says why. */
	let ahead: Promise<CellReading | null> | null = null;

	async function takeAhead(refs: readonly CellRef[]): Promise<void> {
		const found = await ahead;
		for (const ref of refs) {
			const secret = found?.(ref);
			if (secret) known.set(refName(ref), secret);
		}
	}

	async function secrets(refs: readonly CellRef[]): Promise<(CellSecret | null)[]> {
		const missingOf = () => refs.filter((ref) => !known.has(refName(ref)));
		if (ahead) await takeAhead(missingOf());
		const missing = missingOf();
		if (missing.length > 0) {
			for (const ref of missing) wanted.set(refName(ref), ref);
			reading ??= readWanted();
			await reading;
		}
		return refs.map((ref) => known.get(refName(ref)) ?? null);
	}

	async function derived(
		vault: Vault,
		kind: string,
		refs: readonly CellRef[],
		derive: (secrets: CellSecret[]) => Promise<SealingKey>,
	): Promise<SealingKey | null> {
		const byName = keys.get(vault) ?? new Map<string, Promise<SealingKey>>();
		keys.set(vault, byName);
		const name = [kind, ...refs.map(refName)].join('|');
		const derivedBefore = byName.get(name);
		if (derivedBefore) return derivedBefore;
		const found = await secrets(refs);
		const alive = found.filter((secret) => secret !== null);
		if (alive.length < refs.length) return null;
		const key = byName.get(name) ?? derive(alive);
		byName.set(name, key);
		return key;
	}

	return {
		secrets,
		dirKey: (vault, cell) => derived(vault, 'dir', [cell], ([one]) => vault.dirKey(given(one))),
		viewKey: (vault, cell) => derived(vault, 'view', [cell], ([one]) => vault.viewKey(given(one))),
		pageKey: (vault, chatCell, bucketCell) =>
			derived(vault, 'page', [chatCell, bucketCell], ([chat, bucket]) =>
				vault.pageKey(given(chat), given(bucket)),
			),
		readAhead() {
			ahead ??= cells.readAll().catch(() => null);
		},
		forgetAhead() {
			ahead = null;
		},
		forget(refs) {
			if (refs.length === 0) return;
			ahead = null;
			for (const ref of refs) known.delete(refName(ref));
			keys = new WeakMap();
		},
		forgetAll() {
			ahead = null;
			known.clear();
			keys = new WeakMap();
		},
	};
}

function given(secret: CellSecret | undefined): CellSecret {
	if (!secret) throw new Error('a key hangs on cells');
	return secret;
}
