/** A store of its own, and everything that a person can do to its lock. */
import { openCells } from '@/lib/cells/open-cells';
import { askPasskey, canUsePasskeys, createPasskey } from '@/lib/page/passkey';
import { openDropBox } from '@/lib/store/drop-box';
import { readLockState } from '@/lib/store/methods';
import { openStore } from '@/lib/store/open-store';
import type { StorePlace } from '@/lib/store/place';
import { type Store, StoreError } from '@/lib/store/store';
import {
	type UnlockAnswer,
	unlockByPasskey,
	unlockByPassphrase,
	unlockByRecoveryCode,
} from '@/lib/store/unlock';
import { encrypt } from '@/lib/vault/aes-gcm';
import type { Argon2Parameters } from '@/lib/vault/argon2-cost';
import { createBoxKeys, openBoxPrivateKey, openFromVault } from '@/lib/vault/box';
import { decodeText, encodeText, randomBytes } from '@/lib/vault/bytes';
import { importEnvelopeKey } from '@/lib/vault/envelope';
import { type Hasher, threadHasher } from '@/lib/vault/hasher';
import { deriveSealingKey } from '@/lib/vault/keys';
import { createRecoveryCode } from '@/lib/vault/recovery-code';
import { browserSession, memorySession } from '@/lib/vault/session-secret';
import { attack, type Known } from '../../test/store/attack';
import { type RawRow, readRaw, writeRaw } from '../../test/store/raw-database';
import { noon, sampleChat, sampleMessage } from '../../test/store/samples';
import { fromHex, toHex } from '../../test/vault/hex';

const databaseName = 'tried-vault';
const perChat = 200;

/** The same thread and the same code, in a hundredth of the time. */
const cheapHasher: Hasher = async (passphrase, parameters) => {
	const { hash } = await threadHasher(passphrase, { ...parameters, memoryKib: 256, passes: 1 });
	return { hash, tookMs: 700 };
};

async function countIn(place: StorePlace): Promise<string> {
	try {
		const fresh = await openStore(place);
		let messages = 0;
		await fresh.scan(noon, (_, { text }) => {
			if (text?.endsWith('all is well here')) messages += 1;
			return undefined;
		});
		const { rows } = await fresh.view(noon);
		return `${rows.length} ${messages} ${fresh.unreadableRecords}`;
	} catch (error) {
		if (error instanceof StoreError) return error.code;
		throw error;
	}
}

/** All in hex, but for the words. */
interface KnownInputs {
	passphrase: string;
	argon2: Argon2Parameters;
	material: string;
	salt: string;
	info: string;
	iv: string;
	additionalData: string;
	plaintext: string;
}

const boxPlace = 'box|known|1';
/** A pair of keys to which another program seals something. */
const boxed = (async () => {
	const material = await importEnvelopeKey(randomBytes(32));
	const carrier = await deriveSealingKey(material, randomBytes(32), encodeText('box'));
	const keys = await createBoxKeys(carrier, boxPlace);
	return { keys, privateKey: await openBoxPrivateKey(carrier, boxPlace, keys) };
})();

export function createVaultTrial() {
	let hasher: Hasher = threadHasher;
	let store: Promise<Store> | null = null;
	let kept: RawRow[] = [];
	const place = () => ({ databaseName, hasher });

	async function opened(): Promise<Store> {
		store ??= openStore(place());
		return store;
	}

	const told = ({ unlocked, ...rest }: UnlockAnswer) =>
		'reason' in rest
			? { unlocked, reason: rest.reason, wrongTries: rest.wrongTries }
			: { unlocked };

	return {
		beCheap() {
			hasher = cheapHasher;
		},
		/** Chats of two hundred messages, each as long as most are. */
		async fill(chats: number): Promise<void> {
			const names = Array.from({ length: chats }, (_, n) => `chat-${n}`);
			await (await opened()).put({
				chats: names.map((key) => sampleChat(key, { timer: 'off' })),
				messages: names.map((chatKey) => ({
					chatKey,
					messages: Array.from({ length: perChat }, (_, n) =>
						sampleMessage(`${chatKey}-${n}`, (n + 1) * 60_000, {
							text: `${chatKey} says for the ${n}th time that all is well here`,
						}),
					),
				})),
			});
			await (await opened()).merge();
		},
		/** How many chats and messages can be read, or why none. */
		count: () => countIn(place()),
		state: () => readLockState({ databaseName }),
		newCode: createRecoveryCode,
		setPassphrase: async (passphrase: string) => (await opened()).methods.setPassphrase(passphrase),
		addCode: async (code: string) => (await opened()).methods.addRecoveryCode(code),
		remove: async (id: string) => (await opened()).methods.remove(id),
		returnToDevice: async () => (await opened()).methods.returnToDevice(),
		canUsePasskeys,
		async addPasskey() {
			const passkey = await createPasskey();
			return passkey === null ? null : (await opened()).methods.addPasskey(passkey);
		},
		passphrase: async (typed: string) => told(await unlockByPassphrase(typed, place())),
		code: async (typed: string) => told(await unlockByRecoveryCode(typed, place())),
		async passkey() {
			const { methods } = await readLockState({ databaseName });
			const answer = await askPasskey(methods);
			return answer && told(await unlockByPasskey(answer, place()));
		},
		/** Puts so many records into the drop box. */
		async fillBox(records: number): Promise<void> {
			const box = openDropBox(place());
			for (let n = 0; n < records; n += 1)
				await box.put(encodeText(`record ${n} that waits`), Date.now());
		},
		/** Takes all records out again; resolves with how many. */
		async emptyBox(): Promise<number> {
			let taken = 0;
			await openDropBox(place()).empty(await opened(), async () => {
				taken += 1;
			});
			return taken;
		},
		/** What the program itself can do with all that lies in the profile, and with this. */
		async attack(known: Known) {
			const cells = openCells(databaseName);
			const refs = await cells.refs();
			const found = await cells.read(refs);
			const rows = [...kept, ...(await readRaw(databaseName))];
			const { secrets, opened, tries } = await attack(
				{
					rows,
					cells: refs.flatMap((ref, index) => {
						const secret = found[index];
						return secret ? [{ ref, secret }] : [];
					}),
				},
				known,
				hasher,
			);
			const reads: string[] = [];
			for (const secret of [null, ...secrets]) {
				const session = memorySession(secret);
				reads.push(await countIn({ ...place(), session }));
			}
			return { keys: secrets.length, opened, reads, hasTried: tries > 200 };
		},
		/** What this browser makes of known inputs, through the code that ships. */
		async knownAnswers(given: KnownInputs) {
			const { hash } = await threadHasher(given.passphrase, given.argon2);
			const key = await deriveSealingKey(
				await importEnvelopeKey(fromHex(given.material)),
				fromHex(given.salt),
				fromHex(given.info),
			);
			const [iv, additionalData, plaintext] = [given.iv, given.additionalData, given.plaintext];
			const sealed = await encrypt(key, fromHex(iv), fromHex(additionalData), fromHex(plaintext));
			return { argon2: toHex(hash), hkdfAndGcm: toHex(sealed) };
		},
		boxAddress: async () => toHex((await boxed).keys.publicKey),
		/** What another program sealed to that address, by RFC 9180 in PSK mode. */
		async openSealed(given: { sealed: string; psk: string; pskId: string }): Promise<string> {
			const { privateKey } = await boxed;
			const psk = { psk: fromHex(given.psk), pskId: fromHex(given.pskId) };
			return decodeText(await openFromVault(privateKey, psk, boxPlace, fromHex(given.sealed)));
		},
		async lock(): Promise<void> {
			await browserSession.forget();
			store?.then((one) => one.forget());
			store = null;
		},
		/** Keeps what stands in clear and what opens it. */
		async keepRows(): Promise<void> {
			kept = (await readRaw(databaseName)).filter(({ store: name }) => name === 'kv');
		},
		/** Puts the kept rows back, as someone would who has old files, and keeps those of now. */
		async swapRows(): Promise<void> {
			const before = kept;
			await this.keepRows();
			for (const row of before) await writeRaw(databaseName, row);
		},
	};
}
