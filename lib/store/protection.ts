import type { Bytes } from '@/lib/vault/bytes';
import type { Vault } from '@/lib/vault/vault';
import { type CellRef, withRef } from './cell-ref';
import { copyName, kvKeys, twice } from './database';
import { type Envelopes, encodeEnvelopes, envelopeRows } from './envelopes';
import type { SealedUnder } from './kv';
import type { FreshCell } from './pool';

/** What opens the vault: the device by itself, or a method that somebody has to use. */
export type Protection =
	| { mode: 'device'; envelope: SealedUnder }
	| { mode: 'methods'; envelopes: Envelopes };

export function protectionCells(protection: Protection): CellRef[] {
	if (protection.mode === 'device') return [protection.envelope.ref];
	const { methods, doomed } = protection.envelopes;
	return [...methods.map(({ cell }) => cell), ...doomed];
}

/** Cells that a change of the protection gave up. */
export function doomedOf(protection: Protection): readonly CellRef[] {
	return protection.mode === 'methods' ? protection.envelopes.doomed : [];
}

/** Another vault key, its envelope, and what else changes with it. */
export interface Renewed {
	vault: Vault;
	protection: Protection;
	/** `null` where there is no drop box. */
	boxKey: Bytes | null;
}

/** Makes another vault key; its envelope hangs on the cell. */
export type Renewal = (vault: Vault, cell: FreshCell) => Promise<Renewed>;

/** On the device alone, as before any method was set. */
export const renewOnDevice: Renewal = async (vault, { ref, secret }) => {
	const next = await vault.renewOnDevice(secret);
	return {
		vault: next.vault,
		protection: { mode: 'device', envelope: { ref, sealed: next.envelope } },
		boxKey: null,
	};
};

/** The same with the cells that the commit which brings it gives up. */
export function withDoomed(
	protection: Protection | undefined,
	doomed: readonly CellRef[],
): Protection | undefined {
	if (protection?.mode !== 'methods') return protection;
	return { ...protection, envelopes: { ...protection.envelopes, doomed } };
}

interface ChangedRows {
	kv: [string, unknown][];
	removedKv: string[];
}

/** All rows that change with the vault key. */
export function renewedRows({ vault, boxKey }: Renewed, protection: Protection): ChangedRows {
	const { kv, removedKv } = protectionRows(protection);
	const { identity } = vault.rows;
	return {
		kv: [
			...kv,
			...(identity ? twice(kvKeys.identity, identity) : []),
			...(boxKey ? twice(kvKeys.boxKey, boxKey) : []),
		],
		removedKv,
	};
}

/** The rows of a protection, and those of the other that must go. */
function protectionRows(protection: Protection): ChangedRows {
	if (protection.mode === 'device') {
		const { ref, sealed } = protection.envelope;
		return {
			kv: twice(kvKeys.deviceEnvelope, withRef(ref, sealed)),
			removedKv: [...envelopeRows, kvKeys.boxKey, copyName(kvKeys.boxKey)],
		};
	}
	const row = encodeEnvelopes(protection.envelopes);
	return {
		kv: envelopeRows.map((key) => [key, row]),
		removedKv: [kvKeys.deviceEnvelope, copyName(kvKeys.deviceEnvelope)],
	};
}
