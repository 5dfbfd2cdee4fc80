import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { firstTimer, hourMs } from '@/lib/model';
import { bucketOf } from '@/lib/store/bucket';
import { openDropBox } from '@/lib/store/drop-box';
import { openStore } from '@/lib/store/open-store';
import { shardName, shardOf } from '@/lib/store/page-lists';
import type { Batch } from '@/lib/store/store';
import { unlockByPassphrase } from '@/lib/store/unlock';
import { toBase64url } from '@/lib/vault/base64url';
import { encodeText, randomBytes } from '@/lib/vault/bytes';
import { createRecoveryCode } from '@/lib/vault/recovery-code';
import { lockablePlace } from './locked-store';
import { answer, type RawRow, readRaw } from './raw-database';
import {
	momentAt,
	newDatabaseName,
	noon,
	sampleChat,
	sampleMessage,
	samplePreview,
} from './samples';
import { openTestStore } from './test-store';

const sentAt = noon - 1_234_567;
const secrets = {
	title: 'Waldemar Quittenbaum',
	nativeId: '491700004711@c.us',
	sender: 'Roswitha',
	text: 'Der Schlüssel liegt unter dem dritten Blumentopf',
	quote: 'Wo ist nochmal der Schlüssel?',
	preview: 'Bis gleich am Brunnen',
	reaction: '🪴',
	tombstone: 'tombstone-of-something-old',
	chatKey: 'key-of-the-chat-0001',
	messageKey: 'key-of-the-message-01',
	signature: 'signature-of-message-1',
};

function secretBatch(): Batch {
	const { chatKey } = secrets;
	return {
		chats: [
			sampleChat(chatKey, {
				title: secrets.title,
				nativeId: secrets.nativeId,
				tombstones: [secrets.tombstone],
				lastActivity: momentAt(sentAt),
			}),
		],
		previews: [{ chatKey, preview: samplePreview(hourMs, { text: secrets.preview }) }],
		messages: [
			{
				chatKey,
				messages: [
					sampleMessage(secrets.messageKey, hourMs, {
						sender: secrets.sender,
						text: secrets.text,
						quote: secrets.quote,
						reactions: [secrets.reaction],
						signature: secrets.signature,
						sentAt: momentAt(sentAt),
					}),
				],
			},
		],
	};
}

/** Every way in which a word or a time could stand in a file. */
function disguises(secret: string | number): Buffer[] {
	if (typeof secret === 'number') {
		const [big, little] = [Buffer.alloc(8), Buffer.alloc(8)];
		big.writeDoubleBE(secret);
		little.writeDoubleLE(secret);
		return [big, little, ...disguises(String(secret))];
	}
	const utf8 = Buffer.from(secret, 'utf8');
	// Base64 of the same bytes looks different at each of three offsets: inner parts of each.
	const base64 = [0, 1, 2].map((offset) => {
		const shifted = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
		return shifted.slice(4, shifted.length - 4);
	});
	// Latin-1 cuts what lies beyond it down to a few bytes, which random ones hold by chance.
	const latin1 = Buffer.from(secret, 'latin1');
	return [
		utf8,
		Buffer.from(secret, 'utf16le'),
		...(latin1.toString('latin1') === secret ? [latin1] : []),
		Buffer.from(utf8.toString('hex')),
		...base64
			.filter((part) => part.length >= 8)
			.flatMap((part) => [
				Buffer.from(part),
				Buffer.from(part.replaceAll('+', '-').replaceAll('/', '_')),
			]),
	];
}

function bytesOf(value: unknown): Buffer {
	if (value instanceof Uint8Array) return Buffer.from(value);
	if (value instanceof ArrayBuffer) return Buffer.from(value);
	if (value instanceof CryptoKey) return Buffer.from(JSON.stringify(value.algorithm));
	return serialize(value);
}

/** Names of the secrets that stand readable in any key or value. */
function findSecrets(rows: RawRow[]): string[] {
	const haystack = Buffer.concat(rows.flatMap(({ key, value }) => [bytesOf(key), bytesOf(value)]));
	return Object.entries({ ...secrets, sentAt })
		.filter(([, secret]) => disguises(secret).some((needle) => haystack.includes(needle)))
		.map(([name]) => name);
}

function shapeOf(value: unknown): string {
	if (value instanceof ArrayBuffer) return `${value.byteLength} bytes`;
	if (value instanceof Uint8Array) return `${value.length} bytes`;
	if (value instanceof CryptoKey) {
		const { algorithm, extractable, usages } = value;
		return `${extractable ? 'extractable' : 'locked-in'} ${algorithm.name} key for ${usages}`;
	}
	return JSON.stringify(value);
}

/** Of a row that stands in clear: its names and kinds; `null` for what is sealed. */
function plainShapeOf(value: unknown): string | null {
	if (!(value instanceof Uint8Array)) return null;
	const text = new TextDecoder('latin1').decode(value);
	return /^[[{]".*[\]}]$|^\[\[.*\]\]$/su.test(text) ? jsonShapeOf(JSON.parse(text)) : null;
}

function jsonShapeOf(value: unknown, name = ''): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return `[${value.map((one) => jsonShapeOf(one)).join(',')}]`;
	if (typeof value !== 'object') return name === 'kind' ? JSON.stringify(value) : typeof value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, one]) => `${key}:${jsonShapeOf(one, key)}`).join(',')}}`;
}

describe('at rest', () => {
	test('nothing stands in clear but these keys and shapes', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		const shapes = async () =>
			(await readRaw(databaseName)).map(({ store: name, key, value }) => [
				name,
				typeof key === 'string' || typeof key === 'number' ? key : shapeOf(key),
				shapeOf(value),
			]);
		const sealedKilobyte = 1024 + 28;
		/** Eight bytes in front say which cell it hangs on. */
		const underCell = `${8 + sealedKilobyte} bytes`;
		const kv = [
			['kv', 'commit', '32 bytes'],
			['kv', 'device-envelope', `${8 + 60} bytes`],
			['kv', 'device-envelope-copy', `${8 + 60} bytes`],
			['kv', 'device-key', 'locked-in HKDF key for deriveKey'],
			['kv', 'dir', underCell],
			['kv', 'dir-copy', underCell],
			['kv', 'format', '2'],
			['kv', 'view', underCell],
		];
		expect(await shapes()).toEqual(kv);

		await store.put(secretBatch());
		const tail = ['tail', '16 bytes', `${4 + 2 * sealedKilobyte} bytes`];
		const bucketEnd = bucketOf(sampleMessage('m', noon - sentAt), firstTimer);
		const due = ['due', bucketEnd, `${64 + 28} bytes`];
		expect(await shapes()).toEqual([due, ...kv, tail]);

		await store.merge();
		const shard = shardName(shardOf(secrets.chatKey));
		const lists = [shard, `${shard}-copy`].map((key) => ['kv', key, underCell]);
		const inOrder = (rows: unknown[][]) =>
			rows.sort(([, a], [, b]) => (String(a) < String(b) ? -1 : 1));
		const page = ['page', '16 bytes', `${sealedKilobyte} bytes`];
		expect(await shapes()).toEqual([due, ...inOrder([...kv, ...lists]), page]);

		await store.rekey();
		const identity = ['identity', 'identity-copy'].map((key) => [
			'kv',
			key,
			`${sealedKilobyte} bytes`,
		]);
		expect(await shapes()).toEqual([due, ...inOrder([...kv, ...lists, ...identity]), page]);
	});

	test('nothing more stands in clear where it can be locked, whatever opens it and however much waits', async () => {
		const place = lockablePlace(newDatabaseName());
		const store = await openStore(place);
		await store.put(secretBatch());
		await store.merge();
		await store.methods.setPassphrase('seven geese on a frozen canal');
		await store.methods.addRecoveryCode(createRecoveryCode());
		await store.methods.addPasskey({
			credentialId: toBase64url(randomBytes(16)),
			prfInput: toBase64url(randomBytes(32)),
			prfOutput: randomBytes(32),
		});
		const record = JSON.stringify(secretBatch());
		const padded = 2048;
		expect(record.length).toBeGreaterThan(1024);
		const box = openDropBox(place, 3 * padded);
		const taken: boolean[] = [];
		for (let n = 0; n < 4; n += 1) taken.push(await box.put(encodeText(record), noon));
		expect(taken).toEqual([true, true, true, false]);
		expect(await box.contents()).toMatchObject({ records: 3, isFull: true });
		await unlockByPassphrase('wrong', lockablePlace(place.databaseName));

		const rows = await readRaw(place.databaseName);
		const shapes = rows.map(({ store: name, key, value }) => [
			name,
			typeof key === 'string' || typeof key === 'number' ? key : shapeOf(key),
			plainShapeOf(value) ?? shapeOf(value),
		]);
		const sealedKilobyte = 1024 + 28;
		const underCell = `${8 + sealedKilobyte} bytes`;
		const shard = shardName(shardOf(secrets.chatKey));
		const ref = '[number,number]';
		const common = `{addedOn:number,cell:${ref},lastUsedOn:null,method`;
		const envelopes = `{check:string,doomed:[],methods:[${[
			`${common}:{argon2:{lanes:number,memoryKib:number,passes:number,salt:string},id:string,kind:"passphrase"},sealed:string}`,
			`${common}:{id:string,kind:"recovery"},sealed:string}`,
			`${common}:{credentialId:string,id:string,kind:"passkey",prfInput:string},sealed:string}`,
		].join(',')}],sum:number,version:number}`;
		expect(shapes).toEqual([
			...[1, 2, 3].map(() => ['box', `${32 + 28} bytes`, `${65 + padded + 16} bytes`]),
			['due', bucketOf(sampleMessage('m', noon - sentAt), firstTimer), `${64 + 28} bytes`],
			['kv', 'box-key', `${65 + sealedKilobyte} bytes`],
			['kv', 'box-key-copy', `${65 + sealedKilobyte} bytes`],
			['kv', 'commit', '32 bytes'],
			['kv', 'day-cells', `[[number,${ref}]]`],
			['kv', 'device-key', 'locked-in HKDF key for deriveKey'],
			['kv', 'dir', underCell],
			['kv', shard, underCell],
			['kv', `${shard}-copy`, underCell],
			['kv', 'dir-copy', underCell],
			['kv', 'envelopes', envelopes],
			['kv', 'envelopes-copy', envelopes],
			['kv', 'format', '2'],
			['kv', 'identity', `${sealedKilobyte} bytes`],
			['kv', 'identity-copy', `${sealedKilobyte} bytes`],
			['kv', 'tries', '{at:number,wrong:number}'],
			['kv', 'view', underCell],
			['page', '16 bytes', `${sealedKilobyte} bytes`],
		]);
		expect(findSecrets(rows)).toEqual([]);
	});

	test('no word, name, id or time can be found in any row, though all can be read back', async () => {
		const databaseName = newDatabaseName();
		const store = await openTestStore(databaseName);
		await store.put(secretBatch());
		expect(findSecrets(await readRaw(databaseName))).toEqual([]);
		await store.merge();
		expect(findSecrets(await readRaw(databaseName))).toEqual([]);
		await store.rekey();
		expect(findSecrets(await readRaw(databaseName))).toEqual([]);

		const reopened = await openTestStore(databaseName);
		const { rows } = await reopened.view(noon);
		const { messages } = await reopened.page(secrets.chatKey, 0, noon);
		const shown = JSON.stringify({ rows, messages });
		for (const secret of Object.values(secrets)) expect(shown).toContain(secret);
	});

	test('the same search finds all of them in a plain store', async () => {
		const name = newDatabaseName();
		const request = indexedDB.open(name);
		request.onupgradeneeded = () => request.result.createObjectStore('plain');
		const database = await answer(request);
		const plain = database.transaction('plain', 'readwrite').objectStore('plain');
		await answer(plain.put(secretBatch(), 'batch'));
		database.close();
		expect(findSecrets(await readRaw(name))).toEqual([...Object.keys(secrets), 'sentAt']);
	});

	test('a change of state shows only in size steps, not in words: equal inboxes, equal shapes', async () => {
		const sizes = await Promise.all(
			['kurz', 'ein viel längerer Satz, der trotzdem in dieselbe Stufe passt'].map(async (text) => {
				const databaseName = newDatabaseName();
				const store = await openTestStore(databaseName);
				await store.put({
					chats: [sampleChat('a')],
					messages: [{ chatKey: 'a', messages: [sampleMessage('m', hourMs, { text })] }],
				});
				return (await readRaw(databaseName)).map(({ value }) => shapeOf(value));
			}),
		);
		expect(sizes[0]).toEqual(sizes[1]);
	});
});
