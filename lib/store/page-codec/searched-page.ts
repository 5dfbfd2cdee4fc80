import type { Bytes } from '@/lib/vault/bytes';
import type { Moments } from './moment-column';
import { readSections } from './page-sections';
import { type Column, findPlaces, type SearchedTexts, type TextPlaces } from './searched-texts';
import { openShared } from './shared-columns';

/**
 * What of a page stays in memory while it is searched: its folded texts and, still packed,
 * whose they are and when they were sent. No ids and no text as it was written.
 */
export class SearchedPage {
	readonly count: number;
	/** The late end of when its newest message was sent. */
	readonly newestAt: number;
	readonly texts: SearchedTexts;
	private readonly placed: Bytes;
	private readonly shared: Bytes;
	private places: TextPlaces | null = null;
	private moments: Pick<Moments, 'starts' | 'latests'> | null = null;

	/** Throws as `openPage` does. The bytes are not kept. */
	constructor(bytes: Bytes) {
		const { count, newestAt, texts, placed, shared } = readSections(bytes);
		this.count = count;
		this.newestAt = newestAt;
		this.texts = texts;
		this.placed = placed.slice();
		this.shared = shared.slice();
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

	/** When a copy's clock started, see `clockStart`. */
	startOf(index: number): number {
		return this.times().starts[index] ?? 0;
	}

	/** The late end of when a message was sent, as lists sort. */
	latestOf(index: number): number {
		return this.times().latests[index] ?? 0;
	}

	/** Who sent each message. */
	senders(): (string | null)[] {
		return openShared(this.shared, this.count).templates.map(({ sender }) => sender);
	}

	private textPlaces(): TextPlaces {
		this.places ??= findPlaces(this.texts, this.placed, this.count);
		return this.places;
	}

	private times(): Pick<Moments, 'starts' | 'latests'> {
		if (this.moments === null) {
			const { starts, latests } = openShared(this.shared, this.count).moments;
			this.moments = { starts, latests };
		}
		return this.moments;
	}
}
