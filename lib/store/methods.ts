import { dayMs } from '@/lib/model';
import type { MethodKind } from '@/lib/vault/methods';
import { effaceDoomed } from './efface-doomed';
import type { MethodEnvelope } from './envelopes';
import { translated } from './failure';
import { readLockRows, withLockable } from './lock-rows';
import { type StorePlace, surroundingsOf } from './place';
import { doomedOf } from './protection';
import { nextTryAt } from './tries';

/** One way to unlock, as anyone may know it. */
export interface Method {
	id: string;
	kind: MethodKind;
	/** Beginning of the day (UTC) on which it was added or changed. */
	addedOn: number;
	lastUsedOn: number | null;
	/** What the authenticator is asked with. */
	passkey: { credentialId: string; prfInput: string } | null;
}

export interface LockState {
	/** `device`: opens by itself. `methods`: locked, unless the session has the vault's secret. */
	mode: 'device' | 'methods';
	methods: readonly Method[];
	/** In a row, since the vault was last unlocked. */
	wrongTries: number;
	/** When the next may be made, `null` for now. */
	nextTryAt: number | null;
}

/** What opens the vault; needs nothing to be unlocked, and finishes what a death interrupted. */
export function readLockState(place: StorePlace = {}): Promise<LockState> {
	const { cells } = surroundingsOf(place);
	return translated(async () => {
		const { protection, tries } = await withLockable(place, readLockRows);
		if (protection) await effaceDoomed(cells, doomedOf(protection));
		const methods = protection?.mode === 'methods' ? protection.envelopes.methods : [];
		return {
			mode: protection?.mode ?? 'device',
			methods: methods.map(methodOf),
			wrongTries: tries.wrong,
			nextTryAt: nextTryAt(tries, Date.now()),
		};
	});
}

export function methodOf({ method, addedOn, lastUsedOn }: MethodEnvelope): Method {
	return {
		id: method.id,
		kind: method.kind,
		addedOn: addedOn * dayMs,
		lastUsedOn: lastUsedOn === null ? null : lastUsedOn * dayMs,
		passkey:
			method.kind === 'passkey'
				? { credentialId: method.credentialId, prfInput: method.prfInput }
				: null,
	};
}
