import type { Bytes } from '@/lib/vault/bytes';
import { importEnvelopeKey } from '@/lib/vault/envelope';
import type { Hasher } from '@/lib/vault/hasher';
import { newMethodId } from '@/lib/vault/methods';
import { chooseCost } from '@/lib/vault/passphrase-cost';
import { readRecoveryCode } from '@/lib/vault/recovery-code';
import { createSecret } from '@/lib/vault/secret';
import type { Access } from './access';
import { renew } from './changes';
import type { MethodEnvelope } from './envelopes';
import { fittingSecret } from './fitting-secret';
import { costFor, keyedPassphrase } from './keyed-passphrase';
import { exclusively } from './lock';
import { renewOnDevice } from './protection';
import { envelopeFor, type KeyedMethod, methodsStep, renewForMethod } from './set-methods';
import { cellsTaken } from './snapshot';

export type ChangeAnswer =
	| { done: true }
	| {
			done: false;
			reason:
				| 'locked'
				| 'needs-passphrase'
				| 'last-method'
				| 'unknown-method'
				| 'mistyped'
				| 'box-not-empty';
	  };

/** A passkey as it was made; see `lib/page/passkey.ts`. */
export interface NewPasskey {
	credentialId: string;
	prfInput: string;
	prfOutput: Bytes;
}

/**
 * Changes the ways to unlock, on a vault that is open. Each resolves once the new envelope is
 * on disk and the cell of the one in whose place it stands is effaced.
 */
export interface MethodChanges {
	/** The first one makes a new vault key and seals everything anew; a later one takes its place. */
	setPassphrase(passphrase: string): Promise<ChangeAnswer>;
	/** Makes guessing it as dear as this machine allows by now; all else stays. */
	raisePassphrase(id: string, passphrase: string): Promise<ChangeAnswer>;
	/** Takes the place of an earlier code. */
	addRecoveryCode(code: string): Promise<ChangeAnswer>;
	addPasskey(passkey: NewPasskey): Promise<ChangeAnswer>;
	/** Not the last one, and no other than a passkey's beside passkeys alone. */
	remove(id: string): Promise<ChangeAnswer>;
	/**
	 * Nothing has to be typed any more: a new vault key, and everything sealed anew. Not before
	 * what waits in the drop box is taken out, which opens with the old one alone.
	 */
	returnToDevice(): Promise<ChangeAnswer>;
}

const done: ChangeAnswer = { done: true };
const refuse = (reason: Exclude<ChangeAnswer, { done: true }>['reason']): ChangeAnswer => ({
	done: false,
	reason,
});

/** What the methods become, `null` for the answer why they do not. */
type Change = (
	methods: readonly MethodEnvelope[],
	seal: (keyed: KeyedMethod) => Promise<MethodEnvelope>,
) => Promise<readonly MethodEnvelope[] | ChangeAnswer>;

export function methodChangesOf(access: Access, hasher: Hasher): MethodChanges {
	const { session } = access;

	/** One at a time over all pages: two that set a first passphrase would each keep a secret. */
	function inTurn<T>(job: () => Promise<T>): Promise<T> {
		return exclusively(`${access.database.connection().name}-methods`, job);
	}

	function change(decide: Change): Promise<ChangeAnswer> {
		return access.changeSoon(async ({ snapshot }) => {
			const { protection } = snapshot.base;
			if (protection.mode === 'device') return { step: null, result: refuse('needs-passphrase') };
			const { envelopes } = protection;
			const [secret, [cell]] = await Promise.all([
				fittingSecret(session, envelopes),
				access.pool.take(1, cellsTaken(snapshot)),
			]);
			if (secret === null) return { step: null, result: refuse('locked') };
			if (!cell) throw new Error('one cell was asked for');
			const decided = await decide(envelopes.methods, (keyed) =>
				envelopeFor(keyed, cell, secret, Date.now()),
			);
			if ('done' in decided) return { step: null, result: decided };
			return { step: methodsStep(snapshot, envelopes, decided), result: done };
		});
	}

	async function setFirst(keyed: KeyedMethod): Promise<ChangeAnswer> {
		const secret = createSecret();
		// Kept before it is needed: a page that sees the change finds itself unlocked.
		await session.keep(secret);
		try {
			await renew(access, async () => renewForMethod(keyed, secret, Date.now()));
			return done;
		} catch (error) {
			// Nothing was changed, or it was and what could not be effaced is effaced at the next start.
			if ((await methodsIn(access)).length === 0) await session.forget();
			throw error;
		}
	}

	async function setPassphrase(passphrase: string): Promise<ChangeAnswer> {
		const methods = await methodsIn(access);
		const cost = await costFor(methods, hasher);
		const [keyed] = await Promise.all([keyedPassphrase(hasher, passphrase, cost), getReady()]);
		return methods.length === 0 ? setFirst(keyed) : change(replacing(keyed));
	}

	/** What a change needs is there by the time the passphrase is hashed. */
	async function getReady(): Promise<void> {
		const taken = await access.read(async ({ snapshot }) => cellsTaken(snapshot));
		// What fails here is told when it is needed.
		await Promise.all([access.pool.replenish(taken), access.cells.rouse()]).catch(() => undefined);
	}

	return {
		setPassphrase: (passphrase) => inTurn(() => setPassphrase(passphrase)),
		raisePassphrase: (id, passphrase) =>
			inTurn(async () => {
				const { key, method } = await keyedPassphrase(hasher, passphrase, await chooseCost(hasher));
				return change(async (methods, seal) => {
					const old = methods.find((one) => one.method.id === id);
					if (!old) return refuse('unknown-method');
					const { addedOn, lastUsedOn } = old;
					const raised = await seal({ key, method: { ...method, id } });
					return methods.map((one) => (one === old ? { ...raised, addedOn, lastUsedOn } : one));
				});
			}),
		async addRecoveryCode(code) {
			const material = readRecoveryCode(code);
			if (!material) return refuse('mistyped');
			const key = await importEnvelopeKey(material);
			return inTurn(() =>
				change(replacing({ method: { kind: 'recovery', id: newMethodId() }, key })),
			);
		},
		async addPasskey({ credentialId, prfInput, prfOutput }) {
			const method = { kind: 'passkey', id: newMethodId(), credentialId, prfInput } as const;
			const key = await importEnvelopeKey(prfOutput);
			return inTurn(() =>
				change(async (methods, seal) => [...methods, await seal({ method, key })]),
			);
		},
		remove: (id) =>
			inTurn(() =>
				change(async (methods) => {
					const rest = methods.filter(({ method }) => method.id !== id);
					if (rest.length === methods.length) return refuse('unknown-method');
					// An authenticator is lost, or its browser's profile: never the only way in.
					if (rest.every(({ method }) => method.kind === 'passkey')) return refuse('last-method');
					return rest;
				}),
			),
		returnToDevice: () =>
			inTurn(async () => {
				const waiting = await access.database.connection().box.count();
				if (waiting > 0) return refuse('box-not-empty');
				const mode = await renew(access, async ({ base: { protection } }) => {
					if (protection.mode === 'device') return 'unchanged';
					const secret = await fittingSecret(session, protection.envelopes);
					return secret === null ? 'unchanged' : renewOnDevice;
				});
				if (mode === 'unchanged' && (await methodsIn(access)).length > 0) return refuse('locked');
				await session.forget();
				return done;
			}),
	};
}

/** There is one passphrase at most, and one recovery code. */
function replacing(keyed: KeyedMethod): Change {
	return async (methods, seal) => [
		...methods.filter(({ method }) => method.kind !== keyed.method.kind),
		await seal(keyed),
	];
}

/** None where the vault opens by itself. */
async function methodsIn(access: Access): Promise<readonly MethodEnvelope[]> {
	return access.read(async ({ snapshot: { base } }) =>
		base.protection.mode === 'methods' ? base.protection.envelopes.methods : [],
	);
}
