import type { Message, Moment } from '@/lib/model';
import type { ByteReader } from './byte-reader';
import type { ByteWriter } from './byte-writer';
import { readNumbers, writeNumbers } from './number-column';
import { boundsOf, type Template, usualSpanMs } from './template';

/** When the messages of a page were sent and first seen; their templates say which ends are stored. */
export interface Moments {
	sentAt(index: number): Moment;
	firstSeenAt(index: number): number;
	/** When a copy's clock started, in the order of the messages; see `clockStart`. */
	readonly starts: Float64Array;
	/** The late end of what is known, as lists sort. */
	readonly latests: Float64Array;
}

const none = { bounds: 'none', precision: 'unknown' } as const;

type Times = readonly Pick<Message, 'sentAt' | 'firstSeenAt'>[];

export function writeMoments(writer: ByteWriter, messages: Times): void {
	const starts = messages.map(({ sentAt, firstSeenAt }) => sentAt.from ?? sentAt.to ?? firstSeenAt);
	writeNumbers(writer, starts);
	writeNumbers(
		writer,
		messages.flatMap(({ sentAt }) =>
			boundsOf(sentAt) === 'both' && sentAt.to !== null ? [sentAt.to] : [],
		),
	);
	// Without any bound the start is when it was first seen: not stored twice.
	writeNumbers(
		writer,
		messages.flatMap(({ sentAt, firstSeenAt }) =>
			boundsOf(sentAt) === 'none' ? [] : [firstSeenAt],
		),
	);
}

export function readMoments(reader: ByteReader, templates: readonly Template[]): Moments {
	const { length } = templates;
	let endCount = 0;
	let seenCount = 0;
	for (const { bounds } of templates) {
		if (bounds === 'both') endCount += 1;
		if (bounds !== 'none') seenCount += 1;
	}
	const starts = readNumbers(reader, length);
	const storedEnds = readNumbers(reader, endCount);
	const storedSeen = readNumbers(reader, seenCount);

	const latests = starts.slice();
	const seen = starts.slice();
	let end = 0;
	let first = 0;
	for (let index = 0; index < length; index += 1) {
		const { bounds, precision } = templates[index] ?? none;
		if (bounds !== 'none') seen[index] = storedSeen[first++] ?? 0;
		if (bounds === 'both') latests[index] = storedEnds[end++] ?? 0;
		if (bounds === 'usual') latests[index] = (starts[index] ?? 0) + usualSpanMs[precision];
	}
	return {
		starts,
		latests,
		firstSeenAt: (index) => seen[index] ?? 0,
		sentAt(index) {
			const { bounds, precision } = templates[index] ?? none;
			const hasFrom = bounds === 'from' || bounds === 'usual' || bounds === 'both';
			const hasTo = bounds === 'to' || bounds === 'usual' || bounds === 'both';
			return {
				from: hasFrom ? (starts[index] ?? null) : null,
				to: hasTo ? (latests[index] ?? null) : null,
				precision,
			};
		},
	};
}
