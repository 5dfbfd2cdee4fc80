import { type Argon2Cost, leastCost, withNewSalt } from '@/lib/vault/argon2-cost';
import { importEnvelopeKey } from '@/lib/vault/envelope';
import type { Hasher } from '@/lib/vault/hasher';
import { newMethodId } from '@/lib/vault/methods';
import { chooseCost } from '@/lib/vault/passphrase-cost';
import type { MethodEnvelope } from './envelopes';
import type { KeyedMethod } from './set-methods';

/** A passphrase and the key of its envelope, at this cost. */
export async function keyedPassphrase(
	hasher: Hasher,
	passphrase: string,
	cost: Argon2Cost,
): Promise<KeyedMethod> {
	const argon2 = withNewSalt(cost);
	const { hash } = await hasher(passphrase, argon2);
	const method = { kind: 'passphrase', id: newMethodId(), argon2 } as const;
	return { method, key: await importEnvelopeKey(hash) };
}

/** What the passphrase there is costs, where there is one; else what fits this machine. */
export async function costFor(
	methods: readonly MethodEnvelope[],
	hasher: Hasher,
): Promise<Argon2Cost> {
	const [known] = methods.flatMap(({ method }) =>
		method.kind === 'passphrase' ? [method.argon2] : [],
	);
	if (!known) return chooseCost(hasher);
	return {
		memoryKib: Math.max(known.memoryKib, leastCost.memoryKib),
		passes: Math.max(known.passes, leastCost.passes),
		lanes: known.lanes,
	};
}
