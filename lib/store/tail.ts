import { previewId } from '@/lib/ids';
import { needsPreviewTombstone } from '@/lib/inbox/tombstones';
import type { Chat, Message, Preview } from '@/lib/model';
import { type Bytes, concatBytes, encodeText } from '@/lib/vault/bytes';
import type { SealingKey } from '@/lib/vault/keys';
import { seal, sealedLength } from '@/lib/vault/seal';
import type { Vault } from '@/lib/vault/vault';
import type { Bucket } from './bucket';
import type { CellRef } from './cell-ref';
import { type BucketEntry, type ChatEntry, cellOf, type PlainRef, plainRef } from './dir';
import { placeOf } from './format';
import type { Keyring } from './keyring';
import { type Mark, marksOf } from './page-lists';
import { openJson, sealJson } from './sealed-json';

/** A message of which an older state stands in a page. */
export interface Replaced {
	chatKey: string;
	key: string;
	/** Row key of that page. */
	page: string;
	/** When the clock of the older state started. */
	start: number;
}

/** Words of one chat that go together. */
export interface TailBody {
	chatKey: string;
	bucket: Bucket;
	chatCell: CellRef;
	bucketCell: CellRef;
	preview: Preview | null;
	messages: readonly Message[];
	/** Keys of those messages of which an older state is stored. */
	older: readonly string[];
}

/** What is known of a body whose cells are effaced. */
export interface EffacedBody {
	chatKey: string;
	/** What its chat must remember of its messages. */
	marks: readonly Mark[];
	/** Keys of those of its messages of which an older state is stored. */
	older: readonly string[];
	preview: PreviewMark | null;
}

/** Of a preview: the signature where its chat must remember it once it is gone. */
interface PreviewMark {
	signature: string | null;
}

/** What one commit added since the last merge. Never changed, only merged. */
export interface Tail {
	/** Row key. */
	key: string;
	/** Counts the commits since the last merge; a later one is right where two disagree. */
	sequence: number;
	chats: readonly ChatEntry[];
	/** Buckets that are new with it. */
	buckets: readonly [Bucket, BucketEntry][];
	removedPreviews: readonly string[];
	replaced: readonly Replaced[];
	/** Chats of which something must go before its time. */
	rotating: readonly string[];
	bodies: readonly TailBody[];
	effaced?: readonly EffacedBody[];
	/** Whether a body could not be opened though its cells are there. */
	isDamaged?: boolean;
}

const lengthBytes = 4;

interface Header {
	sequence: number;
	chats: [chat: Chat, cell: PlainRef][];
	buckets: [bucket: Bucket, cell: PlainRef, prefix: string][];
	removedPreviews: string[];
	replaced: [chatKey: string, key: string, page: string, start: number][];
	rotating: string[];
	/** The length is that of the sealed body; what follows is what is known when it has gone. */
	bodies: [
		chatKey: string,
		bucket: Bucket,
		chatCell: PlainRef,
		bucketCell: PlainRef,
		length: number,
		marks: Mark[],
		older: string[],
		preview: PreviewMark | null,
	][];
}
type Words = Pick<TailBody, 'preview' | 'messages'>;

/**
 * A header under the dir key (which chats, which cells: no words), then each body under its
 * page key, so that it goes with its chat and with its bucket. `null` if a cell is gone.
 */
export async function sealTail(
	vault: Vault,
	keyring: Keyring,
	dirKey: SealingKey,
	tail: Tail,
): Promise<Bytes | null> {
	const place = placeOf('tail', tail.key);
	const words = tail.bodies.map(({ preview, messages }) =>
		encodeText(JSON.stringify({ preview, messages })),
	);
	const previews = await Promise.all(tail.bodies.map((body) => markPreview(vault, body)));
	const plain: Header = {
		sequence: tail.sequence,
		chats: tail.chats.map(({ chat, cell }) => [chat, plainRef(cell)]),
		buckets: tail.buckets.map(([bucket, { cell, prefix }]) => [bucket, plainRef(cell), prefix]),
		removedPreviews: [...tail.removedPreviews],
		replaced: tail.replaced.map(({ chatKey, key, page, start }) => [chatKey, key, page, start]),
		rotating: [...tail.rotating],
		bodies: tail.bodies.map(({ chatKey, bucket, chatCell, bucketCell, messages, older }, index) => [
			chatKey,
			bucket,
			plainRef(chatCell),
			plainRef(bucketCell),
			sealedLength(words[index]?.length ?? 0),
			marksOf(messages),
			[...older],
			previews[index] ?? null,
		]),
	};
	const [header, ...bodies] = await Promise.all([
		sealJson(dirKey, place, plain),
		...tail.bodies.map(async ({ chatCell, bucketCell }, index) => {
			const pageKey = await keyring.pageKey(vault, chatCell, bucketCell);
			return pageKey && seal(pageKey, place, words[index] ?? new Uint8Array(0));
		}),
	]);
	const sealedBodies = bodies.filter((body) => body !== null);
	if (sealedBodies.length < bodies.length) return null;
	const length = new Uint8Array(lengthBytes);
	new DataView(length.buffer).setUint32(0, header.length);
	return concatBytes(length, header, ...sealedBodies);
}

async function markPreview(
	vault: Vault,
	{ chatKey, preview }: TailBody,
): Promise<PreviewMark | null> {
	if (!preview) return null;
	const isRemembered = needsPreviewTombstone(preview);
	return { signature: isRemembered ? await vault.hash(previewId(chatKey, preview.text)) : null };
}

/** Rejects if the header is not what was sealed for this row; a body that is gone is left out. */
export async function openTail(
	vault: Vault,
	keyring: Keyring,
	dirKey: SealingKey,
	key: string,
	value: Bytes,
): Promise<Tail> {
	const place = placeOf('tail', key);
	const { header, rest } = splitHeader(value);
	const plain = await openJson<Header>(dirKey, place, header);
	let at = 0;
	let isDamaged = false;
	const effaced: EffacedBody[] = [];
	const bodies = plain.bodies.map(async (known) => {
		const [chatKey, bucket, chatRef, bucketRef, length, marks, older = [], preview = null] = known;
		const sealed = rest.slice(at, at + length);
		at += length;
		const [chatCell, bucketCell] = [cellOf(chatRef), cellOf(bucketRef)];
		const pageKey = await keyring.pageKey(vault, chatCell, bucketCell);
		if (!pageKey) {
			effaced.push({ chatKey, marks, older, preview });
			return null;
		}
		const words = await openJson<Words>(pageKey, place, sealed).catch(() => null);
		if (!words) isDamaged = true;
		return words && { chatKey, bucket, chatCell, bucketCell, older, ...words };
	});
	const opened = (await Promise.all(bodies)).filter((body) => body !== null);
	return {
		key,
		sequence: plain.sequence,
		chats: plain.chats.map(([chat, ref]): ChatEntry => ({ chat, cell: cellOf(ref) })),
		buckets: plain.buckets.map(([bucket, ref, prefix]) => [
			bucket,
			{ cell: cellOf(ref), prefix, pages: 0 },
		]),
		removedPreviews: plain.removedPreviews,
		replaced: plain.replaced.map(([chatKey, messageKey, page, start]) => ({
			chatKey,
			key: messageKey,
			page,
			start,
		})),
		rotating: plain.rotating,
		bodies: opened,
		effaced,
		isDamaged,
	};
}

function splitHeader(value: Bytes): { header: Bytes; rest: Bytes } {
	const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
	const end = lengthBytes + view.getUint32(0);
	return { header: value.slice(lengthBytes, end), rest: value.slice(end) };
}
