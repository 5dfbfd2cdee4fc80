import type { Copy } from '@/lib/inbox/expiry';
import { foldText } from '@/lib/inbox/search';
import type { Bytes } from '@/lib/vault/bytes';
import { type Blocks, openBlocks } from './block-column';
import type { Moments } from './moment-column';
import { readSections } from './page-sections';
import { type Column, findPlaces, type SearchedTexts, type TextPlaces } from './searched-texts';
import { openShared, openTable, type SharedColumns } from './shared-columns';

type Times = Pick<Moments, 'starts' | 'latests'> & Pick<SharedColumns, 'templates'>;

/**
 * What of a page stays in memory while it is searched: its folded texts and, still packed,
 * whose they are and when they were sent. No ids and no text as it was written.
 */
export class SearchedPage {
	readonly count: number;
	readonly texts: SearchedTexts;
	readonly blocks: Blocks;
	private readonly placed: Bytes;
	private readonly shared: Bytes;
	/** Of all senders, folded, a line each: no word goes over its end. */
	private names: string | null = null;
	private places: TextPlaces | null = null;
	private moments: Times | null = null;

	/** Throws as `openPage` does. The bytes are not kept. */
	constructor(bytes: Bytes) {
		const { count, texts, placed, blocks, shared } = readSections(bytes);
		this.count = count;
		this.blocks = openBlocks(blocks, count);
		this.texts = texts;
		this.placed = placed.slice();
		this.shared = shared.slice();
	}

	/** The late end of when its newest message was sent. */
	get newestAt(): number {
		return this.blocks.newestAt[this.blocks.count - 1] ?? Number.NEGATIVE_INFINITY;
	}

	get characters(): number {
		return this.texts.narrow.length + this.texts.wide.length;
	}

	/** The message whose text stands at a position of `texts`. */
	messageAt(column: Column, position: number): number {
		return this.textPlaces().messageAt(column, position);
	}

	/** The folded text of a message, `null` if it has none. */
	foldedText(index: number): string | null {
		return this.textPlaces().textOf(index);
	}

	/** What says when a message goes; of when it was sent only when its clock started. */
	copyOf(index: number): Copy {
		const { starts, templates } = this.times();
		const at = starts[index] ?? 0;
		const { side, more } = templates[index] ?? {};
		return {
			sentAt: { from: at, to: at, precision: 'interval' },
			firstSeenAt: at,
			...(side && { side }),
			...more,
		};
	}

	/** The late end of when a message was sent, as lists sort. */
	latestOf(index: number): number {
		return this.times().latests[index] ?? 0;
	}

	/** The folded name of each message's sender, empty where none is known. */
	senders(): string[] {
		const folded = new Map<string | null, string>([[null, '']]);
		return openShared(this.shared, this.count).templates.map(({ sender }) => {
			const name = folded.get(sender) ?? foldText(sender ?? '');
			folded.set(sender, name);
			return name;
		});
	}

	/** Whether any sender's name has a word. */
	isAnySender(word: string): boolean {
		if (this.names === null) {
			const senders = new Set(openTable(this.shared).map(({ sender }) => sender ?? ''));
			this.names = foldText([...senders].join('\n'));
		}
		return this.names.includes(word);
	}

	private textPlaces(): TextPlaces {
		this.places ??= findPlaces(this.texts, this.placed, this.count);
		return this.places;
	}

	private times(): Times {
		if (this.moments === null) {
			const { moments, templates } = openShared(this.shared, this.count);
			this.moments = { starts: moments.starts, latests: moments.latests, templates };
		}
		return this.moments;
	}
}
