import type { Bytes } from '@/lib/vault/bytes';
import { type EnvelopeKey, importEnvelopeKey } from '@/lib/vault/envelope';
import { openForMethod, type Method as VaultMethod } from '@/lib/vault/methods';
import { isBehind } from '@/lib/vault/passphrase-cost';
import { readRecoveryCode } from '@/lib/vault/recovery-code';
import type { VaultSecret } from '@/lib/vault/secret';
import { methodChangesOf } from './change-methods';
import { type Database, kvKeys } from './database';
import { dayOf, type MethodEnvelope, withEnvelopes } from './envelopes';
import { translated } from './failure';
import { exclusively } from './lock';
import { type LockRows, lastLockRows, readLockRows, withLockable } from './lock-rows';
import { type OpenedInbox, openInbox } from './open-store';
import { isSurroundings, type StorePlace, type Surroundings, surroundingsOf } from './place';
import { encodeTries, nextTryAt, type Tries } from './tries';

export type UnlockAnswer =
	| {
			unlocked: true;
			secret: VaultSecret;
			/** The inbox, where an access of its own was given to open it with, and it opened. */
			inbox: OpenedInbox | null;
			/** Settles when what follows an unlocking is done; nobody need wait for it. */
			settled: Promise<void>;
	  }
	| {
			unlocked: false;
			/** `mistyped` is told by the code itself; it is not counted. */
			reason: 'wrong' | 'too-soon' | 'mistyped' | 'not-set' | 'damaged';
			wrongTries: number;
			nextTryAt: number | null;
	  };

/** What a passkey answered; see `lib/page/passkey.ts`. */
export interface PasskeyAnswer {
	/** Of the method that was asked. */
	id: string;
	prfOutput: Bytes;
}

/** Opens the vault for this session if the passphrase is the one; a wrong one is counted. */
export async function unlockByPassphrase(
	passphrase: string,
	place: StorePlace = {},
): Promise<UnlockAnswer> {
	const surroundings = surroundingsOf(place);
	let cheapId: string | null = null;
	const answer = await unlock(place, {
		isFor: ({ kind }) => kind === 'passphrase',
		isCounted: true,
		isSlow: true,
		keyFor:
			passphrase === ''
				? null
				: async (method) => {
						if (method.kind !== 'passphrase') throw new Error('a passphrase for a passphrase');
						const { hash, tookMs } = await surroundings.hasher(passphrase, method.argon2);
						if (isBehind(method.argon2, tookMs)) cheapId = method.id;
						return importEnvelopeKey(hash);
					},
	});
	const tooCheap = cheapId;
	if (!answer.unlocked || tooCheap === null) return answer;
	return {
		...answer,
		settled: answer.settled.then(() => raise(surroundings, tooCheap, passphrase)),
	};
}

/** Not done now is done after the next unlocking. */
async function raise({ access, hasher }: Surroundings, id: string, passphrase: string) {
	try {
		const { done } = await methodChangesOf(access, hasher).raisePassphrase(id, passphrase);
		if (!done) console.warn('Stube: a passphrase was not raised');
	} catch (error) {
		console.warn(error);
	}
}

export function unlockByRecoveryCode(typed: string, place: StorePlace = {}): Promise<UnlockAnswer> {
	const material = readRecoveryCode(typed);
	return unlock(place, {
		isFor: ({ kind }) => kind === 'recovery',
		isCounted: true,
		keyFor: material && (() => importEnvelopeKey(material)),
	});
}

/** Not counted: nobody guesses what an authenticator answers. */
export function unlockByPasskey(
	{ id, prfOutput }: PasskeyAnswer,
	place: StorePlace = {},
): Promise<UnlockAnswer> {
	return unlock(place, {
		isFor: (method) => method.kind === 'passkey' && method.id === id,
		isCounted: false,
		keyFor: () => importEnvelopeKey(prfOutput),
	});
}

interface Attempt {
	isFor(method: VaultMethod): boolean;
	isCounted: boolean;
	/** Whether making the key takes long; then it may be made of another method first. */
	isSlow?: boolean;
	/** `null` where what was typed cannot be a key at all. */
	keyFor: ((method: VaultMethod) => Promise<EnvelopeKey>) | null;
}

/** One at a time over all pages, so that nobody tries more often than is counted. */
function unlock(place: StorePlace, attempt: Attempt): Promise<UnlockAnswer> {
	const surroundings = surroundingsOf(place);
	const { databaseName, access } = surroundings;
	const isShared = isSurroundings(place);
	const early = beginEarly(attempt, access.database);
	return translated(
		() =>
			new Promise((resolve, reject) => {
				exclusively(`${databaseName}-unlock`, () =>
					withLockable(place, async (database) => {
						const answer = await tryToUnlock(surroundings, database, early, isShared);
						resolve(answer);
						if (answer.unlocked) await answer.settled;
						// What was read ahead is of no use to anybody who stays outside.
						else if (isShared) access.forget();
					}),
				).catch(reject);
			}),
	);
}

/** The same attempt, with the key begun of the method that was there when it was last looked. */
function beginEarly(attempt: Attempt, database: Database): Attempt {
	const { isFor, isSlow, keyFor } = attempt;
	if (!isSlow || !keyFor) return attempt;
	const known = methodsOf(lastLockRows(database)).find(({ method }) => isFor(method));
	if (!known) return attempt;
	const name = JSON.stringify(known.method);
	const begun = keyFor(known.method);
	// Who asks for it hears why.
	begun.catch(() => undefined);
	return {
		...attempt,
		keyFor: (method) => (JSON.stringify(method) === name ? begun : keyFor(method)),
	};
}

function methodsOf(rows: LockRows | null): readonly MethodEnvelope[] {
	return rows?.protection?.mode === 'methods' ? rows.protection.envelopes.methods : [];
}

async function tryToUnlock(
	surroundings: Surroundings,
	database: Database,
	{ isFor, isCounted, keyFor }: Attempt,
	isShared: boolean,
): Promise<UnlockAnswer> {
	const { cells, session, access } = surroundings;
	const rows = await readLockRows(database);
	const { tries } = rows;
	const refuse = (
		reason: Exclude<UnlockAnswer, { unlocked: true }>['reason'],
		{ wrong, at }: Tries = tries,
	): UnlockAnswer => ({
		unlocked: false,
		reason,
		wrongTries: wrong,
		nextTryAt: nextTryAt({ wrong, at }, Date.now()),
	});

	const envelope = methodsOf(rows).find(({ method }) => isFor(method));
	if (!envelope) return refuse('not-set');
	if (!keyFor) return refuse('mistyped');
	const now = Date.now();
	if (isCounted && nextTryAt(tries, now) !== null) return refuse('too-soon');
	// Counted before it is known to be wrong: a browser that is killed meanwhile forgets nothing.
	const counted = isCounted ? { wrong: tries.wrong + 1, at: now } : tries;
	const counting =
		isCounted && database.connection('strict').kv.put(encodeTries(counted), kvKeys.tries);
	// All that will be opened is there, sealed as it is, before the key is.
	if (isShared) access.readAhead();
	const [[cell], key] = await Promise.all([
		cells.read([envelope.cell]),
		keyFor(envelope.method).finally(() => counting),
	]);
	if (!cell) return refuse('damaged', counted);
	const secret = await openForMethod(envelope.method, key, cell, envelope.sealed);
	if (secret === null) return refuse('wrong', counted);
	const [, inbox] = await Promise.all([
		session.keep(secret),
		// Why it does not open is told to whoever opens it again.
		isShared ? openInbox(surroundings, Date.now()).catch(() => null) : null,
	]);
	// Not before the list is read, which would wait for it.
	const settled = noteUse(database, envelope).catch(console.warn);
	return { unlocked: true, secret, inbox, settled };
}

/** Nothing is counted any more, and the day of the use is noted, whoever changed methods meanwhile. */
async function noteUse(database: Database, { method }: MethodEnvelope): Promise<void> {
	const connection = database.connection();
	const { kv } = connection;
	const today = dayOf(Date.now());
	const used = (one: MethodEnvelope): MethodEnvelope =>
		one.method.id === method.id ? { ...one, lastUsedOn: today } : one;
	await connection.transaction('rw', kv, async () => {
		await kv.delete(kvKeys.tries);
		await withEnvelopes(kv, (envelopes) => ({
			...envelopes,
			methods: envelopes.methods.map(used),
		}));
	});
}
