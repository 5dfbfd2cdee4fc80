import { type Chat, dayMs, type Message, type Moment, networks, type Preview } from '@/lib/model';
import { toBase64url } from '@/lib/vault/base64url';
import type { CorpusOptions } from '../../test/bench/store/cases';
import { below, type Random, randomFrom, zipf } from './random';
import { makeName, makeText } from './words';

/** The second at which everything is measured; the corpus lies before it. */
export const corpusNow = Date.UTC(2026, 10, 23, 12);

export interface ChatOfMessages {
	chat: Chat;
	preview: Preview;
	messages: Message[];
}

export type { CorpusOptions };

export const chatCount = 500;
/** The largest chat then holds 11 of 100, the median one 70 of 100,000. */
const zipfExponent = 0.91;
/** A chat of a few messages was a matter of weeks, a long one has gone on all the time. */
const spanOfAllMs = 700 * dayMs;

/** Most messages that stand in memory at once: a million at a time would be a gigabyte. */
const portionSize = 100_000;

/** The whole corpus in portions of whole chats. */
export function* portions({ seed, count }: CorpusOptions): Generator<ChatOfMessages[]> {
	let portion: ChatOfMessages[] = [];
	let size = 0;
	for (const [index, messages] of sizesOf(count).entries()) {
		if (size > 0 && size + messages > portionSize) {
			yield portion;
			portion = [];
			size = 0;
		}
		portion.push(makeChat(seed, index, messages));
		size += messages;
	}
	yield portion;
}

/** How many messages each of 500 chats holds, largest first. */
export function sizesOf(count: number): number[] {
	const weights = zipf(chatCount, zipfExponent);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	const sizes = weights.map((weight) => Math.floor((weight / sum) * count));
	const left = count - sizes.reduce((total, size) => total + size, 0);
	return sizes.map((size, index) => (index < left ? size + 1 : size));
}

/** The same for the same seed, index and size, whatever was made before. */
export function makeChat(seed: number, index: number, size: number): ChatOfMessages {
	const random = randomFrom(seed * 1_000_003 + index);
	const key = makeHash(random);
	const network = networks[index % networks.length] ?? 'whatsapp';
	const isGroup = index % 4 === 0;
	const people = Array.from({ length: isGroup ? 8 : 1 }, () => makeName(random));
	const title = isGroup ? makeName(random) : (people[0] ?? '');
	const spanMs = Math.min(spanOfAllMs, size * (0.2 + 1.8 * random()) * dayMs);
	const lastAt = corpusNow - 60_000 - Math.floor(random() ** 2 * (spanOfAllMs - spanMs));
	const messages = Array.from({ length: size }, (_, rank) => {
		const share = size === 1 ? 1 : rank / (size - 1);
		const at = lastAt - Math.floor((1 - share) * spanMs);
		return makeMessage(random, people, rank, network === 'whatsapp' ? minuteOf(at) : exactly(at));
	});
	const last = messages.at(-1) ?? makeMessage(random, people, 0, exactly(lastAt));
	return {
		chat: {
			key,
			network,
			account: `account-${network}`,
			nativeId: `${makeHash(random)}@invented`,
			title,
			unread: 0,
			muted: false,
			pinned: null,
			archived: false,
			group: isGroup,
			lastActivity: last.sentAt,
			seenAt: corpusNow,
			tombstones: [],
		},
		preview: {
			text: last.text ?? '',
			side: last.side,
			sender: last.sender,
			sentAt: last.sentAt,
			firstSeenAt: last.firstSeenAt,
		},
		messages,
	};
}

function makeMessage(
	random: Random,
	people: readonly string[],
	rank: number,
	sentAt: Moment,
): Message {
	const isMine = random() < 0.4;
	return {
		key: makeHash(random),
		rank,
		side: isMine ? 'mine' : 'theirs',
		sender: isMine ? null : (people[below(random, people.length)] ?? null),
		kind: 'text',
		text: makeText(random),
		truncated: false,
		quote: null,
		sentAt,
		firstSeenAt: (sentAt.from ?? 0) + 5_000 + below(random, 60_000),
		edited: random() < 0.01,
		deleted: false,
		reactions: random() < 0.03 ? ['👍'] : [],
		signature: makeHash(random),
	};
}

/** 16 bytes, as keyed hashes are: nothing about them can be made smaller. */
function makeHash(random: Random): string {
	const bytes = new Uint8Array(16);
	for (let index = 0; index < bytes.length; index += 1) bytes[index] = below(random, 256);
	return toBase64url(bytes);
}

function exactly(at: number): Moment {
	return { from: at, to: at, precision: 'exact' };
}

function minuteOf(at: number): Moment {
	const from = at - (at % 60_000);
	return { from, to: from + 59_999, precision: 'minute' };
}
