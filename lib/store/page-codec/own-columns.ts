import type { Message } from '@/lib/model';
import type { Bytes } from '@/lib/vault/bytes';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { readIds, writeIds } from './id-column';
import { readNumbers, writeNumbers } from './number-column';
import type { Template } from './template';
import { readTexts, writeTexts } from './text-column';

/** What each message has for itself besides its text: rank, ids, quote. */
export interface OwnColumns {
	ranks: Float64Array;
	keys(index: number): string;
	signatures(index: number): string;
	quotes: ReadonlyMap<number, string>;
}

export function packOwn(messages: readonly Message[]): Bytes {
	const writer = new ByteWriter();
	writeNumbers(
		writer,
		messages.map(({ rank }) => rank),
	);
	writeIds(
		writer,
		messages.map(({ key }) => key),
	);
	writeIds(
		writer,
		messages.map(({ signature }) => signature),
	);
	writeTexts(
		writer,
		messages.flatMap(({ quote }) => (quote === null ? [] : [quote])),
	);
	return writer.finish();
}

export function openOwn(section: Bytes, templates: readonly Template[]): OwnColumns {
	const reader = new ByteReader(section);
	const ranks = readNumbers(reader, templates.length);
	const keys = readIds(reader, templates.length);
	const signatures = readIds(reader, templates.length);
	const quoting = templates.flatMap(({ hasQuote }, index) => (hasQuote ? [index] : []));
	const texts = readTexts(reader, quoting.length);
	const quotes = new Map(quoting.map((index, ordinal) => [index, texts[ordinal] ?? '']));
	return { ranks, keys, signatures, quotes };
}
