import { createBoxKeys } from '@/lib/vault/box';
import type { EnvelopeKey } from '@/lib/vault/envelope';
import { type Method, sealForMethod } from '@/lib/vault/methods';
import { checkOf, importVaultKey, type VaultSecret } from '@/lib/vault/secret';
import type { Step } from './access';
import { boxKeyPlace, encodeBoxKeys } from './box-key';
import {
	dayOf,
	type Envelopes,
	encodeEnvelopes,
	envelopeRows,
	type MethodEnvelope,
} from './envelopes';
import { newCommit } from './kv';
import type { FreshCell } from './pool';
import type { Renewal } from './protection';
import type { Snapshot } from './snapshot';

/** A method and what it opens its envelope with. */
export interface KeyedMethod {
	method: Method;
	key: EnvelopeKey;
}

/** V in a new envelope, which hangs on this cell. */
export async function envelopeFor(
	{ method, key }: KeyedMethod,
	{ ref, secret: cell }: FreshCell,
	secret: VaultSecret,
	now: number,
): Promise<MethodEnvelope> {
	const sealed = await sealForMethod(method, key, cell, secret);
	return { method, cell: ref, sealed, addedOn: dayOf(now), lastUsedOn: null };
}

/** This vault key, which a first method holds, with the keys of a drop box. */
export function renewForMethod(keyed: KeyedMethod, secret: VaultSecret, now: number): Renewal {
	return async (vault, cell) => {
		const [next, check, envelope] = await Promise.all([
			vault.renewWith(secret),
			importVaultKey(secret).then(checkOf),
			envelopeFor(keyed, cell, secret, now),
		]);
		const box = await createBoxKeys(await next.boxCarrierKey(), boxKeyPlace);
		return {
			vault: next,
			protection: { mode: 'methods', envelopes: { check, methods: [envelope], doomed: [] } },
			boxKey: encodeBoxKeys(box),
		};
	};
}

/** Other methods for the same vault key: nothing is sealed anew but what is new among them. */
export function methodsStep(
	snapshot: Snapshot,
	{ check, methods: before }: Envelopes,
	methods: readonly MethodEnvelope[],
): Step {
	const { name, row } = newCommit(null);
	const doomed = before.filter((one) => !methods.includes(one)).map(({ cell }) => cell);
	const envelopes = { check, methods, doomed };
	const encoded = encodeEnvelopes(envelopes);
	const base = {
		...snapshot.base,
		name: name.base,
		protection: { mode: 'methods', envelopes } as const,
	};
	return {
		writes: {
			commit: row,
			kv: new Map(envelopeRows.map((key) => [key, encoded])),
			durability: 'strict',
		},
		after: { ...snapshot, commit: name.commit, base },
		doomed,
		isTaking: true,
		isUrgent: true,
	};
}
